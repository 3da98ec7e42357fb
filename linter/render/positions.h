// Offsets -> lines and columns from 1, in the unit that a format counts columns in: characters
// (code points) where people read them, UTF-16 code units or bytes where a format asks for these.
//
// LineIndex counts a column from the start of its line, which is slow when a long line holds many
// findings. Positions remembers where it has just been and lets LineIndex count only from there.
// One for each document and thread.
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
  const Document& document_;
  ColumnUnit unit_;
  // Edits may begin a little before their finding (at the article of a noun), so one last place
  // would not do.
  std::array<Position, 8> recent_{};
  std::size_t next_ = 0;
};

}  // namespace personfirst
