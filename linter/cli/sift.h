// Which findings of a document count in this run: those in lines that changed, and that no baseline
// knows.
#pragma once

#include <optional>
#include <vector>

#include "linter/cli/baseline.h"
#include "linter/files/changes.h"
#include "linter/linter.h"

namespace personfirst {

struct Sifted {
  std::vector<Finding> findings;  // that count
  std::vector<Finding> known;     // by the baseline
  std::optional<Compared> compared;
};

// Null: everything has changed; there is no baseline. What is not in changed lines is left out of
// `result.suppressed`, too. With `all_known`, every finding counts as known: it is to be written
// down.
[[nodiscard]] Sifted sift(const Document& document, LintResult& result, const ChangedFile* changed,
                          const Baseline* baseline, bool all_known);

}  // namespace personfirst
