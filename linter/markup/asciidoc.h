// AsciiDoc -> prose, line by line.
//
// Titles, lists, delimited blocks, tables, block macros and attributes; inside a paragraph quotes,
// links, references and attributes. No tree-sitter grammar of it is on npm. Linear in the text.
#pragma once

#include <string_view>

#include "linter/markup/outline.h"

namespace personfirst {

void read_asciidoc(std::string_view text, Outline& outline);

}  // namespace personfirst
