// Which rules a comment's `people/addict` or `people/*` names.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "linter/rules/rule_set.h"

namespace personfirst {

// `*` stands for any characters, also a slash, and `?` for one. Unlike name_fits(), linear in both:
// anybody may have written the document.
[[nodiscard]] bool target_fits(std::string_view glob, std::string_view rule);

// The ids of a rule set, which must outlive it.
class TargetRules {
 public:
  explicit TargetRules(const RuleSet& rules);
  explicit TargetRules(std::vector<std::string_view> sorted_ids) : ids_(std::move(sorted_ids)) {}
  [[nodiscard]] const std::vector<std::string_view>& all() const { return ids_; }  // sorted
  [[nodiscard]] std::vector<std::string_view> rules_of(std::string_view target) const;

 private:
  std::vector<std::string_view> ids_;
};

}  // namespace personfirst
