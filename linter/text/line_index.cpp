#include "linter/text/line_index.h"

#include <algorithm>
#include <cstddef>

#include "linter/text/utf8.h"

namespace personfirst {
namespace {

constexpr std::uint32_t kStride = 1024;

std::uint32_t find_from(std::string_view text, char byte, std::uint32_t from) {
  return static_cast<std::uint32_t>(std::min(text.find(byte, from), text.size()));
}

}  // namespace

LineIndex::LineIndex(std::string_view text) : size_(static_cast<std::uint32_t>(text.size())) {
  std::uint32_t lf = find_from(text, '\n', 0);
  std::uint32_t cr = find_from(text, '\r', 0);
  for (std::uint32_t begin = 0;;) {
    const std::uint32_t end = std::min(lf, cr);
    if (end - begin > kStride) add_milestones(text, begin, end);
    if (end == size_) break;
    const bool both = lf < size_ && lf == cr + 1;
    begin = end + (both ? 2 : 1);
    line_begins_.push_back(begin);
    if (lf < begin) lf = find_from(text, '\n', begin);
    if (cr < begin) cr = find_from(text, '\r', begin);
  }
}

std::size_t LineIndex::line_of(std::uint32_t offset) const {
  const auto next = std::upper_bound(line_begins_.begin(), line_begins_.end(), offset);
  return static_cast<std::size_t>(next - line_begins_.begin()) - 1;
}

void LineIndex::replace(std::string_view text, Span replaced, std::uint32_t inserted) {
  // Whole lines are read anew; the one before too, where its CR may have met an LF.
  const std::size_t first = line_of(replaced.begin - (replaced.begin > 0 ? 1 : 0));
  const std::size_t after = line_of(replaced.end) + 1;
  const std::uint32_t begin = line_begins_[first];
  const std::uint32_t old_end = after < line_begins_.size() ? line_begins_[after] : size_;
  const std::uint32_t shift = inserted - replaced.size();  // modulo 2^32, as all sums with it
  LineIndex part(text.substr(begin, old_end + shift - begin));
  if (after < line_begins_.size()) part.line_begins_.pop_back();  // that line is there already
  for (std::uint32_t& at : part.line_begins_) at += begin;
  for (Milestone& at : part.milestones_) at.offset += begin;

  const auto place = [](auto& all, std::size_t from, std::size_t to, const auto& fresh) {
    const auto at = all.erase(all.begin() + static_cast<std::ptrdiff_t>(from),
                              all.begin() + static_cast<std::ptrdiff_t>(to));
    all.insert(at, fresh.begin(), fresh.end());
  };
  for (std::size_t i = after; i < line_begins_.size(); ++i) line_begins_[i] += shift;
  place(line_begins_, first, std::min(after, line_begins_.size()), part.line_begins_);

  const auto behind = [this](std::uint32_t offset) {
    const auto found =
        std::upper_bound(milestones_.begin(), milestones_.end(), offset,
                         [](std::uint32_t o, const Milestone& m) { return o < m.offset; });
    return static_cast<std::size_t>(found - milestones_.begin());
  };
  const std::size_t from = behind(begin);
  const std::size_t to = behind(old_end);
  for (std::size_t i = to; i < milestones_.size(); ++i) milestones_[i].offset += shift;
  place(milestones_, from, to, part.milestones_);
  size_ += shift;
}

std::uint32_t LineIndex::line_count() const {
  return static_cast<std::uint32_t>(line_begins_.size());
}

std::uint32_t LineIndex::line_begin(std::uint32_t line) const {
  return line < line_begins_.size() ? line_begins_[line] : size_;
}

std::uint32_t LineIndex::line_end(std::string_view text, std::uint32_t line) const {
  const std::uint32_t begin = line_begin(line);
  std::uint32_t end = std::min(line_begin(line + 1), static_cast<std::uint32_t>(text.size()));
  if (line + 1 >= line_begins_.size())
    return std::max(begin, end);  // the last line has no line end
  if (end > begin && text[end - 1] == '\n') --end;
  if (end > begin && text[end - 1] == '\r') --end;
  return end;
}

std::uint32_t LineIndex::column_of(const Milestone& milestone, ColumnUnit unit) {
  return unit == ColumnUnit::Utf16 ? milestone.utf16 : milestone.utf32;
}

// One character on.
void LineIndex::step(std::string_view text, Milestone& at) {
  std::uint32_t length = 0;
  const char32_t c = decode_at(text, at.offset, &length);
  at.offset += length;
  at.utf16 += c > 0xFFFF ? 2 : 1;
  at.utf32 += 1;
}

void LineIndex::add_milestones(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  Milestone at{begin, 0, 0};
  while (at.offset < end) {
    const std::uint32_t stop = end - at.offset > kStride ? at.offset + kStride : end;
    while (at.offset < stop) {
      const std::uint32_t run = ascii_end(text, at.offset, stop) - at.offset;
      at = {at.offset + run, at.utf16 + run, at.utf32 + run};
      if (at.offset < stop) step(text, at);
    }
    milestones_.push_back(at);
  }
}

LineColumn LineIndex::to_line_column(std::string_view text, std::uint32_t offset,
                                     ColumnUnit unit) const {
  text = text.substr(0, size_);
  offset = character_begin(text, offset);
  if (offset > 0 && offset < text.size() && text[offset] == '\n' && text[offset - 1] == '\r')
    --offset;
  const auto line = static_cast<std::uint32_t>(line_of(offset));
  const std::uint32_t begin = line_begins_[line];
  if (unit == ColumnUnit::Utf8) return {line, offset - begin};

  Milestone at{begin, 0, 0};
  const auto after =
      std::upper_bound(milestones_.begin(), milestones_.end(), offset,
                       [](std::uint32_t o, const Milestone& m) { return o < m.offset; });
  if (after != milestones_.begin() && std::prev(after)->offset > begin) at = *std::prev(after);
  while (at.offset < offset) {
    const std::uint32_t run = ascii_end(text, at.offset, offset) - at.offset;
    at = {at.offset + run, at.utf16 + run, at.utf32 + run};
    if (at.offset < offset) step(text, at);
  }
  return {line, column_of(at, unit)};
}

std::uint32_t LineIndex::to_offset(std::string_view text, LineColumn position,
                                   ColumnUnit unit) const {
  text = text.substr(0, size_);
  if (position.line >= line_begins_.size()) return static_cast<std::uint32_t>(text.size());
  const std::uint32_t begin = line_begins_[position.line];
  const std::uint32_t end = line_end(text, position.line);
  const std::uint32_t wanted = position.column;
  if (wanted >= end - begin) {
    // No unit is finer than a byte.
    return end;
  }
  if (unit == ColumnUnit::Utf8) return character_begin(text, begin + wanted);

  Milestone at{begin, 0, 0};
  const auto first =
      std::upper_bound(milestones_.begin(), milestones_.end(), begin,
                       [](std::uint32_t o, const Milestone& m) { return o < m.offset; });
  const auto last =
      std::upper_bound(first, milestones_.end(), end,
                       [](std::uint32_t o, const Milestone& m) { return o < m.offset; });
  const auto after = std::upper_bound(
      first, last, wanted,
      [unit](std::uint32_t column, const Milestone& m) { return column < column_of(m, unit); });
  if (after != first) at = *std::prev(after);
  while (at.offset < end && column_of(at, unit) < wanted) {
    const std::uint32_t left = wanted - column_of(at, unit);
    const std::uint32_t stop = end - at.offset > left ? at.offset + left : end;
    const std::uint32_t run = ascii_end(text, at.offset, stop) - at.offset;
    at = {at.offset + run, at.utf16 + run, at.utf32 + run};
    if (at.offset == stop) continue;
    Milestone next = at;
    step(text, next);
    if (column_of(next, unit) > wanted) break;  // in the middle of a surrogate pair
    at = next;
  }
  return at.offset;
}

}  // namespace personfirst
