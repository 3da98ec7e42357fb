// The user's own rule files.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "linter/linter.h"
#include "linter/result.h"

namespace personfirst {

// A folder stands for the *.json files right in it, sorted by name.
[[nodiscard]] Result<std::vector<RuleFile>> read_rule_files(std::span<const std::string> paths);

// The shipped rules and these.
[[nodiscard]] Result<RuleSetPtr> load_rules_with(std::span<const std::string> paths,
                                                 LoadExamples examples);

}  // namespace personfirst
