#include "linter/render/positions.h"

#include <algorithm>

#include "linter/text/utf8.h"

namespace personfirst {

Position Positions::at(std::uint32_t offset) {
  const std::string_view text = document_.text;
  const std::uint32_t end = std::min(offset, static_cast<std::uint32_t>(text.size()));
  const std::uint32_t line = document_.lines().to_line_column(text, end, ColumnUnit::Utf8).line;

  Position from{document_.lines().line_begin(line), line + 1, 1};
  for (const Position& known : recent_) {
    if (known.line == from.line && known.offset <= end && known.offset > from.offset) from = known;
  }
  // Inside a line end, columns stay at the line's last one.
  const std::uint32_t counted_to =
      std::max(from.offset, std::min(end, document_.lines().line_end(text, line)));
  const std::string_view between = text.substr(from.offset, counted_to - from.offset);
  const auto bytes = static_cast<std::uint32_t>(between.size());
  const bool is_ascii = ascii_end(between, 0, bytes) == bytes;  // one byte, one unit
  const std::uint32_t characters =
      is_ascii ? bytes : LineIndex(between).to_line_column(between, bytes, unit_).column;

  if (counted_to != from.offset) {
    recent_[next_++ % recent_.size()] = {counted_to, from.line, from.column + characters};
  }
  return {end, from.line, from.column + characters};
}

}  // namespace personfirst
