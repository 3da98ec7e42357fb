// Markdown (CommonMark, with GitHub's tables, strike-through and task lists) -> prose.
//
// md4c reads it and hands out text as pointers into the source, which are exact offsets. HTML
// blocks go to the HTML reader, front matter to its own. Linear in the text: the number of events
// is bounded, for tables of a million columns.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "linter/markup/markdown_links.h"
#include "linter/markup/outline.h"
#include "linter/text/document.h"

namespace personfirst {

inline constexpr unsigned kMarkdownFlags = 0x0B00;  // of md4c

void read_markdown(std::string_view text, Outline& outline, std::vector<Problem>& problems);

// ---- parts of a document ----

// Where a part may begin.
struct MarkdownCut {
  std::uint32_t at = 0;
  bool in_list = false;  // an item of a list that has begun before
};

// Those at or after `begin`, which is such a place or the end of front matter: the lines at which a
// paragraph or heading of the top level begins, with text of its own before anything else, or a
// further item of a list of the top level. Text before such a place never depends on what follows
// its line, and text from there on only on the heading above, and on what introduces the list.
// False when md4c gives up.
[[nodiscard]] bool find_markdown_cuts(std::string_view text, std::uint32_t begin,
                                      std::vector<MarkdownCut>& cuts);

// Does the text begin like front matter, whether it ends somewhere or not?
[[nodiscard]] bool may_be_front_matter(std::string_view text);

// Of md4c's events, as many as a document of so many bytes may have before it is given up.
[[nodiscard]] constexpr std::uint64_t most_markdown_events(std::uint64_t size) {
  return 1'000'000 + 32 * size;
}

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

// A part, and what is known of the document around it.
struct MarkdownPart {
  std::string_view text;       // begins and ends at such places
  std::uint32_t begin = 0;     // front matter ends there
  std::uint64_t limit = 0;     // of events, at which to give up
  bool in_list = false;        // begins with an item of the list that the outline has open
  PartLinks* links = nullptr;  // `used` and `shown` are given, `title_labels` is filled in
  bool count_load = true;      // else the result's load holds nothing
};

struct MarkdownPartResult {
  MarkdownLoad load;
  std::string list_lead;  // what introduces the last list of the top level
};
[[nodiscard]] MarkdownPartResult read_markdown_part(const MarkdownPart& part, Outline& outline);

}  // namespace personfirst
