// lint() for documents of which only parts need be read: those that hold a place (see
// engine/prefilter.h), and where a rule asks about the whole document, those that may hold the
// answer.
#pragma once

#include <cstdint>
#include <vector>

#include "linter/engine/prefilter.h"
#include "linter/lint_parts.h"
#include "linter/linter.h"

namespace personfirst {

struct CompiledLanguage;

// Gives `parts` all that lint() finds but `document.problems`, and ends them. False: nothing was
// given, for the document must be read as a whole. `scanner` has just found `places`, the
// document's first.
[[nodiscard]] bool lint_near_places(const RuleSet& rules, const CompiledLanguage& language,
                                    const Document& document, const LintOptions& options,
                                    PlaceScanner scanner, std::vector<std::uint32_t> places,
                                    ResultParts& parts);

}  // namespace personfirst
