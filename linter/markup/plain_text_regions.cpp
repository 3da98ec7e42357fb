#include "linter/markup/plain_text_regions.h"

#include <algorithm>

#include "linter/markup/lines.h"
#include "linter/markup/outline.h"
#include "linter/markup/plain_text.h"
#include "linter/text/find_byte.h"

namespace personfirst {
namespace {

// May the line stand between two paragraphs: without words, or with tags of a template language
// alone?
bool may_separate(std::string_view line) {
  const auto is_word = [](char c) { return is_ascii_letter(c) || (c >= '0' && c <= '9'); };
  const auto begins_tag = [](BytesAtOnce byte, BytesAtOnce) {
    return (byte == '{') | (byte == '<');
  };
  return std::ranges::none_of(line, is_word) || find_byte(line, 0, begins_tag) < line.size();
}

}  // namespace

PlainTextRegions::PlainTextRegions(std::string_view text) : Regions(text) {
  if (!has_old_line_ends(text)) set_clear();
}

// "b) " begins an item.
bool PlainTextRegions::may_begin_at(std::uint32_t line) const {
  if (line == 0 || !is_ascii_letter(text()[line])) return false;
  if (line + 1 < text().size() && text()[line + 1] == ')') return false;
  return is_blank(slice(text(), {line_begin(text(), line - 1), line}));
}

std::optional<std::uint32_t> PlainTextRegions::last_heading_line(Span range) const {
  for (std::uint32_t line = range.end; line > range.begin;) {
    line = line_begin(text(), line - 1);
    if (may_hold_heading(line)) return line;
  }
  return std::nullopt;
}

// Short, and alone (plain_text.h)?
bool PlainTextRegions::may_hold_heading(std::uint32_t line) const {
  constexpr std::size_t kMostBytes = 240;  // of 60 characters
  constexpr std::string_view kBlanks = " \t\r\n";
  std::string_view shown = line_at(text(), line);
  shown.remove_prefix(std::min(shown.find_first_not_of(" \t>"), shown.size()));
  shown = shown.substr(0, shown.find_last_not_of(kBlanks) + 1);
  if (shown.empty() || shown.size() > kMostBytes) return false;
  if (line > 0 && !may_separate(slice(text(), {line_begin(text(), line - 1), line}))) return false;
  const std::uint32_t next = next_line(text(), line);
  return next < text().size() && may_separate(line_at(text(), next));
}

ReadRegion PlainTextRegions::read(Span region, const std::string& heading,
                                  const WantsProse& wants) const {
  OutlineState above;
  above.heading = heading;
  Outline outline(above);
  // The line behind the region tells how its last paragraph ends.
  const std::string_view rest = text().substr(region.begin);
  PlainTextReader reader(rest, {0, static_cast<std::uint32_t>(rest.size())}, outline, {});
  std::uint32_t end = 0;
  while (end < region.size()) end = reader.read_to_cut();
  if (end > region.size()) return {{}, heading};  // there is no prose in it
  ReadRegion read;
  take_extracted(rest, Format::PlainText, outline, read.extracted, wants);
  read.heading = outline.take_heading();
  read.has_own_heading = outline.has_own_heading();
  return read;
}

}  // namespace personfirst
