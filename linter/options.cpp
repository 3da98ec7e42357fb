#include "linter/options.h"

namespace personfirst {

std::span<const std::string_view> default_packs() {
  static constexpr std::string_view kPacks[] = {"core", "framing"};
  return kPacks;
}

}  // namespace personfirst
