// What happens first is dealt with first, and only input ever waits for room.
#include <gtest/gtest.h>

#include <atomic>
#include <string>
#include <thread>

#include "lsp/process_events.h"
#include "tests/unit/lsp_process/patience.h"

namespace personfirst::lsp {
namespace {

using personfirst::testing::Gate;
using personfirst::testing::kAWhile;

std::string shown(const Event& event) {
  if (const auto* frame = std::get_if<Frame>(&event))
    return *frame ? "message " + **frame : "error";
  if (std::holds_alternative<Finished>(event)) return "finished";
  return std::holds_alternative<EndOfInput>(event) ? "end" : "gone";
}

TEST(EventQueue, KeepsTheOrderOfWhatHappened) {
  EventQueue queue(1000);
  ASSERT_TRUE(queue.add_input("1"));
  queue.add(Finished());
  ASSERT_TRUE(queue.add_input(tl::unexpected(FramingError::BadHeader)));
  ASSERT_TRUE(queue.add_input("2"));
  queue.add(ClientIsGone{});
  queue.add(EndOfInput{});
  for (const std::string expected : {"message 1", "finished", "error", "message 2", "gone", "end"})
    EXPECT_EQ(shown(queue.take()), expected);
}

// A thread that adds input; `added` opens when it could.
class Adder {
 public:
  explicit Adder(EventQueue& queue)
      : thread_([this, &queue] {
          taken_ = queue.add_input("late");
          added_.open();
        }) {}
  ~Adder() { thread_.join(); }
  bool waits() { return !added_.wait(kAWhile); }
  bool is_taken() { return added_.wait() && taken_; }
  bool is_refused() { return added_.wait() && !taken_; }

 private:
  Gate added_;
  std::atomic<bool> taken_{false};
  std::thread thread_;
};

TEST(EventQueue, InputWaitsForRoom) {
  EventQueue queue(1000);
  ASSERT_TRUE(queue.add_input(std::string(2000, 'a')));  // one message may be larger
  Adder adder(queue);
  EXPECT_TRUE(adder.waits());
  queue.add(Finished());  // other events do not wait
  EXPECT_EQ(shown(queue.take()).size(), 2008U);
  EXPECT_TRUE(adder.is_taken());
}

TEST(EventQueue, ManyEmptyMessagesAreAlsoMany) {
  EventQueue queue(1000);
  std::atomic<int> added{0};
  std::thread adder([&] {
    while (queue.add_input("")) ++added;
  });
  Gate never;
  EXPECT_FALSE(never.wait(kAWhile));
  EXPECT_LT(added, 1000);
  queue.close();
  adder.join();
}

TEST(EventQueue, InputWaitsWhileItIsHeld) {
  EventQueue queue(1000);
  queue.hold_input(true);
  Adder adder(queue);
  EXPECT_TRUE(adder.waits());
  queue.hold_input(false);
  EXPECT_TRUE(adder.is_taken());
}

TEST(EventQueue, AClosedQueueRefusesInput) {
  EventQueue queue(1000);
  queue.hold_input(true);
  Adder adder(queue);
  queue.close();
  EXPECT_TRUE(adder.is_refused());
}

}  // namespace
}  // namespace personfirst::lsp
