#include "linter/rules/edge_table.h"

#include <algorithm>
#include <functional>

namespace personfirst {

bool EdgeTable::is_whole(const Data& data) {
  return data.keys.size() == data.masks.size() &&
         std::ranges::adjacent_find(data.keys, std::greater_equal()) == data.keys.end();
}

std::uint64_t EdgeTable::key_of(const std::vector<std::string>& patterns, Edge edge) {
  constexpr std::uint64_t kBasis = 14695981039346656037U, kPrime = 1099511628211U;  // FNV-1a
  std::uint64_t hash = edge == Edge::First ? kBasis : ~kBasis;
  for (const std::string& pattern : patterns) {
    for (const char c : pattern) hash = (hash ^ static_cast<unsigned char>(c)) * kPrime;
    hash = (hash ^ 0xFFU) * kPrime;  // no byte of UTF-8
  }
  return hash;
}

EdgeMask EdgeTable::find(std::uint64_t key) const {
  const auto found = std::ranges::lower_bound(data_.keys, key);
  if (found == data_.keys.end() || *found != key) return kAnyEdge;
  return data_.masks[static_cast<std::size_t>(found - data_.keys.begin())];
}

}  // namespace personfirst
