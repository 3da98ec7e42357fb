#include "linter/engine/byte_masks.h"

#include <initializer_list>

#include "linter/engine/vector_forms.h"

#if defined(__x86_64__) && defined(__GNUC__)
#define PERSONFIRST_X86 1
#include <immintrin.h>
#elif defined(__ARM_NEON) && defined(__aarch64__)
#define PERSONFIRST_NEON 1
#include <arm_neon.h>
#endif

namespace personfirst {
namespace {

using Halves = std::initializer_list<unsigned char>;

// Adds a class that has each of the `high` halves with each of the `low` ones.
constexpr void add_class(ByteClasses& classes, unsigned bit, Halves high, Halves low) {
  const auto mask = static_cast<unsigned char>(1U << bit);
  for (const unsigned char half : high) classes.high[half] |= mask;
  for (const unsigned char half : low) classes.low[half] |= mask;
}

constexpr ByteClasses classes_of_words() {
  ByteClasses classes;
  add_class(classes, 7, {3}, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
  add_class(classes, 6, {4, 6}, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15});
  add_class(classes, 5, {5, 7}, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
  return classes;
}

constexpr ByteClasses classes_of_text() {
  ByteClasses classes = classes_of_words();
  add_class(classes, 2, {3, 7}, {11, 12});  // < {, with ; |
  return classes;
}

constexpr ByteClasses classes_of_html() {
  ByteClasses classes = classes_of_words();
  add_class(classes, 3, {3}, {11});         // ;
  add_class(classes, 2, {3, 7}, {11, 12});  // < {, with ; |
  add_class(classes, 0, {2}, {6});          // &
  return classes;
}

constexpr ByteClasses classes_of_markdown() {
  ByteClasses classes = classes_of_words();
  add_class(classes, 4, {2, 3}, {1, 10, 11});  // ! * ;, with + :
  add_class(classes, 3, {5, 7}, {14, 15});     // _ ~, with ^ and U+007F
  add_class(classes, 2, {3, 5, 7}, {11, 12});  // < [ {, with ; \ |
  add_class(classes, 1, {2, 5}, {9, 13});      // ) ], with -
  add_class(classes, 0, {2, 5}, {6, 12});      // & \, with ,
  return classes;
}

// Each space at the place that its lower half gives. No other byte has the half of the place where
// it stands: 0 stands at 1 and further.
constexpr std::array<unsigned char, 16> kSpaces = {' ', 0,    0,    0, 0, 0,    0, 0,
                                                   0,   '\t', '\n', 0, 0, '\r', 0, 0};

// Classes overlap: what is part of a word, and the hyphen, is none of the other marks.
inline void part_marks(ByteMasks& masks) {
  const std::uint64_t rest = ~(masks.word | masks.hyphen);
  masks.opening &= rest;
  masks.between &= rest;
  masks.closing &= rest;
  masks.escape &= rest;
}

#if defined(PERSONFIRST_X86)

#define PERSONFIRST_TARGET __attribute__((target("avx2")))

PERSONFIRST_TARGET inline std::uint64_t bits_of(__m256i bytes) {
  return static_cast<std::uint32_t>(_mm256_movemask_epi8(bytes));
}

PERSONFIRST_TARGET inline __m256i twice(const std::array<unsigned char, 16>& table) {
  return _mm256_broadcastsi128_si256(
      _mm_loadu_si128(reinterpret_cast<const __m128i*>(table.data())));
}

// Thirty-two bytes: the lower halves of the masks.
struct Avx2Tables {
  __m256i low, high, spaces;
};
PERSONFIRST_TARGET inline ByteMasks half_masks(const Avx2Tables& tables, const char* at) {
  const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at));
  const __m256i half = _mm256_and_si256(_mm256_srli_epi16(bytes, 4), _mm256_set1_epi8(0x0F));
  // A byte from 0x80 on looks up 0.
  const __m256i is = _mm256_and_si256(_mm256_shuffle_epi8(tables.low, bytes),
                                      _mm256_shuffle_epi8(tables.high, half));
  ByteMasks masks;
  // A word's classes are the highest bits: with so much added they reach the sign.
  masks.word = bits_of(_mm256_adds_epu8(is, _mm256_set1_epi8(0x60)));
  masks.high = bits_of(bytes);
  masks.space = bits_of(_mm256_cmpeq_epi8(_mm256_shuffle_epi8(tables.spaces, bytes), bytes));
  masks.hyphen = bits_of(_mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('-')));
  const __m256i between = _mm256_or_si256(_mm256_slli_epi16(is, 3), _mm256_slli_epi16(is, 4));
  masks.between = bits_of(between);
  masks.opening = bits_of(_mm256_slli_epi16(is, 5));
  masks.closing = bits_of(_mm256_slli_epi16(is, 6));
  masks.escape = bits_of(_mm256_slli_epi16(is, 7));
  return masks;
}

PERSONFIRST_TARGET void mask_bytes_avx2(const ByteClasses& classes, const char* at,
                                        std::span<ByteMasks> masks) {
  const Avx2Tables tables{twice(classes.low), twice(classes.high), twice(kSpaces)};
  for (ByteMasks& mask : masks) {
    const ByteMasks low = half_masks(tables, at);
    const ByteMasks high = half_masks(tables, at + kMaskBytes / 2);
    ByteMasks both{low.word | high.word << 32U,       low.high | high.high << 32U,
                   low.space | high.space << 32U,     low.hyphen | high.hyphen << 32U,
                   low.opening | high.opening << 32U, low.between | high.between << 32U,
                   low.closing | high.closing << 32U, low.escape | high.escape << 32U};
    part_marks(both);
    mask = both;
    at += kMaskBytes;
  }
}

#define PERSONFIRST_AVX512 __attribute__((target("avx512bw")))

PERSONFIRST_AVX512 inline __m512i four_times(const std::array<unsigned char, 16>& table) {
  // (With a mask of all, for GCC 12 warns of the other form.)
  return _mm512_maskz_broadcast_i32x4(
      0xFFFF, _mm_loadu_si128(reinterpret_cast<const __m128i*>(table.data())));
}
PERSONFIRST_AVX512 inline __mmask64 has_any(__m512i bytes, unsigned char bits) {
  return _mm512_test_epi8_mask(bytes, _mm512_set1_epi8(static_cast<char>(bits)));
}

PERSONFIRST_AVX512 void mask_bytes_avx512(const ByteClasses& classes, const char* at,
                                          std::span<ByteMasks> masks) {
  const __m512i low = four_times(classes.low), high = four_times(classes.high),
                spaces = four_times(kSpaces);
  for (ByteMasks& mask : masks) {
    const __m512i bytes = _mm512_loadu_si512(at);
    const __m512i half = _mm512_and_si512(_mm512_srli_epi16(bytes, 4), _mm512_set1_epi8(0x0F));
    // A byte from 0x80 on looks up 0.
    const __m512i is =
        _mm512_and_si512(_mm512_shuffle_epi8(low, bytes), _mm512_shuffle_epi8(high, half));
    ByteMasks all{has_any(is, ByteClasses::kWord),
                  _mm512_movepi8_mask(bytes),
                  _mm512_cmpeq_epi8_mask(_mm512_shuffle_epi8(spaces, bytes), bytes),
                  _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('-')),
                  has_any(is, ByteClasses::kOpening),
                  has_any(is, ByteClasses::kBetween),
                  has_any(is, ByteClasses::kClosing),
                  has_any(is, ByteClasses::kEscape)};
    part_marks(all);
    mask = all;
    at += kMaskBytes;
  }
}

// For machines of before 2013.
#define PERSONFIRST_SSSE3 __attribute__((target("ssse3")))

PERSONFIRST_SSSE3 inline __m128i once(const std::array<unsigned char, 16>& table) {
  return _mm_loadu_si128(reinterpret_cast<const __m128i*>(table.data()));
}
PERSONFIRST_SSSE3 inline std::uint64_t bits_of(__m128i bytes) {
  return static_cast<std::uint32_t>(_mm_movemask_epi8(bytes));
}

PERSONFIRST_SSSE3 void mask_bytes_ssse3(const ByteClasses& classes, const char* at,
                                        std::span<ByteMasks> masks) {
  constexpr std::size_t kLane = sizeof(__m128i);
  const __m128i low = once(classes.low), high = once(classes.high), spaces = once(kSpaces);
  for (ByteMasks& mask : masks) {
    mask = {};
    for (std::size_t i = 0; i < kMaskBytes; i += kLane, at += kLane) {
      const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
      const __m128i half = _mm_and_si128(_mm_srli_epi16(bytes, 4), _mm_set1_epi8(0x0F));
      const __m128i is = _mm_and_si128(_mm_shuffle_epi8(low, bytes), _mm_shuffle_epi8(high, half));
      mask.word |= bits_of(_mm_adds_epu8(is, _mm_set1_epi8(0x60))) << i;
      mask.high |= bits_of(bytes) << i;
      mask.space |= bits_of(_mm_cmpeq_epi8(_mm_shuffle_epi8(spaces, bytes), bytes)) << i;
      mask.hyphen |= bits_of(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('-'))) << i;
      const __m128i between = _mm_or_si128(_mm_slli_epi16(is, 3), _mm_slli_epi16(is, 4));
      mask.between |= bits_of(between) << i;
      mask.opening |= bits_of(_mm_slli_epi16(is, 5)) << i;
      mask.closing |= bits_of(_mm_slli_epi16(is, 6)) << i;
      mask.escape |= bits_of(_mm_slli_epi16(is, 7)) << i;
    }
    part_marks(mask);
  }
}

#elif defined(PERSONFIRST_NEON)

inline std::uint64_t bits_of(uint8x16_t mask) {
  constexpr std::array<unsigned char, 16> kBits = {1, 2, 4, 8, 16, 32, 64, 128,
                                                   1, 2, 4, 8, 16, 32, 64, 128};
  const uint8x16_t bits = vandq_u8(mask, vld1q_u8(kBits.data()));
  return static_cast<std::uint64_t>(vaddv_u8(vget_low_u8(bits))) |
         static_cast<std::uint64_t>(vaddv_u8(vget_high_u8(bits))) << 8U;
}

void mask_bytes_neon(const ByteClasses& classes, const char* at, std::span<ByteMasks> masks) {
  constexpr std::size_t kLane = sizeof(uint8x16_t);
  const uint8x16_t low = vld1q_u8(classes.low.data()), high = vld1q_u8(classes.high.data());
  const uint8x16_t spaces = vld1q_u8(kSpaces.data()), half = vdupq_n_u8(0x0F);
  const auto has = [](uint8x16_t is, unsigned char what) {
    return bits_of(vtstq_u8(is, vdupq_n_u8(what)));
  };
  for (ByteMasks& mask : masks) {
    mask = {};
    for (std::size_t i = 0; i < kMaskBytes; i += kLane, at += kLane) {
      const uint8x16_t bytes = vld1q_u8(reinterpret_cast<const unsigned char*>(at));
      const uint8x16_t lower = vandq_u8(bytes, half);
      // There is nothing of a byte from 0x80 on in `high`.
      const uint8x16_t is =
          vandq_u8(vqtbl1q_u8(low, lower), vqtbl1q_u8(high, vshrq_n_u8(bytes, 4)));
      mask.word |= has(is, ByteClasses::kWord) << i;
      mask.high |= has(bytes, 0x80) << i;
      mask.space |= bits_of(vceqq_u8(vqtbl1q_u8(spaces, lower), bytes)) << i;
      mask.hyphen |= bits_of(vceqq_u8(bytes, vdupq_n_u8('-'))) << i;
      mask.opening |= has(is, ByteClasses::kOpening) << i;
      mask.between |= has(is, ByteClasses::kBetween) << i;
      mask.closing |= has(is, ByteClasses::kClosing) << i;
      mask.escape |= has(is, ByteClasses::kEscape) << i;
    }
    part_marks(mask);
  }
}

#endif

// In the order of the bits of `kinds`.
constexpr std::array<std::uint64_t ByteMasks::*, 8> kMasks = {
    &ByteMasks::word,    &ByteMasks::high,    &ByteMasks::space,   &ByteMasks::hyphen,
    &ByteMasks::opening, &ByteMasks::between, &ByteMasks::closing, &ByteMasks::escape};

constexpr unsigned char kinds_of(const ByteClasses& classes, unsigned char byte) {
  const unsigned is = classes.low[byte % 16] & classes.high[byte / 16];
  const auto has = [is](unsigned char what) { return (is & what) != 0; };
  const std::array<bool, kMasks.size()> all = {
      has(ByteClasses::kWord),    byte >= 0x80,
      kSpaces[byte % 16] == byte, byte == '-',
      has(ByteClasses::kOpening), has(ByteClasses::kBetween),
      has(ByteClasses::kClosing), has(ByteClasses::kEscape)};
  unsigned kinds = 0;
  for (std::size_t i = 0; i < all.size(); ++i) kinds |= unsigned{all[i]} << i;
  return static_cast<unsigned char>(kinds);
}

constexpr ByteClasses with_kinds(ByteClasses classes) {
  for (unsigned byte = 0; byte < classes.kinds.size(); ++byte)
    classes.kinds[byte] = kinds_of(classes, static_cast<unsigned char>(byte));
  return classes;
}

}  // namespace

const ByteClasses& byte_classes(Format format) {
  static constexpr ByteClasses kOfText = with_kinds(classes_of_text()),
                               kOfHtml = with_kinds(classes_of_html()),
                               kOfMarkdown = with_kinds(classes_of_markdown());
  if (format == Format::PlainText) return kOfText;
  return format == Format::Markdown ? kOfMarkdown : kOfHtml;
}

void mask_bytes_plainly(const ByteClasses& classes, const char* at, std::span<ByteMasks> masks) {
  for (ByteMasks& mask : masks) {
    mask = {};
    for (std::size_t i = 0; i < kMaskBytes; i += 8, at += 8) {
      std::uint64_t kinds = 0;  // of eight bytes, the first one lowest
      for (unsigned j = 0; j < 8; ++j)
        kinds |= std::uint64_t{classes.kinds[static_cast<unsigned char>(at[j])]} << (8 * j);
      for (std::size_t kind = 0; kind < kMasks.size(); ++kind) {
        // The lowest bit of each byte, gathered in the highest byte.
        const std::uint64_t bits = kinds >> kind & 0x0101010101010101;
        mask.*kMasks[kind] |= bits * 0x0102040810204080 >> 56U << i;
      }
    }
    part_marks(mask);
  }
}

namespace {

// The fastest first; the last one runs everywhere.
auto forms() {
  return std::to_array<VectorForm<MaskBytes>>({
#if defined(PERSONFIRST_X86)
    {mask_bytes_avx512, __builtin_cpu_supports("avx512bw") != 0},
        {mask_bytes_avx2, __builtin_cpu_supports("avx2") != 0},
        {mask_bytes_ssse3, __builtin_cpu_supports("ssse3") != 0},
#elif defined(PERSONFIRST_NEON)
    {mask_bytes_neon, true},
#endif
    {
      mask_bytes_plainly, true
    }
  });
}

}  // namespace

MaskBytes fastest_mask_bytes() { return fastest_of(forms()); }
std::vector<MaskBytes> all_mask_bytes() { return all_that_run(forms()); }

}  // namespace personfirst
