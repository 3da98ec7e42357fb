#include "linter/text/ascii_sentences.h"

#include <array>
#include <cstddef>

namespace personfirst::ascii {
namespace {

// The property Sentence_Break, as far as ASCII goes.
enum class Kind : unsigned char {
  Other,
  Lower,
  Upper,
  Digit,
  Stop,
  Mark,
  Continues,
  Closes,
  Space
};

constexpr Kind kind_of(char c) {
  if (c >= 'a' && c <= 'z') return Kind::Lower;
  if (c >= 'A' && c <= 'Z') return Kind::Upper;
  if (c >= '0' && c <= '9') return Kind::Digit;
  switch (c) {
    case ' ':
      return Kind::Space;
    case '.':
      return Kind::Stop;
    case '!':
    case '?':
      return Kind::Mark;
    case ',':
    case '-':
    case ':':
      return Kind::Continues;
    case '(':
    case ')':
    case '[':
    case ']':
    case '{':
    case '}':
    case '"':
    case '\'':
      return Kind::Closes;
    default:
      return Kind::Other;
  }
}

constexpr std::array<Kind, 128> make_kinds() {
  std::array<Kind, 128> kinds{};
  for (std::size_t c = 0; c < kinds.size(); ++c) kinds[c] = kind_of(static_cast<char>(c));
  return kinds;
}
constexpr std::array<Kind, 128> kKinds = make_kinds();

Kind kind_at(std::string_view text, std::size_t at) {
  return kKinds[static_cast<unsigned char>(text[at]) & 0x7FU];
}

bool is_term(Kind kind) { return kind == Kind::Stop || kind == Kind::Mark; }
bool is_letter(Kind kind) { return kind == Kind::Lower || kind == Kind::Upper; }

// SB8: does what begins here go on in lower case?
bool goes_on(std::string_view text, std::size_t at) {
  for (; at < text.size(); ++at) {
    const Kind kind = kind_at(text, at);
    if (is_letter(kind) || is_term(kind)) return kind == Kind::Lower;
  }
  return false;
}

// Is there a boundary between two characters?
bool is_boundary(std::string_view text, std::size_t at) {
  std::size_t closed = at;
  while (closed > 0 && kind_at(text, closed - 1) == Kind::Space) --closed;
  std::size_t end = closed;
  while (end > 0 && kind_at(text, end - 1) == Kind::Closes) --end;
  if (end == 0 || !is_term(kind_at(text, end - 1))) return false;  // SB998
  const Kind next = kind_at(text, at);
  if (next == Kind::Space || (next == Kind::Closes && closed == at)) return false;  // SB9, SB10
  if (next == Kind::Continues || is_term(next)) return false;                       // SB8a
  if (kind_at(text, end - 1) == Kind::Mark) return true;                            // SB11
  if (end == at && next == Kind::Digit) return false;                               // SB6
  if (end == at && next == Kind::Upper && end > 1 && is_letter(kind_at(text, end - 2)))
    return false;  // SB7
  return !goes_on(text, at);
}

}  // namespace

bool is_printable(std::string_view text) {
  constexpr std::size_t kBlock = 16;  // bytes that compilers turn into one step
  const auto is_odd = [](char one) {
    const auto c = static_cast<unsigned char>(one);
    return static_cast<unsigned char>((c < 0x20) | (c > 0x7E));
  };
  std::size_t i = 0;
  for (; i + kBlock <= text.size(); i += kBlock) {
    unsigned char odd = 0;
    for (std::size_t at = 0; at < kBlock; ++at) odd |= is_odd(text[i + at]);
    if (odd != 0) return false;
  }
  for (; i < text.size(); ++i) {
    if (is_odd(text[i]) != 0) return false;
  }
  return true;
}

std::uint32_t last_boundary(std::string_view text, std::uint32_t offset) {
  if (offset == text.size()) return offset;
  while (offset > 0 && !is_boundary(text, offset)) --offset;
  return offset;
}

std::uint32_t next_boundary(std::string_view text, std::uint32_t offset) {
  if (offset == 0) return 0;
  while (offset < text.size() && !is_boundary(text, offset)) ++offset;
  return offset;
}

}  // namespace personfirst::ascii
