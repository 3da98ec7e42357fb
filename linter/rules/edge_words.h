// What words matches of a pattern may begin or end with, or hold: a quick no, for a fraction of
// what making its RE2 costs. Most patterns that are tried somewhere do not match there, and most of
// a run's time went into making them.
//
// A word is a run of letters and digits of folded text, byte for byte. Const once made.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "linter/rules/rule.h"

namespace personfirst {

class AskedText;

enum class Edge { First, Last };

// A hash, never 0. Whoever asks many choices for the same word makes it once.
[[nodiscard]] std::uint32_t word_print(std::string_view word);
// Of a text; empty when there is none.
[[nodiscard]] std::string_view first_word(std::string_view text);
[[nodiscard]] std::string_view last_word(std::string_view text);

// A bit for each of some words, by its print: no bit, no such word.
using EdgeMask = std::uint64_t;
constexpr EdgeMask kAnyEdge = ~EdgeMask{0};
[[nodiscard]] constexpr EdgeMask edge_bit(std::uint32_t word_print) {
  return EdgeMask{1} << (word_print >> 26U);
}

class WordChoice {
 public:
  void add(std::string word) { words_.push_back(std::move(word)); }
  // All words that its phrases begin with, or end with. The set must outlive this.
  void add(const WordSet& set, Edge edge);
  // The other one is closed, and must outlive this.
  void add(const WordChoice& other);
  void close();  // after the last add()

  [[nodiscard]] bool empty() const { return words_.empty() && sets_.empty() && others_.empty(); }
  [[nodiscard]] bool holds(std::string_view word) const { return holds(word, word_print(word)); }
  [[nodiscard]] bool holds(std::string_view word, std::uint32_t print) const {
    return may_hold(print) && is_listed(word, print);
  }
  [[nodiscard]] EdgeMask mask() const;  // once it is closed
  // By its print: "no" is sure.
  [[nodiscard]] bool may_hold(std::uint32_t print) const {
    return (prints_[print >> 28U] >> ((print >> 22U) & 63U) & 1U) != 0;
  }

 private:
  [[nodiscard]] bool is_listed(std::string_view word, std::uint32_t print) const;

  std::vector<std::string> words_;         // sorted
  std::vector<const WordSet*> sets_;       // that words may begin
  std::vector<const WordChoice*> others_;  // whose words these are, too
  // A bit for each word, by its print: most words that are asked for are ruled out by theirs.
  std::array<std::uint64_t, 16> prints_{};
};

struct EdgeWords {
  bool any = false;    // nothing is known: a match may have any words, or none
  WordChoice at_edge;  // else it has one of these at its edge,
  WordChoice inside;   // or one of these anywhere,
  bool digit = false;  // or a digit

  void add(const EdgeWords& other);  // as with words
  void close();                      // after the last add()

  // May a match have a word of that print at its edge?
  [[nodiscard]] bool may_have_at_edge(std::uint32_t print) const {
    return any || digit || !inside.empty() || at_edge.may_hold(print);
  }
  // Of the words at the edge.
  [[nodiscard]] EdgeMask mask() const {
    return any || digit || !inside.empty() ? kAnyEdge : at_edge.mask();
  }
  // May a match begin the text, end it, or stand in it? "No" is sure.
  [[nodiscard]] bool may_begin(const AskedText& text) const;
  [[nodiscard]] bool may_end(const AskedText& text) const;
  [[nodiscard]] bool may_stand_in(const AskedText& text) const;

 private:
  [[nodiscard]] bool may_be_inside(const AskedText& text) const;
};

[[nodiscard]] constexpr bool is_edge_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}
[[nodiscard]] constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace personfirst
