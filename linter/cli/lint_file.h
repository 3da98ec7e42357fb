// One file or standard input, from its bytes to what is printed about it.
//
// No state: any number of threads may use one LintJob.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "linter/cli/baseline.h"
#include "linter/cli/project.h"
#include "linter/cli/rule_lists.h"
#include "linter/files/changes.h"
#include "linter/files/walk.h"
#include "linter/linter.h"
#include "linter/render/renderer.h"

namespace personfirst {

struct LintJob {
  Project& project;                            // what holds for each file
  std::span<const Renderer* const> renderers;  // the first is standard output's
  RuleLists& rule_lists;
  std::optional<FixLevel> fix;
  bool comment = false;    // on findings, in documents that can hold comments
  bool diff = false;       // print the difference instead of writing it
  std::string stdin_name;  // empty: none was given
  bool count_rules = false;
  bool force_exclude = false;  // named files that the configuration excludes are passed over
  bool require_reason = false;
  const Baseline* baseline = nullptr;  // null: none
  bool write_baseline = false;         // all findings are known from now on
  const Changes* changes = nullptr;    // null: everything counts
};

using RuleCounts = std::map<std::pair<std::string, Severity>, std::uint64_t>;

// What a file comes to; of one with many findings, first some that hold pieces alone.
struct LintOutcome {
  std::string text;                 // a diff or fixed text, for standard output
  std::vector<Rendered> pieces;     // one of each renderer; none when there was nothing to check
  const RuleList* rules = nullptr;  // that the document was checked with, unless the run's own
  Tally tally;
  std::optional<Severity> worst;  // of the findings
  std::uint64_t bytes = 0;        // read
  RuleCounts rule_counts;
  std::optional<Compared> compared;  // with the baseline
  std::optional<Error> error;        // something could not be done
  bool is_last = true;               // of its file
};

// Given what comes before the last. False: the rest is not wanted.
using GiveOutcome = std::function<bool(LintOutcome)>;

[[nodiscard]] LintOutcome lint_target(const LintJob& job, const Target& target,
                                      const GiveOutcome& give);

}  // namespace personfirst
