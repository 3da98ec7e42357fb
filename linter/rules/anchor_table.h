// Which patterns a word may belong to: every anchor of a language's rules, found by its word.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "linter/rules/rule.h"

namespace personfirst {

// Where a word may belong to a match: the pattern, and what stands before and after (see Anchor).
struct AnchorUse {
  std::uint32_t pattern = 0;
  std::uint32_t min_before = 0;
  std::uint32_t max_before = 0;
  WordMask previous = kAnyWord;
  WordMask next = kAnyWord;
};

// By word.
using AnchorUses = std::map<std::string, std::vector<AnchorUse>, std::less<>>;

class AnchorTable {
 public:
  // Nothing but numbers in a row, so that a table that was made beforehand is read at once.
  struct Data {
    // A power of two; at least half are 0. Of others: the number of a word, and 1.
    std::vector<std::uint32_t> slots = {0, 0};
    std::string letters;                     // of all words
    std::vector<std::uint32_t> letters_end;  // of each word
    std::vector<std::uint32_t> uses_end;     // of each word
    std::vector<std::uint32_t> places;       // of each use: pattern, min_before, max_before
    std::vector<WordMask> masks;             // of each use: previous, next

    bool operator==(const Data&) const = default;
  };

  // The uses of a word, by number.
  struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;
    [[nodiscard]] bool empty() const { return begin == end; }
  };

  AnchorTable() = default;
  explicit AnchorTable(const AnchorUses& uses);
  explicit AnchorTable(Data data) : data_(std::move(data)) {}
  // Whether a table can be made of it.
  [[nodiscard]] static bool is_whole(const Data& data);

  [[nodiscard]] Range find(std::string_view word) const;
  [[nodiscard]] bool contains(std::string_view word) const { return !find(word).empty(); }
  [[nodiscard]] AnchorUse use(std::size_t number) const {
    const std::uint32_t* place = data_.places.data() + 3 * number;
    const WordMask* mask = data_.masks.data() + 2 * number;
    return {place[0], place[1], place[2], mask[0], mask[1]};
  }
  [[nodiscard]] std::vector<std::string_view> words() const;  // sorted
  [[nodiscard]] const Data& data() const { return data_; }

 private:
  [[nodiscard]] std::string_view word(std::size_t number) const;
  // Where the word stands, or would.
  [[nodiscard]] std::size_t slot_of(std::string_view lower) const;

  Data data_;
};

}  // namespace personfirst
