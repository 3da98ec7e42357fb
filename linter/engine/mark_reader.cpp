#include "linter/engine/mark_reader.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "linter/engine/text_runs.h"

namespace personfirst {

bool MarkReader::may_hide_a_word(std::size_t i) const {
  const char c = text_[i];
  if (c == '-') return may_divide_a_word(i);
  const bool after_word = i > 0 && is_run_byte(text_[i - 1]);
  const char next = i + 1 < text_.size() ? text_[i + 1] : ' ';
  // Tags of template languages are taken out of every format's prose.
  if (c == '{' && after_word && (next == '{' || next == '%' || next == '#')) return true;
  if (c == '<' && after_word && next == '%') return true;
  if (format_ == Format::PlainText) return false;
  switch (c) {
    case '&':
      return next == '#' || (is_run_byte(next) && (after_word || entity_may_precede_anchor(i)));
    case ';':
      return after_word && is_run_byte(next);  // the end of an entity
    case '<':
      return after_word && tag_joins(i);
    default:
      return format_ == Format::Markdown && markdown_joins(i, next, after_word);
  }
}

// "jun-" at a line's end. In markup there may be more between the hyphen and its neighbours.
bool MarkReader::may_divide_a_word(std::size_t i) const {
  const char before = i > 0 ? text_[i - 1] : ' ';
  const char next = i + 1 < text_.size() ? text_[i + 1] : ' ';
  if (format_ == Format::PlainText)
    return is_run_byte(before) && (is_break_or_space(next) || next == '{' || next == '<');
  return !is_break_or_space(before) && before != '-' && !is_run_byte(next) && next != '-';
}

bool MarkReader::markdown_joins(std::size_t i, char next, bool after_word) const {
  constexpr std::string_view kMarkup = "*_~[<&!\\";
  const bool markup_next = kMarkup.find(next) != std::string_view::npos;
  switch (text_[i]) {
    case '*':
    case '~':
      return after_word && emphasis_joins(i);
    case '[':
      return after_word && !is_break_or_space(next);
    case '_':
      return after_word && markup_next;
    case '!':
      return after_word && next == '[';
    case '\\':
      return is_run_byte(next) ||
             (after_word && !is_break_or_space(next));  // front matter has \u0061
    case ')':
    case ']':
      return is_run_byte(next) || markup_next;  // the end of a link
    default:
      return false;
  }
}

// The marks of emphasis behind a word: does text, or what may become text, follow at once?
bool MarkReader::emphasis_joins(std::size_t i) const {
  const std::size_t behind = text_.find_first_not_of("*_~", i);
  if (behind == std::string_view::npos) return false;
  constexpr std::string_view kMarkup = "[<&!\\";
  return is_run_byte(text_[behind]) || kMarkup.find(text_[behind]) != std::string_view::npos;
}

// "&ampWORD": HTML reads some entities without their semicolon.
bool MarkReader::entity_may_precede_anchor(std::size_t i) const {
  constexpr std::size_t kShortestName = 2, kLongestName = 6;  // of those
  const std::string_view run = run_at(text_, static_cast<std::uint32_t>(i + 1));
  for (std::size_t length = kShortestName; length <= kLongestName && length < run.size();
       ++length) {
    if (holds_word(words_, run.substr(length))) return true;
  }
  return false;
}

// At the '<' of what may be a run of tags: does text follow the run at once? Only plain end tags
// and line breaks are read; anything else is taken to join: what it holds may be skipped, and
// where it ends takes a parser to know.
bool MarkReader::tag_joins(std::size_t i) const {
  while (i < text_.size() && text_[i] == '<') {
    if (format_ == Format::Html && is_block_tag(i)) return false;
    if (i + 1 == text_.size() || is_break_or_space(text_[i + 1])) return false;
    const std::size_t end = end_of_plain_tag(i);
    if (end == 0) return true;
    i = end;
  }
  if (i == text_.size()) return false;
  if (format_ == Format::Markdown) return !is_break_or_space(text_[i]);
  return is_run_byte(text_[i]) || text_[i] == '&' || text_[i] == '{';
}

// At a '<': a tag that ends a paragraph, whatever it has between its name and its '>'? Only those
// that most pages have.
bool MarkReader::is_block_tag(std::size_t i) const {
  constexpr std::array kNames = {
      first_bytes("p"),     first_bytes("div"),   first_bytes("li"),      first_bytes("ul"),
      first_bytes("ol"),    first_bytes("dl"),    first_bytes("dt"),      first_bytes("dd"),
      first_bytes("td"),    first_bytes("th"),    first_bytes("tr"),      first_bytes("h1"),
      first_bytes("h2"),    first_bytes("h3"),    first_bytes("h4"),      first_bytes("table"),
      first_bytes("thead"), first_bytes("tbody"), first_bytes("section"), first_bytes("article")};
  const std::size_t name = i + (text_.substr(i, 2) == "</" ? 2 : 1);
  const std::string_view run =
      run_at(text_.substr(0, name + kReadBytes), static_cast<std::uint32_t>(name));
  std::uint64_t lower = 0;
  for (std::size_t at = 0; at < run.size(); ++at)
    lower |= (std::uint64_t{static_cast<unsigned char>(run[at])} | 0x20U) << (8 * at);
  if (std::ranges::find(kNames, lower) == kNames.end()) return false;
  const std::size_t behind = name + run.size();
  return behind < text_.size() && (text_[behind] == '>' || is_break_or_space(text_[behind]));
}

// Behind "</name>" or "<br>"; 0 when it is anything else.
std::size_t MarkReader::end_of_plain_tag(std::size_t i) const {
  constexpr std::size_t kLongestName = 32;
  const bool ends_element = text_.substr(i, 2) == "</";
  const std::size_t name = i + (ends_element ? 2 : 1);
  std::size_t at = name;
  while (at < text_.size() && at < name + kLongestName && is_run_byte(text_[at])) ++at;
  if (!ends_element && text_.substr(name, at - name) != "br") return 0;
  while (at < text_.size() && at < name + kLongestName && (text_[at] == ' ' || text_[at] == '/'))
    ++at;
  return at < text_.size() && text_[at] == '>' ? at + 1 : 0;
}

}  // namespace personfirst
