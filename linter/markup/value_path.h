// Which values of a JSON or YAML document are prose: paths of keys, written with dots.
//
// "messages.*.text": `*` is any one key or place in a list, `**` any number of them. Keys are
// compared as they are written.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace personfirst {

class ValuePaths {
 public:
  explicit ValuePaths(std::span<const std::string> paths);
  [[nodiscard]] bool empty() const { return paths_.empty(); }
  // `keys`, outermost first; a place in a list is "*".
  [[nodiscard]] bool fits(const std::vector<std::string_view>& keys) const;

 private:
  std::vector<std::vector<std::string>> paths_;
};

}  // namespace personfirst
