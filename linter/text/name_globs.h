// Globs over names such as rule ids: "people/*".
#pragma once

#include <string>
#include <string_view>

namespace personfirst {

[[nodiscard]] bool is_name_glob(std::string_view text);
// A glob's * takes slashes, too. A text that is no glob fits only itself.
[[nodiscard]] bool name_fits(const std::string& glob, const std::string& name);

}  // namespace personfirst
