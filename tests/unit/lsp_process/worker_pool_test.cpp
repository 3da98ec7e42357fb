// An edit never waits for a request, neither waits for the background, and every job is done once.
#include "lsp/worker_pool.h"

#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <string>
#include <vector>

#include "tests/unit/lsp_process/patience.h"

namespace personfirst::lsp {
namespace {

using personfirst::testing::Gate;
using personfirst::testing::kAWhile;
using Priority = Job::Priority;

void ignore(Job) {}

// Jobs that have begun and wait for a gate; opens it in time for the pool to end.
class Blockade {
 public:
  ~Blockade() { end(); }
  void end() { gate_.open(); }
  // Waits until it runs.
  void occupy(WorkerPool& pool, Priority priority) {
    const auto begun = std::make_shared<Gate>();
    pool.start({priority,
                [this, begun] {
                  begun->open();
                  EXPECT_TRUE(gate_.wait());
                },
                {}});
    ASSERT_TRUE(begun->wait());
  }
  void queue(WorkerPool& pool, Priority priority) {
    pool.start({priority, [this] { EXPECT_TRUE(gate_.wait()); }, {}});
  }

 private:
  Gate gate_;
};

void expect_done(WorkerPool& pool, Priority priority) {
  const auto done = std::make_shared<Gate>();
  pool.start({priority, [done] { done->open(); }, {}});
  EXPECT_TRUE(done->wait());
}

TEST(WorkerPool, EveryJobIsDoneOnceAndThenGivenBack) {
  constexpr int kJobs = 3000;
  std::vector<std::atomic<int>> worked(kJobs);
  std::atomic<int> finished{0};
  Gate all;
  {
    WorkerPool pool(3, [&](Job job) {
      job.done();
      if (++finished == kJobs) all.open();
    });
    for (int i = 0; i < kJobs; ++i) {
      auto& count = worked[static_cast<std::size_t>(i)];
      pool.start(
          {static_cast<Priority>(i % 3), [&count] { ++count; }, [&count] { EXPECT_EQ(count, 1); }});
    }
    EXPECT_TRUE(all.wait());
  }
  EXPECT_EQ(finished, kJobs);
  for (const auto& count : worked) EXPECT_EQ(count, 1);
}

TEST(WorkerPool, AnEditGoesBeforeRequestsThatCameEarlier) {
  std::string order;  // written by one thread: the other one stays occupied
  Gate all;
  Blockade first;
  Blockade second;
  WorkerPool pool(2, ignore);
  first.occupy(pool, Priority::Edit);
  second.occupy(pool, Priority::Edit);
  pool.start({Priority::Request, [&] { order += 'r'; }, {}});
  pool.start({Priority::Request,
              [&] {
                order += 'r';
                all.open();
              },
              {}});
  pool.start({Priority::Edit, [&] { order += 'e'; }, {}});
  first.end();
  EXPECT_TRUE(all.wait());
  EXPECT_EQ(order, "err");
  second.end();
}

TEST(WorkerPool, RequestsLeaveAThreadForEdits) {
  for (const std::size_t threads : {0U, 1U, 2U, 4U}) {
    Blockade requests;
    WorkerPool pool(threads, ignore);
    for (int i = 0; i < 20; ++i) requests.queue(pool, Priority::Request);
    expect_done(pool, Priority::Edit);
    requests.end();
  }
}

TEST(WorkerPool, TheBackgroundLeavesThreadsForEditsAndRequests) {
  for (const std::size_t threads : {0U, 1U, 2U, 4U}) {
    Blockade background;
    WorkerPool pool(threads, ignore);
    for (int i = 0; i < 20; ++i) background.queue(pool, Priority::Background);
    expect_done(pool, Priority::Request);
    expect_done(pool, Priority::Edit);
    background.end();
  }
}

TEST(WorkerPool, HeldBackgroundWorkBeginsWhenItMayAgain) {
  Gate begun;
  WorkerPool pool(2, ignore);
  pool.hold_background(true);
  pool.start({Priority::Background, [&] { begun.open(); }, {}});
  EXPECT_FALSE(begun.wait(kAWhile));
  expect_done(pool, Priority::Request);
  pool.hold_background(false);
  EXPECT_TRUE(begun.wait());
}

TEST(WorkerPool, TheEndWaitsForWhatHasBegunAndDropsTheRest) {
  std::atomic<int> worked{0};
  {
    Blockade edits;
    WorkerPool pool(2, ignore);
    edits.occupy(pool, Priority::Edit);
    edits.occupy(pool, Priority::Edit);
    for (int i = 0; i < 10; ++i) pool.start({Priority::Edit, [&] { ++worked; }, {}});
    EXPECT_FALSE(pool.wait_until_idle(kAWhile));
    edits.end();
    EXPECT_TRUE(pool.wait_until_idle(personfirst::testing::kPatience));
  }
  EXPECT_EQ(worked, 0);
}

}  // namespace
}  // namespace personfirst::lsp
