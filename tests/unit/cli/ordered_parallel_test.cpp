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

// Produces 0..count-1.
auto push_up_to(int count) {
  return [count](const auto& push) {
    for (int i = 0; i < count; ++i) {
      if (!push(i)) return;
    }
  };
}

// Squares 0..count-1 with uneven work; the results in the order they came out.
std::vector<int> squares(int count, ParallelLimits limits) {
  OrderedParallel<int, int> parallel(limits);
  std::vector<int> out;
  parallel.run(
      push_up_to(count),
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

// Input n comes to n parts and a last; the numbers in the order they came out.
std::vector<int> numbers_in_parts(int count, ParallelLimits limits) {
  OrderedParallel<int, int> parallel(limits);
  std::vector<int> out;
  parallel.run(
      push_up_to(count),
      [](int i, const auto& give) {
        for (int part = 0; part < i; ++part) {
          std::this_thread::sleep_for(microseconds((i * 7919 + part) % 30));
          EXPECT_TRUE(give(100 * i + part));
        }
        return 100 * i + i;
      },
      [&](int number) {
        out.push_back(number);
        return true;
      },
      [] {});
  return out;
}

TEST(OrderedParallel, KeepsTheOrderOfParts) {
  std::vector<int> expected;
  for (int i = 0; i < 40; ++i) {
    for (int part = 0; part <= i; ++part) expected.push_back(100 * i + part);
  }
  for (const std::size_t jobs : {1U, 2U, 5U}) {
    EXPECT_EQ(numbers_in_parts(40, {.jobs = jobs}), expected) << jobs << " jobs";
    EXPECT_EQ(numbers_in_parts(40, {.jobs = jobs, .results = 3, .parts = 1}), expected)
        << jobs << " jobs, little room";
    EXPECT_EQ(numbers_in_parts(40, {.jobs = jobs, .parts = 0}), expected)
        << jobs << " jobs, no room";
  }
}

TEST(OrderedParallel, HoldsFewPartsOfLongResults) {
  OrderedParallel<int, int> parallel({.jobs = 3, .parts = 4});
  std::atomic<int> given = 0, emitted = 0, most = 0;
  parallel.run(
      [&](const auto& push) {
        for (int i = 0; i < 6; ++i) push(i);
      },
      [&](int i, const auto& give) {
        for (int part = 0; part < 100; ++part) {
          if (!give(part)) break;
          const int waiting = ++given - emitted;
          for (int known = most; known < waiting && !most.compare_exchange_weak(known, waiting);) {
          }
        }
        return i;
      },
      [&](int) {
        std::this_thread::sleep_for(microseconds(20));
        ++emitted;
        return true;
      },
      [] {});
  EXPECT_EQ(given, 600);
  // Two of the result that is next, one on its way to emit(); `given` is counted late.
  EXPECT_LE(most, 4 + 2 + 1 + 3);
}

TEST(OrderedParallel, WantsNoPartsWhenEmitHasEnough) {
  OrderedParallel<int, int> parallel({.jobs = 2});
  std::atomic<bool> refused = false;
  int emitted = 0;
  parallel.run([](const auto& push) { push(1); },
               [&](int, const auto& give) {
                 while (give(1)) {
                 }
                 refused = true;
                 return 1;
               },
               [&](int) { return ++emitted < 10; }, [] {});
  EXPECT_TRUE(refused);
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
