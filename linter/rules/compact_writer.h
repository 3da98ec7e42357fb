// Writes rules as compact.h reads them: for the build tool, which takes its time.
#pragma once

#include <string>

#include "linter/result.h"
#include "linter/rules/rule.h"

namespace personfirst {

struct CompactRules {
  std::string rules;
  std::string examples;
};

// Of rules that prepare_rules() has checked. Error for texts that hold a zero.
[[nodiscard]] Result<CompactRules> to_compact(RuleData data);

}  // namespace personfirst
