// Messages arrive whole and in order, or newer ones instead of older ones of the same key, however
// slowly the client reads.
#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <csignal>
#include <memory>
#include <string>
#include <vector>

#include "lsp/framing.h"
#include "lsp/process_output.h"
#include "tests/unit/lsp_process/patience.h"

namespace personfirst::lsp {
namespace {

using personfirst::testing::Gate;
using personfirst::testing::kAWhile;
using personfirst::testing::kPatience;
using Strings = std::vector<std::string>;

constexpr std::size_t kLimit = 100'000;

class OutputTest : public ::testing::Test {
 protected:
  OutputTest() {
    ::signal(SIGPIPE, SIG_IGN);  // as main does
    int ends[2];
    EXPECT_EQ(::pipe(ends), 0);
    in_ = Fd(ends[0]);
    out_ = Fd(ends[1]);
    output_ = std::make_unique<OutputQueue>(
        out_.number(), kLimit,
        OutputQueue::Told{[this](bool hold) { (hold ? held_ : released_).open(); },
                          [this] {
                            ++times_closed_;
                            closed_.open();
                          }});
  }

  // The next `count` messages.
  Strings receive(std::size_t count) {
    Strings messages;
    std::array<char, 4096> buffer;
    while (frames_.size() < count) {
      const std::size_t size = read_some(in_.number(), buffer, wake_);
      if (size == 0) break;
      reader_.read({buffer.data(), size}, frames_);
    }
    for (std::size_t i = 0; i < count && i < frames_.size(); ++i)
      messages.push_back(frames_[i].value_or("error"));
    frames_.erase(frames_.begin(), frames_.begin() + static_cast<std::ptrdiff_t>(messages.size()));
    return messages;
  }

  // A message so large that the pipe is full and the thread waits; those after it stay queued.
  const std::string plug_ = std::string(70'000, 'p');
  void plug() {
    output_->send(plug_, "");
    output_->flush(kAWhile);
  }

  Gate held_;
  Gate released_;
  Gate closed_;
  std::atomic<int> times_closed_{0};
  Fd in_;
  Fd out_;
  WakeUp wake_;
  FrameReader reader_;
  std::vector<Frame> frames_;
  std::unique_ptr<OutputQueue> output_;
};

TEST_F(OutputTest, MessagesComeInOrder) {
  for (const char* message : {"1", "", "3"}) output_->send(message, "");
  EXPECT_EQ(receive(3), (Strings{"1", "", "3"}));
}

TEST_F(OutputTest, AWaitingMessageIsReplacedByOneOfTheSameKey) {
  plug();
  output_->send("a1", "a");
  output_->send("plain", "");
  output_->send("b1", "b");
  output_->send("a2", "a");
  output_->send("plain", "");
  output_->send("a3", "a");
  EXPECT_EQ(receive(5), (Strings{plug_, "a3", "plain", "b1", "plain"}));
  output_->send("a4", "a");  // after what was written, nothing is replaced
  EXPECT_EQ(receive(1), Strings{"a4"});
  output_->send("a5", "a");
  EXPECT_EQ(receive(1), Strings{"a5"});
}

TEST_F(OutputTest, ReplacedMessagesTakeNoRoom) {
  plug();
  for (int i = 0; i < 100; ++i) output_->send(std::string(10'000, 'a'), "a");
  EXPECT_FALSE(held_.wait(kAWhile));
  EXPECT_EQ(receive(2).back(), std::string(10'000, 'a'));
}

TEST_F(OutputTest, WhoeverMakesMessagesIsToldToHoldBackAndToGoOn) {
  plug();
  output_->send(std::string(kLimit - plug_.size(), 'a'), "");
  EXPECT_FALSE(held_.wait(kAWhile));
  output_->send("one more", "");
  EXPECT_TRUE(held_.wait());
  EXPECT_FALSE(released_.wait(kAWhile));
  EXPECT_EQ(receive(3).back(), "one more");
  EXPECT_TRUE(released_.wait());
}

TEST_F(OutputTest, AClientThatClosesItsSideIsNoticedOnce) {
  plug();
  in_.close();
  EXPECT_TRUE(closed_.wait());
  output_->send("more", "");
  output_->flush(kPatience);
  EXPECT_EQ(times_closed_, 1);
}

TEST_F(OutputTest, FlushWaitsForTheLastByteButNotForEver) {
  output_->send("1", "");
  output_->flush(kPatience);
  EXPECT_EQ(receive(1), Strings{"1"});
  plug();
  output_->flush(kAWhile);  // returns, though nobody reads
  output_.reset();          // and so does the end
  EXPECT_EQ(times_closed_, 0);
}

}  // namespace
}  // namespace personfirst::lsp
