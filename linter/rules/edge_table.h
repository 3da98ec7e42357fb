// Which words the matches of a language's patterns may begin or end with, found out beforehand:
// most patterns that are tried do not match, and with this they need not even be read.
//
// Regexes are found by their texts, so that the table fits whatever was made of the same texts with
// the same lexicon.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "linter/rules/edge_words.h"

namespace personfirst {

class EdgeTable {
 public:
  // Nothing but numbers in a row, so that a table that was made beforehand is read at once.
  struct Data {
    std::vector<std::uint64_t> keys;  // sorted
    std::vector<EdgeMask> masks;      // of each key

    bool operator==(const Data&) const = default;
  };

  EdgeTable() = default;
  explicit EdgeTable(Data data) : data_(std::move(data)) {}
  // Whether a table can be made of it.
  [[nodiscard]] static bool is_whole(const Data& data);

  // Of an alternation of patterns.
  [[nodiscard]] static std::uint64_t key_of(const std::vector<std::string>& patterns, Edge edge);
  // kAnyEdge when nothing is known.
  [[nodiscard]] EdgeMask find(std::uint64_t key) const;
  [[nodiscard]] bool empty() const { return data_.keys.empty(); }
  [[nodiscard]] const Data& data() const { return data_; }

 private:
  Data data_;
};

}  // namespace personfirst
