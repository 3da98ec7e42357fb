// Files are read whole and replaced whole, or left as they are.
#include "linter/files/files.h"

#include <gtest/gtest.h>

#include "temporary_folder.h"

namespace personfirst {
namespace {

using testing::as_ordinary_user;
using testing::TemporaryFolder;

FileContents read_well(const std::string& path) {
  Result<FileContents> contents = read_file(path);
  EXPECT_TRUE(contents.has_value()) << path;
  return contents ? *contents : FileContents{};
}

unsigned mode_of(const std::string& path) {
  struct stat status {};
  EXPECT_EQ(::lstat(path.c_str(), &status), 0);
  return status.st_mode & 07777U;
}

TEST(ReadFile, ReadsEveryByte) {
  const TemporaryFolder folder;
  for (const std::size_t size : {0U, 1U, 65535U, 65536U, 300000U}) {
    std::string bytes(size, '\xE9');
    if (size > 2) bytes[1] = '\0';
    EXPECT_EQ(read_well(folder.write("a.txt", bytes)).bytes, bytes);
  }
}

TEST(ReadFile, ReadsWhatHasNoSize) { EXPECT_FALSE(read_well("/proc/self/status").bytes.empty()); }

TEST(ReadFile, NamesThePathAndTheReason) {
  const TemporaryFolder folder;
  const Result<FileContents> missing = read_file(folder.path("missing.txt"));
  ASSERT_FALSE(missing);
  EXPECT_EQ(to_string(missing.error()), folder.path("missing.txt") + ": No such file or directory");
  const Result<FileContents> directory = read_file(folder.path(""));
  ASSERT_FALSE(directory);
  EXPECT_EQ(directory.error().what, "Is a directory");
}

TEST(ReadFile, RefusesTwoGibibytesAndNamesTheLimit) {
  const TemporaryFolder folder;
  const std::string path = folder.write("large.txt", "");
  ASSERT_EQ(::truncate(path.c_str(), off_t{1} << 31), 0);  // sparse
  const Result<FileContents> contents = read_file(path);
  ASSERT_FALSE(contents);
  EXPECT_NE(contents.error().what.find("2 GiB"), std::string::npos) << contents.error().what;
}

TEST(ReadFile, RefusesWhatMayNotBeRead) {
  const TemporaryFolder folder;
  const std::string path = folder.write("a.txt", "secret");
  ::chmod(path.c_str(), 0);
  EXPECT_TRUE(as_ordinary_user([&] {
    const Result<FileContents> contents = read_file(path);
    return !contents && contents.error().what == "Permission denied";
  }));
}

TEST(ReplaceFile, PutsTheNewBytesInPlaceAndKeepsTheMode) {
  const TemporaryFolder folder;
  const std::string path = folder.write("a.txt", "old");
  for (const unsigned mode : {0644U, 0600U, 0755U, 0666U}) {
    ::chmod(path.c_str(), mode);
    ASSERT_TRUE(replace_file(path, read_well(path).stamp, "new " + std::to_string(mode)));
    EXPECT_EQ(folder.read("a.txt"), "new " + std::to_string(mode));
    EXPECT_EQ(mode_of(path), mode);
  }
  EXPECT_EQ(folder.count(), 1U) << "a temporary file was left behind";
}

TEST(ReplaceFile, KeepsTheOwner) {
  const TemporaryFolder folder;
  const std::string path = folder.write("a.txt", "old");
  if (::geteuid() == 0) {
    ASSERT_EQ(::chown(path.c_str(), 65534, 65534), 0);
  }
  struct stat before {};
  ::stat(path.c_str(), &before);
  ASSERT_TRUE(replace_file(path, read_well(path).stamp, "new"));
  struct stat after {};
  ::stat(path.c_str(), &after);
  EXPECT_EQ(after.st_uid, before.st_uid);
  EXPECT_EQ(after.st_gid, before.st_gid);
}

TEST(ReplaceFile, KeepsASymbolicLink) {
  const TemporaryFolder folder;
  folder.write("real/target.txt", "old");
  std::filesystem::create_symlink("real/target.txt", folder.path("link.txt"));
  ASSERT_TRUE(
      replace_file(folder.path("link.txt"), read_well(folder.path("link.txt")).stamp, "new"));
  EXPECT_TRUE(std::filesystem::is_symlink(folder.path("link.txt")));
  EXPECT_EQ(folder.read("real/target.txt"), "new");
}

TEST(ReplaceFile, RefusesWhenTheFileHasChanged) {
  const TemporaryFolder folder;
  const std::string path = folder.write("a.txt", "old");
  const FileStamp stamp = read_well(path).stamp;
  folder.write("a.txt", "somebody else's words");
  const Result<void> replaced = replace_file(path, stamp, "new");
  ASSERT_FALSE(replaced);
  EXPECT_NE(replaced.error().what.find("changed"), std::string::npos);
  EXPECT_EQ(folder.read("a.txt"), "somebody else's words");
}

TEST(ReplaceFile, RefusesWhenAnotherFileTookItsPlace) {
  const TemporaryFolder folder;
  const std::string path = folder.write("a.txt", "old");
  const FileStamp stamp = read_well(path).stamp;
  std::filesystem::rename(folder.write("b.txt", "odd"), path);
  EXPECT_FALSE(replace_file(path, stamp, "new"));
  EXPECT_EQ(folder.read("a.txt"), "odd");
}

TEST(ReplaceFile, RefusesWhenTheFileIsGone) {
  const TemporaryFolder folder;
  const std::string path = folder.write("a.txt", "old");
  const FileStamp stamp = read_well(path).stamp;
  std::filesystem::remove(path);
  EXPECT_FALSE(replace_file(path, stamp, "new"));
  EXPECT_EQ(folder.count(), 0U);
}

TEST(ReplaceFile, RefusesWhatIsNoRegularFile) {
  const Result<void> replaced = replace_file("/dev/null", read_well("/dev/null").stamp, "new");
  ASSERT_FALSE(replaced);
  EXPECT_NE(replaced.error().what.find("not a regular file"), std::string::npos);
}

TEST(ReplaceFile, RespectsWriteProtection) {
  const TemporaryFolder folder;
  const std::string path = folder.write("a.txt", "old");
  ::chmod(path.c_str(), 0444);
  EXPECT_TRUE(as_ordinary_user([&] {
    const Result<void> replaced = replace_file(path, read_file(path)->stamp, "new");
    return !replaced && replaced.error().what == "Permission denied";
  }));
  EXPECT_EQ(folder.read("a.txt"), "old");
}

TEST(ReplaceFile, NeedsAFolderThatMayBeWritten) {
  const TemporaryFolder folder;
  const std::string path = folder.write("protected/a.txt", "old");
  ::chmod(path.c_str(), 0666);
  ::chmod(folder.path("protected").c_str(), 0555);
  EXPECT_TRUE(as_ordinary_user([&] {
    const Result<void> replaced = replace_file(path, read_file(path)->stamp, "new");
    return !replaced && replaced.error().what == "Permission denied";
  }));
  EXPECT_EQ(folder.read("protected/a.txt"), "old");
}

}  // namespace
}  // namespace personfirst
