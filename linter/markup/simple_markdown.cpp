#include "linter/markup/simple_markdown.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <utility>

#include "linter/markup/prose_builder.h"
#include "linter/text/find_byte.h"

namespace personfirst {
namespace {

constexpr std::array<bool, 256> set_of(std::string_view bytes) {
  std::array<bool, 256> set{};
  for (const char c : bytes) set[static_cast<unsigned char>(c)] = true;
  return set;
}

constexpr std::string_view kAlnum =
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

// What a line of text may begin with. Of digits, see item_mark().
constexpr std::array<bool, 256> kLineBegins = [] {
  std::array<bool, 256> begins = set_of("\"'(*`[");
  for (const char c : kAlnum) begins[static_cast<unsigned char>(c)] = true;
  for (std::size_t c = 0x80; c < begins.size(); ++c) begins[c] = true;
  return begins;
}();

constexpr std::array<bool, 256> kIsAlnum = set_of(kAlnum);
constexpr std::array<bool, 256> kBeforeEmphasis = set_of(" \n(\"'");
constexpr std::array<bool, 256> kBehindEmphasis = set_of(" \n.,;:!?)\"'");
constexpr std::array<bool, 256> kInDestination = [] {
  std::array<bool, 256> set = set_of("/:.#?=%-+,");
  for (const char c : kAlnum) set[static_cast<unsigned char>(c)] = true;
  return set;
}();

class SimpleReader {
 public:
  SimpleReader(std::string_view text, Outline& outline)
      : text_(text),
        size_(static_cast<std::uint32_t>(text.size())),
        outline_(outline),
        builder_(text) {
    builder_.reserve(size_);
  }

  bool run() {
    while (at_ < size_) {
      if (text_[at_] == '\n') {
        ++at_;
      } else if (!read_block()) {
        return false;
      }
    }
    return true;
  }

 private:
  // Up to the blank line behind it, or behind a heading or code.
  bool read_block() {
    if (text_[at_] == '#') return read_heading();
    if (text_.substr(at_).starts_with("```")) return read_code_block();
    if (item_mark(at_) > 0) return read_list();
    const bool quotes = text_[at_] == '>';
    const std::string_view prefix = quotes ? "> " : "";
    if (quotes && !skip(prefix)) return false;
    return read_lines(prefix) && add(ProseKind::Paragraph, quotes) && byte_at(at_) == '\n';
  }

  bool read_heading() {
    constexpr std::uint32_t kLevels = 6;
    const std::uint32_t begin = at_;
    while (byte_at(at_) == '#') ++at_;
    if (at_ - begin > kLevels || byte_at(at_) != ' ' || !is_in(kLineBegins, ++at_)) return false;
    if (!read_line() || text_[at_ - 1] == '#') return false;  // which may end a heading
    return add(ProseKind::Heading, false);
  }

  // Code ends with the marks alone that it begins with.
  bool read_code_block() {
    const std::size_t first = text_.find('\n', at_);
    if (first == std::string_view::npos) return false;
    const std::string_view line = text_.substr(at_, first - at_);
    const std::size_t marks = line.find_first_not_of('`');
    const std::string_view end = line.substr(0, marks);
    if (marks != std::string_view::npos &&
        line.find_first_of("`\r", marks) != std::string_view::npos)
      return false;
    std::size_t last = first;  // the line end before the marks
    while (!is_line(last + 1, end)) {
      const std::size_t mark = text_.find_first_not_of(' ', last + 1);
      if (text_.substr(std::min(mark, text_.size())).starts_with("```")) return false;
      last = text_.find('\n', last + 1);
      if (last == std::string_view::npos) return false;
    }
    const std::string_view code = text_.substr(0, last);
    if (code.find('\r', first) != std::string_view::npos) return false;
    add_code(code.substr(0, code.find('\n', code.find_last_not_of(" \t\n"))), first);
    at_ = static_cast<std::uint32_t>(last + 1 + end.size());
    return true;
  }

  // From the first byte on that is not blank, up to the end of `code`.
  void add_code(std::string_view code, std::size_t from) {
    const std::size_t begin = code.find_first_not_of(" \t\n", from);
    if (begin == std::string_view::npos) return;
    outline_.add_not_markdown(
        {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(code.size())});
  }

  [[nodiscard]] bool is_line(std::size_t at, std::string_view line) const {
    const std::string_view rest = text_.substr(std::min(at, text_.size()));
    return rest.starts_with(line) && (rest.size() == line.size() || rest[line.size()] == '\n');
  }

  // One without blank lines in it.
  bool read_list() {
    outline_.open_list();
    const char kind = text_[at_ + item_mark(at_) - 2];
    while (const std::uint32_t mark = item_mark(at_)) {
      at_ += mark;
      outline_.open_item();
      const bool same_kind = text_[at_ - 2] == kind;
      if (!same_kind || !read_lines(std::string(mark, ' ')) || !add(ProseKind::ListItem, false))
        return false;
    }
    outline_.close_list();
    if (byte_at(at_) != '\n') return false;
    while (at_ < size_ && text_[at_] == '\n') ++at_;
    return item_mark(at_) == 0;  // or it goes on
  }

  // The length of "- ", "12. " and the like, or 0.
  [[nodiscard]] std::uint32_t item_mark(std::uint32_t at) const {
    constexpr std::uint32_t kMostDigits = 9;
    const std::uint32_t end = behind_digits(at);
    const std::string_view marks = end == at ? "-*+" : ".)";
    if (end > at + kMostDigits || marks.find(byte_at(end)) == std::string_view::npos ||
        byte_at(end + 1) != ' ')
      return 0;
    return end + 2 - at;
  }

  [[nodiscard]] std::uint32_t behind_digits(std::uint32_t at) const {
    while (byte_at(at) >= '0' && byte_at(at) <= '9') ++at;
    return at;
  }

  bool skip(std::string_view prefix) {
    const bool is_there = text_.substr(std::min(at_, size_)).starts_with(prefix);
    if (is_there) at_ += static_cast<std::uint32_t>(prefix.size());
    return is_there;
  }

  // The lines of one prose, from the second on behind `prefix`.
  bool read_lines(std::string_view prefix) {
    while (true) {
      if (!is_in(kLineBegins, at_) || begins_with_number() || !read_line()) return false;
      const std::uint32_t line_end = at_++;
      if (byte_at(at_) == '\n' || !skip(prefix)) return true;
      builder_.space({line_end, at_});
    }
  }

  // "12." and "12)"
  [[nodiscard]] bool begins_with_number() const {
    const std::uint32_t end = behind_digits(at_);
    return end > at_ && (byte_at(end) == '.' || byte_at(end) == ')');
  }

  // What is left open is no markup, or other markup.
  bool add(ProseKind kind, bool in_block_quote) {
    if (in_link_ || open_stars_ > 0) return false;
    const bool is_last = text_.find_first_not_of('\n', at_) == std::string_view::npos;
    Prose prose = is_last ? builder_.take_last(kind) : builder_.take(kind);
    prose.in_block_quote = in_block_quote;
    outline_.add(std::move(prose));
    return true;
  }

  // Up to its end, which no blank stands before.
  bool read_line() {
    while (true) {
      const std::uint32_t begin = at_;
      at_ = next_mark(begin);
      copy({begin, at_}, {false, false, open_stars_ > 0});
      switch (byte_at(at_)) {
        case '\n':
          return text_[at_ - 1] != ' ';
        case '*':
          if (!read_stars()) return false;
          break;
        case '`':
          if (!read_code()) return false;
          break;
        case '[':
          if (!begin_link()) return false;
          break;
        case ']':
          if (!end_link()) return false;
          break;
        default:
          return false;
      }
    }
  }

  // *so* and **so**, round words and not inside them.
  bool read_stars() {
    const std::uint32_t begin = at_;
    while (byte_at(at_) == '*') ++at_;
    const std::uint32_t stars = at_ - begin;
    if (in_link_ || stars > 2) return false;
    if (open_stars_ == 0) {
      open_stars_ = stars;
      return is_in(kIsAlnum, at_) && (begin == 0 || is_in(kBeforeEmphasis, begin - 1));
    }
    return std::exchange(open_stars_, 0) == stars && is_in(kIsAlnum, begin - 1) &&
           is_in(kBehindEmphasis, at_);
  }

  // `so`, in one line, with nothing blank at its ends.
  bool read_code() {
    if (in_link_ || open_stars_ > 0) return false;
    const std::uint32_t begin = at_ + 1;
    std::uint32_t end = begin;
    while (end < size_ && text_[end] != '`' && static_cast<unsigned char>(text_[end]) >= ' ') ++end;
    if (end == begin || byte_at(end) != '`' || byte_at(end + 1) == '`') return false;
    if (text_[begin] == ' ' || text_[end - 1] == ' ') return false;
    copy({begin, end}, {true, false, false});
    at_ = end + 1;
    return true;
  }

  // [so](https://example.org), without a title.
  bool begin_link() {
    if (in_link_ || open_stars_ > 0 || (at_ > 0 && text_[at_ - 1] == '!')) return false;
    in_link_ = true;
    return is_in(kIsAlnum, ++at_);
  }

  bool end_link() {
    if (!std::exchange(in_link_, false)) return false;
    if (!is_in(kIsAlnum, at_ - 1) || byte_at(at_ + 1) != '(') return false;
    at_ += 2;
    if (!is_in(kInDestination, at_)) return false;
    while (is_in(kInDestination, at_)) ++at_;
    return byte_at(at_++) == ')';
  }

  // What is between two runs takes on the style of the first.
  void copy(Span span, ProseBuilder::Style style) {
    if (span.empty()) return;
    builder_.style = style;
    builder_.copy(span);
  }

  // Where the next byte is that may have a meaning inside a paragraph, or a control character.
  [[nodiscard]] std::uint32_t next_mark(std::uint32_t at) const {
    return static_cast<std::uint32_t>(find_byte(text_, at, [](BytesAtOnce byte, BytesAtOnce) {
      return (byte < ' ') | (byte == '*') | (byte == '`') | is_within(byte, '[', 5) |  // [\\]^_
             (byte == '&') | (byte == '<') | (byte == '>') | (byte == '|') | (byte == '~');
    }));
  }

  // The text's end ends a line.
  [[nodiscard]] char byte_at(std::uint32_t at) const { return at < size_ ? text_[at] : '\n'; }
  [[nodiscard]] bool is_in(const std::array<bool, 256>& set, std::uint32_t at) const {
    return set[static_cast<unsigned char>(byte_at(at))];
  }

  std::string_view text_;
  std::uint32_t size_;
  Outline& outline_;
  std::uint32_t at_ = 0;
  ProseBuilder builder_;
  std::uint32_t open_stars_ = 0;
  bool in_link_ = false;
};

}  // namespace

std::optional<Outline> read_simple_markdown(std::string_view text, const OutlineState& above) {
  std::optional<Outline> outline(above);
  if (!SimpleReader(text, *outline).run()) return std::nullopt;
  return outline;
}

}  // namespace personfirst
