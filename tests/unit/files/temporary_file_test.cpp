// A file that is being written is seen when it is whole, or never: however the program ends.
#include "linter/files/temporary_file.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>

#include "linter/files/files.h"
#include "linter/files/new_file.h"
#include "temporary_folder.h"

namespace personfirst {
namespace {

using testing::TemporaryFolder;

class TemporaryFileTest : public ::testing::TestWithParam<TemporaryNaming> {};
INSTANTIATE_TEST_SUITE_P(Naming, TemporaryFileTest,
                         ::testing::Values(TemporaryNaming::WhenWhole, TemporaryNaming::AtOnce));

TEST_P(TemporaryFileTest, TakesTheTargetsPlaceWhole) {
  const TemporaryFolder folder;
  const std::string target = folder.write("a.txt", "old");
  TemporaryFile file(target, 0644, GetParam());
  ASSERT_EQ(file.open_error(), 0);
  EXPECT_EQ(file.write("new"), 0);
  EXPECT_EQ(folder.read("a.txt"), "old");
  EXPECT_EQ(file.sync(), 0);
  EXPECT_EQ(file.take_place(), 0);
  EXPECT_EQ(folder.read("a.txt"), "new");
  EXPECT_EQ(folder.count(), 1U);
}

TEST_P(TemporaryFileTest, IsGoneWhenItDoesNotTakeItsPlace) {
  const TemporaryFolder folder;
  {
    const TemporaryFile file(folder.path("a.txt"), 0644, GetParam());
    EXPECT_EQ(file.write("new"), 0);
    EXPECT_EQ(folder.count(), GetParam() == TemporaryNaming::AtOnce ? 1U : 0U);
  }
  EXPECT_EQ(folder.count(), 0U);
}

TEST_P(TemporaryFileTest, IsGoneWhenItsPlaceIsTakenByAFolder) {
  const TemporaryFolder folder;
  folder.write("a/b.txt", "");
  {
    TemporaryFile file(folder.path("a"), 0644, GetParam());
    EXPECT_EQ(file.take_place(), EISDIR);
  }
  EXPECT_EQ(folder.count(), 1U);
}

TEST_P(TemporaryFileTest, TellsOfAFolderThatIsNotThere) {
  const TemporaryFolder folder;
  EXPECT_EQ(TemporaryFile(folder.path("none/a.txt"), 0644, GetParam()).open_error(), ENOENT);
}

TEST_P(TemporaryFileTest, ManyLiveSideBySide) {
  const TemporaryFolder folder;
  std::vector<std::unique_ptr<TemporaryFile>> files;
  for (int i = 0; i < 300; ++i) {
    files.push_back(
        std::make_unique<TemporaryFile>(folder.path(std::to_string(i)), 0644, GetParam()));
    ASSERT_EQ(files.back()->open_error(), 0);
  }
  for (const auto& file : files) EXPECT_EQ(file->take_place(), 0);
  EXPECT_EQ(folder.count(), 300U);
}

// What `part` leaves in the folder when a signal comes while it writes; -1 when it did not end so.
template <typename Part>
int left_after_signal(const TemporaryFolder& folder, int signal, const Part& part) {
  const pid_t child = ::fork();
  if (child == 0) {
    ::signal(signal, SIG_DFL);
    remove_temporary_files_when_stopped();
    part();
    ::_exit(0);
  }
  int status = 0;
  if (::waitpid(child, &status, 0) != child || !WIFSIGNALED(status) || WTERMSIG(status) != signal)
    return -1;
  return static_cast<int>(folder.count());
}

TEST_P(TemporaryFileTest, ASignalLeavesNothingBehind) {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    const TemporaryFolder folder;
    const int left = left_after_signal(folder, signal, [&] {
      const TemporaryFile file(folder.path("a.txt"), 0644, GetParam());
      const TemporaryFile other(folder.path("b.txt"), 0644, GetParam());
      ::raise(signal);
    });
    EXPECT_EQ(left, 0) << signal;
  }
}

TEST(TemporaryFile, NotEvenSigkillLeavesANamelessOneBehind) {
  const TemporaryFolder folder;
  EXPECT_EQ(left_after_signal(folder, SIGKILL,
                              [&] {
                                const TemporaryFile file(folder.path("a.txt"), 0644);
                                ::raise(SIGKILL);
                              }),
            0);
}

TEST(TemporaryFile, ASignalThatIsIgnoredStaysSo) {
  const TemporaryFolder folder;
  ::signal(SIGHUP, SIG_IGN);
  remove_temporary_files_when_stopped();
  ::raise(SIGHUP);
  ::signal(SIGHUP, SIG_DFL);
  ::signal(SIGINT, SIG_DFL);
  ::signal(SIGTERM, SIG_DFL);
}

TEST(TemporaryFile, AFullDiskKeepsTheOldFile) {
  const TemporaryFolder folder;
  const std::string path = folder.write("a.txt", "old");
  const std::string report = folder.write("report.txt", "old report");
  const pid_t child = ::fork();
  if (child == 0) {
    ::signal(SIGXFSZ, SIG_IGN);
    const struct rlimit limit { 1000, 1000 };
    if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) ::_exit(2);
    const std::string much(100000, 'x');
    const Result<void> replaced = replace_file(path, read_file(path)->stamp, much);
    Result<NewFile> file = NewFile::create(report);
    file->write(much);
    const Result<void> written = file->commit();
    ::_exit(!replaced && replaced.error().what == "File too large" && !written ? 0 : 1);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << status;
  EXPECT_EQ(folder.read("a.txt"), "old");
  EXPECT_EQ(folder.read("report.txt"), "old report");
  EXPECT_EQ(folder.count(), 2U);
}

}  // namespace
}  // namespace personfirst
