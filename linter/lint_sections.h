// lint() for long HTML documents: section by section (markup/sections.h), so that the prose of all
// is never in memory together.
//
// It is read once for its problems, its comments and the prose that may hold candidates, which is
// then judged. Where that is much of the document it is not kept: its sections are read again, from
// what stands before each.
#pragma once

#include "linter/lint_parts.h"
#include "linter/linter.h"

namespace personfirst {

struct CompiledLanguage;

// Gives `parts` all that lint() finds but `document.problems`, and ends them. False: nothing was
// given; the document is short, or of a format that cannot be read so.
[[nodiscard]] bool lint_sections(const RuleSet& rules, const CompiledLanguage& language,
                                 const Document& document, const LintOptions& options,
                                 ResultParts& parts);

}  // namespace personfirst
