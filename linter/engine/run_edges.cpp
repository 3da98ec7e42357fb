#include "linter/engine/run_edges.h"

#include <algorithm>
#include <bit>

#include "linter/engine/vector_forms.h"

#if defined(__x86_64__) && defined(__GNUC__)
#define PERSONFIRST_X86 1
#include <immintrin.h>
#endif

// Written once, and compiled for each kind of machine.
#if defined(__GNUC__)
#define PERSONFIRST_INLINE [[gnu::always_inline]] inline
#else
#define PERSONFIRST_INLINE inline
#endif

namespace personfirst {
namespace {

// The edges of the runs of sixty-four bytes. `before`: 1 when the byte before them is part of one;
// afterwards the same of the last.
PERSONFIRST_INLINE std::uint64_t edges_of(const ByteMasks& masks, std::uint64_t& before) {
  const std::uint64_t runs = masks.word | masks.high;
  const std::uint64_t edges = runs ^ (runs << 1U | before);
  before = runs >> (kMaskBytes - 1);
  return edges;
}

// Writes so many of the lowest bits that are set. Where there are none, anything.
template <int kCount>
PERSONFIRST_INLINE void take_bits(std::uint64_t& bits, std::uint32_t begin, std::uint16_t* out) {
  if constexpr (kCount > 0) {
    constexpr std::uint64_t kLast = std::uint64_t{1}
                                    << (kMaskBytes - 1);  // there is one: no branch
    *out = static_cast<std::uint16_t>(begin +
                                      static_cast<std::uint32_t>(std::countr_zero(bits | kLast)));
    bits &= bits - 1;
    take_bits<kCount - 1>(bits, begin, out + 1);
  }
}

PERSONFIRST_INLINE void find_edges(const Stretch& stretch, bool& in_run, Edges& edges) {
  constexpr int kFew = 8, kMany = 24;  // ordinary text has about 22
  auto before = std::uint64_t{in_run};
  std::uint32_t begin = 0;
  std::uint16_t* next = edges.at.data() + edges.size;
  for (std::size_t i = 0; i < stretch.blocks; ++i, begin += kMaskBytes) {
    std::uint64_t bits = edges_of(stretch.masks.data()[i], before);
    std::uint16_t* out = next;
    next += std::popcount(bits);
    take_bits<kMany>(bits, begin, out);
    for (out += kMany; bits != 0; out += kFew) take_bits<kFew>(bits, begin, out);
  }
  in_run = before != 0;
  edges.size = static_cast<std::size_t>(next - edges.at.data());
}

#if defined(PERSONFIRST_X86)

[[gnu::target("bmi,popcnt")]] void find_edges_bmi(const Stretch& stretch, bool& in_run,
                                                  Edges& edges) {
  find_edges(stretch, in_run, edges);
}

constexpr std::array<unsigned char, kMaskBytes> make_offsets() {
  std::array<unsigned char, kMaskBytes> offsets{};
  for (std::size_t i = 0; i < kMaskBytes; ++i) offsets[i] = static_cast<unsigned char>(i);
  return offsets;
}
constexpr std::array<unsigned char, kMaskBytes> kOffsets = make_offsets();

// Of the offsets of sixty-four bytes, those of edges are moved together by one instruction.
[[gnu::target("avx512bw,avx512vbmi2,popcnt")]] void find_edges_avx512(const Stretch& stretch,
                                                                      bool& in_run, Edges& edges) {
  constexpr std::size_t kLanes = sizeof(__m512i) / sizeof(std::uint16_t);
  const __m512i offsets = _mm512_loadu_si512(kOffsets.data());
  std::uint16_t* out = edges.at.data() + edges.size;
  auto before = std::uint64_t{in_run};
  for (std::uint32_t i = 0; i < stretch.blocks; ++i) {
    const std::uint64_t bits = edges_of(stretch.masks.data()[i], before);
    const __m512i some = _mm512_maskz_compress_epi8(bits, offsets);
    const __m512i begin = _mm512_set1_epi16(static_cast<short>(i * kMaskBytes));
    // (With masks of all, for GCC 12 warns of the other forms.)
    const __m512i first = _mm512_cvtepu8_epi16(_mm512_maskz_extracti64x4_epi64(0xF, some, 0));
    const __m512i second = _mm512_cvtepu8_epi16(_mm512_maskz_extracti64x4_epi64(0xF, some, 1));
    _mm512_storeu_si512(out, _mm512_add_epi16(first, begin));
    _mm512_storeu_si512(out + kLanes, _mm512_add_epi16(second, begin));
    out += std::popcount(bits);
  }
  in_run = before != 0;
  edges.size = static_cast<std::size_t>(out - edges.at.data());
}

#endif

void find_edges_plainly(const Stretch& stretch, bool& in_run, Edges& edges) {
  find_edges(stretch, in_run, edges);
}

// The fastest first; the last one runs everywhere.
auto forms() {
#if defined(PERSONFIRST_X86)
  const bool counts = __builtin_cpu_supports("popcnt") != 0;
  const bool compresses =
      __builtin_cpu_supports("avx512bw") != 0 && __builtin_cpu_supports("avx512vbmi2") != 0;
#endif
  return std::to_array<VectorForm<FindEdges>>({
#if defined(PERSONFIRST_X86)
    {find_edges_avx512, counts && compresses},
        {find_edges_bmi, counts && __builtin_cpu_supports("bmi") != 0},
#endif
    {
      find_edges_plainly, true
    }
  });
}

}  // namespace

Stretch::Stretch(const ByteClasses& classes, MaskBytes mask_bytes, std::string_view all)
    : rest(all), blocks(std::min(all.size() / kMaskBytes, kMostBlocks)) {
  mask_bytes(classes, rest.data(), {masks.data(), blocks});
  if (blocks < kMostBlocks) {             // the text's end
    std::array<char, kMaskBytes> last{};  // zeros are nothing
    const std::string_view bytes = rest.substr(blocks * kMaskBytes);
    std::copy(bytes.begin(), bytes.end(), last.begin());
    mask_bytes(classes, last.data(), {&masks[blocks++], 1});
  }
}

FindEdges fastest_find_edges() { return fastest_of(forms()); }
std::vector<FindEdges> all_find_edges() { return all_that_run(forms()); }

}  // namespace personfirst
