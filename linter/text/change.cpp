#include "linter/text/change.h"

#include <algorithm>
#include <cstring>

namespace personfirst {
namespace {

constexpr std::size_t kBlock = 4096;  // compared at once

std::size_t common_prefix(std::string_view a, std::string_view b) {
  const std::size_t size = std::min(a.size(), b.size());
  std::size_t at = 0;
  while (at + kBlock <= size && std::memcmp(a.data() + at, b.data() + at, kBlock) == 0)
    at += kBlock;
  while (at < size && a[at] == b[at]) ++at;
  return at;
}

std::size_t common_suffix(std::string_view a, std::string_view b) {
  const std::size_t size = std::min(a.size(), b.size());
  const char* const a_end = a.data() + a.size();
  const char* const b_end = b.data() + b.size();
  std::size_t length = 0;
  while (length + kBlock <= size &&
         std::memcmp(a_end - length - kBlock, b_end - length - kBlock, kBlock) == 0)
    length += kBlock;
  while (length < size && *(a_end - length - 1) == *(b_end - length - 1)) ++length;
  return length;
}

}  // namespace

Change find_change(std::string_view before, std::string_view after) {
  const std::size_t prefix = common_prefix(before, after);
  const std::size_t suffix = common_suffix(before.substr(prefix), after.substr(prefix));
  const auto at = static_cast<std::uint32_t>(prefix);
  return {{at, static_cast<std::uint32_t>(before.size() - suffix)},
          {at, static_cast<std::uint32_t>(after.size() - suffix)}};
}

}  // namespace personfirst
