#include "linter/text/name_globs.h"

#include <fnmatch.h>

namespace personfirst {
namespace {

constexpr std::string_view kSpecial = "*?[\\";

}  // namespace

bool is_name_glob(std::string_view text) {
  return text.find_first_of(kSpecial) != std::string_view::npos;
}

bool name_fits(const std::string& glob, const std::string& name) {
  // Hundreds of names are asked for each document, and most differ at the start.
  if (glob.empty()) return name.empty();
  if (!name.starts_with(glob[0]) && kSpecial.find(glob[0]) == std::string_view::npos) return false;
  const std::size_t literal = glob.find_first_of(kSpecial);
  if (literal == std::string::npos) return glob == name;
  return name.compare(0, literal, glob, 0, literal) == 0 &&
         fnmatch(glob.c_str(), name.c_str(), 0) == 0;
}

}  // namespace personfirst
