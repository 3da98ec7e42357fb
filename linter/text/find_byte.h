// Where the first byte stands of some kind that is rare in a text: sixteen bytes are looked at at
// once.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace personfirst {

// GCC and Clang make of it what the machine has.
using SixteenBytes = unsigned char __attribute__((vector_size(16)));

// One byte, or each of sixteen: is it one of so many from `first` on?
template <typename Bytes>
[[nodiscard]] constexpr auto is_within(Bytes byte, unsigned char first, unsigned char count) {
  return static_cast<Bytes>(byte - first) < count;
}

// The offset from `at` on, or the text's size. `is_one(byte, next)` tells it of a byte and the one
// behind it, and of sixteen in the same words: comparisons, `&` and `|`. Behind the last is a zero.
template <typename IsOne>
[[nodiscard]] std::size_t find_byte(std::string_view text, std::size_t at, const IsOne& is_one) {
  constexpr std::size_t kBlock = sizeof(SixteenBytes);
  const auto any_in_block = [&](const char* block) {
    SixteenBytes bytes, next;
    std::memcpy(&bytes, block, kBlock);
    std::memcpy(&next, block + 1, kBlock);
    const auto found = is_one(bytes, next);
    std::array<std::uint64_t, 2> halves;
    std::memcpy(halves.data(), &found, kBlock);
    return (halves[0] | halves[1]) != 0;
  };
  const auto byte_at = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : static_cast<unsigned char>(0);
  };
  while (at + kBlock < text.size() && !any_in_block(text.data() + at)) at += kBlock;
  while (at < text.size() && !is_one(byte_at(at), byte_at(at + 1))) ++at;
  return at;
}

}  // namespace personfirst
