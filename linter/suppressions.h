// Obeys the comments of a document that silence rules, and reports those that are no use.
//
// What a directive reaches:
//  - disable-line: the lines that its comment touches
//  - disable-next-line: the first line below that has more than white space, `>` and comments
//  - disable ... enable: what begins behind the comment; the last of the two that names a rule, or
//    everything, decides
//  - disable-file: all of the document, wherever the comment stands
// A finding is silenced when it touches such a line. Findings about directives are never silenced.
// Time is linear in the text, the findings, and the directives times the number of rules.
#pragma once

#include <span>

#include "linter/linter.h"
#include "linter/markup/comment.h"
#include "linter/rules/rule_set.h"

namespace personfirst {

// Moves findings of `result` to `suppressed`, adds those about directives, and then drops what is
// below the least severity. A directive counts as used also by a finding that is dropped.
// `comments` are the document's, sorted; `result.findings` are sorted and disjoint. Pure but for
// `result`.
void apply_suppressions(const RuleSet& rules, const Document& document,
                        std::span<const Comment> comments, const LintOptions& options,
                        LintResult& result);

// Would one of the comments silence this finding?
[[nodiscard]] bool is_silenced(const Document& document, std::span<const Comment> comments,
                               const Finding& finding);

}  // namespace personfirst
