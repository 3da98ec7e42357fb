// Where the first byte stands of some kind that is rare in a text: as many bytes are looked at at
// once as the machine has room for in a vector.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace personfirst {

// WebAssembly without vectors: one by one is as fast, and small.
#if defined(__wasm__) && !defined(__wasm_simd128__)
inline constexpr std::size_t kBytesAtOnce = 1;
#else
inline constexpr std::size_t kBytesAtOnce = 16;
#endif
// GCC and Clang make of it what the machine has.
using BytesAtOnce = unsigned char __attribute__((vector_size(kBytesAtOnce)));

// Of each: is it one of so many from `first` on?
[[nodiscard]] inline auto is_within(BytesAtOnce bytes, unsigned char first, unsigned char count) {
  return bytes - first < count;
}

// Which of them is the first that a comparison found, or their number.
template <typename Found>
[[nodiscard]] std::size_t first_found(const Found& found) {
  if constexpr (sizeof found == 1) {
    return found[0] != 0 ? 0 : 1;
  } else {
    constexpr int kBits = 8;
    constexpr bool kFirstIsLowest = std::endian::native == std::endian::little;
    std::array<std::uint64_t, 2> halves;
    std::memcpy(halves.data(), &found, sizeof found);
    for (std::size_t i = 0; i < halves.size(); ++i) {
      if (halves[i] == 0) continue;
      const int bit = kFirstIsLowest ? std::countr_zero(halves[i]) : std::countl_zero(halves[i]);
      return i * sizeof halves[i] + static_cast<std::size_t>(bit / kBits);
    }
    return kBytesAtOnce;
  }
}

// The offset of the first from `at` on, or the text's size. `is_one(bytes, next)` tells it of
// several bytes, with comparisons, `&` and `|`; `next` are those behind each of them. Behind the
// text's last byte is a zero.
template <typename IsOne>
[[nodiscard]] std::size_t find_byte(std::string_view text, std::size_t at, const IsOne& is_one) {
  const auto first_at = [&](const char* block) {
    BytesAtOnce bytes, next;
    std::memcpy(&bytes, block, kBytesAtOnce);
    std::memcpy(&next, block + 1, kBytesAtOnce);
    return first_found(is_one(bytes, next));
  };
  for (; at + kBytesAtOnce < text.size(); at += kBytesAtOnce) {
    const std::size_t first = first_at(text.data() + at);
    if (first < kBytesAtOnce) return at + first;
  }
  if (at >= text.size()) return text.size();
  std::array<char, kBytesAtOnce + 1> last{};
  std::memcpy(last.data(), text.data() + at, text.size() - at);
  return std::min(at + first_at(last.data()), text.size());
}

}  // namespace personfirst
