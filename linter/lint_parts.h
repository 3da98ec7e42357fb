// Between lint() and those who take what it finds part by part (lint_in_parts in linter.h).
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "linter/linter.h"
#include "linter/markup/comment.h"

namespace personfirst {

// Gathers findings and hands them on. Keeps about kFindingsInPart of them, or all where a comment
// may silence them: it may stand behind what it silences, and one that silences nothing is a
// finding before others. For one call of lint_in_parts() and one thread; all that it is given must
// outlive it.
class ResultParts {
 public:
  ResultParts(const RuleSet& rules, const Document& document, const LintOptions& options,
              const TakePart& take);

  // Before the first finding.
  void add(std::span<const Problem> problems);
  // In order. False: the rest is not wanted.
  [[nodiscard]] bool add(Finding finding);
  // The last part; `comments` are those of the document, sorted.
  void end(std::span<const Comment> comments);

 private:
  [[nodiscard]] bool may_hand_on();

  const RuleSet& rules_;
  const Document& document_;
  const LintOptions& options_;
  const TakePart& take_;
  LintResult part_;
  bool is_wanted_ = true;
  std::optional<bool> may_hand_on_;
};

}  // namespace personfirst
