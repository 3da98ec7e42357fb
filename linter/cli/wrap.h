// Paragraphs for a terminal.
#pragma once

#include <string>
#include <string_view>

namespace personfirst {

// Breaks `text` at spaces into lines of at most `width` columns (a longer word stays whole). The
// first line follows `first`, the others `rest`; every line ends with a line end.
[[nodiscard]] std::string wrap(std::string_view text, unsigned width, std::string_view first = "",
                               std::string_view rest = "");

}  // namespace personfirst
