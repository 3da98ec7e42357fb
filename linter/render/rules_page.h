// All rules on one Markdown page: rules/RULES.md, for people who want to know what is found, and
// why.
#pragma once

#include <span>
#include <string>

#include "linter/linter.h"

namespace personfirst {

// Rules are grouped by topic, in the order given (by id).
[[nodiscard]] std::string rules_page(std::span<const RuleInfo> rules,
                                     std::span<const Source> sources);

}  // namespace personfirst
