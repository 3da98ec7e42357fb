// Which rules are on for one lint() call.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "linter/options.h"
#include "linter/result.h"
#include "linter/rules/rule_set.h"

namespace personfirst {

// What the options make of a rule's severity; nothing: the rule is off.
[[nodiscard]] std::optional<Severity> level_of(const Rule& rule, const LintOptions& options);
[[nodiscard]] std::optional<Severity> level_of(const RuleHead& rule, const LintOptions& options);

// By rule index.
[[nodiscard]] std::vector<bool> active_rules(const RuleSet& rules, const LintOptions& options,
                                             std::string_view language);

}  // namespace personfirst
