// What differs between two versions of a text: one stretch, as small as it can be.
#pragma once

#include <cstdint>
#include <string_view>

#include "linter/text/span.h"

namespace personfirst {

// `before` in the old text became `after` in the new one; they begin at the same offset, and what
// follows them is the same.
struct Change {
  Span before;
  Span after;

  // A place of the old text behind the change, in the new one.
  [[nodiscard]] constexpr std::uint32_t moved(std::uint32_t offset) const {
    return offset + after.end - before.end;
  }
};

[[nodiscard]] Change find_change(std::string_view before, std::string_view after);

}  // namespace personfirst
