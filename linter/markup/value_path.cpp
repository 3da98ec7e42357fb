#include "linter/markup/value_path.h"

#include <algorithm>

namespace personfirst {
namespace {

bool fits_path(const std::vector<std::string>& path, const std::vector<std::string_view>& keys) {
  std::size_t in_path = 0, in_keys = 0;
  std::size_t any = std::string::npos, any_from = 0;  // the last `**`, and what it has taken
  while (in_keys < keys.size()) {
    if (in_path < path.size() && path[in_path] == "**") {
      any = in_path++;
      any_from = in_keys;
    } else if (in_path < path.size() && (path[in_path] == "*" || path[in_path] == keys[in_keys])) {
      ++in_path;
      ++in_keys;
    } else if (any != std::string::npos) {
      in_path = any + 1;
      in_keys = ++any_from;
    } else {
      return false;
    }
  }
  while (in_path < path.size() && path[in_path] == "**") ++in_path;
  return in_path == path.size();
}

}  // namespace

ValuePaths::ValuePaths(std::span<const std::string> paths) {
  for (const std::string& path : paths) {
    std::vector<std::string>& keys = paths_.emplace_back();
    std::size_t begin = 0;
    for (;;) {
      const std::size_t dot = path.find('.', begin);
      keys.push_back(path.substr(begin, dot - begin));
      if (dot == std::string::npos) break;
      begin = dot + 1;
    }
  }
}

bool ValuePaths::fits(const std::vector<std::string_view>& keys) const {
  return std::ranges::any_of(paths_, [&](const auto& path) { return fits_path(path, keys); });
}

}  // namespace personfirst
