// Byte offset <-> line and column, in the three units that clients count in.
//
// Built once for a text, then const and safe to share between threads. It keeps the line starts
// and, in long lines, a running count now and then, so that a conversion never costs a whole line;
// the text must be handed in again (and be the same) for column conversions, because columns are
// counted on demand. Lines and columns count from 0 here; front ends that show them to people
// add 1. A line ends at LF, CR, or CRLF (one end).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "linter/text/span.h"

namespace personfirst {

enum class ColumnUnit {
  Utf8,
  Utf16,
  Utf32
};  // bytes, UTF-16 code units (LSP's default), code points

struct LineColumn {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  friend constexpr bool operator==(LineColumn, LineColumn) = default;
};

class LineIndex {
 public:
  LineIndex() = default;
  explicit LineIndex(std::string_view text);

  // Follows an edit: `text` is the text afterwards, in which `inserted` bytes have taken the place
  // of what was `replaced`. The same as building anew, for the work of the lines that were touched.
  void replace(std::string_view text, Span replaced, std::uint32_t inserted);

  [[nodiscard]] std::uint32_t line_count() const;
  // Where the line begins; for a line past the last one, the length of the text.
  [[nodiscard]] std::uint32_t line_begin(std::uint32_t line) const;
  // Where the line's content ends, before its line end.
  [[nodiscard]] std::uint32_t line_end(std::string_view text, std::uint32_t line) const;

  // An offset past the end counts as the end; one inside a character counts as that character's
  // start, and one between CR and LF as the CR. Each ill-formed byte counts as one character (one
  // unit) in every unit.
  [[nodiscard]] LineColumn to_line_column(std::string_view text, std::uint32_t offset,
                                          ColumnUnit unit) const;
  // A column past the line's end counts as the line's end (LSP 3.17, Position); one in the middle
  // of a surrogate pair counts as the start of its character.
  [[nodiscard]] std::uint32_t to_offset(std::string_view text, LineColumn position,
                                        ColumnUnit unit) const;

  friend bool operator==(const LineIndex&, const LineIndex&) = default;

 private:
  // The columns of one offset, in a line longer than the stride.
  struct Milestone {
    std::uint32_t offset = 0;
    std::uint32_t utf16 = 0;
    std::uint32_t utf32 = 0;
    friend constexpr bool operator==(const Milestone&, const Milestone&) = default;
  };
  static std::uint32_t column_of(const Milestone& milestone, ColumnUnit unit);
  static void step(std::string_view text, Milestone& at);
  void add_milestones(std::string_view text, std::uint32_t begin, std::uint32_t end);
  [[nodiscard]] std::size_t line_of(std::uint32_t offset) const;

  std::vector<std::uint32_t> line_begins_{0};
  std::vector<Milestone> milestones_;  // sorted by offset
  std::uint32_t size_ = 0;
};

}  // namespace personfirst
