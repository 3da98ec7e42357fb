// Progress shows on a terminal only, and only when a run is long.
#include "linter/cli/terminal.h"

#include <gtest/gtest.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <string>
#include <thread>

namespace personfirst {
namespace {

// What `part` writes to standard error when that is a terminal.
template <typename Part>
std::string shown_by(const Part& part) {
  int terminal = -1;
  const pid_t child = ::forkpty(&terminal, nullptr, nullptr, nullptr);
  if (child == 0) {
    part();
    ::_exit(0);
  }
  std::string shown;
  char block[256];
  for (ssize_t n = 0; (n = ::read(terminal, block, sizeof block)) > 0;) {
    shown.append(block, static_cast<std::size_t>(n));
  }
  ::close(terminal);
  ::waitpid(child, nullptr, 0);
  return shown;
}

void wait_until_long() { std::this_thread::sleep_for(std::chrono::milliseconds(1050)); }

TEST(Progress, IsSilentInAShortRun) {
  EXPECT_EQ(shown_by([] {
              Progress progress(true);
              progress.show(1, 2);
              progress.clear();
            }),
            "");
}

TEST(Progress, ShowsABarInALongRunAndTakesItAway) {
  EXPECT_EQ(shown_by([] {
              Progress progress(true);
              wait_until_long();
              progress.show(1, 2);
              progress.show(2, 2);  // too soon after
            }),
            "\r\x1b[K[###############               ] 1 of 2 files\r\x1b[K");
}

TEST(Progress, CountsWhileTheTotalIsNotKnown) {
  EXPECT_EQ(shown_by([] {
              Progress progress(true);
              wait_until_long();
              progress.show(7, 0);
            }),
            "\r\x1b[K7 files checked\r\x1b[K");
}

TEST(Progress, IsSilentWhenItIsNotWanted) {
  EXPECT_EQ(shown_by([] {
              Progress progress(false);
              wait_until_long();
              progress.show(1, 2);
            }),
            "");
}

TEST(WantsColor, FollowsTheOptionFirst) {
  EXPECT_TRUE(wants_color(ColorChoice::Always));
  EXPECT_FALSE(wants_color(ColorChoice::Never));
}

TEST(WantsColor, IsAutomaticOnATerminalUnlessTheEnvironmentSaysNo) {
  const auto automatic = [](const char* no_color, const char* term) {
    return shown_by([&] {
      ::setenv("NO_COLOR", no_color, 1);
      ::setenv("TERM", term, 1);
      const char* answer = wants_color(ColorChoice::Auto) ? "colors" : "none";
      static_cast<void>(!::write(STDERR_FILENO, answer, std::string(answer).size()));
    });
  };
  EXPECT_EQ(automatic("", "xterm"), "colors");
  EXPECT_EQ(automatic("1", "xterm"), "none");
  EXPECT_EQ(automatic("", "dumb"), "none");
}

}  // namespace
}  // namespace personfirst
