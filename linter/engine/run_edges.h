// Where the runs of a stretch of text begin and end.
//
// A run is one of ASCII letters, digits and bytes from 0x80 on. Each way of finding them gives the
// same; tests hold them together. Pure functions; any thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "linter/engine/byte_masks.h"

namespace personfirst {

struct Stretch {
  static constexpr std::size_t kMostBlocks = 32;
  static constexpr std::size_t kMostBytes = kMostBlocks * kMaskBytes;

  // Fills the masks, for as many bytes as there is room for.
  Stretch(const ByteClasses& classes, MaskBytes mask_bytes, std::string_view rest);

  std::string_view rest;   // from its first byte to the text's end
  std::size_t blocks = 0;  // of kMaskBytes
  std::array<ByteMasks, kMostBlocks> masks;

  [[nodiscard]] std::uint32_t size() const {
    return static_cast<std::uint32_t>(blocks * kMaskBytes);
  }
  // Does it reach to the text's end?
  [[nodiscard]] bool is_last() const { return rest.size() <= blocks * kMaskBytes; }
};

// Begins and ends in turns, from the stretch's first byte on.
struct Edges {
  static constexpr std::size_t kSpare = kMaskBytes;  // may be written behind the last one
  std::array<std::uint16_t, Stretch::kMostBytes + 1 + kSpare> at;
  std::size_t size = 0;
};

// Adds all. A run that the stretch's begin cuts in two has but an end, one that its end cuts but a
// begin. `in_run`: is the byte before the stretch part of a run? Afterwards: is its last one?
using FindEdges = void (*)(const Stretch& stretch, bool& in_run, Edges& edges);

// With instructions made for it, if this machine has them.
[[nodiscard]] FindEdges fastest_find_edges();

// All that this machine has the instructions for.
[[nodiscard]] std::vector<FindEdges> all_find_edges();

}  // namespace personfirst
