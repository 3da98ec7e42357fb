// reStructuredText -> prose.
//
// Line by line, by indentation: titles, lists, tables, directives and their options, literal
// blocks, comments. A line-based reader is linear and gives each line its place; tree-sitter's
// grammar reads 2.8 MB/s and is quadratic in places.
#pragma once

#include <string_view>

#include "linter/markup/outline.h"

namespace personfirst {

void read_rst(std::string_view text, Outline& outline);

}  // namespace personfirst
