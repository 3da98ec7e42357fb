// The shipped rules, put into the program at build time (checked and packed by embed_rules).
#pragma once

#include <string_view>

#include "linter/linter.h"
#include "linter/rules/rule.h"
#include "linter/rules/rule_parts.h"

namespace personfirst {

// Error for what cannot be had: examples that stand in a file that was not given.
[[nodiscard]] Result<RuleData> embedded_rules(LoadExamples examples);
// The same, each part of which waits to be asked for.
[[nodiscard]] Result<RuleParts> embedded_parts(LoadExamples examples);

// A program with compact rules (rules/compact.h) has the examples in a file beside it, and
// implements this: the file's bytes, or nothing. No other program calls it.
[[nodiscard]] std::string_view given_examples();

}  // namespace personfirst
