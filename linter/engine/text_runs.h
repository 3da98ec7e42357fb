// Runs of ASCII letters, digits and bytes from 0x80 on, as the scan reads them.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "linter/rules/edge_words.h"
#include "linter/rules/scan_words.h"

namespace personfirst {

constexpr std::array<bool, 256> make_run_bytes() {
  std::array<bool, 256> is{};
  for (std::size_t byte = 0; byte < is.size(); ++byte)
    is[byte] = is_edge_word_byte(static_cast<char>(byte));
  return is;
}
inline constexpr std::array<bool, 256> kRunBytes = make_run_bytes();

[[nodiscard]] inline bool is_run_byte(char c) { return kRunBytes[static_cast<unsigned char>(c)]; }

[[nodiscard]] constexpr bool is_break_or_space(char c) {
  return c == '\n' || c == '\r' || c == ' ' || c == '\t';
}

// Has it bytes from 0x80 on? (All bytes are looked at, without a branch.)
[[nodiscard]] inline bool is_high(std::string_view run) {
  unsigned all = 0;
  for (const char c : run) all |= static_cast<unsigned char>(c);
  return all >= 0x80;
}

// The run that begins at `begin`; may be empty.
[[nodiscard]] inline std::string_view run_at(std::string_view text, std::uint32_t begin) {
  std::size_t end = begin;
  while (end < text.size() && is_run_byte(text[end])) ++end;
  return text.substr(begin, end - begin);
}

inline constexpr std::uint32_t kReadBytes = sizeof(std::uint64_t);

// By the size of a run: the bytes of it that are read.
constexpr std::array<std::uint64_t, 128> make_kept() {
  std::array<std::uint64_t, 128> kept{};
  for (std::size_t size = 1; size < kept.size(); ++size) kept[size] = kept[size - 1] << 8U | 0xFF;
  return kept;
}
inline constexpr std::array<std::uint64_t, 128> kKept = make_kept();

// In lower case: digits have that bit already.
inline std::uint64_t read_lower(const char* at) {
  constexpr std::uint64_t kLower = 0x2020202020202020;
  std::uint64_t bytes = 0;
  if constexpr (std::endian::native == std::endian::little) {
    std::memcpy(&bytes, at, kReadBytes);
  } else {
    for (std::uint32_t i = 0; i < kReadBytes; ++i)
      bytes |= std::uint64_t{static_cast<unsigned char>(at[i])} << (8 * i);
  }
  return bytes | kLower;
}

// The first bytes of a run of ASCII letters and digits, as of a lower-case word. Eight bytes can be
// read from `at`, whatever the size, at most 127.
inline std::uint64_t first_of_bytes(const char* at, std::uint32_t size) {
  return read_lower(at) & kKept.data()[size];
}

// The hash of a run of ASCII letters and digits.
[[nodiscard]] WordHash hash_of_run(std::string_view run);

// Does a run hold a word that is wanted beside some other, or anywhere?
[[nodiscard]] bool holds_word(const ScanWords& words, std::string_view run);

}  // namespace personfirst
