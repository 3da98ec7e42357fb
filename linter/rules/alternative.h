// One pattern of a Regex, by itself: of most texts it tells whether it matches them, and no RE2
// need be asked. The words at its edge are found out when walking along it has cost as much. For
// the files behind regex.h, and no others.
//
// Threads may ask at the same time.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "linter/rules/asked_text.h"
#include "linter/rules/cost_limit.h"
#include "linter/rules/lazy.h"
#include "linter/rules/pattern.h"
#include "linter/rules/regex.h"

namespace personfirst {

// May a match of such words stand in the text, at that place?
[[nodiscard]] bool may_match(Regex::Place place, const EdgeWords& edges, const AskedText& text);

class Alternative {
 public:
  // Walking along a pattern for so many steps (pattern.h) costs about as much as making an RE2 of
  // it.
  [[nodiscard]] static std::uint32_t most_steps(const Pattern& pattern);

  // `is_told`: whoever asks has seen to the words at its edge. `cost`: takes what walking along it
  // costs, in steps.
  Alternative(Regex::Place place, Pattern pattern, bool is_told, const CostLimit& cost);

  // The words that its matches may have at their edge. Finds them out.
  [[nodiscard]] const EdgeWords& edges() const { return *edges_; }
  // By the word's print: "no" is sure.
  [[nodiscard]] bool may_have_at_edge(std::uint32_t print) const;

  // Here. By the word where it would begin.
  [[nodiscard]] bool may_begin_with(std::string_view word, std::uint32_t print) const;
  [[nodiscard]] Walked walk_from(std::string_view text, std::size_t begin) const;
  // Of a match that is known (pattern.h).
  [[nodiscard]] std::optional<std::vector<RegexGroup>> groups(std::string_view text,
                                                              Span match) const;

  // Anywhere else. By the text's words: "no" is sure.
  [[nodiscard]] bool may_match(const AskedText& text) const;
  [[nodiscard]] Walked::Answer walk(const AskedText& text) const;

 private:
  [[nodiscard]] const EdgeWords* known_edges() const;
  [[nodiscard]] Walked::Answer walk_anywhere(std::string_view text, std::uint32_t& steps) const;
  void note(std::uint32_t steps) const;

  Regex::Place place_;
  Pattern pattern_;
  Lazy<EdgeWords> edges_;
  CostLimit steps_;  // that walking along it takes before its edges are found out
  const CostLimit& cost_;
};

}  // namespace personfirst
