#include "linter/files/changes.h"

#include <git2.h>

#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

namespace personfirst {
namespace {

namespace fs = std::filesystem;

struct Library {
  Library() {
    git_libgit2_init();
    // Somebody else's repository (a container, a shared folder) is fine: it is only read.
    git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
  }
  ~Library() { git_libgit2_shutdown(); }
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;
};

template <auto kFree>
struct Free {
  template <typename T>
  void operator()(T* object) const {
    kFree(object);
  }
};
template <typename T, auto kFree>
using Owned = std::unique_ptr<T, Free<kFree>>;
using Repository = Owned<git_repository, git_repository_free>;
using Object = Owned<git_object, git_object_free>;
using Tree = Owned<git_tree, git_tree_free>;
using Diff = Owned<git_diff, git_diff_free>;
using Index = Owned<git_index, git_index_free>;
using Blob = Owned<git_blob, git_blob_free>;

// Calls git_something(&object, arguments...); null when it fails.
template <typename Holder, typename Function, typename... Arguments>
Holder get(Function function, Arguments... arguments) {
  typename Holder::pointer object = nullptr;
  if (function(&object, arguments...) != 0) return Holder();
  return Holder(object);
}

tl::unexpected<Error> failed(std::string where, std::string what) {
  return tl::unexpected(Error{std::move(where), std::move(what)});
}

Result<Repository> open(const std::string& folder) {
  Repository repository =
      get<Repository>(git_repository_open_ext, folder.c_str(), 0U, static_cast<char*>(nullptr));
  if (!repository || git_repository_workdir(repository.get()) == nullptr)
    return failed(folder, "is not in a git repository, so that nothing tells what has changed");
  return repository;
}

std::string hint_of_shallow(git_repository* repository) {
  if (git_repository_is_shallow(repository) != 1) return {};
  return "; this clone is shallow: fetch more of the history (git fetch --unshallow)";
}

// The tree of the commit where this branch and the revision's parted.
Result<Tree> tree_of_base(git_repository* repository, const std::string& revision) {
  const Object named = get<Object>(git_revparse_single, repository, revision.c_str());
  Object commit;
  if (named) commit = get<Object>(git_object_peel, named.get(), GIT_OBJECT_COMMIT);
  if (!commit) {
    return failed(revision, "no commit is known by this name" + hint_of_shallow(repository));
  }
  git_oid head{}, base{};
  if (git_reference_name_to_id(&head, repository, "HEAD") != 0)
    return failed(revision, "there is no commit yet to compare it with");
  if (git_merge_base(&base, repository, git_object_id(commit.get()), &head) != 0) {
    return failed(revision,
                  "has no commit in common with the current branch" + hint_of_shallow(repository));
  }
  const Object at_base = get<Object>(git_object_lookup, repository, &base, GIT_OBJECT_COMMIT);
  Object tree;
  if (at_base) tree = get<Object>(git_object_peel, at_base.get(), GIT_OBJECT_TREE);
  if (!tree) return failed(revision, "its files cannot be read" + hint_of_shallow(repository));
  return Tree(reinterpret_cast<git_tree*>(tree.release()));
}

// Null before the first commit.
Tree tree_of_head(git_repository* repository) {
  Object tree = get<Object>(git_revparse_single, repository, "HEAD^{tree}");
  return Tree(reinterpret_cast<git_tree*>(tree.release()));
}

git_diff_options options_for(bool with_work_tree) {
  git_diff_options options;
  git_diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION);
  options.context_lines = 0;
  if (with_work_tree) options.flags = GIT_DIFF_INCLUDE_UNTRACKED | GIT_DIFF_RECURSE_UNTRACKED_DIRS;
  return options;
}

using Files = std::map<std::string, ChangedFile>;

bool is_there(const git_diff_delta& delta) {
  return delta.status != GIT_DELTA_DELETED && delta.status != GIT_DELTA_UNREADABLE &&
         delta.status != GIT_DELTA_UNMODIFIED;
}

int see_file(const git_diff_delta* delta, float, void* files) {
  if (!is_there(*delta)) return 0;
  const bool is_new = delta->status == GIT_DELTA_UNTRACKED || delta->status == GIT_DELTA_ADDED ||
                      delta->status == GIT_DELTA_CONFLICTED;
  (*static_cast<Files*>(files))[delta->new_file.path].is_whole |= is_new;
  return 0;
}

int see_binary(const git_diff_delta* delta, const git_diff_binary*, void* files) {
  if (is_there(*delta)) (*static_cast<Files*>(files))[delta->new_file.path].is_whole = true;
  return 0;
}

int see_hunk(const git_diff_delta* delta, const git_diff_hunk* hunk, void* files) {
  if (!is_there(*delta) || hunk->new_lines <= 0) return 0;  // lines that are gone
  const auto first = static_cast<std::uint32_t>(hunk->new_start);
  const auto count = static_cast<std::uint32_t>(hunk->new_lines);
  (*static_cast<Files*>(files))[delta->new_file.path].lines.push_back({first, first + count - 1});
  return 0;
}

// By path in the repository.
Result<Files> files_of(git_diff* diff, const std::string& where) {
  git_diff_find_options find;
  git_diff_find_options_init(&find, GIT_DIFF_FIND_OPTIONS_VERSION);
  find.flags = GIT_DIFF_FIND_RENAMES;
  Files files;
  if (git_diff_find_similar(diff, &find) != 0 ||
      git_diff_foreach(diff, see_file, see_binary, see_hunk, nullptr, &files) != 0)
    return failed(where, "the changes cannot be read");
  return files;
}

std::string real_path(const std::string& path) {
  std::error_code error;
  const fs::path real = fs::weakly_canonical(fs::absolute(path, error), error);
  return error ? path : real.string();
}

Files with_work_tree(Files files, git_repository* repository) {
  const std::string root = git_repository_workdir(repository);
  Files placed;
  for (auto& [path, file] : files) placed[real_path(root + path)] = std::move(file);
  return placed;
}

}  // namespace

Result<Changes> Changes::since(const std::string& folder, const std::string& revision) {
  const Library library;
  const Result<Repository> repository = open(folder);
  if (!repository) return tl::unexpected(repository.error());
  const Result<Tree> base = tree_of_base(repository->get(), revision);
  if (!base) return tl::unexpected(base.error());
  const git_diff_options options = options_for(true);
  const Diff diff =
      get<Diff>(git_diff_tree_to_workdir_with_index, repository->get(), base->get(), &options);
  if (!diff) return failed(revision, "the changes cannot be read");
  Result<Files> files = files_of(diff.get(), revision);
  if (!files) return tl::unexpected(files.error());
  Changes changes;
  changes.files_ = with_work_tree(*std::move(files), repository->get());
  return changes;
}

Result<Changes> Changes::staged(const std::string& folder) {
  const Library library;
  const Result<Repository> repository = open(folder);
  if (!repository) return tl::unexpected(repository.error());
  const Tree head = tree_of_head(repository->get());
  const Index index = get<Index>(git_repository_index, repository->get());
  const git_diff_options options = options_for(false);
  Diff diff;
  if (index) {
    diff = get<Diff>(git_diff_tree_to_index, repository->get(), head.get(), index.get(), &options);
  }
  if (!diff) return failed(folder, "the index of the repository cannot be read");
  Result<Files> files = files_of(diff.get(), folder);
  if (!files) return tl::unexpected(files.error());
  for (auto& [path, file] : *files) {
    const git_index_entry* entry = git_index_get_bypath(index.get(), path.c_str(), 0);
    Blob blob;
    if (entry != nullptr) blob = get<Blob>(git_blob_lookup, repository->get(), &entry->id);
    if (!blob) continue;  // in conflict, or another repository
    file.bytes.emplace(static_cast<const char*>(git_blob_rawcontent(blob.get())),
                       static_cast<std::size_t>(git_blob_rawsize(blob.get())));
  }
  Changes changes;
  changes.files_ = with_work_tree(*std::move(files), repository->get());
  return changes;
}

const ChangedFile* Changes::find(const std::string& path) const {
  const auto found = files_.find(real_path(path));
  return found == files_.end() ? nullptr : &found->second;
}

}  // namespace personfirst
