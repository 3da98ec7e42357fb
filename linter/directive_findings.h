// What is wrong with the directives of a document: findings of the rules that report on them.
#pragma once

#include <span>
#include <vector>

#include "linter/directives.h"
#include "linter/linter.h"
#include "linter/rules/rule_set.h"

namespace personfirst {

// By directive and target: did it silence anything? A directive without targets has one entry.
using UsedTargets = std::vector<std::vector<bool>>;

// Adds them where they belong; `findings` are sorted. What is about rules that are switched off is
// never called unused.
void add_directive_findings(const RuleSet& rules, const Document& document,
                            const LintOptions& options, std::span<const Directive> directives,
                            const UsedTargets& used, std::vector<Finding>& findings);

}  // namespace personfirst
