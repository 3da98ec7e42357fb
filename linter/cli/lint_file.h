// One file or standard input, from its bytes to what is printed about it.
//
// No state: any number of threads may use one LintJob.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "linter/files/walk.h"
#include "linter/linter.h"
#include "linter/render/renderer.h"

namespace personfirst {

struct LintJob {
  const RuleSet& rules;
  const LintOptions& options;
  const Renderer& renderer;
  std::string language = "en";
  std::optional<FixLevel> fix;
  bool diff = false;       // print the difference instead of writing it
  std::string stdin_name;  // empty: none was given
  bool count_rules = false;
};

using RuleCounts = std::map<std::pair<std::string, Severity>, std::uint64_t>;

struct LintOutcome {
  std::string text;       // for standard output
  bool rendered = false;  // `text` comes from the renderer
  Totals totals;
  std::optional<Severity> worst;  // of the findings
  std::uint64_t bytes = 0;        // read
  RuleCounts rule_counts;
  std::optional<Error> error;  // something could not be done
};

[[nodiscard]] LintOutcome lint_target(const LintJob& job, const Target& target);

}  // namespace personfirst
