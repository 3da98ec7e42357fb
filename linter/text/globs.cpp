#include "linter/text/globs.h"

#include <fnmatch.h>

namespace personfirst {
namespace {

std::vector<std::string> split_path(std::string_view path) {
  std::vector<std::string> parts;
  while (!path.empty()) {
    const std::size_t slash = path.find('/');
    if (slash != 0) parts.emplace_back(path.substr(0, slash));
    path.remove_prefix(slash == std::string_view::npos ? path.size() : slash + 1);
  }
  return parts;
}

using Parts = std::span<const std::string>;

// fnmatch(3) has no **, so it is asked part by part.
bool parts_fit(Parts glob, Parts path) {
  if (glob.empty()) return path.empty();
  if (glob.front() == "**") {
    while (glob.size() > 1 && glob[1] == "**") glob = glob.subspan(1);
    for (std::size_t skip = 0; skip <= path.size(); ++skip) {
      if (parts_fit(glob.subspan(1), path.subspan(skip))) return true;
    }
    return false;
  }
  return !path.empty() && fnmatch(glob.front().c_str(), path.front().c_str(), 0) == 0 &&
         parts_fit(glob.subspan(1), path.subspan(1));
}

}  // namespace

Globs::Globs(std::span<const std::string> globs) {
  for (std::string_view text : globs) {
    Glob glob;
    glob.exclude = text.starts_with('!');
    if (glob.exclude) text.remove_prefix(1);
    glob.folder_only = text.ends_with('/');
    if (glob.folder_only) text.remove_suffix(1);
    if (text.starts_with("./")) text.remove_prefix(2);
    glob.name_only = text.find('/') == std::string_view::npos && text != "**";
    glob.parts = split_path(text);
    some_include_ = some_include_ || !glob.exclude;
    globs_.push_back(std::move(glob));
  }
}

const Globs::Glob* Globs::last_fitting(Paths paths, bool folder) const {
  if (globs_.empty()) return nullptr;
  const std::vector<std::string> shown = split_path(paths.shown);
  const std::vector<std::string> below = split_path(paths.below);
  if (below.empty()) return nullptr;
  for (auto glob = globs_.rbegin(); glob != globs_.rend(); ++glob) {
    if (glob->folder_only && !folder) continue;
    const bool fits = glob->name_only
                          ? parts_fit(glob->parts, Parts(below).last(1))
                          : parts_fit(glob->parts, shown) || parts_fit(glob->parts, below);
    if (fits) return &*glob;
  }
  return nullptr;
}

bool Globs::wants_file(Paths paths) const {
  const Glob* glob = last_fitting(paths, false);
  return glob != nullptr ? !glob->exclude : !some_include_;
}

bool Globs::wants_folder(Paths paths) const {
  const Glob* glob = last_fitting(paths, true);
  return glob == nullptr || !glob->exclude;
}

}  // namespace personfirst
