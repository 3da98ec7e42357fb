// Markdown (CommonMark, with GitHub's tables, strike-through and task lists) -> prose.
//
// md4c reads it and hands out text as pointers into the source, which are exact offsets. HTML
// blocks go to the HTML reader, front matter to its own. Linear in the text: the number of events
// is bounded, for tables of a million columns.
#pragma once

#include <string_view>
#include <vector>

#include "linter/markup/outline.h"
#include "linter/text/document.h"

namespace personfirst {

void read_markdown(std::string_view text, Outline& outline, std::vector<Problem>& problems);

}  // namespace personfirst
