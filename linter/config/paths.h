// Absolute paths with `/`, as text: this layer has no file system to ask. "C:/a" is absolute, too.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace personfirst {

// Without ".", ".." and doubled slashes; without a slash at the end, the root apart.
[[nodiscard]] std::string normal_path(std::string_view path);
// `path` as seen from `folder`; an absolute one stands for itself. Normal.
[[nodiscard]] std::string join_path(std::string_view folder, std::string_view path);
// Empty for the root.
[[nodiscard]] std::string_view parent_folder(std::string_view path);
// "docs/a.md" of "/p/docs/a.md" and "/p"; nothing when the path does not lie in the folder.
[[nodiscard]] std::optional<std::string_view> path_below(std::string_view folder,
                                                         std::string_view path);

}  // namespace personfirst
