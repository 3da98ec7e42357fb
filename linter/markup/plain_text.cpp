#include "linter/markup/plain_text.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "linter/markup/prose_builder.h"
#include "linter/markup/template_tags.h"
#include "linter/text/find_byte.h"

namespace personfirst {
namespace {

constexpr std::uint32_t kShortLine = 60;       // characters
constexpr std::uint32_t kUnwrappedLine = 120;  // nobody wraps lines later than this

struct Line {
  Span content;  // without the line end, indent, quote marks, list marker and blanks at the end
  std::uint32_t characters = 0;
  bool is_quoted = false;
  bool is_item = false;
  bool has_columns = false;
  bool ends_open = false;  // without punctuation
  bool ends_colon = false;
  bool is_tags = false;  // of a template language, which show nothing
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// True for a letter or digit of any script. Every character outside ASCII counts as one, but for
// no-break space and the dashes, quotation marks, bullets and spaces of U+2000 to U+25FF.
bool has_words(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      if (is_alpha(text[i]) || is_digit(text[i])) return true;
      continue;
    }
    const auto next = static_cast<unsigned char>(i + 1 < text.size() ? text[i + 1] : '\0');
    if (byte == 0xC2 && next == 0xA0) {
      i += 1;
    } else if (byte == 0xE2 && next >= 0x80 && next <= 0x97) {
      i += 2;
    } else {
      return true;
    }
  }
  return false;
}

std::uint32_t skip_blanks(std::string_view text, Span span) {
  while (!span.empty() && (text[span.begin] == ' ' || text[span.begin] == '\t')) ++span.begin;
  return span.begin;
}

// The length of "- ", "• ", "12. ", "b) ", "(3) " with the blanks after it, or 0.
std::uint32_t marker_length(std::string_view line) {
  if (line.size() > 1 && is_alpha(line[0]) && line[1] != ')') return 0;  // as most begin
  std::size_t i = 0;
  constexpr std::string_view kBullets[] = {"-",      "*",      "+",      "\u2022", "\u25E6",
                                           "\u25AA", "\u25CF", "\u2023", "\u00B7", "\u2013"};
  const auto* bullet =
      std::ranges::find_if(kBullets, [&](std::string_view b) { return line.starts_with(b); });
  if (bullet != std::end(kBullets)) {
    i = bullet->size();
  } else {
    const bool parenthesis = line.starts_with('(');
    if (parenthesis) ++i;
    const std::size_t label = i;
    while (i < line.size() && i < label + 3 && is_digit(line[i])) ++i;
    const bool number = i > label;
    if (!number && i < line.size() && is_alpha(line[i])) ++i;
    if (i == label || i >= line.size()) return 0;
    const bool closes = line[i] == ')' || (line[i] == '.' && number && !parenthesis);
    if (!closes) return 0;
    ++i;
  }
  const std::size_t blanks = i;
  while (i < line.size() && (line[i] == ' ' || line[i] == '\t')) ++i;
  return i > blanks && i < line.size() ? static_cast<std::uint32_t>(i) : 0;
}

// The last character, behind closing quotation marks and brackets.
char last_mark(std::string_view line) {
  while (!line.empty()) {
    const char c = line.back();
    if (c == '"' || c == '\'' || c == ')' || c == ']' || c == '*' || c == '_') {
      line.remove_suffix(1);
    } else if (line.ends_with("\u201D") || line.ends_with("\u2019")) {
      line.remove_suffix(3);
    } else if (line.ends_with("\u2026")) {
      return '.';
    } else {
      return c;
    }
  }
  return ' ';
}

// `{% if x %}` on a line of its own.
bool holds_tags_only(std::string_view line) {
  if (line.size() < 4 || !may_begin_tag(line, 0)) return false;
  TemplateTags tags(line);
  for (std::uint32_t i = 0; i < line.size();) {
    if (is_space(line[i])) {
      ++i;
      continue;
    }
    const TemplateTag tag = may_begin_tag(line, i) ? tags.tag_at(i) : TemplateTag{};
    if (tag.end == 0 || tag.kind == TagKind::Shown || line.starts_with("<?")) return false;
    i = tag.end;
  }
  return true;
}

// The notes on such a line.
void add_notes(std::string_view text, Span line, Outline& outline) {
  TemplateTags tags(text.substr(0, line.end));
  for (std::uint32_t i = line.begin; i < line.end;) {
    const TemplateTag tag = may_begin_tag(text, i) ? tags.tag_at(i) : TemplateTag{};
    if (tag.end != 0 && tag.kind == TagKind::Note)
      outline.add_comment(comment_of_tag(text, {i, tag.end}));
    i = tag.end == 0 ? i + 1 : tag.end;
  }
}

std::uint32_t count_characters(std::string_view text) {
  const std::size_t ascii =
      find_byte(text, 0, [](BytesAtOnce byte, BytesAtOnce) { return byte >= 0x80; });
  const auto others = std::ranges::count_if(
      text.substr(ascii), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
  return static_cast<std::uint32_t>(ascii) + static_cast<std::uint32_t>(others);
}

Line read_line(std::string_view text, Span whole) {
  Line line;
  Span content = whole;
  content.begin = skip_blanks(text, content);
  while (!content.empty() && text[content.begin] == '>') {
    line.is_quoted = true;
    ++content.begin;
    content.begin = skip_blanks(text, content);
  }
  while (!content.empty() && is_space(text[content.end - 1])) --content.end;
  const std::uint32_t marker = marker_length(slice(text, content));
  line.is_item = marker > 0;
  content.begin += marker;
  const std::string_view shown = slice(text, content);
  line.is_tags = holds_tags_only(shown);
  if (line.is_tags || !has_words(shown)) {
    line.content = {whole.begin, whole.begin};
    return line;
  }
  line.content = content;
  line.characters = count_characters(shown);
  line.has_columns = shown.find(" | ") != std::string_view::npos;
  const char last = last_mark(shown);
  line.ends_colon = last == ':';
  line.ends_open =
      last != '.' && last != '!' && last != '?' && last != ',' && last != ';' && last != ':';
  return line;
}

}  // namespace

class PlainTextReader::Impl {
 public:
  Impl(std::string_view text, Span range, Outline& outline, State state)
      : text_(text),
        outline_(outline),
        builder_(text),
        at_(range.begin),
        end_(range.end),
        list_open_(state.in_list),
        blank_after_(state.after_blank) {}

  std::uint32_t read_to_cut() {
    while (next_line()) {
      if (line_.content.empty()) {
        if (!builder_.empty()) blank_after_ = true;
        continue;
      }
      const bool ends = !builder_.empty() && (blank_after_ || begins_prose(line_));
      if (ends) end_paragraph(false);
      if (!ends || !may_cut()) {
        add_line();
        continue;
      }
      line_waits_ = true;
      if (!line_.is_item) leave_list();
      return line_begin_;
    }
    end_paragraph(true);
    leave_list();
    return end_;
  }

  [[nodiscard]] State state() const { return {list_open_, blank_after_}; }
  [[nodiscard]] std::uint32_t line_end() const { return at_; }

 private:
  // The line that the last cut was before comes again.
  bool next_line() {
    if (std::exchange(line_waits_, false)) return true;
    if (at_ >= end_) return false;
    line_begin_ = at_;
    const auto end = static_cast<std::uint32_t>(
        find_byte(text_.substr(0, end_), at_,
                  [](BytesAtOnce byte, BytesAtOnce) { return (byte == '\n') | (byte == '\r'); }));
    line_ = read_line(text_, {at_, end});
    if (line_.is_tags) add_notes(text_, {at_, end}, outline_);
    at_ = end;
    if (at_ < end_ && text_[at_] == '\r') ++at_;
    if (at_ < end_ && text_[at_] == '\n' && (at_ == end || text_[at_ - 1] == '\r')) ++at_;
    return true;
  }

  // Between two paragraphs: before this line?
  [[nodiscard]] bool may_cut() const { return line_.is_item ? list_open_ : blank_after_; }

  void add_line() {
    if (builder_.empty()) {
      begin_paragraph(line_);
    } else {
      builder_.space({last_.content.end, line_.content.begin});
      ++lines_;
    }
    builder_.copy(line_.content);
    last_ = line_;
    const bool label = line_.ends_colon && line_.content.size() <= Prose::kMaxContextBytes;
    if (label && lines_ == 1 && !is_item_) label_in_this_ = line_.content;
  }

  [[nodiscard]] bool begins_prose(const Line& line) const {
    if (line.is_item || line.is_quoted != last_.is_quoted) return true;
    if (line.has_columns || last_.has_columns || last_.characters > kUnwrappedLine) return true;
    const char first = text_[line.content.begin];
    return last_.characters < kShortLine && last_.ends_open && !(first >= 'a' && first <= 'z');
  }

  void begin_paragraph(const Line& line) {
    blank_before_ = blank_after_;
    blank_after_ = false;
    lines_ = 1;
    is_item_ = line.is_item;
    if (is_item_ || blank_before_) label_ = {};
    if (is_item_) {
      if (!list_open_) outline_.open_list();
      list_open_ = true;
      outline_.open_item();
    } else {
      leave_list();
    }
  }

  void end_paragraph(bool at_end) {
    if (builder_.empty()) return;
    const bool alone = lines_ == 1 && blank_before_ && blank_after_ && !at_end;
    const bool heading = alone && !is_item_ && last_.characters < kShortLine &&
                         !last_.has_columns && (last_.ends_open || last_.ends_colon);
    const ProseKind kind = heading    ? ProseKind::Heading
                           : is_item_ ? ProseKind::ListItem
                                      : ProseKind::Paragraph;
    Prose prose = builder_.take(kind);
    prose.in_block_quote = last_.is_quoted;
    if (kind == ProseKind::Paragraph) prose.introduced_by = slice(text_, label_);
    if (label_in_this_) label_ = *std::exchange(label_in_this_, std::nullopt);
    outline_.add(std::move(prose));
  }

  void leave_list() {
    if (list_open_) outline_.close_list();
    list_open_ = false;
  }

  std::string_view text_;
  Outline& outline_;
  ProseBuilder builder_;
  std::uint32_t at_;
  std::uint32_t end_;
  Line line_;  // the last one read
  std::uint32_t line_begin_ = 0;
  bool line_waits_ = false;
  Line last_;                // of the open paragraph
  std::uint32_t lines_ = 0;  // likewise
  bool is_item_ = false;
  // "ALLERGIES:", with more lines below and no blank one between: what those stand under.
  Span label_;
  std::optional<Span> label_in_this_;  // of the open paragraph, for the next ones
  bool list_open_;
  bool blank_before_ = false;
  bool blank_after_;  // since the last paragraph; at the start, too
};

PlainTextReader::PlainTextReader(std::string_view text, Span range, Outline& outline, State state)
    : impl_(std::make_unique<Impl>(text, range, outline, state)) {}
PlainTextReader::~PlainTextReader() = default;
std::uint32_t PlainTextReader::read_to_cut() { return impl_->read_to_cut(); }
PlainTextReader::State PlainTextReader::state() const { return impl_->state(); }
std::uint32_t PlainTextReader::line_end() const { return impl_->line_end(); }

void read_plain_text(std::string_view text, Span range, Outline& outline) {
  PlainTextReader reader(text, range, outline, {});
  while (reader.read_to_cut() < range.end) {
  }
}

}  // namespace personfirst
