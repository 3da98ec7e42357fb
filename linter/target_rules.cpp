#include "linter/target_rules.h"

#include <algorithm>
#include <iterator>

namespace personfirst {

bool target_fits(std::string_view glob, std::string_view rule) {
  constexpr std::size_t kLongest = 200;
  if (glob.find_first_of("*?") == std::string_view::npos) return glob == rule;
  if (glob.size() > kLongest) return false;
  std::size_t g = 0, r = 0;
  std::size_t star = std::string_view::npos;  // the last one, and how far it has been stretched
  std::size_t stretched = 0;
  while (r < rule.size()) {
    if (g < glob.size() && glob[g] == '*') {
      star = g++;
      stretched = r;
    } else if (g < glob.size() && (glob[g] == '?' || glob[g] == rule[r])) {
      ++g;
      ++r;
    } else if (star != std::string_view::npos) {
      g = star + 1;
      r = ++stretched;
    } else {
      return false;
    }
  }
  return glob.find_first_not_of('*', g) == std::string_view::npos;
}

TargetRules::TargetRules(const RuleSet& rules) {
  for (const RulePart& part : rules.parts.rules) ids_.emplace_back(part.head.id);
}

std::vector<std::string_view> TargetRules::rules_of(std::string_view target) const {
  std::vector<std::string_view> found;
  if (target.find_first_of("*?") == std::string_view::npos) {
    if (std::ranges::binary_search(ids_, target)) found.push_back(target);
    return found;
  }
  std::ranges::copy_if(ids_, std::back_inserter(found),
                       [&](std::string_view id) { return target_fits(target, id); });
  return found;
}

}  // namespace personfirst
