// Where rules' patterns match: candidates, not yet judged.
#pragma once

#include <cstdint>
#include <vector>

#include "linter/engine/fold.h"
#include "linter/rules/rule_set.h"

namespace personfirst {

struct Candidate {
  std::uint32_t rule = 0;     // index into RuleSet::rules
  std::uint32_t pattern = 0;  // index into RuleSet::patterns
  Span span;                  // in the folded text, without a possessive ending
};

// `active` is by rule index. Sorted: longest first, then by severity, place and rule id.
[[nodiscard]] std::vector<Candidate> find_candidates(const RuleSet& rules,
                                                     const CompiledLanguage& language,
                                                     const std::vector<bool>& active,
                                                     const Folded& folded);

}  // namespace personfirst
