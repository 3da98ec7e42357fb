#include "linter/engine/gather_runs.h"

#include <algorithm>
#include <bit>

#include "linter/engine/text_runs.h"

// Written once, and compiled for each kind of machine.
#if defined(__GNUC__)
#define PERSONFIRST_INLINE [[gnu::always_inline]] inline
#else
#define PERSONFIRST_INLINE inline
#endif

namespace personfirst {
namespace {

constexpr auto kWindow = static_cast<std::uint32_t>(kMaskBytes);

// Sixty-four bytes: which of them are parts of runs, and which of these are not ASCII.
struct Window {
  std::uint64_t runs = 0, high = 0;
};

// From a bit of the first of two masks on.
template <std::uint64_t ByteMasks::*kMask>
inline std::uint64_t bits_from(const ByteMasks* masks, unsigned bit) {
  return masks[0].*kMask >> bit | masks[1].*kMask << 1U << (kMaskBytes - 1 - bit);
}

inline Window window_at(const ByteMasks* masks, std::uint32_t at) {
  const ByteMasks* first = masks + at / kMaskBytes;
  const auto bit = static_cast<unsigned>(at % kMaskBytes);
  const std::uint64_t high = bits_from<&ByteMasks::high>(first, bit);
  return {bits_from<&ByteMasks::word>(first, bit) | high, high};
}

// Adds those of a window at `begin`, without a branch. Eight bytes can be read from each run on,
// and behind the window.
template <bool kHasHigh>
PERSONFIRST_INLINE void gather_window(const ScanWords& words, const char* at, std::uint32_t begin,
                                      std::uint64_t high, std::uint64_t starts, std::uint64_t ends,
                                      FoundRuns& found) {
  std::size_t count = found.size;
  // Several in a row, so that where the loop ends is foreseen more often. Behind the last run there
  // are empty ones, at the window's end.
  while (starts != 0) {
    for (std::size_t i = 0; i < FoundRuns::kSpare; ++i, starts &= starts - 1, ends &= ends - 1) {
      const auto bit = static_cast<std::uint32_t>(std::countr_zero(starts));
      const auto size = static_cast<std::uint32_t>(std::countr_zero(ends)) - bit;
      bool may_be = words.may_find(first_of_bytes(at + bit, size), size);
      if constexpr (kHasHigh)
        may_be |= (high >> (bit & 63U) & ((std::uint64_t{1} << size) - 1)) != 0;
      found.at.data()[count] = begin + bit;
      count += static_cast<std::size_t>(may_be);
    }
  }
  while (count > 0 && found.at[count - 1] == begin + kWindow) --count;  // the empty ones
  found.size = count;
}

// The bytes of a window and eight more; at the text's end a copy of them, with zeros behind.
using WindowCopy = std::array<char, kMaskBytes + kReadBytes>;
inline const char* bytes_at(std::string_view rest, std::uint32_t at, WindowCopy& copy) {
  if (at + copy.size() <= rest.size()) return rest.data() + at;
  copy.fill('\0');
  if (at < rest.size()) std::copy(rest.begin() + at, rest.end(), copy.begin());
  return copy.data();
}

PERSONFIRST_INLINE std::uint32_t gather_runs(const ScanWords& words, const Stretch& stretch,
                                             bool& in_run, FoundRuns& found) {
  // Of a stretch in the text's middle, further windows would reach beyond the masks.
  const auto size = static_cast<std::uint32_t>(stretch.blocks * kMaskBytes);
  const std::uint32_t limit = stretch.is_last() ? size : size - kWindow + 1;
  WindowCopy copy;
  bool inside = in_run;
  std::uint32_t at = 0;
  while (at < limit) {
    const Window window = window_at(stretch.masks.data(), at);
    // Without the run that the window's end cuts in two, if there is one.
    const std::uint32_t whole = kWindow - static_cast<std::uint32_t>(std::countl_one(window.runs));
    std::uint64_t starts = window.runs & ~(window.runs << 1U | std::uint64_t{inside});
    inside = whole == 0;
    if (inside) {  // longer than a window: to be looked at
      if (starts != 0) found.at[found.size++] = at;
      at += kWindow;
      continue;
    }
    std::uint64_t ends = ~window.runs & (window.runs << 1U);  // behind each run
    if ((window.runs & ~starts & 1U) != 0) ends &= ends - 1;  // of one that began before
    starts &= ~std::uint64_t{0} >> (kWindow - whole);
    const char* bytes = bytes_at(stretch.rest, at, copy);
    if (window.high == 0) {
      gather_window<false>(words, bytes, at, 0, starts, ends, found);
    } else {
      gather_window<true>(words, bytes, at, window.high, starts, ends, found);
    }
    at += whole;
  }
  in_run = inside;
  return at;
}

#if defined(__x86_64__) && defined(__GNUC__)
[[gnu::target("bmi,bmi2")]] std::uint32_t gather_runs_bmi(const ScanWords& words,
                                                          const Stretch& stretch, bool& in_run,
                                                          FoundRuns& found) {
  return gather_runs(words, stretch, in_run, found);
}
#endif

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
  masks[blocks] = {};
}

std::uint32_t gather_runs_plainly(const ScanWords& words, const Stretch& stretch, bool& in_run,
                                  FoundRuns& found) {
  return gather_runs(words, stretch, in_run, found);
}

GatherRuns fastest_gather_runs() {
#if defined(__x86_64__) && defined(__GNUC__)
  if (__builtin_cpu_supports("bmi") != 0 && __builtin_cpu_supports("bmi2") != 0)
    return gather_runs_bmi;
#endif
  return gather_runs_plainly;
}

}  // namespace personfirst
