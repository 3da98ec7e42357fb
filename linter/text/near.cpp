#include "linter/text/near.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace personfirst {
namespace {

constexpr std::size_t kMost = 5;

// Levenshtein's distance, one row at a time.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

std::string_view last_part(std::string_view name) { return name.substr(name.rfind('/') + 1); }

std::size_t distance_to_name(std::string_view meant, std::string_view name) {
  if (name.find(meant) != std::string_view::npos) return 1;
  // People forget the topic, or take the wrong one.
  return std::min(distance(meant, name), 1 + distance(last_part(meant), last_part(name)));
}

}  // namespace

std::vector<std::string> near_names(std::string_view meant, std::span<const std::string> names) {
  std::vector<std::pair<std::size_t, std::string>> near;
  const std::size_t farthest = 1 + last_part(meant).size() / 3;
  for (const std::string& name : names) {
    const std::size_t d = distance_to_name(meant, name);
    if (d <= farthest) near.emplace_back(d, name);
  }
  std::sort(near.begin(), near.end());
  std::vector<std::string> out;
  for (std::size_t i = 0; i < std::min(kMost, near.size()); ++i)
    out.push_back(std::move(near[i].second));
  return out;
}

}  // namespace personfirst
