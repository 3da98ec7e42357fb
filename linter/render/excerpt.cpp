#include "linter/render/excerpt.h"

#include <algorithm>
#include <string_view>

#include "linter/render/printable.h"
#include "linter/text/words.h"

namespace personfirst {
namespace {

constexpr std::string_view kEllipsis = "…";
// More bytes than this for each column are not looked at: four a character, and a combining mark or
// two.
constexpr std::uint32_t kBytesPerColumn = 16;

std::uint32_t width_of(std::string_view text) { return display_width(printable(text)); }

// The longest beginning of `text` that fits. Characters without a width stay with the one before
// them.
std::string_view fitting_prefix(std::string_view text, std::uint32_t columns) {
  const std::size_t most = std::min<std::size_t>(text.size(), kBytesPerColumn * columns);
  std::uint32_t size = 0;
  std::uint32_t used = 0;
  std::uint32_t step = 0;
  for (; size < most; size += step) {
    static_cast<void>(decode_at(text, size, &step));
    used += width_of(text.substr(size, step));
    if (used > columns) break;
  }
  return text.substr(0, size);
}

// The longest ending of `text` that fits and begins with a character that has a width.
std::string_view fitting_suffix(std::string_view text, std::uint32_t columns) {
  const std::size_t bytes = std::min<std::size_t>(text.size(), kBytesPerColumn * columns);
  const auto end = static_cast<std::uint32_t>(text.size());
  const auto least = static_cast<std::uint32_t>(text.size() - bytes);
  std::uint32_t best = end;
  std::uint32_t used = 0;
  std::uint32_t step = 0;
  for (std::uint32_t at = end; at > least;) {
    static_cast<void>(decode_before(text, at, &step));
    at -= step;
    const std::uint32_t width = width_of(text.substr(at, step));
    used += width;
    if (used > columns) break;
    if (width > 0) best = at;
  }
  return text.substr(best);
}

}  // namespace

Excerpt make_excerpt(const Document& document, Span span, std::uint32_t max_columns) {
  const std::string_view text = document.text;
  const std::uint32_t line =
      document.lines().to_line_column(text, span.begin, ColumnUnit::Utf8).line;
  const std::uint32_t line_begin = document.lines().line_begin(line);
  const std::uint32_t line_end = document.lines().line_end(text, line);
  const std::uint32_t marked_end = std::clamp(span.end, span.begin, std::max(line_end, span.begin));

  const std::string_view marked =
      fitting_prefix(slice(text, {span.begin, marked_end}), max_columns);
  const std::uint32_t marked_width = width_of(marked);
  const std::string_view before = slice(text, {line_begin, span.begin});
  const std::uint32_t marked_stop = span.begin + static_cast<std::uint32_t>(marked.size());
  const std::string_view after = slice(text, {marked_stop, std::max(line_end, marked_stop)});

  // A third of the room goes to what stands before, unless what follows needs less than the rest.
  const std::uint32_t room = max_columns - std::min(marked_width, max_columns);
  std::string_view after_shown = fitting_prefix(after, room);
  const std::uint32_t left_room = std::max(room / 3, room - std::min(width_of(after_shown), room));
  const std::string_view before_shown = fitting_suffix(before, left_room);
  const std::uint32_t before_width = width_of(before_shown);
  after_shown = fitting_prefix(after, room - std::min(before_width, room));

  Excerpt excerpt;
  excerpt.indent = before_width;
  excerpt.width = std::max(marked_width, 1U);
  if (before_shown.size() < before.size()) {
    excerpt.line += kEllipsis;
    excerpt.indent += 1;
  }
  excerpt.line += printable(before_shown);
  excerpt.line += printable(marked);
  excerpt.line += printable(after_shown);
  if (after_shown.size() < after.size()) excerpt.line += kEllipsis;
  return excerpt;
}

}  // namespace personfirst
