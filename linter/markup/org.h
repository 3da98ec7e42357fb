// Org -> prose, line by line: headings, lists, tables, blocks, drawers, keywords, links and
// emphasis.
//
// No tree-sitter grammar of it is on npm. Linear in the text.
#pragma once

#include <string_view>

#include "linter/markup/outline.h"

namespace personfirst {

void read_org(std::string_view text, Outline& outline);

}  // namespace personfirst
