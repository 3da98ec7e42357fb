#include "linter/markup/asciidoc.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "linter/markup/light_markup.h"
#include "linter/markup/text_lines.h"

namespace personfirst {
namespace {

constexpr auto kMarks = std::to_array<InlineMark>({{"``", MarkEffect::Code, true},
                                                   {"**", MarkEffect::Emphasis, true},
                                                   {"__", MarkEffect::Emphasis, true},
                                                   {"`", MarkEffect::Code},
                                                   {"*", MarkEffect::Emphasis},
                                                   {"_", MarkEffect::Emphasis},
                                                   {"##", MarkEffect::Nothing, true},
                                                   {"#", MarkEffect::Nothing},
                                                   {"+", MarkEffect::Code}});

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// link:target[text], https://target[text], <<id,text>>, {attribute}, name:target[text]
InlineSpecial find_special(std::string_view text, std::uint32_t at) {
  constexpr std::size_t kLongest = 400;
  const auto size = static_cast<std::uint32_t>(std::min(text.size(), at + kLongest));
  const auto close_of = [&](std::string_view mark, std::uint32_t from) {
    const std::size_t found = text.substr(0, size).find(mark, from);
    return found == std::string_view::npos ? 0U : static_cast<std::uint32_t>(found);
  };
  if (text.substr(at, 2) == "<<") {
    const std::uint32_t close = close_of(">>", at + 2);
    if (close == 0) return {};
    const std::size_t comma = slice(text, {at, close}).find(',');
    if (comma == std::string_view::npos) return {close + 2, {at, close + 2}, MarkEffect::Code};
    return {close + 2, {at + static_cast<std::uint32_t>(comma) + 1, close}, MarkEffect::Nothing};
  }
  if (text[at] == '{' && at + 1 < size && is_letter(text[at + 1])) {
    const std::uint32_t close = close_of("}", at);
    const bool fits = close != 0 && std::ranges::all_of(slice(text, {at + 1, close}), [](char c) {
                        return is_letter(c) || c == '-' || c == '_' || (c >= '0' && c <= '9');
                      });
    return fits ? InlineSpecial{close + 1, {at, close + 1}, MarkEffect::Code} : InlineSpecial{};
  }
  if (text.substr(at, 2) == "[[") {
    const std::uint32_t close = close_of("]]", at);
    return close == 0 ? InlineSpecial{} : InlineSpecial{close + 2, {at, at}, MarkEffect::Nothing};
  }
  if (!is_letter(text[at])) return {};
  std::uint32_t name = at;
  while (name < size && is_letter(text[name])) ++name;
  if (name >= size || text[name] != ':') return {};
  std::uint32_t target = name + 1;
  while (target < size && !is_space(text[target]) && text[target] != '[') ++target;
  if (target >= size || text[target] != '[') return {};
  const std::uint32_t close = close_of("]", target);
  if (close == 0) return {};
  const std::string_view kind = slice(text, {at, name});
  const Span inside{target + 1, close};
  if (kind == "kbd" || kind == "stem" || kind == "latexmath" || kind == "asciimath" ||
      kind == "menu" || kind == "btn" || kind == "pass")
    return {close + 1, {at, close + 1}, MarkEffect::Code};
  if (kind == "anchor" || kind == "indexterm" || kind == "icon")
    return {close + 1, {at, at}, MarkEffect::Nothing};
  const bool is_link = kind == "link" || kind == "xref" || kind == "image" || kind == "mailto" ||
                       kind == "footnote" || kind == "http" || kind == "https" || kind == "ftp";
  return is_link ? InlineSpecial{close + 1, inside, MarkEffect::Nothing} : InlineSpecial{};
}

bool is_line_of(std::string_view shown, char c, std::size_t least) {
  return shown.size() >= least && std::ranges::all_of(shown, [c](char one) { return one == c; });
}

// "* ", "** ", "- ", ". ", ".. ", "1. ": with the blanks, or 0.
std::uint32_t list_marker(std::string_view shown) {
  std::size_t i = 0;
  while (i < shown.size() && i < 6 && shown[i] == shown[0] &&
         (shown[0] == '*' || shown[0] == '.' || shown[0] == '-'))
    ++i;
  if (i == 0) {
    while (i < shown.size() && i < 4 && shown[i] >= '0' && shown[i] <= '9') ++i;
    if (i == 0 || i >= shown.size() || shown[i] != '.') return 0;
    ++i;
  }
  const std::size_t blanks = i;
  while (i < shown.size() && is_space(shown[i])) ++i;
  return i > blanks && i < shown.size() ? static_cast<std::uint32_t>(i) : 0;
}

class AsciiDocReader {
 public:
  AsciiDocReader(std::string_view text, Outline& outline)
      : text_(text),
        outline_(outline),
        lines_(text, {0, static_cast<std::uint32_t>(text.size())}),
        paragraph_(text, kMarks, find_special) {}

  void read() {
    TextLine line;
    while (lines_.next(line)) {
      if (in_table_) {
        table_line(line);
      } else if (line.is_blank()) {
        flush();
        after_blank_ = true;
      } else {
        see(line);
        after_blank_ = false;
      }
    }
    flush();
    if (in_table_) outline_.close_table();
    leave_list();
  }

 private:
  [[nodiscard]] std::string_view shown(const TextLine& line) const {
    return slice(text_, line.content());
  }

  void see(const TextLine& line) {
    const std::string_view words = shown(line);
    if (words.starts_with("//")) return comment(line);
    if (is_line_of(words, '-', 4) || is_line_of(words, '.', 4) || is_line_of(words, '+', 4) ||
        words.starts_with("```"))
      return skip_to(words.starts_with("```") ? "```" : words);
    if (is_line_of(words, '_', 4)) {
      flush();
      quoted_ = !quoted_;
      return;
    }
    if (is_line_of(words, '=', 4) || is_line_of(words, '*', 4) || words == "--" || words == "+" ||
        words == "'''" || words == "<<<")
      return flush();
    if (words == "|===") return begin_table();
    if (!paragraph_.empty()) return add_line(line);
    if (words[0] == '=' && heading(line)) return;
    if (words[0] == ':' && words.find(':', 1) != std::string_view::npos && line.indent == 0 &&
        words[1] != ' ')
      return;
    if (words[0] == '[' && words.ends_with(']')) return attributes(words);
    if (words[0] == '.' && words.size() > 1 && words[1] != '.' && !is_space(words[1])) {
      kind_ = ProseKind::Caption;
      paragraph_.add_line({line.content().begin + 1, line.span.end});
      return flush();
    }
    if (block_macro(line)) return;
    if (skip_next_) {
      skip_next_ = false;
      return skip_paragraph();
    }
    if (line.indent > 0 && after_blank_ && !list_open_ && list_marker(words) == 0)
      return skip_paragraph();
    add_line(line);
  }

  void comment(const TextLine& line) {
    const std::string_view words = shown(line);
    Span all = line.content();
    if (is_line_of(words, '/', 4)) {
      flush();
      bool is_closed = false;
      for (TextLine next; !is_closed && lines_.next(next);) {
        all.end = next.span.end;
        is_closed = shown(next) == words;
      }
      const auto marks = static_cast<std::uint32_t>(words.size());
      return outline_.add_comment(make_comment(text_, all, marks, is_closed ? marks : 0));
    }
    if (words.starts_with("///")) return add_line(line);
    outline_.add_comment(make_comment(text_, all, 2, 0));
  }

  void skip_to(std::string_view mark) {
    flush();
    skip_next_ = false;
    TextLine line;
    while (lines_.next(line) && shown(line) != mark) {
    }
  }

  void skip_paragraph() {
    while (!lines_.at_end() && !lines_.peek().is_blank()) {
      TextLine line;
      lines_.next(line);
    }
  }

  bool heading(const TextLine& line) {
    const std::string_view words = shown(line);
    const std::size_t marks = words.find_first_not_of('=');
    if (marks == std::string_view::npos || !is_space(words[marks])) return false;
    leave_list();
    kind_ = ProseKind::Heading;
    paragraph_.add_line(
        {line.content().begin + static_cast<std::uint32_t>(marks) + 1, line.span.end});
    flush();
    return true;
  }

  // [source], [quote, Name], [[anchor]]
  void attributes(std::string_view words) {
    for (const std::string_view one : {"[source", "[listing", "[literal", "[stem", "[latexmath",
                                       "[asciimath", "[plantuml", "[pass", "[comment"})
      skip_next_ = skip_next_ || words.starts_with(one);
    quote_next_ = words.starts_with("[quote") || words.starts_with("[verse");
  }

  // image::file[text], include::file[]
  bool block_macro(const TextLine& line) {
    const std::string_view words = shown(line);
    const std::size_t colons = words.find("::");
    const std::size_t open = words.find('[');
    if (colons == std::string_view::npos || open == std::string_view::npos || open < colons ||
        !words.ends_with(']') || !std::ranges::all_of(words.substr(0, colons), is_letter) ||
        words.substr(colons, open - colons).find(' ') != std::string_view::npos)
      return false;
    const std::size_t end = words.find_first_of(",]", open);
    if (words.starts_with("image") && end > open + 1) {
      const std::uint32_t at = line.content().begin;
      kind_ = ProseKind::AltText;
      paragraph_.add_line(
          {at + static_cast<std::uint32_t>(open) + 1, at + static_cast<std::uint32_t>(end)});
      flush();
    }
    return true;
  }

  void add_line(const TextLine& line) {
    Span content = line.content();
    const std::string_view words = shown(line);
    const std::uint32_t marker = list_marker(words);
    const std::size_t term = words.find("::");
    const bool is_term = term != std::string_view::npos && term > 0 &&
                         (term + 2 == words.size() || is_space(words[term + 2]));
    if (marker > 0 && (paragraph_.empty() || list_open_)) {
      flush();
      begin_item();
      content.begin += marker;
    } else if (is_term && (paragraph_.empty() || list_open_)) {
      flush();
      begin_item();
      paragraph_.add_line({content.begin, content.begin + static_cast<std::uint32_t>(term)});
      flush();
      kind_ = ProseKind::ListItem;
      content.begin += static_cast<std::uint32_t>(term) + 2;
      while (!content.empty() && is_space(text_[content.begin])) ++content.begin;
    } else if (paragraph_.empty()) {
      if (after_blank_ && line.indent == 0) leave_list();
      kind_ = list_open_ ? ProseKind::ListItem : ProseKind::Paragraph;
      one_quoted_ = std::exchange(quote_next_, false);
    }
    if (slice(text_, content).ends_with(" +")) content.end -= 2;
    paragraph_.add_line(content);
  }

  void begin_item() {
    if (!list_open_) outline_.open_list();
    list_open_ = true;
    outline_.open_item();
    kind_ = ProseKind::ListItem;
  }

  void begin_table() {
    flush();
    in_table_ = true;
    outline_.open_table();
    row_open_ = false;
  }

  void table_line(const TextLine& line) {
    const std::string_view words = shown(line);
    if (words == "|===") {
      flush();
      in_table_ = false;
      outline_.close_table();
      return;
    }
    if (line.is_blank()) return flush();
    if (words.starts_with("//")) return comment(line);
    std::uint32_t begin = line.content().begin;
    if (words.find('|') != std::string_view::npos && words.find('|') <= 4) {
      flush();
      outline_.open_row();
      row_open_ = true;
    }
    for (std::uint32_t i = begin; i <= line.span.end; ++i) {
      const bool ends =
          i == line.span.end || (text_[i] == '|' && (i == begin || text_[i - 1] != '\\'));
      if (!ends) continue;
      Span part{begin, i};
      while (!part.empty() && is_space(text_[part.begin])) ++part.begin;
      while (!part.empty() && is_space(text_[part.end - 1])) --part.end;
      const bool is_spec = i < line.span.end && part.size() <= 4 && begin == line.content().begin &&
                           text_[i - (i > begin ? 1 : 0)] != ' ';
      if (!is_spec) paragraph_.add_line(part);
      begin = i + 1;
      if (i == line.span.end) break;
      flush();
      outline_.open_cell(false);
      kind_ = ProseKind::TableCell;
    }
    kind_ = ProseKind::TableCell;
  }

  void flush() {
    if (paragraph_.empty()) return;
    Prose prose = paragraph_.take(kind_);
    prose.in_block_quote = quoted_ || std::exchange(one_quoted_, false);
    prose.limits.reserved = "*_`#+|{}[]<>";
    if (!prose.text.empty()) outline_.add(std::move(prose));
    kind_ = in_table_    ? ProseKind::TableCell
            : list_open_ ? ProseKind::ListItem
                         : ProseKind::Paragraph;
  }

  void leave_list() {
    if (list_open_) outline_.close_list();
    list_open_ = false;
  }

  std::string_view text_;
  Outline& outline_;
  TextLines lines_;
  LightMarkup paragraph_;
  ProseKind kind_ = ProseKind::Paragraph;
  bool after_blank_ = true;
  bool list_open_ = false;
  bool in_table_ = false;
  bool row_open_ = false;
  bool quoted_ = false;
  bool quote_next_ = false;
  bool one_quoted_ = false;
  bool skip_next_ = false;
};

}  // namespace

void read_asciidoc(std::string_view text, Outline& outline) {
  AsciiDocReader(text, outline).read();
}

}  // namespace personfirst
