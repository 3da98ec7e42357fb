// Which rules are on for one lint() call.
#pragma once

#include <string_view>
#include <vector>

#include "linter/options.h"
#include "linter/result.h"
#include "linter/rules/rule_set.h"

namespace personfirst {

// By rule index.
[[nodiscard]] std::vector<bool> active_rules(const RuleSet& rules, const LintOptions& options,
                                             std::string_view language);

}  // namespace personfirst
