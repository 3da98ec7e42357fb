// Phrases, found by their first word: for word sets, names and the `near` of conditions.
//
// Const after the last add(); may be shared by threads.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "linter/text/span.h"

namespace personfirst {

struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};

// A word of a folded text, and where it stands there.
struct Token {
  Span span;
};

class PhraseIndex {
 public:
  void add(std::string_view phrase);
  [[nodiscard]] bool empty() const { return by_first_word_.empty(); }
  [[nodiscard]] std::vector<std::string_view> first_words() const;  // in no order
  [[nodiscard]] std::size_t longest() const { return longest_; }    // in words

  // How many tokens the longest phrase that begins at token `at` has; 0 for none. The words of a
  // phrase follow each other with no more than a few bytes of anything but a full stop between.
  [[nodiscard]] std::uint32_t match(std::string_view text, const std::vector<Token>& tokens,
                                    std::size_t at) const {
    return may_begin_with(slice(text, tokens[at].span)) ? longest_match(text, tokens, at) : 0;
  }

 private:
  [[nodiscard]] std::uint32_t longest_match(std::string_view text, const std::vector<Token>& tokens,
                                            std::size_t at) const;
  // Whether a phrase may begin with the word: most words are ruled out by their ends and length.
  [[nodiscard]] bool may_begin_with(std::string_view word) const {
    const std::size_t print = print_of(word);
    return (first_prints_[print / 64] >> (print % 64) & 1U) != 0;
  }
  [[nodiscard]] static std::size_t print_of(std::string_view word) {
    const auto first = static_cast<unsigned char>(word.front());
    const auto last = static_cast<unsigned char>(word.back());
    return (first + 32U * last + 293U * word.size()) % kPrints;
  }

  static constexpr std::size_t kPrints = 2048;
  std::array<std::uint64_t, kPrints / 64> first_prints_{};
  // First word -> the words after it, longest list first.
  std::unordered_map<std::string, std::vector<std::vector<std::string>>, StringHash,
                     std::equal_to<>>
      by_first_word_;
  std::size_t longest_ = 0;
};

}  // namespace personfirst
