// Plain text -> prose.
//
// Blank lines, and lines without a letter or digit ("-----") or with nothing but tags of a template
// language that show nothing, separate paragraphs. Inside a
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

#include <cstdint>
#include <memory>
#include <string_view>

#include "linter/markup/outline.h"
#include "linter/text/span.h"

namespace personfirst {

void read_plain_text(std::string_view text, Span range, Outline& outline);

// The same, up to where the caller wants to stop.
class PlainTextReader {
 public:
  struct State {
    bool in_list = false;
    bool after_blank = true;  // a blank line, or nothing at all
  };

  PlainTextReader(std::string_view text, Span range, Outline& outline, State state);
  PlainTextReader(const PlainTextReader&) = delete;
  PlainTextReader& operator=(const PlainTextReader&) = delete;
  ~PlainTextReader();

  // Where the next section may begin: the line of a paragraph behind a blank line, or of an item of
  // a list that goes on. Everything before is in the outline then. At the end: range.end.
  std::uint32_t read_to_cut();
  // Behind a cut: what the line there makes of itself; and where it ends.
  [[nodiscard]] State state() const;
  [[nodiscard]] std::uint32_t line_end() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace personfirst
