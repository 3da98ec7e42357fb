// Plain text -> prose.
//
// Blank lines, and lines without a letter or digit ("-----"), separate paragraphs. Inside a
// paragraph a line end is a soft break, one space of the prose, except that a line begins a new
// prose when
//  - it begins with a bullet or number ("- ", "* ", "• ", "2. ", "b) ", "(3) "): a list item; or
//  - it is quoted ("> ", as in e-mail) and the line before is not, or the other way round; or
//  - the line before, or the line itself, has columns (" | "); or
//  - the line before is longer than any wrapped line (over 120 characters): a whole paragraph; or
//  - the line before is short (under 60 characters), ends without punctuation, and this one does
//    not begin with a lower-case letter: menus, headings, notes.
// A short line that stands alone, ends without punctuation or with `:`, and has something after it
// is a heading. Text wrapped at less than 60 columns is thus cut at some line ends before capitals.
// That costs a match there, no more.
#pragma once

#include <string_view>

#include "linter/markup/outline.h"
#include "linter/text/span.h"

namespace personfirst {

void read_plain_text(std::string_view text, Span range, Outline& outline);

}  // namespace personfirst
