// LaTeX -> prose.
//
// Commands, environments, math, verbatim text and comments as authors use them in documents; macros
// are not expanded. A command that is not known is dropped and what stands in its braces is read,
// which is right for most that style or place text. One pass without a tree, linear in the text;
// tree-sitter's LaTeX grammar reads some 3 MB/s, is quadratic in places, and knows no more of what
// commands mean. Groups are bounded by the paragraph: a blank line closes them.
#pragma once

#include <string_view>
#include <vector>

#include "linter/markup/outline.h"
#include "linter/text/document.h"

namespace personfirst {

void read_latex(std::string_view text, Outline& outline, std::vector<Problem>& problems);

}  // namespace personfirst
