// Text with spans marked [[like this]]: how examples say which words a rule must find.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/text/span.h"

namespace personfirst {

struct MarkedText {
  std::string text;  // without the marks
  std::vector<Span> spans;
};

// Nothing when a mark is not closed, not opened, empty, or inside another.
[[nodiscard]] std::optional<MarkedText> read_marks(std::string_view marked);

// The inverse. The spans must be sorted and disjoint.
[[nodiscard]] std::string write_marks(std::string_view text, std::span<const Span> spans);

}  // namespace personfirst
