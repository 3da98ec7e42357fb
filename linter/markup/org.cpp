#include "linter/markup/org.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <utility>

#include "linter/markup/light_markup.h"
#include "linter/markup/text_lines.h"

namespace personfirst {
namespace {

constexpr auto kMarks = std::to_array<InlineMark>({{"=", MarkEffect::Code},
                                                   {"~", MarkEffect::Code},
                                                   {"*", MarkEffect::Emphasis},
                                                   {"/", MarkEffect::Emphasis},
                                                   {"_", MarkEffect::Emphasis},
                                                   {"+", MarkEffect::Struck}});

// [[target][text]], [[target]], [fn:1], <2026-01-01>, \(x\), src_x{y}
InlineSpecial find_special(std::string_view text, std::uint32_t at) {
  constexpr std::size_t kLongest = 400;
  const std::string_view near = text.substr(0, std::min(text.size(), at + kLongest));
  const auto whole = [&](std::string_view close) -> InlineSpecial {
    const std::size_t end = near.find(close, at + 1);
    if (end == std::string_view::npos) return {};
    const auto behind = static_cast<std::uint32_t>(end + close.size());
    return {behind, {at, behind}, MarkEffect::Code};
  };
  if (near.substr(at, 2) == "[[") {
    const std::size_t close = near.find("]]", at);
    if (close == std::string_view::npos) return {};
    const auto end = static_cast<std::uint32_t>(close);
    const std::size_t middle = near.substr(0, close).find("][", at);
    if (middle == std::string_view::npos) return {end + 2, {at, end + 2}, MarkEffect::Code};
    return {end + 2, {static_cast<std::uint32_t>(middle) + 2, end}, MarkEffect::Nothing};
  }
  if (near.substr(at, 4) == "[fn:") return whole("]");
  if (near.substr(at, 2) == "\\(") return whole("\\)");
  if (text[at] == '<' && at + 1 < near.size() && near[at + 1] >= '0' && near[at + 1] <= '9')
    return whole(">");
  return {};
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

bool starts_with(std::string_view text, std::string_view lower_start) {
  return text.size() >= lower_start.size() &&
         std::ranges::equal(text.substr(0, lower_start.size()), lower_start, {}, lower);
}

std::uint32_t list_marker(std::string_view shown) {
  std::size_t i = 0;
  if (shown.size() > 1 && (shown[0] == '-' || shown[0] == '+' || shown[0] == '*')) {
    i = 1;
  } else {
    while (i < shown.size() && i < 4 && shown[i] >= '0' && shown[i] <= '9') ++i;
    if (i == 0 || i >= shown.size() || (shown[i] != '.' && shown[i] != ')')) return 0;
    ++i;
  }
  const std::size_t blanks = i;
  while (i < shown.size() && is_space(shown[i])) ++i;
  if (i == blanks || i >= shown.size()) return 0;
  if (shown.substr(i, 3) == "[ ]" || shown.substr(i, 3) == "[X]" || shown.substr(i, 3) == "[-]") {
    i += 3;
    while (i < shown.size() && is_space(shown[i])) ++i;
  }
  return static_cast<std::uint32_t>(i);
}

class OrgReader {
 public:
  OrgReader(std::string_view text, Outline& outline)
      : text_(text),
        outline_(outline),
        lines_(text, {0, static_cast<std::uint32_t>(text.size())}),
        paragraph_(text, kMarks, find_special) {}

  void read() {
    TextLine line;
    while (lines_.next(line)) {
      const bool is_row = !line.is_blank() && text_[line.content().begin] == '|';
      if (!is_row) leave_table();
      if (line.is_blank()) {
        flush();
        after_blank_ = true;
        continue;
      }
      see(line);
      after_blank_ = false;
    }
    flush();
    leave_table();
    leave_list();
  }

 private:
  [[nodiscard]] std::string_view shown(const TextLine& line) const {
    return slice(text_, line.content());
  }

  void see(const TextLine& line) {
    const std::string_view words = shown(line);
    if (words.starts_with("#+")) return keyword(line);
    if (words == "#" || words.starts_with("# ")) {
      flush();
      outline_.add_comment(make_comment(text_, line.content(), 1, 0));
      return;
    }
    if (words == ":" || words.starts_with(": ")) return flush();
    if (words[0] == ':' && words.size() > 2 && words.ends_with(':') &&
        words.find(' ') == std::string_view::npos)
      return drawer();
    if (words[0] == '|') return row(line);
    if (starts_with(words, "scheduled:") || starts_with(words, "deadline:") ||
        starts_with(words, "closed:"))
      return flush();
    if (line.indent == 0 && heading(line)) return;
    if (words.size() >= 5 && words.find_first_not_of('-') == std::string_view::npos) return flush();
    if (words.starts_with("[fn:") && words.find(']') != std::string_view::npos) {
      flush();
      paragraph_.add_line(
          {line.content().begin + static_cast<std::uint32_t>(words.find(']')) + 1, line.span.end});
      return;
    }
    add_line(line);
  }

  void keyword(const TextLine& line) {
    flush();
    const std::string_view words = shown(line);
    if (starts_with(words, "#+begin_")) return block(words.substr(8));
    if (starts_with(words, "#+end_")) {
      quoted_ = false;
      return;
    }
    const std::size_t colon = words.find(": ");
    if (colon == std::string_view::npos) return;
    const bool is_caption = starts_with(words, "#+caption");
    if (!is_caption && !starts_with(words, "#+title:") && !starts_with(words, "#+subtitle:") &&
        !starts_with(words, "#+description:"))
      return;
    kind_ = is_caption                            ? ProseKind::Caption
            : starts_with(words, "#+description") ? ProseKind::Metadata
                                                  : ProseKind::Heading;
    paragraph_.add_line(
        {line.content().begin + static_cast<std::uint32_t>(colon) + 2, line.span.end});
    flush();
  }

  void block(std::string_view name) {
    std::string end = "#+end_";
    for (const char c : name.substr(0, name.find_first_of(" \t"))) end += lower(c);
    if (end == "#+end_quote" || end == "#+end_verse") {
      quoted_ = true;
      return;
    }
    if (end == "#+end_center" || end == "#+end_abstract") return;
    TextLine line;
    while (lines_.next(line) && !starts_with(shown(line), end)) {
    }
  }

  // At most so many lines, up to :END:
  void drawer() {
    flush();
    constexpr int kMostLines = 200;
    TextLines ahead = lines_;
    TextLine line;
    for (int i = 0; i < kMostLines && ahead.next(line); ++i) {
      const std::string_view words = shown(line);
      if (starts_with(words, ":end:")) {
        lines_ = ahead;
        return;
      }
      if (!words.starts_with(':')) return;
    }
  }

  bool heading(const TextLine& line) {
    const std::string_view words = shown(line);
    const std::size_t stars = words.find_first_not_of('*');
    if (stars == 0 || stars == std::string_view::npos || words[stars] != ' ') return false;
    flush();
    leave_list();
    Span title{line.content().begin + static_cast<std::uint32_t>(stars), line.span.end};
    const auto trim = [&] {
      while (!title.empty() && is_space(text_[title.begin])) ++title.begin;
      while (!title.empty() && is_space(text_[title.end - 1])) --title.end;
    };
    trim();
    for (const std::string_view word :
         {"TODO ", "DONE ", "WAITING ", "NEXT ", "[#A] ", "[#B] ", "[#C] "}) {
      if (slice(text_, title).starts_with(word))
        title.begin += static_cast<std::uint32_t>(word.size());
      trim();
    }
    const std::string_view text = slice(text_, title);
    const std::size_t tags = text.rfind(" :");
    if (text.ends_with(':') && tags != std::string_view::npos &&
        text.find(' ', tags + 1) == std::string_view::npos)
      title.end = title.begin + static_cast<std::uint32_t>(tags);
    trim();
    kind_ = ProseKind::Heading;
    paragraph_.add_line(title);
    flush();
    return true;
  }

  void row(const TextLine& line) {
    flush();
    if (!in_table_) outline_.open_table();
    in_table_ = true;
    if (shown(line).starts_with("|-")) return;
    outline_.open_row();
    std::uint32_t begin = line.content().begin + 1;
    for (std::uint32_t i = begin; i <= line.span.end; ++i) {
      if (i < line.span.end && text_[i] != '|') continue;
      Span cell{std::min(begin, i), i};
      while (!cell.empty() && is_space(text_[cell.begin])) ++cell.begin;
      while (!cell.empty() && is_space(text_[cell.end - 1])) --cell.end;
      outline_.open_cell(false);
      kind_ = ProseKind::TableCell;
      paragraph_.add_line(cell);
      flush();
      begin = i + 1;
    }
  }

  void add_line(const TextLine& line) {
    Span content = line.content();
    const std::uint32_t marker = list_marker(shown(line));
    if (marker > 0 && !(shown(line)[0] == '*' && line.indent == 0) &&
        (paragraph_.empty() || list_open_)) {
      flush();
      if (!list_open_) outline_.open_list();
      list_open_ = true;
      outline_.open_item();
      kind_ = ProseKind::ListItem;
      content.begin += marker;
      const std::size_t term = slice(text_, content).find(" :: ");
      if (term != std::string_view::npos) {
        paragraph_.add_line({content.begin, content.begin + static_cast<std::uint32_t>(term)});
        flush();
        kind_ = ProseKind::ListItem;
        content.begin += static_cast<std::uint32_t>(term) + 4;
      }
    } else if (paragraph_.empty()) {
      if (line.indent == 0) leave_list();
      kind_ = list_open_ ? ProseKind::ListItem : ProseKind::Paragraph;
    } else if (list_open_ && line.indent == 0) {
      flush();
      leave_list();
      kind_ = ProseKind::Paragraph;
    }
    if (slice(text_, content).ends_with("\\\\")) content.end -= 2;
    paragraph_.add_line(content);
  }

  void flush() {
    if (paragraph_.empty()) return;
    Prose prose = paragraph_.take(kind_);
    prose.in_block_quote = quoted_;
    prose.limits.reserved = "*/_=~+|[]<>";
    if (!prose.text.empty()) outline_.add(std::move(prose));
    kind_ = list_open_ ? ProseKind::ListItem : ProseKind::Paragraph;
  }

  void leave_list() {
    if (list_open_) outline_.close_list();
    list_open_ = false;
  }
  void leave_table() {
    if (!in_table_) return;
    in_table_ = false;
    outline_.close_table();
    kind_ = ProseKind::Paragraph;
  }

  std::string_view text_;
  Outline& outline_;
  TextLines lines_;
  LightMarkup paragraph_;
  ProseKind kind_ = ProseKind::Paragraph;
  bool after_blank_ = true;
  bool list_open_ = false;
  bool in_table_ = false;
  bool quoted_ = false;
};

}  // namespace

void read_org(std::string_view text, Outline& outline) { OrgReader(text, outline).read(); }

}  // namespace personfirst
