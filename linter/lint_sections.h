// lint() for long HTML documents: section by section (markup/sections.h), so that the prose of all
// is never in memory together.
//
// It is read once for its problems, its comments and where candidates may be; those sections are
// read again and judged. Of a section is kept what stands before it.
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
