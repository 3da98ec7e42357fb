// What libgit2 knows: which files a repository ignores, and how two texts differ.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "linter/result.h"

struct git_repository;

namespace personfirst {

// The .gitignore files (and exclude files) of one repository. For one thread at a time.
class GitIgnore {
 public:
  // The repository that `directory` (absolute, without symbolic links) lies in; null when there is
  // none.
  [[nodiscard]] static std::shared_ptr<const GitIgnore> around(const std::string& directory);

  ~GitIgnore();
  GitIgnore(const GitIgnore&) = delete;
  GitIgnore& operator=(const GitIgnore&) = delete;

  [[nodiscard]] bool is_ignored(const std::string& absolute_path, bool directory) const;

 private:
  explicit GitIgnore(git_repository* repository);

  git_repository* repository_;  // owned
  std::string work_tree_;       // ends with a slash
};

// A unified diff that `git apply` and `patch -p1` take; empty when the texts are equal.
[[nodiscard]] Result<std::string> unified_diff(const std::string& path, std::string_view before,
                                               std::string_view after);

}  // namespace personfirst
