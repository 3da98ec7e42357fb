// What the bytes of a text are to the scan, sixty-four at a time: one bit a byte.
//
// With SSE2 or NEON where the compiler has them; the plain form gives the same everywhere, and a
// test holds them together. In a header, for the scan's inner loop.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__ARM_NEON) && defined(__aarch64__)
#include <arm_neon.h>
#endif

namespace personfirst {

inline constexpr std::size_t kMaskBytes = 64;

struct ByteMasks {
  std::uint64_t word = 0;  // ASCII letters and digits
  std::uint64_t high = 0;  // 0x80 and up
  std::uint64_t mark = 0;  // what markup or a line's end may divide a word with, and some more
  friend bool operator==(const ByteMasks&, const ByteMasks&) = default;
};

namespace byte_masks {

struct Range {
  unsigned char first, last;
};

// & ! ) * - ; < [ \ ] _ ` { ~, and what lies between them.
inline constexpr std::array<Range, 7> kMarks = {
    {{'!', '!'}, {'&', '&'}, {')', '*'}, {'-', '-'}, {';', '<'}, {'[', '`'}, {'{', '~'}}};

constexpr bool is_in(unsigned char byte, Range range) {
  return byte >= range.first && byte <= range.last;
}

#if defined(__SSE2__)
#define PERSONFIRST_BYTE_LANES 1

using Lane = __m128i;
inline Lane load(const char* at) { return _mm_loadu_si128(reinterpret_cast<const Lane*>(at)); }
inline Lane either(Lane a, Lane b) { return _mm_or_si128(a, b); }
inline Lane same(unsigned char byte) { return _mm_set1_epi8(static_cast<char>(byte)); }
// 0xFF where first <= byte <= last.
inline Lane in_range(Lane bytes, Range range) {
  const Lane from_first = _mm_sub_epi8(bytes, same(range.first));
  const auto width = static_cast<unsigned char>(range.last - range.first);
  return _mm_cmpeq_epi8(_mm_min_epu8(from_first, same(width)), from_first);
}
inline std::uint64_t bits_of(Lane mask) {
  return static_cast<std::uint16_t>(_mm_movemask_epi8(mask));
}

#elif defined(__ARM_NEON) && defined(__aarch64__)
#define PERSONFIRST_BYTE_LANES 1

using Lane = uint8x16_t;
inline Lane load(const char* at) { return vld1q_u8(reinterpret_cast<const unsigned char*>(at)); }
inline Lane either(Lane a, Lane b) { return vorrq_u8(a, b); }
inline Lane same(unsigned char byte) { return vdupq_n_u8(byte); }
inline Lane in_range(Lane bytes, Range range) {
  const auto width = static_cast<unsigned char>(range.last - range.first);
  return vcleq_u8(vsubq_u8(bytes, same(range.first)), same(width));
}
inline std::uint64_t bits_of(Lane mask) {
  constexpr std::array<unsigned char, 16> kBits = {1, 2, 4, 8, 16, 32, 64, 128,
                                                   1, 2, 4, 8, 16, 32, 64, 128};
  const Lane bits = vandq_u8(mask, vld1q_u8(kBits.data()));
  return static_cast<std::uint64_t>(vaddv_u8(vget_low_u8(bits))) |
         static_cast<std::uint64_t>(vaddv_u8(vget_high_u8(bits))) << 8U;
}

#endif

#if defined(PERSONFIRST_BYTE_LANES)
// Written out by the compiler, so that the ranges become constants.
template <std::size_t... I>
Lane in_any_range(Lane bytes, std::index_sequence<I...>) {
  Lane any = same(0);
  ((any = either(any, in_range(bytes, kMarks[I]))), ...);
  return any;
}
#endif

}  // namespace byte_masks

// Both read kMaskBytes bytes from `at`. Bit 0 is the first.
[[nodiscard]] inline ByteMasks plain_masks_of(const char* at) {
  using byte_masks::is_in;
  ByteMasks masks;
  for (std::size_t i = 0; i < kMaskBytes; ++i) {
    const auto byte = static_cast<unsigned char>(at[i]);
    const bool is_word =
        is_in(byte, {'0', '9'}) || is_in(byte, {'a', 'z'}) || is_in(byte, {'A', 'Z'});
    bool is_mark = false;
    for (const byte_masks::Range& range : byte_masks::kMarks)
      is_mark = is_mark || is_in(byte, range);
    masks.word |= std::uint64_t{is_word} << i;
    masks.high |= std::uint64_t{byte >= 0x80} << i;
    masks.mark |= std::uint64_t{is_mark} << i;
  }
  return masks;
}

[[nodiscard]] inline ByteMasks masks_of(const char* at) {
#if defined(PERSONFIRST_BYTE_LANES)
  using namespace byte_masks;
  constexpr std::size_t kLane = 16;
  ByteMasks masks;
  for (std::size_t i = 0; i < kMaskBytes; i += kLane) {
    const Lane bytes = load(at + i);
    const Lane lower = either(bytes, same(0x20));
    const Lane word = either(in_range(lower, {'a', 'z'}), in_range(bytes, {'0', '9'}));
    const Lane mark = in_any_range(bytes, std::make_index_sequence<kMarks.size()>());
    masks.word |= bits_of(word) << i;
    masks.high |= bits_of(in_range(bytes, {0x80, 0xFF})) << i;
    masks.mark |= bits_of(mark) << i;
  }
  return masks;
#else
  return plain_masks_of(at);
#endif
}

}  // namespace personfirst
