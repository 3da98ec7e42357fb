// A value is made when it is asked for, once for all that ask.
#include "linter/rules/lazy.h"

#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace personfirst {
namespace {

Lazy<std::string> counted(std::atomic<int>& made) {
  return Lazy<std::string>([&made] {
    ++made;
    return std::make_unique<const std::string>("made");
  });
}

TEST(Lazy, IsMadeOnTheFirstQuestionOnly) {
  std::atomic<int> made = 0;
  const Lazy<std::string> lazy = counted(made);
  EXPECT_EQ(made, 0);
  EXPECT_EQ(*lazy, "made");
  EXPECT_EQ(lazy->size(), 4U);
  EXPECT_EQ(made, 1);
}

TEST(Lazy, MovesWithWhatWasMade) {
  std::atomic<int> made = 0;
  Lazy<std::string> lazy = counted(made);
  const std::string* before = &*lazy;
  Lazy<std::string> moved = std::move(lazy);
  EXPECT_EQ(&*moved, before);
  Lazy<std::string> assigned;
  EXPECT_FALSE(assigned.has_maker());
  assigned = std::move(moved);
  EXPECT_TRUE(assigned.has_maker());
  EXPECT_EQ(&*assigned, before);
  EXPECT_EQ(made, 1);
}

TEST(Lazy, ThreadsGetTheSameValue) {
  for (int round = 0; round < 50; ++round) {
    std::atomic<int> made = 0;
    const Lazy<std::string> lazy = counted(made);
    std::vector<const std::string*> seen(4);
    std::vector<std::thread> threads;
    for (auto& one : seen) threads.emplace_back([&lazy, &one] { one = &*lazy; });
    for (auto& thread : threads) thread.join();
    for (const std::string* one : seen) EXPECT_EQ(one, &*lazy);
  }
}

}  // namespace
}  // namespace personfirst
