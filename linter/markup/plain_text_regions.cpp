#include "linter/markup/plain_text_regions.h"

#include <algorithm>
#include <utility>

#include "linter/markup/lines.h"
#include "linter/markup/outline.h"
#include "linter/markup/plain_text.h"

namespace personfirst {
namespace {

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// May the line stand between two paragraphs: without words, or with tags of a template language
// alone?
bool may_separate(std::string_view line) {
  return std::ranges::none_of(
             line, [](char c) { return is_ascii_letter(c) || (c >= '0' && c <= '9'); }) ||
         line.find_first_of("{<") != std::string_view::npos;
}

}  // namespace

PlainTextRegions::PlainTextRegions(std::string_view text) : text_(text) {
  for (std::size_t at = text.find('\r'); at != std::string_view::npos;
       at = text.find('\r', at + 1)) {
    if (at + 1 == text.size() || text[at + 1] != '\n') return;
  }
  is_clear_ = true;
}

Span PlainTextRegions::around(std::uint32_t at) {
  Span region{begin_of(at, last_end_), end_of(at)};
  // There may be no prose before the first paragraph: the reader does not stop there.
  if (region.begin == 0) region.end = end_of(region.end);
  last_end_ = region.end;
  return region;
}

Extracted PlainTextRegions::read(Span region) {
  find_heading_above(region.begin);
  bool has_own = false;
  Extracted extracted = read_below(region, known_heading_, has_own);
  known_at_ = region.end;
  return extracted;
}

// `line`: the beginning of one. "b) " begins an item.
bool PlainTextRegions::may_begin_at(std::uint32_t line) const {
  if (line == 0 || !is_ascii_letter(text_[line])) return false;
  if (line + 1 < text_.size() && text_[line + 1] == ')') return false;
  return is_blank(slice(text_, {line_begin(text_, line - 1), line}));
}

std::uint32_t PlainTextRegions::begin_of(std::uint32_t at, std::uint32_t lowest) const {
  std::uint32_t line = line_begin(text_, at);
  while (line > lowest && !may_begin_at(line)) line = line_begin(text_, line - 1);
  return std::max(line, lowest);
}

std::uint32_t PlainTextRegions::end_of(std::uint32_t at) const {
  std::uint32_t line = next_line(text_, at);
  while (line < text_.size() && !may_begin_at(line)) line = next_line(text_, line);
  return line;
}

// Short, and alone (plain_text.h)?
bool PlainTextRegions::may_be_heading(std::uint32_t line) const {
  constexpr std::size_t kMostBytes = 240;  // of 60 characters
  constexpr std::string_view kBlanks = " \t\r\n";
  std::string_view shown = line_at(text_, line);
  shown.remove_prefix(std::min(shown.find_first_not_of(" \t>"), shown.size()));
  shown = shown.substr(0, shown.find_last_not_of(kBlanks) + 1);
  if (shown.empty() || shown.size() > kMostBytes) return false;
  if (line > 0 && !may_separate(slice(text_, {line_begin(text_, line - 1), line}))) return false;
  const std::uint32_t next = next_line(text_, line);
  return next < text_.size() && may_separate(line_at(text_, next));
}

// `heading`: that above it; afterwards that above what follows.
Extracted PlainTextRegions::read_below(Span region, std::string& heading, bool& has_own) const {
  OutlineState above;
  above.heading = heading;
  Outline outline(above);
  // The line behind the region tells how its last paragraph ends.
  const std::string_view rest = text_.substr(region.begin);
  PlainTextReader reader(rest, {0, static_cast<std::uint32_t>(rest.size())}, outline, {});
  std::uint32_t end = 0;
  while (end < region.size()) end = reader.read_to_cut();
  Extracted extracted;
  has_own = false;
  if (end > region.size()) return extracted;  // there is no prose in it
  take_extracted(rest, Format::PlainText, outline, extracted);
  heading = outline.state().heading;
  has_own = outline.has_own_heading();
  return extracted;
}

void PlainTextRegions::find_heading_above(std::uint32_t at) {
  const std::uint32_t known = std::exchange(known_at_, at);
  for (std::uint32_t line = at; line > known;) {
    line = line_begin(text_, line - 1);
    if (!may_be_heading(line)) continue;
    Span region{begin_of(line, known), end_of(line)};
    if (region.begin == 0) region.end = std::min(at, end_of(region.end));
    std::string heading;
    bool has_own = false;
    static_cast<void>(read_below(region, heading, has_own));
    if (has_own) {
      known_heading_ = std::move(heading);
      return;
    }
    line = region.begin;
  }
}

}  // namespace personfirst
