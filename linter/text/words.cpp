#include "linter/text/words.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/uchar.h>

#include <algorithm>

namespace personfirst {
namespace {

constexpr int kMaxInvisible = 32;  // bounds the look past soft hyphens and the like

UChar32 icu_char(char32_t c) { return static_cast<UChar32>(c); }

bool is_ascii_lower(char32_t c) { return c >= 'a' && c <= 'z'; }
bool is_ascii_upper(char32_t c) { return c >= 'A' && c <= 'Z'; }

bool is_mark(char32_t c) { return c >= 0x300 && (U_GET_GC_MASK(icu_char(c)) & U_GC_M_MASK) != 0; }

// Format characters and joiners do not end a word (UAX 29, WB4). The zero width space does; it is
// not one of them.
bool is_invisible(char32_t c) {
  if (c < 0xAD) return false;
  const std::int32_t property = u_getIntPropertyValue(icu_char(c), UCHAR_WORD_BREAK);
  return property == U_WB_FORMAT || property == U_WB_ZWJ || c == 0x200C;
}

char32_t visible_before(std::string_view text, std::uint32_t offset) {
  std::uint32_t length = 0;
  char32_t c = decode_before(text, offset, &length);
  for (int i = 0; i < kMaxInvisible && is_invisible(c); ++i) {
    offset -= length;
    c = decode_before(text, offset, &length);
  }
  return c;
}

char32_t visible_at(std::string_view text, std::uint32_t offset) {
  std::uint32_t length = 0;
  char32_t c = decode_at(text, offset, &length);
  for (int i = 0; i < kMaxInvisible && is_invisible(c); ++i) {
    offset += length;
    c = decode_at(text, offset, &length);
  }
  return c;
}

bool is_word_boundary(std::string_view text, std::uint32_t offset) {
  if (offset == 0 || offset >= text.size()) return true;
  const char32_t after = visible_at(text, offset);
  if (is_mark(after)) return false;
  return !is_word_char(after) || !is_word_char(visible_before(text, offset));
}

void lower_well_formed(std::string_view text, std::string& out) {
  icu::StringByteSink<std::string> sink(&out);
  UErrorCode status = U_ZERO_ERROR;
  const auto size = static_cast<std::int32_t>(text.size());
  icu::CaseMap::utf8ToLower("", 0, icu::StringPiece(text.data(), size), sink, nullptr, status);
}

}  // namespace

bool is_word_char(char32_t c) {
  if (c < 0x80) return is_ascii_lower(c) || is_ascii_upper(c) || (c >= '0' && c <= '9') || c == '_';
  return u_isUAlphabetic(icu_char(c)) != 0 ||
         (U_GET_GC_MASK(icu_char(c)) & (U_GC_ND_MASK | U_GC_M_MASK)) != 0;
}

bool is_letter(char32_t c) {
  if (c < 0x80) return is_ascii_lower(c) || is_ascii_upper(c);
  return u_isalpha(icu_char(c)) != 0;
}

bool is_upper(char32_t c) {
  if (c < 0x80) return is_ascii_upper(c);
  return u_isUUppercase(icu_char(c)) != 0;
}

char32_t to_upper(char32_t c) {
  if (c < 0x80) return is_ascii_lower(c) ? c - ('a' - 'A') : c;
  return static_cast<char32_t>(u_toupper(icu_char(c)));
}

std::string to_lower(std::string_view text) {
  const auto size = static_cast<std::uint32_t>(text.size());
  std::string lower;
  if (ascii_end(text, 0, size) == size) {
    lower = text;
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    });
    return lower;
  }
  lower.reserve(text.size());
  for (std::uint32_t begin = 0; begin < size;) {
    const std::uint32_t ill_formed = find_ill_formed(text, begin);
    lower_well_formed(text.substr(begin, ill_formed - begin), lower);
    if (ill_formed < size) lower += text[ill_formed];
    begin = ill_formed + 1;
  }
  return lower;
}

std::string fold_case(std::string_view text) {
  const auto size = static_cast<std::uint32_t>(text.size());
  if (ascii_end(text, 0, size) == size) return to_lower(text);
  std::string folded;
  icu::StringByteSink<std::string> sink(&folded);
  UErrorCode status = U_ZERO_ERROR;
  const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
  icu::CaseMap::utf8Fold(0, piece, sink, nullptr, status);
  return folded;
}

bool is_word_boundary_start(std::string_view text, std::uint32_t offset) {
  return is_word_boundary(text, offset);
}

bool is_word_boundary_end(std::string_view text, std::uint32_t offset) {
  return is_word_boundary(text, offset);
}

}  // namespace personfirst
