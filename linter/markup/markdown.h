// Markdown (CommonMark, with GitHub's tables, strike-through and task lists) -> prose.
//
// md4c reads it and hands out text as pointers into the source, which are exact offsets. HTML
// blocks go to the HTML reader, front matter to its own. Linear in the text: the number of events
// is bounded, for tables of a million columns.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "linter/markup/outline.h"
#include "linter/text/document.h"

namespace personfirst {

inline constexpr unsigned kMarkdownFlags = 0x0B00;  // of md4c

void read_markdown(std::string_view text, Outline& outline, std::vector<Problem>& problems);

// ---- parts of a document ----

// Where a part may begin, at or after `begin`, which is 0 or such a place: the lines at which a
// paragraph or heading of the top level begins, with text of its own before anything else. Text
// before such a place never depends on what follows its line, and text from there on only on the
// heading above. False when md4c gives up.
[[nodiscard]] bool find_markdown_cuts(std::string_view text, std::uint32_t begin,
                                      std::vector<std::uint32_t>& cuts);

// May anything be defined (`[label]: destination`) that links elsewhere refer to?
[[nodiscard]] bool may_define_links(std::string_view text);

// Does the text begin like front matter whose end has not been written yet?
[[nodiscard]] bool has_open_front_matter(std::string_view text);

// What counts towards the bounds of a whole document.
struct MarkdownLoad {
  std::uint64_t events = 0;
  std::uint64_t brackets = 0, line_ends = 0;
  // Brackets and lines between blank lines: of the first and the last run, and the sum of their
  // products between. Text without a blank line has all in the first.
  std::uint64_t first_brackets = 0, first_lines = 0;
  std::uint64_t last_brackets = 0, last_lines = 0;
  std::uint64_t products = 0;
  bool has_blank = false;
};

class TotalMarkdownLoad {
 public:
  void add(const MarkdownLoad& load);  // of the next part
  // Does read_markdown() give up on a text of so many bytes?
  [[nodiscard]] bool is_too_much(std::uint64_t size) const;

 private:
  std::uint64_t events_ = 0, all_brackets_ = 0, line_ends_ = 0;
  std::uint64_t brackets_ = 0, lines_ = 0, products_ = 0;
};

// Reads a part, which begins and ends at such places. Front matter is read in the first one only.
// `limit`: of events, at which to give up.
[[nodiscard]] MarkdownLoad read_markdown_part(std::string_view part, bool is_first,
                                              std::uint64_t limit, Outline& outline);

}  // namespace personfirst
