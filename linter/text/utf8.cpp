#include "linter/text/utf8.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <cstring>

namespace personfirst {
namespace {

constexpr std::uint32_t kMaxLength = 4;

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

std::uint64_t word_at(const char* at) {
  std::uint64_t word = 0;
  std::memcpy(&word, at, sizeof word);
  return word;
}

std::uint32_t size_of(std::string_view text) { return static_cast<std::uint32_t>(text.size()); }

}  // namespace

char32_t decode_at(std::string_view text, std::uint32_t offset, std::uint32_t* length) {
  if (offset >= text.size()) {
    *length = 0;
    return 0;
  }
  const auto first = static_cast<unsigned char>(text[offset]);
  *length = 1;
  if (first < 0x80) return first;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data()) + offset;
  const auto limit =
      static_cast<std::int32_t>(std::min<std::size_t>(text.size() - offset, kMaxLength));
  std::int32_t next = 0;
  UChar32 c = 0;
  U8_NEXT(bytes, next, limit, c);
  if (c < 0) return kReplacementCharacter;
  *length = static_cast<std::uint32_t>(next);
  return static_cast<char32_t>(c);
}

char32_t decode_before(std::string_view text, std::uint32_t offset, std::uint32_t* length) {
  text = text.substr(0, offset);
  *length = 0;
  if (text.empty()) return 0;
  const std::uint32_t begin = character_begin(text, size_of(text) - 1);
  return decode_at(text, begin, length);
}

std::uint32_t character_begin(std::string_view text, std::uint32_t offset) {
  if (offset >= text.size()) return size_of(text);
  std::uint32_t begin = offset;
  while (begin > 0 && offset - begin < kMaxLength - 1 && is_continuation(text[begin])) --begin;
  std::uint32_t length = 0;
  static_cast<void>(decode_at(text, begin, &length));
  return begin + length > offset ? begin : offset;
}

std::uint32_t ascii_end(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  end = std::min(end, size_of(text));
  constexpr std::uint64_t kHigh = 0x8080808080808080;
  constexpr std::uint32_t kWord = sizeof kHigh;
  const auto words = [at = text.data()](std::uint32_t from) {
    return word_at(at + from) | word_at(at + from + kWord) | word_at(at + from + 2 * kWord) |
           word_at(at + from + 3 * kWord);
  };
  while (begin < end && end - begin >= 8 * kWord &&
         ((words(begin) | words(begin + 4 * kWord)) & kHigh) == 0)
    begin += 8 * kWord;
  while (begin < end && end - begin >= kWord && (word_at(text.data() + begin) & kHigh) == 0)
    begin += kWord;
  while (begin < end && static_cast<unsigned char>(text[begin]) < 0x80) ++begin;
  return begin;
}

std::uint32_t find_ill_formed(std::string_view text, std::uint32_t begin) {
  const std::uint32_t size = size_of(text);
  std::uint32_t offset = ascii_end(text, begin, size);
  while (offset < size) {
    std::uint32_t length = 0;
    static_cast<void>(decode_at(text, offset, &length));
    if (length == 1) return offset;
    offset = ascii_end(text, offset + length, size);
  }
  return size;
}

void append_utf8(char32_t c, std::string& out) {
  const auto tail = [&](unsigned shift) {
    return static_cast<char>(0x80U | ((c >> shift) & 0x3FU));
  };
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += {static_cast<char>(0xC0U | (c >> 6U)), tail(0)};
  } else if (c < 0x10000) {
    out += {static_cast<char>(0xE0U | (c >> 12U)), tail(6), tail(0)};
  } else {
    out += {static_cast<char>(0xF0U | (c >> 18U)), tail(12), tail(6), tail(0)};
  }
}

}  // namespace personfirst
