#include "linter/text/ascii_sentences.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

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
  // Eight bytes at once: the high bit of each says that it is no printable one. What a byte carries
  // over or borrows can spoil the next one only when it is odd itself.
  constexpr std::size_t kBlock = 8;
  constexpr std::uint64_t kOnes = 0x0101010101010101, kHigh = 0x80 * kOnes;
  std::uint64_t odd = 0;
  std::size_t i = 0;
  for (; i + kBlock <= text.size(); i += kBlock) {
    std::uint64_t block = 0;
    std::memcpy(&block, text.data() + i, kBlock);
    odd |= block | (block + kOnes) | (block - ' ' * kOnes);
  }
  if ((odd & kHigh) != 0) return false;
  return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(i), text.end(),
                     [](char c) { return c >= ' ' && c <= '~'; });
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
