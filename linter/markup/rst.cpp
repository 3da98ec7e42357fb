#include "linter/markup/rst.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <utility>
#include <vector>

#include "linter/markup/light_markup.h"
#include "linter/markup/text_lines.h"

namespace personfirst {
namespace {

constexpr auto kMarks = std::to_array<InlineMark>({{"``", MarkEffect::Code},
                                                   {"**", MarkEffect::Emphasis},
                                                   {"*", MarkEffect::Emphasis},
                                                   {"|", MarkEffect::Code}});

template <typename List>
bool is_in(const List& list, std::string_view name) {
  return std::ranges::find(list, name) != std::end(list);
}

// Directives whose content is no prose.
constexpr auto kSkipped = std::to_array<std::string_view>(
    {"autoclass",  "autofunction",   "automodule", "automethod", "bibliography",
     "code",       "code-block",     "contents",   "csv-table",  "default-role",
     "doctest",    "graphviz",       "highlight",  "image",      "include",
     "index",      "literalinclude", "math",       "meta",       "parsed-literal",
     "plantuml",   "productionlist", "prompt",     "raw",        "role",
     "sourcecode", "tabularcolumns", "testcode",   "testoutput", "toctree",
     "unicode"});
// Directives whose argument is prose.
constexpr auto kTitled = std::to_array<std::string_view>(
    {"admonition", "attention",  "caution",      "centered",       "danger",    "deprecated",
     "epigraph",   "error",      "highlights",   "hint",           "important", "list-table",
     "note",       "pull-quote", "rubric",       "seealso",        "sidebar",   "table",
     "tip",        "topic",      "versionadded", "versionchanged", "warning"});
// Roles whose text is read as words.
constexpr auto kWordRoles = std::to_array<std::string_view>(
    {"abbr", "dfn", "doc", "emphasis", "guilabel", "menuselection", "ref", "strong", "sub",
     "subscript", "sup", "superscript", "t", "term", "title", "title-reference"});

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || c == '.' || c == ':';
}

// `text <target>`: the text alone.
Span without_target(std::string_view text, Span inside) {
  const std::string_view shown = slice(text, inside);
  const std::size_t target = shown.rfind(" <");
  if (!shown.ends_with('>') || target == std::string_view::npos) return inside;
  return {inside.begin, inside.begin + static_cast<std::uint32_t>(target)};
}

// :role:`text`, `text <url>`_, |name|, [1]_, name_, \*
InlineSpecial find_special(std::string_view text, std::uint32_t at) {
  constexpr std::uint32_t kLongest = 300;
  const auto find = [&](std::string_view what, std::uint32_t from) {
    const std::size_t found =
        text.substr(0, std::min<std::size_t>(text.size(), from + kLongest)).find(what, from);
    return found == std::string_view::npos ? 0 : static_cast<std::uint32_t>(found);
  };
  std::uint32_t tick = at;
  std::string_view role;
  if (text[at] == ':') {
    std::uint32_t end = at + 1;
    while (end < text.size() && end < at + 40 && is_word_byte(text[end])) ++end;
    if (end == at + 1 || end >= text.size() || text[end] != '`' || text[end - 1] != ':') return {};
    role = text.substr(at + 1, end - at - 2);
    tick = end;
  } else if (text[at] == '\\' && at + 1 < text.size()) {
    return {at + 2, {at + 1, text[at + 1] == ' ' ? at + 1 : at + 2}, MarkEffect::Nothing};
  } else if (text[at] == '_' && at > 0 && is_word_byte(text[at - 1])) {
    const std::uint32_t end = text.substr(at, 2) == "__" ? at + 2 : at + 1;
    const bool ends_word =
        end >= text.size() || !is_word_byte(text[end]) || text[end] == '.' || text[end] == ':';
    return ends_word ? InlineSpecial{end, {at, at}, MarkEffect::Nothing} : InlineSpecial{};
  } else if (text[at] == '[') {
    const std::uint32_t close = find("]_", at);
    if (close == 0 || slice(text, {at, close}).find(' ') != std::string_view::npos) return {};
    return {close + 2, {at, close + 2}, MarkEffect::Code};
  }
  if (text[tick] != '`' || text.substr(tick, 2) == "``") return {};
  const std::uint32_t close = find("`", tick + 1);
  if (close <= tick + 1) return {};
  const Span inside{tick + 1, close};
  std::uint32_t end = close + 1;
  while (end < text.size() && text[end] == '_') ++end;
  if (role.empty() && end < text.size() && text[end] == ':') {  // `text`:role:
    const std::uint32_t last = find(":", end + 1);
    if (last > end + 1 && std::ranges::all_of(slice(text, {end, last}), is_word_byte)) {
      role = slice(text, {end + 1, last});
      end = last + 1;
    }
  }
  const bool is_words = role.empty() || is_in(kWordRoles, role);
  return {end, without_target(text, inside), is_words ? MarkEffect::Emphasis : MarkEffect::Code};
}

// "====": the character of a line of one mark, or 0.
char ruler_of(std::string_view shown) {
  constexpr std::string_view kMarksOfRulers = "=-`:.'\"~^_*+#<>";
  if (shown.size() < 2 || kMarksOfRulers.find(shown[0]) == std::string_view::npos) return '\0';
  return std::ranges::all_of(shown, [&](char c) { return c == shown[0]; }) ? shown[0] : '\0';
}

// "=====  ====": of a simple table.
bool is_table_ruler(std::string_view shown) {
  return std::ranges::all_of(shown, [](char c) { return c == '=' || c == ' '; }) &&
         shown.find("= ") != std::string_view::npos && shown.size() > 4;
}

// The length of "- ", "* ", "#. ", "12. ", "(a) " with its blanks, or 0.
std::uint32_t list_marker(std::string_view shown) {
  std::size_t i = 0;
  if (shown.size() > 1 && (shown[0] == '-' || shown[0] == '*' || shown[0] == '+')) {
    i = 1;
  } else {
    if (shown.starts_with('(')) ++i;
    const std::size_t label = i;
    while (i < shown.size() && i < label + 3 &&
           ((shown[i] >= '0' && shown[i] <= '9') || shown[i] == '#'))
      ++i;
    if (i == label && i + 1 < shown.size() &&
        ((shown[i] | 0x20) >= 'a' && (shown[i] | 0x20) <= 'z'))
      ++i;
    if (i == label || i >= shown.size() || (shown[i] != '.' && shown[i] != ')')) return 0;
    ++i;
  }
  const std::size_t blanks = i;
  while (i < shown.size() && is_space(shown[i])) ++i;
  return i > blanks && i < shown.size() ? static_cast<std::uint32_t>(i) : 0;
}

class RstReader {
 public:
  RstReader(std::string_view text, Outline& outline)
      : text_(text),
        outline_(outline),
        lines_(text, {0, static_cast<std::uint32_t>(text.size())}),
        paragraph_(text, kMarks, find_special) {}

  void read() {
    TextLine line;
    while (lines_.next(line)) {
      if (line.is_blank()) {
        flush();
      } else {
        see(line);
      }
    }
    flush();
    leave_list();
  }

 private:
  [[nodiscard]] std::string_view shown(const TextLine& line) const {
    return slice(text_, line.content());
  }

  void see(const TextLine& line) {
    const std::string_view words = shown(line);
    if (line.indent > skip_indent_ && skipping_) return;
    skipping_ = false;
    if (words == ".." || words.starts_with(".. ")) return explicit_markup(line);
    if (words.starts_with(">>> ")) return skip_paragraph();
    if (words.starts_with("+-") || words.starts_with("+=")) return grid_table(line);
    if (paragraph_.empty() && is_table_ruler(words)) return simple_table(line);
    if (ruler_of(words) != '\0' && ruler(line)) return;
    if (paragraph_.empty() && words[0] == ':' && field(line)) return;
    add_line(line);
  }

  // A line of one mark: under a title, over one, or a transition.
  bool ruler(const TextLine& line) {
    if (!paragraph_.empty() && lines_in_paragraph_ == 1) {
      if (paragraph_.text().size() > line.span.size() + 3) return false;
      kind_ = ProseKind::Heading;
      leave_list();
      underlined_ = true;
      flush();
      return true;
    }
    if (!paragraph_.empty()) return false;
    return line.span.size() >= 3;
  }

  // `:name: text`
  bool field(const TextLine& line) {
    const std::string_view words = shown(line);
    const std::size_t close = words.find(": ", 1);
    if (words.ends_with(':') && words.size() > 2) return true;
    if (close == std::string_view::npos ||
        words.substr(1, close).find('`') != std::string_view::npos)
      return false;
    const std::string_view name = words.substr(1, close - 1);
    if (name == "alt") kind_ = ProseKind::AltText;
    const bool is_prose = !in_options_ || name == "alt" || name == "caption" || name == "subtitle";
    if (is_prose)
      paragraph_.add_line(
          {line.content().begin + static_cast<std::uint32_t>(close) + 2, line.span.end});
    flush();
    return true;
  }

  void add_line(const TextLine& line) {
    in_options_ = false;
    Span content = line.content();
    const std::string_view words = shown(line);
    const std::uint32_t marker = list_marker(words);
    // Inside a paragraph, only a line that is indented as the item before begins another.
    if (marker > 0 && (paragraph_.empty() || (list_open_ && line.indent <= item_indent_))) {
      flush();
      if (!list_open_) outline_.open_list();
      list_open_ = true;
      item_indent_ = line.indent;
      outline_.open_item();
      kind_ = ProseKind::ListItem;
      content.begin += marker;
    } else if (paragraph_.empty()) {
      if (line.indent <= item_indent_) leave_list();
      kind_ = list_open_ ? ProseKind::ListItem : ProseKind::Paragraph;
      quoted_ = !list_open_ && line.indent > body_indent_ && line.indent > 0;
      if (line.indent < body_indent_) body_indent_ = 0;
    } else if (lines_in_paragraph_ == 1 && line.indent > indent_ && kind_ != ProseKind::ListItem) {
      kind_ = ProseKind::ListItem;  // a term and its meaning
      flush();
      kind_ = ProseKind::Paragraph;
    }
    if (words.starts_with("| ")) {
      flush();
      content.begin += 2;
    }
    if (paragraph_.empty()) indent_ = line.indent;
    if (slice(text_, content).ends_with("::")) {
      content.end -= slice(text_, content) == "::" ? 2 : 1;
      skip_below(line.indent);
      skipping_ = false;
      literal_follows_ = true;
    }
    paragraph_.add_line(content);
    ++lines_in_paragraph_;
  }

  void skip_below(std::uint32_t indent) {
    skipping_ = true;
    skip_indent_ = indent;
  }

  void skip_paragraph() {
    TextLine line;
    while (lines_.next(line) && !line.is_blank()) {
    }
  }

  void explicit_markup(const TextLine& line) {
    flush();
    const std::string_view words = shown(line);
    const std::size_t name_begin = std::min<std::size_t>(3, words.size());
    const std::string_view rest = words.substr(name_begin);
    const auto rest_at = line.content().begin + static_cast<std::uint32_t>(name_begin);
    if (rest.starts_with('[')) {  // a footnote
      const std::size_t close = rest.find("] ");
      if (close == std::string_view::npos) return;
      indent_ = line.indent;
      kind_ = ProseKind::Paragraph;
      paragraph_.add_line({rest_at + static_cast<std::uint32_t>(close) + 2, line.span.end});
      lines_in_paragraph_ = 2;
      return;
    }
    if (rest.starts_with('_')) return skip_below(line.indent);
    const std::size_t colons = rest.find("::");
    std::string_view name = rest.substr(0, std::min(colons, rest.size()));
    if (name.starts_with('|')) name.remove_prefix(std::min(name.size(), name.find("| ") + 2));
    if (colons == std::string_view::npos || !std::ranges::all_of(name, is_word_byte))
      return comment(line);
    directive(line, name, rest_at + static_cast<std::uint32_t>(colons) + 2);
  }

  void directive(const TextLine& line, std::string_view name, std::uint32_t argument) {
    in_options_ = true;
    body_indent_ = line.indent + 3;
    if (is_in(kTitled, name)) {
      while (argument < line.span.end && is_space(text_[argument])) ++argument;
      kind_ = ProseKind::Paragraph;
      indent_ = body_indent_;
      if (argument < line.span.end) {
        paragraph_.add_line({argument, line.span.end});
        lines_in_paragraph_ = 2;
      }
      return;
    }
    if (name == "image" || name == "figure") return;  // options may hold a text for the picture
    if (is_in(kSkipped, name)) skip_below(line.indent);
  }

  // To the end of what is indented more.
  void comment(const TextLine& line) {
    Span all = line.content();
    while (!lines_.at_end()) {
      const TextLine next = lines_.peek();
      if (!next.is_blank() && next.indent <= line.indent) break;
      if (next.is_blank() && shown(line) == ".." && all == line.content()) break;
      TextLine taken;
      lines_.next(taken);
      if (!taken.is_blank()) all.end = taken.span.end;
    }
    outline_.add_comment(make_comment(text_, all, 2, 0));
  }

  void cell(Span span, bool is_header) {
    outline_.open_cell(is_header);
    kind_ = is_header ? ProseKind::TableHeader : ProseKind::TableCell;
    while (!span.empty() && is_space(text_[span.begin])) ++span.begin;
    while (!span.empty() && is_space(text_[span.end - 1])) --span.end;
    paragraph_.add_line(span);
    flush();
  }

  // Each line of a cell is read by itself.
  void grid_table(const TextLine& first) {
    flush();
    outline_.open_table();
    TextLine line = first;
    do {
      const std::string_view words = shown(line);
      if (!words.starts_with('|')) continue;
      outline_.open_row();
      std::uint32_t begin = line.content().begin + 1;
      for (std::uint32_t i = begin; i < line.span.end; ++i) {
        if (text_[i] != '|') continue;
        cell({begin, i}, false);
        begin = i + 1;
      }
    } while (!lines_.at_end() && !lines_.peek().is_blank() && lines_.next(line));
    outline_.close_table();
  }

  void simple_table(const TextLine& ruler_line) {
    std::vector<std::uint32_t> columns;  // where each begins, in the line
    const std::string_view ruler_text = slice(text_, ruler_line.span);
    for (std::uint32_t i = 0; i < ruler_text.size(); ++i) {
      if (ruler_text[i] == '=' && (i == 0 || ruler_text[i - 1] == ' ')) columns.push_back(i);
    }
    outline_.open_table();
    TextLine line;
    int rulers = 1;
    while (!lines_.at_end() && lines_.next(line)) {
      if (is_table_ruler(shown(line))) {
        if (++rulers > 2 || lines_.at_end() || lines_.peek().is_blank()) break;
        continue;
      }
      if (line.is_blank()) continue;
      outline_.open_row();
      for (std::size_t i = 0; i < columns.size(); ++i) {
        const std::uint32_t begin = line.span.begin + columns[i];
        const std::uint32_t end = i + 1 < columns.size()
                                      ? std::min(line.span.end, line.span.begin + columns[i + 1])
                                      : line.span.end;
        if (begin < end) cell({begin, end}, false);
      }
    }
    outline_.close_table();
    kind_ = ProseKind::Paragraph;
  }

  void flush() {
    lines_in_paragraph_ = 0;
    if (literal_follows_) skipping_ = true;
    literal_follows_ = false;
    if (paragraph_.empty()) return;
    Prose prose = paragraph_.take(kind_);
    prose.in_block_quote = quoted_ && kind_ == ProseKind::Paragraph;
    prose.limits.reserved = "*`|_\\";
    prose.limits.no_edits = std::exchange(underlined_, false);  // it must be as long as its line
    if (!prose.text.empty()) outline_.add(std::move(prose));
    kind_ = list_open_ ? ProseKind::ListItem : ProseKind::Paragraph;
  }

  void leave_list() {
    if (list_open_) outline_.close_list();
    list_open_ = false;
    item_indent_ = 0;
  }

  std::string_view text_;
  Outline& outline_;
  TextLines lines_;
  LightMarkup paragraph_;
  ProseKind kind_ = ProseKind::Paragraph;
  std::uint32_t lines_in_paragraph_ = 0;
  std::uint32_t indent_ = 0;       // of the paragraph
  std::uint32_t item_indent_ = 0;  // of the list's items
  std::uint32_t body_indent_ = 0;  // of a directive's content
  std::uint32_t skip_indent_ = 0;
  bool skipping_ = false;  // what is indented more than that
  bool literal_follows_ = false;
  bool list_open_ = false;
  bool in_options_ = false;
  bool quoted_ = false;
  bool underlined_ = false;
};

}  // namespace

void read_rst(std::string_view text, Outline& outline) { RstReader(text, outline).read(); }

}  // namespace personfirst
