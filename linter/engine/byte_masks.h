// What the bytes of a text are to the scan, sixty-four at a time: one bit a byte.
//
// What a byte is, two tables tell, by its two halves: vector instructions look up many bytes in
// such tables at once. The plain form gives the same everywhere; tests hold them together. Pure
// functions; any thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "linter/text/document.h"

namespace personfirst {

inline constexpr std::size_t kMaskBytes = 64;

// Bit 0 is the first byte. Not zero of themselves: the scan makes many.
struct ByteMasks {
  std::uint64_t word;   // ASCII letters and digits
  std::uint64_t high;   // 0x80 and up
  std::uint64_t space;  // " \t\r\n"
  std::uint64_t hyphen;
  // What else markup may divide a word with, by what must stand beside it for that
  // (engine/mark_reader.h). Each may hold a few other bytes too, but no letters and digits.
  std::uint64_t opening;  // a word before it, anything but a space behind
  std::uint64_t between;  // a word before it, a word or another of these marks behind
  std::uint64_t closing;  // a word or another of these marks behind
  std::uint64_t escape;   // anything but a space behind
  friend bool operator==(const ByteMasks&, const ByteMasks&) = default;
};

// A byte below 0x80 is what both halves say: bits of `low[byte % 16] & high[byte / 16]`.
struct ByteClasses {
  static constexpr unsigned char kEscape = 1, kClosing = 2, kOpening = 4, kBetween = 24,
                                 kWord = 224;
  std::array<unsigned char, 16> low{}, high{};
  std::array<unsigned char, 256> kinds{};  // for the plain form: one bit each, as in ByteMasks
};

// Each format has its own marks.
[[nodiscard]] const ByteClasses& byte_classes(Format format);

// Reads masks.size() * kMaskBytes bytes from `at`.
using MaskBytes = void (*)(const ByteClasses& classes, const char* at, std::span<ByteMasks> masks);

// One byte at a time.
void mask_bytes_plainly(const ByteClasses& classes, const char* at, std::span<ByteMasks> masks);

// With vector instructions, if this machine has them.
[[nodiscard]] MaskBytes fastest_mask_bytes();

// All that this machine has the instructions for.
[[nodiscard]] std::vector<MaskBytes> all_mask_bytes();

}  // namespace personfirst
