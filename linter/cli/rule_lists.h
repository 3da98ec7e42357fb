// What reports may say about rules that are not the working folder's own: those of folders below it
// with `ruleFiles` of theirs. Any thread.
#pragma once

#include <map>
#include <memory>
#include <mutex>

#include "linter/linter.h"
#include "linter/render/renderer.h"

namespace personfirst {

class RuleLists {
 public:
  // `wanted`: does a report speak of rules? `own`: those that it knows already.
  RuleLists(bool wanted, const RuleSet& own) : wanted_(wanted), own_(own) {}

  // Null when nobody wants to know. Lives as long as this.
  [[nodiscard]] const RuleList* of(const RuleSet& rules) {
    if (!wanted_ || &rules == &own_) return nullptr;
    const std::lock_guard lock(mutex_);
    std::unique_ptr<const RuleList>& list = lists_[&rules];
    if (!list) {
      list = std::make_unique<const RuleList>(RuleList{list_rules(rules), list_sources(rules)});
    }
    return list.get();
  }

 private:
  const bool wanted_;
  const RuleSet& own_;
  std::mutex mutex_;
  std::map<const RuleSet*, std::unique_ptr<const RuleList>> lists_;
};

}  // namespace personfirst
