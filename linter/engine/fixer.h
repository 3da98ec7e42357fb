// Suggestions: never worse than what they replace.
//
// Builds the fixes of one finding, best first, and repairs what surrounds the new words: a/an,
// capitals, "is an addict", "the addict's brain". Where no mechanical rewrite reads well there is
// advice without edits.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "linter/engine/candidates.h"
#include "linter/engine/judge.h"
#include "linter/engine/wording.h"
#include "linter/finding.h"

namespace personfirst {

struct FixRequest {
  const Passage* passage = nullptr;
  Candidate candidate;
  std::uint32_t possessive_end = 0;  // == candidate.span.end when there is none
  Span sentence;
  Context context = Context::Prose;
};

// Not thread-safe: one for each document, whose words come again and again. What they are replaced
// with is found out once; what stands round them decides the rest.
class FixMaker {
 public:
  // `around` is asked for the spelling, where that matters. All of them must outlive this.
  FixMaker(const RuleSet& rules, const CompiledLanguage& language, const LintOptions& options,
           Surroundings& around)
      : rules_(rules), language_(language), options_(options), around_(around) {}

  [[nodiscard]] std::vector<Fix> make(const FixRequest& request);

 private:
  class Fixer;

  // A suggestion for some words.
  struct Choice {
    const CompiledSuggestion* suggestion = nullptr;
    std::string words;
    std::string uk_words;  // empty: the same
  };
  // What is the same wherever a rule's pattern finds some words.
  struct Choices {
    MatchForm form;
    std::vector<Choice> all;
  };

  const RuleSet& rules_;
  const CompiledLanguage& language_;
  const LintOptions& options_;
  Surroundings& around_;
  std::unordered_map<std::string, Choices> known_;  // by pattern, case and words
  std::string key_;                                 // reused
};

// The end of a match with its possessive ending: "'s", or the apostrophe after an s.
[[nodiscard]] std::uint32_t possessive_end(const Passage& passage, Span match);

}  // namespace personfirst
