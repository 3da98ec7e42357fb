// The user's own rule files, and the rules and options that a command runs with.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "linter/cli/options.h"
#include "linter/linter.h"
#include "linter/result.h"

namespace personfirst {

// A folder stands for the *.json files right in it, sorted by name.
[[nodiscard]] Result<std::vector<RuleFile>> read_rule_files(std::span<const std::string> paths);

// The shipped rules and these.
[[nodiscard]] Result<RuleSetPtr> load_rules_with(std::span<const std::string> paths,
                                                 LoadExamples examples);

struct Prepared {
  RuleSetPtr rules;
  LintOptions options;
};
[[nodiscard]] Result<Prepared> prepare(const RuleArgs& args);

}  // namespace personfirst
