// The shipped rule files, put into the binary at build time (checked and made small by
// embed_rules).
#pragma once

#include <vector>

#include "linter/linter.h"

namespace personfirst {

// Without examples, or with them. Each call makes them anew.
[[nodiscard]] std::vector<RuleFile> embedded_rule_files(LoadExamples examples);

}  // namespace personfirst
