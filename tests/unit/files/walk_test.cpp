// What a walk cannot read it names, and goes on. (What it picks is in tests/cli: walk, glob,
// gitignore, symlinks.)
#include "linter/files/walk.h"

#include <gtest/gtest.h>

#include "temporary_folder.h"

namespace personfirst {
namespace {

using testing::as_ordinary_user;
using testing::TemporaryFolder;

// The paths below `folder`, with "!" before what could not be read.
std::vector<std::string> walked(const TemporaryFolder& folder,
                                std::vector<std::string> paths = {""}) {
  for (std::string& path : paths) path = folder.path(path);
  std::vector<std::string> seen;
  walk(paths, Globs(), [&](const Target& target) {
    seen.push_back((target.error ? "!" : "") + target.path.substr(folder.path("").size()));
    return true;
  });
  return seen;
}

using Paths = std::vector<std::string>;

TEST(Walk, GoesOnAfterAFolderThatMayNotBeRead) {
  const TemporaryFolder folder;
  folder.write("a/a.md", "");
  folder.write("b/b.md", "");
  folder.write("c.md", "");
  ::chmod(folder.path("a").c_str(), 0);
  EXPECT_TRUE(as_ordinary_user([&] { return walked(folder) == Paths({"!a", "b/b.md", "c.md"}); }));
}

TEST(Walk, NamesAFolderThatMayNotBeRead) {
  const TemporaryFolder folder;
  folder.write("a/a.md", "");
  ::chmod(folder.path("a").c_str(), 0);
  EXPECT_TRUE(as_ordinary_user([&] { return walked(folder, {"a"}) == Paths({"!a"}); }));
  EXPECT_TRUE(as_ordinary_user([&] { return walked(folder, {"a/a.md"}) == Paths({"!a/a.md"}); }));
}

TEST(Walk, EndsWhenTheSinkHasEnough) {
  const TemporaryFolder folder;
  for (int i = 0; i < 10; ++i) folder.write(std::to_string(i) + "/a.md", "");
  int seen = 0;
  const std::vector<std::string> paths = {folder.path(""), folder.path("3")};
  walk(paths, Globs(), [&](const Target&) { return ++seen < 4; });
  EXPECT_EQ(seen, 4);
}

TEST(Walk, GivesAFileOnce) {
  const TemporaryFolder folder;
  folder.write("a/a.md", "");
  folder.write("b.md", "");
  EXPECT_EQ(walked(folder, {"a/a.md", "", "a", "a/../b.md"}), Paths({"a/a.md", "b.md"}));
}

TEST(Walk, MarksWhatWasNamed) {
  const TemporaryFolder folder;
  folder.write("a.md", "");
  folder.write("b/b.md", "");
  const std::vector<std::string> paths = {folder.path("a.md"), folder.path("b")};
  std::vector<bool> named;
  walk(paths, Globs(), [&](const Target& target) {
    named.push_back(target.named);
    return true;
  });
  EXPECT_EQ(named, std::vector<bool>({true, false}));
}

}  // namespace
}  // namespace personfirst
