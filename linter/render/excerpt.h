// The line that a finding stands in, cut to what fits, and the marks below it.
#pragma once

#include <cstdint>
#include <string>

#include "linter/text/document.h"
#include "linter/text/span.h"

namespace personfirst {

struct Excerpt {
  std::string line;      // printable; with "…" where it was cut
  std::uint32_t indent;  // columns before the marks
  std::uint32_t width;   // columns of the marks, at least 1
};

// A span over several lines shows its first line. Takes time in `max_columns`, not in the line's
// length.
[[nodiscard]] Excerpt make_excerpt(const Document& document, Span span, std::uint32_t max_columns);

}  // namespace personfirst
