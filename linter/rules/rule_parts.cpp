#include "linter/rules/rule_parts.h"

#include <algorithm>
#include <utility>

namespace personfirst {
namespace {

template <typename T>
Lazy<T> made_of(T value) {
  return Lazy<T>(std::make_unique<const T>(std::move(value)));
}

}  // namespace

RuleHead head_of(const Rule& rule) {
  RuleHead head{
      rule.id,      rule.language, rule.pack, rule.severity, rule.on_by_default, rule.reports,
      rule.checked, false,         0};
  for (const auto* conditions : {&rule.evidence, &rule.ordinary}) {
    head.asks_document |= std::ranges::any_of(
        *conditions, [](const Condition& one) { return one.scope == Scope::Document; });
  }
  head.patterns = static_cast<std::uint32_t>(rule.patterns.size());
  return head;
}

RuleParts in_parts(RuleData data) {
  RuleParts parts;
  parts.rules.reserve(data.rules.size());
  for (Rule& rule : data.rules) {
    const auto place = static_cast<std::uint32_t>(parts.rules.size());
    RuleHead head = head_of(rule);
    parts.rules.push_back({std::move(head), place, made_of(std::move(rule))});
  }
  std::ranges::stable_sort(parts.rules, {},
                           [](const RulePart& part) -> const std::string& { return part.head.id; });
  for (auto& [language, lexicon] : data.lexicons)
    parts.lexicons.emplace(language, made_of(std::move(lexicon)));
  parts.names = made_of(std::move(data.names));
  parts.sources = made_of(std::move(data.sources));
  return parts;
}

}  // namespace personfirst
