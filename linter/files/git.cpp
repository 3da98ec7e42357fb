#include "linter/files/git.h"

#include <git2.h>

#include <filesystem>

namespace personfirst {
namespace {

// Does `directory` lie in a repository, at a glance? libgit2 reads all certificates of the system
// when it begins, which takes longer than most runs.
bool may_be_in_repository(const std::filesystem::path& directory) {
  std::error_code error;
  for (std::filesystem::path at = directory;; at = at.parent_path()) {
    if (std::filesystem::exists(at / ".git", error)) return true;
    if (at == at.parent_path()) return false;
  }
}

// libgit2 counts its users; the last one out cleans up.
struct GitLibrary {
  GitLibrary() { git_libgit2_init(); }
  ~GitLibrary() { git_libgit2_shutdown(); }
  GitLibrary(const GitLibrary&) = delete;
  GitLibrary& operator=(const GitLibrary&) = delete;
};

}  // namespace

std::shared_ptr<const GitIgnore> GitIgnore::around(const std::string& directory) {
  if (!may_be_in_repository(directory)) return nullptr;
  git_libgit2_init();
  // Somebody else's repository (a container, a shared folder) is fine: it is only asked for its
  // ignore files.
  git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
  git_repository* repository = nullptr;
  const bool found = git_repository_open_ext(&repository, directory.c_str(), 0, nullptr) == 0;
  if (found && git_repository_workdir(repository) != nullptr) {
    return std::shared_ptr<const GitIgnore>(new GitIgnore(repository));
  }
  git_repository_free(repository);
  git_libgit2_shutdown();
  return nullptr;
}

GitIgnore::GitIgnore(git_repository* repository)
    : repository_(repository), work_tree_(git_repository_workdir(repository)) {}

GitIgnore::~GitIgnore() {
  git_repository_free(repository_);
  git_libgit2_shutdown();
}

bool GitIgnore::is_ignored(const std::string& absolute_path, bool directory) const {
  if (!absolute_path.starts_with(work_tree_) || absolute_path.size() == work_tree_.size())
    return false;
  std::string relative = absolute_path.substr(work_tree_.size());
  if (directory) relative += '/';
  int ignored = 0;
  return git_ignore_path_is_ignored(&ignored, repository_, relative.c_str()) == 0 && ignored != 0;
}

Result<std::string> unified_diff(const std::string& path, std::string_view before,
                                 std::string_view after) {
  if (before == after) return std::string();
  const GitLibrary library;
  git_diff_options options;
  git_diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION);
  options.flags = GIT_DIFF_FORCE_TEXT;
  git_patch* patch = nullptr;
  git_buf buffer = GIT_BUF_INIT;
  Result<std::string> diff = tl::unexpected(Error{path, "the difference could not be computed"});
  if (git_patch_from_buffers(&patch, before.data(), before.size(), path.c_str(), after.data(),
                             after.size(), path.c_str(), &options) == 0 &&
      git_patch_to_buf(&buffer, patch) == 0) {
    diff = std::string(buffer.ptr, buffer.size);
  }
  git_buf_dispose(&buffer);
  git_patch_free(patch);
  return diff;
}

}  // namespace personfirst
