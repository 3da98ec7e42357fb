#include "wasm/rule_sets.h"

#include <algorithm>
#include <utility>

namespace personfirst::wasm {
namespace {

constexpr std::size_t kKept = 8;

bool same(const std::vector<RuleFile>& a, const std::vector<RuleFile>& b) {
  return std::ranges::equal(a, b, [](const RuleFile& one, const RuleFile& other) {
    return one.name == other.name && one.json == other.json;
  });
}

}  // namespace

Result<std::shared_ptr<const RuleSet>> RuleSets::with(const std::vector<RuleFile>& own_files) {
  auto found = std::ranges::find_if(
      recent_, [&](const Loaded& loaded) { return same(loaded.own_files, own_files); });
  if (found == recent_.end()) {
    Result<RuleSetPtr> rules = load_rules(own_files);
    if (!rules) return tl::unexpected(rules.error());
    recent_.push_front({own_files, std::shared_ptr<const RuleSet>(*std::move(rules))});
    if (recent_.size() > kKept) recent_.pop_back();
  } else {
    std::rotate(recent_.begin(), found, found + 1);
  }
  return recent_.front().rules;
}

}  // namespace personfirst::wasm
