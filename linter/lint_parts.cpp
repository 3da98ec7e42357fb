#include "linter/lint_parts.h"

#include <utility>

#include "linter/directives.h"
#include "linter/suppressions.h"

namespace personfirst {

ResultParts::ResultParts(const RuleSet& rules, const Document& document, const LintOptions& options,
                         const TakePart& take)
    : rules_(rules), document_(document), options_(options), take_(take) {}

void ResultParts::add(std::span<const Problem> problems) {
  part_.problems.insert(part_.problems.end(), problems.begin(), problems.end());
}

bool ResultParts::add(Finding finding) {
  part_.findings.push_back(std::move(finding));
  if (part_.findings.size() < kFindingsInPart || !may_hand_on()) return true;
  apply_suppressions(rules_, document_, {}, options_, part_);
  is_wanted_ = take_(std::exchange(part_, {}), false);
  return is_wanted_;
}

void ResultParts::end(std::span<const Comment> comments) {
  if (!is_wanted_) return;
  apply_suppressions(rules_, document_, comments, options_, part_);
  static_cast<void>(take_(std::exchange(part_, {}), true));
}

bool ResultParts::may_hand_on() {
  if (!may_hand_on_)
    may_hand_on_ = !options_.use_suppressions || !may_hold_directives(document_.text);
  return *may_hand_on_;
}

}  // namespace personfirst
