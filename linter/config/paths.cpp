#include "linter/config/paths.h"

#include <vector>

namespace personfirst {
namespace {

// "/", "C:/", or nothing.
std::string_view root_of(std::string_view path) {
  if (path.starts_with('/')) return path.substr(0, 1);
  const bool drive = path.size() >= 3 && path[1] == ':' && path[2] == '/';
  return drive ? path.substr(0, 3) : std::string_view();
}

}  // namespace

std::string normal_path(std::string_view path) {
  const std::string_view root = root_of(path);
  std::vector<std::string_view> parts;
  parts.reserve(16);  // of most paths
  for (std::string_view rest = path.substr(root.size()); !rest.empty();) {
    const std::size_t slash = rest.find('/');
    const std::string_view part = rest.substr(0, slash);
    rest.remove_prefix(slash == std::string_view::npos ? rest.size() : slash + 1);
    if (part.empty() || part == ".") continue;
    if (part != "..") {
      parts.push_back(part);
    } else if (!parts.empty()) {
      parts.pop_back();
    }
  }
  std::string normal;
  normal.reserve(path.size());
  normal = root;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i != 0) normal += '/';
    normal += parts[i];
  }
  return normal;
}

std::string join_path(std::string_view folder, std::string_view path) {
  if (!root_of(path).empty()) return normal_path(path);
  return normal_path(std::string(folder) + "/" + std::string(path));
}

std::string_view parent_folder(std::string_view path) {
  const std::string_view root = root_of(path);
  if (path.size() <= root.size()) return {};
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return {};
  return slash < root.size() ? root : path.substr(0, slash);
}

std::optional<std::string_view> path_below(std::string_view folder, std::string_view path) {
  if (!path.starts_with(folder)) return std::nullopt;
  path.remove_prefix(folder.size());
  if (folder.ends_with('/')) return path;
  if (!path.starts_with('/')) return std::nullopt;
  return path.substr(1);
}

}  // namespace personfirst
