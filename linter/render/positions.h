// Offsets -> lines and columns from 1, in the unit that a format counts columns in: characters
// (code points) where people read them, UTF-16 code units or bytes where a format asks for these.
//
// Findings come in order, so lines are counted on the way from one to the next: no index of all
// lines is made, unless somebody asks for a line well before. Columns are counted from where
// Positions has just been, because a long line may hold many findings. One for each document and
// thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "linter/text/document.h"

namespace personfirst {

struct Position {
  std::uint32_t offset = 0;  // UTF-8 bytes, from 0
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  friend constexpr bool operator==(Position, Position) = default;
};

class Positions {
 public:
  explicit Positions(const Document& document, ColumnUnit unit = ColumnUnit::Utf32)
      : document_(document), unit_(unit) {}  // the document must outlive this

  [[nodiscard]] Position at(std::uint32_t offset);

 private:
  struct Line {
    std::uint32_t number = 0;  // from 0
    std::uint32_t begin = 0;
    std::uint32_t end = 0;   // of its content
    std::uint32_t next = 0;  // where the next line begins, past the text's end if there is none
  };
  [[nodiscard]] Line line_of(std::uint32_t offset);
  void skip_lines(std::uint32_t offset);
  void find_line_end();  // of line_

  const Document& document_;
  ColumnUnit unit_;
  Line line_, line_before_;        // the furthest that was asked for, and the one before it
  std::uint32_t lf_ = 0, cr_ = 0;  // the first ones from line_.begin on
  // Edits may begin a little before their finding (at the article of a noun), so one last place
  // would not do.
  std::array<Position, 8> recent_{};
  std::size_t next_ = 0;
};

}  // namespace personfirst
