// A text that many patterns are asked about, such as the rest of a sentence beside a match: what
// they all want to know of its words is found out once, when the first one asks.
//
// Does not own the text. Not thread-safe, even const.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "linter/rules/edge_words.h"

namespace personfirst {

class AskedText {
 public:
  explicit AskedText(std::string_view text) : text_(text) {}

  struct Word {
    std::string_view text;
    std::uint32_t print = 0;
  };

  [[nodiscard]] std::string_view text() const { return text_; }
  // The word nearest to that edge, which is empty when there is none.
  [[nodiscard]] const Word& word_at(Edge edge) const;
  [[nodiscard]] const std::vector<Word>& words() const;
  [[nodiscard]] bool has_digit() const;

 private:
  std::string_view text_;
  mutable std::optional<Word> first_, last_;
  mutable std::optional<std::vector<Word>> words_;
  mutable std::optional<bool> has_digit_;
};

}  // namespace personfirst
