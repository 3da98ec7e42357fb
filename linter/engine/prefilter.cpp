#include "linter/engine/prefilter.h"

#include <array>

#include "linter/engine/fold.h"
#include "linter/rules/rule_set.h"

namespace personfirst {
namespace {

enum class Kind : unsigned char { Other, Word, High };

constexpr Kind kind_of(unsigned char byte) {
  if (byte >= 0x80) return Kind::High;
  if ((byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'))
    return Kind::Word;
  return Kind::Other;
}

constexpr std::array<Kind, 256> make_kinds() {
  std::array<Kind, 256> kinds{};
  for (unsigned i = 0; i < 256; ++i) kinds[i] = kind_of(static_cast<unsigned char>(i));
  return kinds;
}
constexpr std::array<Kind, 256> kKinds = make_kinds();

bool is_word(char c) { return kKinds[static_cast<unsigned char>(c)] != Kind::Other; }

class Scanner {
 public:
  Scanner(const CompiledLanguage& language, std::string_view text, Format format)
      : language_(language), text_(text), format_(format) {}

  bool run() {
    std::size_t i = 0;
    while (i < text_.size()) {
      while (i < text_.size() && !is_word(text_[i])) {
        if (may_hide_a_word(i)) return true;
        ++i;
      }
      const std::size_t begin = i;
      bool high = false;
      while (i < text_.size() && is_word(text_[i]))
        high |= kKinds[static_cast<unsigned char>(text_[i++])] == Kind::High;
      if (i > begin && holds_anchor(text_.substr(begin, i - begin), high)) return true;
    }
    return false;
  }

 private:
  // A byte that is no part of a word: may the letters on its two sides, or on its right, be one
  // word to a reader?
  [[nodiscard]] bool may_hide_a_word(std::size_t i) const {
    const char c = text_[i];
    if (c == '-') return may_divide_a_word(i);
    const bool after_word = i > 0 && is_word(text_[i - 1]);
    const char next = i + 1 < text_.size() ? text_[i + 1] : ' ';
    // Tags of template languages are taken out of every format's prose.
    if (c == '{' && after_word && (next == '{' || next == '%' || next == '#')) return true;
    if (c == '<' && after_word && next == '%') return true;
    if (format_ == Format::PlainText) return false;
    switch (c) {
      case '&':
        return next == '#' || (is_word(next) && (after_word || entity_may_precede_anchor(i)));
      case ';':
        return after_word && is_word(next);  // the end of an entity
      case '<':
        return after_word && tag_joins(i);
      default:
        return format_ == Format::Markdown && markdown_joins(c, next, after_word);
    }
  }

  // "jun-" at a line's end. In markup there may be more between the hyphen and its neighbours.
  [[nodiscard]] bool may_divide_a_word(std::size_t i) const {
    const char before = i > 0 ? text_[i - 1] : ' ';
    const char next = i + 1 < text_.size() ? text_[i + 1] : ' ';
    if (format_ == Format::PlainText)
      return is_word(before) && (is_break_or_space(next) || next == '{' || next == '<');
    return !is_break_or_space(before) && before != '-' && !is_word(next) && next != '-';
  }

  static bool markdown_joins(char c, char next, bool after_word) {
    constexpr std::string_view kMarkup = "*_~[<&!\\";
    const bool markup_next = kMarkup.find(next) != std::string_view::npos;
    switch (c) {
      case '*':
      case '~':
      case '[':
        return after_word && !is_break_or_space(next);
      case '_':
        return after_word && markup_next;
      case '!':
        return after_word && next == '[';
      case '\\':
        return is_word(next) ||
               (after_word && !is_break_or_space(next));  // front matter has \u0061
      case ')':
      case ']':
        return is_word(next) || markup_next;  // the end of a link
      default:
        return false;
    }
  }

  // "&ampWORD": HTML reads some entities without their semicolon.
  [[nodiscard]] bool entity_may_precede_anchor(std::size_t i) const {
    constexpr std::size_t kShortestName = 2, kLongestName = 6;  // of those
    const std::size_t begin = i + 1;
    std::size_t end = begin;
    bool high = false;
    while (end < text_.size() && is_word(text_[end]))
      high |= kKinds[static_cast<unsigned char>(text_[end++])] == Kind::High;
    for (std::size_t length = kShortestName; length <= kLongestName && begin + length < end;
         ++length) {
      if (holds_anchor(text_.substr(begin + length, end - begin - length), high)) return true;
    }
    return false;
  }

  static bool is_break_or_space(char c) { return c == '\n' || c == '\r' || c == ' ' || c == '\t'; }

  // At the '<' of what may be a run of tags: does text follow the run at once? Only plain end tags
  // and line breaks are read; anything else is taken to join: what it holds may be skipped, and
  // where it ends takes a parser to know.
  [[nodiscard]] bool tag_joins(std::size_t i) const {
    while (i < text_.size() && text_[i] == '<') {
      if (i + 1 == text_.size() || is_break_or_space(text_[i + 1])) return false;
      const std::size_t end = end_of_plain_tag(i);
      if (end == 0) return true;
      i = end;
    }
    if (i == text_.size()) return false;
    if (format_ == Format::Markdown) return !is_break_or_space(text_[i]);
    return is_word(text_[i]) || text_[i] == '&' || text_[i] == '{';
  }

  // Behind "</name>" or "<br>"; 0 when it is anything else.
  [[nodiscard]] std::size_t end_of_plain_tag(std::size_t i) const {
    constexpr std::size_t kLongestName = 32;
    const bool ends_element = text_.substr(i, 2) == "</";
    const std::size_t name = i + (ends_element ? 2 : 1);
    std::size_t at = name;
    while (at < text_.size() && at < name + kLongestName && is_word(text_[at])) ++at;
    if (!ends_element && text_.substr(name, at - name) != "br") return 0;
    while (at < text_.size() && at < name + kLongestName && (text_[at] == ' ' || text_[at] == '/'))
      ++at;
    return at < text_.size() && text_[at] == '>' ? at + 1 : 0;
  }

  [[nodiscard]] bool holds_anchor(std::string_view run, bool high) const {
    if (!high) return is_anchor(run);
    const Folded folded = fold(run, {}, [](std::string_view) { return false; });
    for (const Token& token : folded.tokens) {
      if (language_.anchors.contains(slice(folded.lower, token.span))) return true;
    }
    return false;
  }

  [[nodiscard]] bool is_anchor(std::string_view word) const {
    constexpr std::size_t kLongest = 32;
    if (word.size() > kLongest) return false;
    std::array<char, kLongest> lower{};
    for (std::size_t i = 0; i < word.size(); ++i) {
      const char c = word[i];
      lower[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    const std::string_view key(lower.data(), word.size());
    if (key == kDirectiveWord) return true;
    return language_.anchor_shapes.test(anchor_shape(key)) && language_.anchors.contains(key);
  }

  const CompiledLanguage& language_;
  std::string_view text_;
  Format format_;
};

}  // namespace

bool may_hold_candidates(const CompiledLanguage& language, std::string_view text, Format format) {
  // What joins and escapes the letters of a word elsewhere is not known here.
  const bool is_known = format == Format::PlainText || format == Format::Markdown ||
                        format == Format::Html || format == Format::Xml;
  if (!is_known) return true;
  return Scanner(language, text, format).run();
}

}  // namespace personfirst
