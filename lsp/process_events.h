// What the server's own thread waits for: one queue, in the order in which things happened.
//
// Input is taken in only as fast as it is dealt with: whoever adds some waits while enough waits
// already, or while the client is behind with reading answers. Nothing else ever waits.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <variant>

#include "lsp/framing.h"

namespace personfirst::lsp {

struct EndOfInput {};    // the client wrote its last byte, or takes no more answers
struct ClientIsGone {};  // the client's process has ended
using Finished = std::function<void()>;

using Event = std::variant<Frame, Finished, EndOfInput, ClientIsGone>;

// Add from any thread; take from one.
class EventQueue {
 public:
  // So many bytes of messages may wait, and one message more.
  explicit EventQueue(std::size_t input_limit) : input_limit_(input_limit) {}

  void add(Event event);
  // Waits for room. False: the queue was closed.
  bool add_input(Frame frame);
  void hold_input(bool hold);
  void close();

  [[nodiscard]] Event take();

 private:
  struct Waiting {
    Event event;
    std::size_t input_bytes = 0;
  };

  const std::size_t input_limit_;
  std::mutex mutex_;  // guards what follows
  std::condition_variable some_;
  std::condition_variable room_;
  std::deque<Waiting> waiting_;
  std::size_t input_bytes_ = 0;
  bool hold_input_ = false;
  bool closed_ = false;
};

}  // namespace personfirst::lsp
