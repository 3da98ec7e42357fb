#include "linter/render/settings.h"

#include <algorithm>

namespace personfirst {
namespace {

template <typename Entry>
const Entry* find_by_id(const std::vector<Entry>& sorted, std::string_view id) {
  const auto at = std::lower_bound(
      sorted.begin(), sorted.end(), id,
      [](const Entry& entry, std::string_view wanted) { return entry.id < wanted; });
  return at != sorted.end() && at->id == id ? &*at : nullptr;
}

template <typename Entry>
void add_missing(std::vector<Entry>& sorted, const std::vector<Entry>& more) {
  std::vector<Entry> missing;
  for (const Entry& entry : more) {
    if (find_by_id(sorted, entry.id) == nullptr) missing.push_back(entry);
  }
  sorted.insert(sorted.end(), missing.begin(), missing.end());
  std::sort(sorted.begin(), sorted.end(),
            [](const Entry& a, const Entry& b) { return a.id < b.id; });
}

}  // namespace

const RuleInfo* find_rule(const RenderSettings& settings, std::string_view id,
                          const RuleList* own) {
  const RuleInfo* found = own != nullptr ? find_by_id(own->rules, id) : nullptr;
  return found != nullptr ? found : find_by_id(settings.rules, id);
}

const Source* find_source(const RenderSettings& settings, std::string_view id,
                          const RuleList* own) {
  const Source* found = own != nullptr ? find_by_id(own->sources, id) : nullptr;
  return found != nullptr ? found : find_by_id(settings.sources, id);
}

void add_rules(RenderSettings& settings, const RuleList& more) {
  add_missing(settings.rules, more.rules);
  add_missing(settings.sources, more.sources);
}

}  // namespace personfirst
