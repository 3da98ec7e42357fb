// The commands: plain arguments in, exit status out (0 clean, 1 findings, 2 something could not be
// done).
//
// They print to standard output and standard error.
#pragma once

#include "linter/cli/options.h"

namespace personfirst {

[[nodiscard]] int run_lint(const LintArgs& args);
[[nodiscard]] int run_batch(const BatchArgs& args);
[[nodiscard]] int run_rules(const RulesArgs& args);
[[nodiscard]] int run_rules_test(const RulesTestArgs& args);
[[nodiscard]] int run_explain(const ExplainArgs& args);
[[nodiscard]] int run_init(const InitArgs& args);
[[nodiscard]] int run_config_show(const ConfigShowArgs& args);
[[nodiscard]] int run_completions(const CompletionsArgs& args);
[[nodiscard]] int run_man(const ManArgs& args);
[[nodiscard]] int run_version(const VersionArgs& args);

}  // namespace personfirst
