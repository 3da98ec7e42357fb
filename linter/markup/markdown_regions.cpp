#include "linter/markup/markdown_regions.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>

#include "linter/markup/front_matter.h"
#include "linter/markup/lines.h"
#include "linter/markup/markdown.h"
#include "linter/markup/outline.h"
#include "linter/markup/prose_builder.h"
#include "linter/markup/simple_markdown.h"

namespace personfirst {
namespace {

// The marks of quotations and items, and what may stand between them.
constexpr std::array<bool, 256> kContainerMarks = [] {
  std::array<bool, 256> marks{};
  for (const char c : std::string_view(" \t>-+*0123456789.)"))
    marks[static_cast<unsigned char>(c)] = true;
  return marks;
}();

// Where the first byte stands that is none of them.
std::size_t behind_marks(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() && kContainerMarks[static_cast<unsigned char>(line[at])]) ++at;
  return at < line.size() ? at : std::string_view::npos;
}

std::uint32_t size_of(std::string_view text) { return static_cast<std::uint32_t>(text.size()); }

bool starts_with_any_case(std::string_view text, std::string_view lower) {
  const auto same = [](char a, char b) {
    return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
  };
  return text.size() >= lower.size() && std::equal(lower.begin(), lower.end(), text.begin(),
                                                   [&](char b, char a) { return same(a, b); });
}

// A line that begins with `<`: may the HTML in it go on behind blank lines?
bool may_outlast_blank_lines(std::string_view line) {
  if (line.starts_with("<!--")) return line.find("-->") == std::string_view::npos;
  if (line.starts_with("<!") || line.starts_with("<?")) return true;
  return std::ranges::any_of(
      std::initializer_list<std::string_view>{"<script", "<pre", "<style", "<textarea"},
      [&](std::string_view tag) { return starts_with_any_case(line, tag); });
}

// To Markdown, which takes form feeds for text.
bool is_blank_line(std::string_view line) {
  return line.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::size_t run_length(std::string_view text, char c) {
  const std::size_t end = text.find_first_not_of(c);
  return end == std::string_view::npos ? text.size() : end;
}

// May this line make a heading by what it begins with, whatever is around it? `mark`: where the
// first byte stands that is no mark of a container.
bool may_make_heading(std::string_view line, std::size_t mark) {
  if (mark == std::string_view::npos || line[mark] == '\n' || line[mark] == '\r')
    return line.find('-') != std::string_view::npos;
  return line[mark] == '#' || line[mark] == '=';
}

// A paragraph, perhaps in quotations, with text before any markup.
bool begins_with_text(std::string_view paragraph) {
  while (paragraph.starts_with("> ")) paragraph.remove_prefix(2);
  if (paragraph.empty()) return false;
  const char first = paragraph.front();
  if (first >= '0' && first <= '9') {  // the number of an item?
    const std::size_t end = paragraph.find_first_not_of("0123456789");
    return end != std::string_view::npos && paragraph[end] != '.' && paragraph[end] != ')';
  }
  return is_ascii_letter(first) || first == '"' || first == '\'' || first == '(' ||
         static_cast<unsigned char>(first) >= 0x80;
}

// May the line before this one be blank? Most are not.
bool may_end_blank_line(std::string_view text, std::uint32_t line) {
  return line < 2 || is_space(text[line - 2]);
}

}  // namespace

// Goes once through all lines: fenced code, headings, and what makes the document unclear.
class MarkdownRegions::LineReader {
 public:
  LineReader(std::string_view text, std::uint64_t brackets, std::vector<Span>& fences,
             std::vector<std::uint32_t>& headings)
      : text_(text), brackets_(brackets), fences_(fences), headings_(headings) {}

  // False: unclear.
  bool run(std::uint32_t begin) {
    for (std::uint32_t at = begin; at < text_.size();) {
      if (text_[at] == '\n') {  // as most do that begin with no letter
        ++lines_;
        end_run();
        ++at;
        continue;
      }
      const std::uint32_t next = next_line(text_, at);
      if (is_ascii_letter(text_[at])) {  // as most do
        ++lines_;
        cells_ += columns_;
        at = next;
        continue;
      }
      const std::string_view line = slice(text_, {at, next});
      const std::size_t mark = behind_marks(line);
      if (may_make_heading(line, mark)) headings_.push_back(at);
      count(line, mark);
      at = next;
      if (mark == std::string_view::npos) continue;
      const std::string_view rest = line.substr(mark);
      if (rest.front() == '<' && may_outlast_blank_lines(rest)) return false;
      has_html_ = has_html_ || rest.front() == '<';
      if (!rest.starts_with("```") && !rest.starts_with("~~~")) continue;
      const std::size_t length = run_length(rest, rest.front());
      const bool is_code = rest.front() == '`' && rest.find('`', length) != std::string_view::npos;
      if (is_code) continue;
      // What it is in an open block, only a parser knows. (md4c takes it for a row of a table.)
      if (mark > 0 || columns_ > 0 || has_html_) return false;
      at = end_of_fence(next, rest.front(), length);
      fences_.push_back({next - size_of(line), at});
      end_run();
    }
    end_run();
    return keeps_bounds();
  }

 private:
  std::uint32_t end_of_fence(std::uint32_t at, char c, std::size_t length) const {
    constexpr std::size_t kDeepest = 3;
    while (at < text_.size()) {
      const std::string_view line = line_at(text_, at);
      at += size_of(line);
      const std::size_t indent = run_length(line, ' ');
      const std::string_view rest = line.substr(indent);
      const std::size_t marks = run_length(rest, c);
      // md4c lets spaces alone stand behind the marks.
      const bool ends = rest.find_first_not_of(" \r\n", marks) == std::string_view::npos;
      if (indent <= kDeepest && marks >= length && ends) return at;
    }
    return size_of(text_);
  }

  void count(std::string_view line, std::size_t mark) {
    ++lines_;
    const bool is_plain = mark != std::string_view::npos && line[mark] != '|' &&
                          line[mark] != ':' && line[mark] != '\n' && line[mark] != '\r';
    if (!is_plain) {
      if (is_blank_line(line)) return end_run();
      // The line under a table's header: each line below is filled up to as many cells.
      if (line.find_first_not_of("|:- \t>\r\n") == std::string_view::npos)
        columns_ = static_cast<std::uint64_t>(std::ranges::count(line, '|')) + 1;
    }
    cells_ += columns_;
  }

  void end_run() {
    most_lines_ = std::max(most_lines_, lines_);
    lines_ = columns_ = 0;
    has_html_ = false;
  }

  // Of what read_markdown() gives up at, nothing is near.
  [[nodiscard]] bool keeps_bounds() const {
    return brackets_ * most_lines_ <= 1'000'000'000 && cells_ <= 100'000 + 4 * text_.size();
  }

  std::string_view text_;
  std::uint64_t brackets_;
  std::vector<Span>& fences_;
  std::vector<std::uint32_t>& headings_;
  std::uint64_t lines_ = 0, most_lines_ = 0;  // between blank ones
  std::uint64_t columns_ = 0, cells_ = 0;
  bool has_html_ = false;  // since the last blank line
};

MarkdownRegions::MarkdownRegions(std::string_view text) : Regions(text) {
  Outline unused;
  front_matter_ = read_front_matter(text, unused);
  if (has_old_line_ends(text)) return;
  std::uint64_t brackets = 0;
  for (std::size_t at = text.find(']'); at != std::string_view::npos; at = text.find(']', at + 1)) {
    ++brackets;
    if (at + 1 < text.size() && text[at + 1] == ':') return;
  }
  if (front_matter_ > 0) headings_.push_back(0);  // its title may be one
  if (!LineReader(text, brackets, fences_, headings_).run(front_matter_)) return;
  find_html_headings();
  set_clear();
}

void MarkdownRegions::find_html_headings() {
  const std::size_t others = headings_.size();
  const std::string_view all = text();
  for (std::size_t at = all.find('<', front_matter_); at != std::string_view::npos;
       at = all.find('<', at + 1)) {
    const std::string_view name = all.substr(at + 1, 1);
    if (name != "h" && name != "H") continue;
    const std::uint32_t line = line_begin(all, static_cast<std::uint32_t>(at));
    if (block_at(line) == nullptr) headings_.push_back(line);
  }
  if (headings_.size() == others) return;
  std::ranges::sort(headings_);
  headings_.erase(std::unique(headings_.begin(), headings_.end()), headings_.end());
}

bool MarkdownRegions::may_begin_at(std::uint32_t line) const {
  if (line <= front_matter_ || !may_end_blank_line(text(), line)) return false;
  const std::string_view rest = text().substr(line);
  if (rest.front() == '#') {
    constexpr std::size_t kLevels = 6;
    const std::size_t marks = run_length(rest.substr(0, kLevels + 1), '#');
    if (marks > kLevels || rest.size() <= marks + 1 || rest[marks] != ' ') return false;
    if (!is_ascii_letter(rest[marks + 1])) return false;
  } else if (!begins_with_text(rest)) {
    return false;
  }
  const std::uint32_t before = line_begin(text(), line - 1);
  if (!is_blank_line(slice(text(), {before, line}))) return false;
  if (rest.front() == '#') return true;
  // The header of a table, which what stands above may introduce?
  const std::string_view second = line_at(text(), next_line(text(), line));
  const std::size_t first = second.find_first_not_of(" \t>");
  return first == std::string_view::npos ||
         std::string_view("|:-").find(second[first]) == std::string_view::npos;
}

// A list or code may go on behind a blank line. What stands before it is read in the same way
// without that: whether a list's items hold paragraphs makes no other prose.
std::uint32_t MarkdownRegions::end_behind(std::uint32_t last, Span region) const {
  std::uint32_t line = line_begin(text(), std::max(last, front_matter_));
  bool is_in_text = false;
  while (line < region.end) {
    if (const Span* block = block_at(line)) {
      line = block->end;
      is_in_text = true;
      continue;
    }
    const std::uint32_t next = next_line(text(), line);
    const bool is_blank = is_blank_line(slice(text(), {line, next}));
    if (is_blank && is_in_text) return next;
    is_in_text = !is_blank;
    line = next;
  }
  return region.end;
}

const Span* MarkdownRegions::block_at(std::uint32_t at) const {
  const auto after = std::ranges::upper_bound(fences_, at, {}, &Span::begin);
  if (after == fences_.begin() || std::prev(after)->end <= at) return nullptr;
  return &*std::prev(after);
}

std::optional<std::uint32_t> MarkdownRegions::last_heading_line(Span range) const {
  const auto behind = std::ranges::lower_bound(headings_, range.end);
  if (behind == headings_.begin() || *std::prev(behind) < range.begin) return std::nullopt;
  return *std::prev(behind);
}

ReadRegion MarkdownRegions::read(Span region, const std::string& heading,
                                 const WantsProse& wants) const {
  OutlineState above;
  above.heading = heading;
  const std::string_view part = slice(text(), region);
  const bool has_front_matter = region.begin == 0 && front_matter_ > 0;
  std::optional<Outline> outline;
  if (!has_front_matter) outline = read_simple_markdown(part, above);
  if (!outline) {
    outline.emplace(above);
    const std::uint32_t begin = has_front_matter ? read_front_matter(part, *outline) : 0;
    MarkdownPart reading{part, begin, most_markdown_events(text().size())};
    reading.count_load = false;
    static_cast<void>(read_markdown_part(reading, *outline));
  }
  ReadRegion read;
  take_extracted(part, Format::Markdown, *outline, read.extracted, wants);
  read.heading = outline->take_heading();
  read.has_own_heading = outline->has_own_heading();
  return read;
}

}  // namespace personfirst
