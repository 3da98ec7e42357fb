// The words that a scan over a whole text looks for, and what must stand beside the common ones
// among them.
//
// Words are known by a hash of their length and their first and last eight bytes, which a scan has
// at hand: what is not known here is certainly none of them, a few others are taken for one.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace personfirst {

// Comments that begin with it speak to the linter (linter/directives.h), so that a text with this
// word in it must be read.
inline constexpr std::string_view kDirectiveWord = "personfirst";

using WordHash = std::uint64_t;

// The first eight bytes of a lower-case word, the first one lowest, zeros behind a shorter word.
[[nodiscard]] constexpr std::uint64_t first_bytes(std::string_view lower) {
  std::uint64_t all = 0;
  for (std::size_t i = 0; i < lower.size() && i < sizeof all; ++i)
    all |= std::uint64_t{static_cast<unsigned char>(lower[i])} << (8 * i);
  return all;
}

// `last`: the last eight bytes of a longer word, 0 of others.
[[nodiscard]] constexpr WordHash word_hash(std::uint64_t first, std::uint64_t last,
                                           std::size_t size) {
  constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15, kMixLast = 0xD6E8FEB86659FD93,
                          kMixSize = 0xC2B2AE3D27D4EB4F;
  const std::uint64_t mixed =
      (first ^ (first >> 32U)) * kMix + (last ^ (last >> 29U)) * kMixLast + size * kMixSize;
  return (mixed ^ (mixed >> 32U)) * kMix;
}
[[nodiscard]] constexpr WordHash word_hash(std::string_view lower) {
  constexpr std::size_t kBytes = sizeof(std::uint64_t);
  const std::uint64_t last =
      lower.size() > kBytes ? first_bytes(lower.substr(lower.size() - kBytes)) : 0;
  return word_hash(first_bytes(lower), last, lower.size());
}

// Of two words in a row. 28 bits tell pairs apart well enough, and take little room.
[[nodiscard]] constexpr std::uint32_t pair_hash(WordHash first, WordHash second) {
  constexpr std::uint64_t kMix = 0xD6E8FEB86659FD93;
  return static_cast<std::uint32_t>(((first >> 7U) * kMix + second) * kMix >> 36U);
}

// Of two words that matter only where a third stands behind them, or before them.
[[nodiscard]] constexpr std::uint32_t open_pair_hash(WordHash first, WordHash second) {
  return pair_hash(~first, second);
}

// Of three words in a row.
[[nodiscard]] constexpr std::uint32_t triple_hash(WordHash first, WordHash second, WordHash third) {
  constexpr unsigned kTurn = 21;
  return pair_hash(std::rotl(first, kTurn) ^ second, third);
}

class ScanWords {
 public:
  enum class Wanted : std::uint8_t { No, InPair, Anywhere };

  // Nothing but numbers in a row, so that what was made beforehand is read at once.
  struct Data {
    // A power of two; at least half are 0. Of others, the tag; its lowest bit: wanted anywhere.
    std::vector<std::uint32_t> slots = std::vector<std::uint32_t>(1 << 8);
    std::uint32_t size = 0;                       // how many are not 0
    std::array<std::uint64_t, 1024> prints{};     // one bit each
    std::vector<std::uint32_t> pairs = {};        // by their hashes, triples too; sorted
    std::vector<std::uint64_t> pair_prints = {};  // one bit each: a quick look before the search

    bool operator==(const Data&) const = default;
  };

  ScanWords() = default;
  explicit ScanWords(Data data) : data_(std::move(data)) {}
  // Whether it can be made of that.
  [[nodiscard]] static bool is_whole(const Data& data);
  [[nodiscard]] const Data& data() const { return data_; }

  // The last to say Anywhere counts: a word is wanted wherever one rule wants it so.
  void add(std::string_view lower, Wanted wanted);
  // All at once, sorted or not.
  void set_pairs(std::vector<std::uint32_t> hashes);

  // A quick look, by the first bytes of a word and its size: "no" is certain.
  [[nodiscard]] bool may_find(std::uint64_t first, std::size_t size) const {
    const std::uint64_t print = print_of(first, size);
    return (data_.prints.data()[print / 64] >> (print % 64) & 1U) != 0;
  }
  [[nodiscard]] bool may_find(std::string_view lower) const {
    return may_find(first_bytes(lower), lower.size());
  }
  [[nodiscard]] Wanted find(WordHash hash) const {
    const std::uint32_t slot = data_.slots[slot_of(tag_of(hash))];
    if (slot == 0) return Wanted::No;
    return (slot & 1U) != 0 ? Wanted::Anywhere : Wanted::InPair;
  }
  [[nodiscard]] bool is_pair(WordHash first, WordHash second) const {
    return holds_hash(pair_hash(first, second));
  }
  [[nodiscard]] bool is_open_pair(WordHash first, WordHash second) const {
    return holds_hash(open_pair_hash(first, second));
  }
  [[nodiscard]] bool is_triple(WordHash first, WordHash second, WordHash third) const {
    return holds_hash(triple_hash(first, second, third));
  }

 private:
  [[nodiscard]] bool holds_hash(std::uint32_t hash) const {
    if (data_.pairs.empty()) return false;
    const std::size_t print = hash % kPairPrints;
    return (data_.pair_prints[print / 64] >> (print % 64) & 1U) != 0 &&
           std::binary_search(data_.pairs.begin(), data_.pairs.end(), hash);
  }

  static constexpr std::size_t kPairPrints = 1 << 18, kPrintShift = 48;

  // One of as many as `prints` has bits.
  static constexpr std::uint64_t print_of(std::uint64_t first, std::size_t size) {
    return ((first + size) * 0x9E3779B97F4A7C15) >> kPrintShift;
  }

  // Not 0; the lowest bit is free.
  static constexpr std::uint32_t tag_of(WordHash hash) {
    return (static_cast<std::uint32_t>(hash >> 32U) | 2U) & ~1U;
  }
  // Where the tag stands, or would.
  [[nodiscard]] std::size_t slot_of(std::uint32_t tag) const {
    const std::size_t last = data_.slots.size() - 1;
    std::size_t at = (tag >> 2U) & last;
    while (data_.slots[at] != 0 && (data_.slots[at] & ~1U) != tag) at = (at + 1) & last;
    return at;
  }

  void grow();

  Data data_;
};

}  // namespace personfirst
