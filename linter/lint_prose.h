// Prose -> findings: candidates, judged and with their fixes.
#pragma once

#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "linter/engine/surroundings.h"
#include "linter/finding.h"
#include "linter/options.h"

namespace personfirst {

// Made once and run over the prose of a document, or over that of one part after the other. Not
// thread-safe. Everything that it is given must outlive it.
class ProseLinter {
 public:
  ProseLinter(const RuleSet& rules, const CompiledLanguage& language,
              std::string_view language_name, const LintOptions& options, Surroundings& around);
  ProseLinter(const ProseLinter&) = delete;
  ProseLinter& operator=(const ProseLinter&) = delete;
  ~ProseLinter();

  // Returns false to end the run.
  using Take = std::function<bool(Finding)>;

  // Hands on findings sorted by (span, rule id), whose spans do not overlap, as soon as nothing can
  // come before them. Also those that their context puts below min_severity: suppressions
  // (linter/suppressions.h) come first. False when `take` ended it.
  bool run(const std::vector<Prose>& prose, const Take& take);
  // The same for prose that holds places (engine/prefilter.h): it is not asked again whether it
  // does.
  bool run_on_places(const std::vector<Prose>& prose, const Take& take);
  [[nodiscard]] std::vector<Finding> run(const std::vector<Prose>& prose);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace personfirst
