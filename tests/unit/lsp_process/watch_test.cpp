// The end of another process is noticed, and nothing else.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cstdint>
#include <limits>

#include "lsp/process_watch.h"
#include "tests/unit/lsp_process/patience.h"

namespace personfirst::lsp {
namespace {

using personfirst::testing::Gate;
using personfirst::testing::kAWhile;

pid_t start_process() {
  const pid_t process = ::fork();
  if (process == 0) {
    while (true) ::pause();
  }
  return process;
}

TEST(ProcessWatch, TellsWhenAProcessEnds) {
  const pid_t process = start_process();
  Gate gone;
  ProcessWatch watch([&] { gone.open(); });
  watch.watch(process);
  EXPECT_FALSE(gone.wait(kAWhile));
  ::kill(process, SIGKILL);
  EXPECT_TRUE(gone.wait());
  ::waitpid(process, nullptr, 0);
}

TEST(ProcessWatch, AProcessThatIsNotThereIsGone) {
  const pid_t process = start_process();
  ::kill(process, SIGKILL);
  ::waitpid(process, nullptr, 0);
  Gate gone;
  ProcessWatch watch([&] { gone.open(); });
  watch.watch(process);
  EXPECT_TRUE(gone.wait());
}

TEST(ProcessWatch, TellsOnceHoweverOftenItIsAsked) {
  const pid_t process = start_process();
  std::atomic<int> times{0};
  {
    Gate gone;
    ProcessWatch watch([&] {
      ++times;
      gone.open();
    });
    for (int i = 0; i < 100; ++i) watch.watch(process);
    ::kill(process, SIGKILL);
    EXPECT_TRUE(gone.wait());
    EXPECT_FALSE(Gate().wait(kAWhile));
  }
  EXPECT_EQ(times, 1);
  ::waitpid(process, nullptr, 0);
}

TEST(ProcessWatch, NumbersThatNoProcessHasArePassedOver) {
  Gate gone;
  ProcessWatch watch([&] { gone.open(); });
  for (const std::int64_t number : {std::int64_t{0}, std::int64_t{-1}, std::int64_t{1} << 40,
                                    std::numeric_limits<std::int64_t>::min()})
    watch.watch(number);
  watch.watch(::getpid());
  EXPECT_FALSE(gone.wait(kAWhile));
}

}  // namespace
}  // namespace personfirst::lsp
