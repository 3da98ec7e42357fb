// Suggestions: never worse than what they replace.
//
// Builds the fixes of one finding, best first, and repairs what surrounds the new words: a/an,
// capitals, "is an addict", "the addict's brain". Where no mechanical rewrite reads well there is
// advice without edits.
#pragma once

#include <vector>

#include "linter/engine/candidates.h"
#include "linter/engine/judge.h"
#include "linter/engine/wording.h"
#include "linter/finding.h"

namespace personfirst {

struct FixRequest {
  const RuleSet* rules = nullptr;
  const CompiledLanguage* language = nullptr;
  const LintOptions* options = nullptr;
  const Passage* passage = nullptr;
  Candidate candidate;
  std::uint32_t possessive_end = 0;  // == candidate.span.end when there is none
  Span sentence;
  Context context = Context::Prose;
  Surroundings* around = nullptr;  // asked for the spelling, where that matters
};

[[nodiscard]] std::vector<Fix> make_fixes(const FixRequest& request);

// The end of a match with its possessive ending: "'s", or the apostrophe after an s.
[[nodiscard]] std::uint32_t possessive_end(const Passage& passage, Span match);

}  // namespace personfirst
