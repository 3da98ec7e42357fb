// Tables as text (CSV, TSV) -> prose: each cell that holds words, the first row as headers.
//
// Cells are separated by a tab, or by the comma or semicolon that the first line has more of. A
// quoted cell may hold separators, line ends and doubled quotation marks; a quotation mark that is
// never closed is a character. Linear in the text.
#pragma once

#include <string_view>

#include "linter/markup/outline.h"
#include "linter/text/document.h"

namespace personfirst {

void read_table_text(std::string_view text, Format format, Outline& outline);

}  // namespace personfirst
