// Fixing only what counts: findings in lines that changed, and that no baseline knows.
#pragma once

#include <optional>

#include "linter/cli/baseline.h"
#include "linter/files/changes.h"
#include "linter/linter.h"

namespace personfirst {

struct CountedFix {
  FixedText fixed;
  std::optional<ChangedFile> changed;  // the changed lines, as they are counted in the fixed text
};

// Like fix_document(); all else keeps its bytes. Null: everything has changed; there is no
// baseline.
[[nodiscard]] CountedFix fix_counted(const RuleSet& rules, const Document& document,
                                     const LintOptions& options, FixLevel level,
                                     const ChangedFile* changed, const Baseline* baseline);

}  // namespace personfirst
