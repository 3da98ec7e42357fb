#include "linter/render/positions.h"

#include <algorithm>

#include "linter/text/utf8.h"

namespace personfirst {
namespace {

std::uint32_t find_from(std::string_view text, char byte, std::uint32_t from) {
  return static_cast<std::uint32_t>(std::min(text.find(byte, from), text.size()));
}

std::uint32_t count_of(std::string_view text, char byte) {
  constexpr std::size_t kBlock = 16;  // bytes that compilers turn into one step
  constexpr std::size_t kMost = 255;  // that a byte counts to
  std::uint32_t count = 0;
  while (text.size() >= kBlock) {
    std::array<unsigned char, kBlock> counts{};
    const std::size_t blocks = std::min(kMost, text.size() / kBlock);
    for (std::size_t block = 0; block < blocks; ++block) {
      const char* const bytes = text.data() + block * kBlock;
      for (std::size_t i = 0; i < kBlock; ++i)
        counts[i] = static_cast<unsigned char>(counts[i] + (bytes[i] == byte ? 1 : 0));
    }
    for (const unsigned char one : counts) count += one;
    text.remove_prefix(blocks * kBlock);
  }
  return count + static_cast<std::uint32_t>(std::count(text.begin(), text.end(), byte));
}

// Where the line begins that `offset` stands in, of a text whose lines all end with LF.
std::uint32_t line_begin_at(std::string_view text, std::uint32_t offset) {
  return offset == 0 ? 0 : static_cast<std::uint32_t>(text.rfind('\n', offset - 1) + 1);
}

}  // namespace

// To the line before the one that holds `offset`, without looking at each on the way.
void Positions::skip_lines(std::uint32_t offset) {
  const std::string_view text = document_.text;
  if (cr_ < offset) return;
  const std::uint32_t begin = line_begin_at(text, offset);
  const std::uint32_t before = line_begin_at(text, begin - std::min(begin, 1U));
  if (before <= line_.begin) return;
  line_.number += count_of(slice(text, {line_.begin, before}), '\n');
  line_.begin = before;
  find_line_end();
}

void Positions::find_line_end() {
  const std::string_view text = document_.text;
  if (line_.begin == 0 || lf_ < line_.begin) lf_ = find_from(text, '\n', line_.begin);
  if (line_.begin == 0 || cr_ < line_.begin) cr_ = find_from(text, '\r', line_.begin);
  line_.end = std::min(lf_, cr_);
  const bool both = lf_ < text.size() && lf_ == cr_ + 1;
  line_.next = line_.end + (both ? 2 : 1);
}

// The line that holds `offset`, or ends with it.
Positions::Line Positions::line_of(std::uint32_t offset) {
  if (line_.next == 0) find_line_end();
  if (offset >= line_.next) skip_lines(offset);
  while (offset >= line_.next) {
    line_before_ = line_;
    line_.begin = line_.next;
    ++line_.number;
    find_line_end();
  }
  if (offset >= line_.begin) return line_;
  if (offset >= line_before_.begin) return line_before_;
  const std::string_view text = document_.text;
  const LineIndex& lines = document_.lines();
  const std::uint32_t number = lines.to_line_column(text, offset, ColumnUnit::Utf8).line;
  return {number, lines.line_begin(number), lines.line_end(text, number),
          lines.line_begin(number + 1)};
}

Position Positions::at(std::uint32_t offset) {
  const std::string_view text = document_.text;
  const std::uint32_t end = std::min(offset, static_cast<std::uint32_t>(text.size()));
  const Line line = line_of(end);

  Position from{line.begin, line.number + 1, 1};
  for (const Position& known : recent_) {
    if (known.line == from.line && known.offset <= end && known.offset > from.offset) from = known;
  }
  // Inside a line end, columns stay at the line's last one.
  const std::uint32_t counted_to = std::max(from.offset, std::min(end, line.end));
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
