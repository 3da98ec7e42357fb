// Results come in order, in bounded memory, and every way to end ends.
#include "linter/cli/ordered_parallel.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <numeric>
#include <stdexcept>
#include <thread>

namespace personfirst {
namespace {

using std::chrono::microseconds;
using std::chrono::milliseconds;

// Squares 0..count-1 with uneven work; the results in the order they came out.
std::vector<int> squares(int count, ParallelLimits limits) {
  OrderedParallel<int, int> parallel(limits);
  std::vector<int> out;
  parallel.run(
      [&](const auto& push) {
        for (int i = 0; i < count; ++i) {
          if (!push(i)) return;
        }
      },
      [](int i) {
        std::this_thread::sleep_for(microseconds((i * 7919) % 200));
        return i * i;
      },
      [&](int square) {
        out.push_back(square);
        return true;
      },
      [] {});
  return out;
}

TEST(OrderedParallel, KeepsTheOrderWithAnyNumberOfThreads) {
  std::vector<int> expected;
  for (int i = 0; i < 500; ++i) expected.push_back(i * i);
  for (const std::size_t jobs : {1U, 2U, 3U, 8U, 32U}) {
    EXPECT_EQ(squares(500, {.jobs = jobs}), expected) << jobs << " jobs";
    EXPECT_EQ(squares(500, {.jobs = jobs, .inputs = 1, .results = 1}), expected)
        << jobs << " jobs, no room";
  }
}

TEST(OrderedParallel, EndsWithoutInputs) { EXPECT_TRUE(squares(0, {.jobs = 4}).empty()); }

TEST(OrderedParallel, HoldsNoMoreThanItsLimits) {
  OrderedParallel<int, int> parallel({.jobs = 4, .inputs = 10, .results = 6});
  std::atomic<int> pushed = 0, begun = 0, emitted = 0, most_inputs = 0, most_results = 0;
  const auto note = [](std::atomic<int>& most, int now) {
    int known = most;
    while (known < now && !most.compare_exchange_weak(known, now)) {
    }
  };
  parallel.run(
      [&](const auto& push) {
        for (int i = 0; i < 300; ++i) {
          push(i);
          note(most_inputs, ++pushed - emitted);
        }
      },
      [&](int i) {
        note(most_results, ++begun - emitted);
        return i;
      },
      [&](int) {
        std::this_thread::sleep_for(microseconds(50));
        ++emitted;
        return true;
      },
      [] {});
  EXPECT_EQ(emitted, 300);
  // One more may be on its way from the window into emit().
  EXPECT_LE(most_inputs, 11);
  EXPECT_LE(most_results, 7);
}

TEST(OrderedParallel, StopsProducingWhenEmitHasEnough) {
  OrderedParallel<int, int> parallel({.jobs = 3, .inputs = 5, .results = 5});
  int emitted = 0;
  bool refused = false;
  parallel.run(
      [&](const auto& push) {
        while (push(1)) {
        }
        refused = true;
      },
      [](int i) { return i; }, [&](int) { return ++emitted < 20; }, [] {});
  EXPECT_EQ(emitted, 20);
  EXPECT_TRUE(refused);
}

TEST(OrderedParallel, IsIdleBeforeItWaits) {
  OrderedParallel<int, int> parallel({.jobs = 1});
  int idle = 0, emitted = 0;
  bool idle_between = false;
  parallel.run(
      [&](const auto& push) {
        push(1);
        std::this_thread::sleep_for(milliseconds(350));
        push(2);
      },
      [](int i) { return i; },
      [&](int) {
        ++emitted;
        return true;
      },
      [&] {
        ++idle;
        idle_between = idle_between || emitted == 1;
      });
  EXPECT_TRUE(idle_between);
  EXPECT_GE(idle, 3) << "called again while it waits";
}

enum class Part { Produce, Work, Emit, Idle };

void run_with_failure_in(Part failing) {
  const auto fail_in = [failing](Part part) {
    if (part == failing) throw std::runtime_error("failed");
  };
  OrderedParallel<int, int> parallel({.jobs = 2, .inputs = 4, .results = 4});
  parallel.run(
      [&](const auto& push) {
        for (int i = 0; i < 100; ++i) {
          if (i == 10) fail_in(Part::Produce);
          if (!push(i)) return;
        }
      },
      [&](int i) {
        if (i == 10) fail_in(Part::Work);
        return i;
      },
      [&](int i) {
        if (i == 10) fail_in(Part::Emit);
        return true;
      },
      [&] { fail_in(Part::Idle); });
}

TEST(OrderedParallel, PassesExceptionsOnFromEveryPart) {
  for (const Part part : {Part::Produce, Part::Work, Part::Emit, Part::Idle}) {
    EXPECT_THROW(run_with_failure_in(part), std::runtime_error) << static_cast<int>(part);
  }
}

}  // namespace
}  // namespace personfirst
