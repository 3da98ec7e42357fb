// The runs of a stretch of text that may be words that are looked for: nearly all are none.
//
// A run is one of ASCII letters, digits and bytes from 0x80 on. Pure functions; any thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "linter/engine/byte_masks.h"
#include "linter/rules/scan_words.h"

namespace personfirst {

struct Stretch {
  static constexpr std::size_t kMostBlocks = 32;

  // Fills the masks, for as many bytes as there is room for.
  Stretch(const ByteClasses& classes, MaskBytes mask_bytes, std::string_view rest);

  std::string_view rest;   // from its first byte to the text's end
  std::size_t blocks = 0;  // of kMaskBytes
  // The last one, behind the blocks, is empty.
  std::array<ByteMasks, kMostBlocks + 1> masks;

  // Does it reach to the text's end?
  [[nodiscard]] bool is_last() const { return rest.size() <= blocks * kMaskBytes; }
};

// Where they begin, from the stretch's first byte on.
struct FoundRuns {
  static constexpr std::size_t kSpare = 4;
  std::array<std::uint32_t, Stretch::kMostBlocks * kMaskBytes / 2 + 1 + kSpare> at;
  std::size_t size = 0;
};

// All that may be words by their first bytes and size, and all with bytes from 0x80 on. Gives where
// the next stretch begins: where the run does that this one's end cuts in two. `in_run`: the byte
// before the stretch is part of the same run as the one at its begin; afterwards the same of the
// next stretch.
using GatherRuns = std::uint32_t (*)(const ScanWords& words, const Stretch& stretch, bool& in_run,
                                     FoundRuns& found);

// With instructions to find and clear bits, if this machine has them.
[[nodiscard]] GatherRuns fastest_gather_runs();

// With what every machine has.
[[nodiscard]] std::uint32_t gather_runs_plainly(const ScanWords& words, const Stretch& stretch,
                                                bool& in_run, FoundRuns& found);

}  // namespace personfirst
