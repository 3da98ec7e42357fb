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

}  // namespace

const RuleInfo* find_rule(const RenderSettings& settings, std::string_view id) {
  return find_by_id(settings.rules, id);
}

const Source* find_source(const RenderSettings& settings, std::string_view id) {
  return find_by_id(settings.sources, id);
}

}  // namespace personfirst
