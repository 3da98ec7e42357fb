// Messages on their way to the client, and the thread that writes them.
//
// A client may read slowly or not at all; then nobody waits for it, a message takes the place of an
// older one with the same key, and whoever makes messages is told to hold back.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <list>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_map>

#include "lsp/transport.h"

namespace personfirst::lsp {

class OutputQueue {
 public:
  struct Told {
    std::function<void(bool)> hold_back;  // true: too much waits; false: there is room again
    std::function<void()> closed;         // the client takes no more; once
  };

  // On `fd`, which must outlive this. `told` is called on any thread, and must not come back here.
  OutputQueue(int fd, std::size_t limit, Told told);
  // Drops what has not been written.
  ~OutputQueue();
  OutputQueue(const OutputQueue&) = delete;
  OutputQueue& operator=(const OutputQueue&) = delete;

  // From any thread. See Host::send().
  void send(std::string message, std::string_view replaces);
  // Waits until everything is written, the client takes no more, or time is up.
  void flush(std::chrono::milliseconds patience);

 private:
  struct Message {
    std::string key;
    std::string body;
  };
  using Messages = std::list<Message>;

  void run();
  void update_hold();  // with the lock held

  const int fd_;
  const std::size_t limit_;
  const Told told_;
  WakeUp stop_;

  std::mutex mutex_;  // guards what follows
  std::condition_variable some_;
  std::condition_variable idle_;
  Messages waiting_;
  std::unordered_map<std::string, Messages::iterator> by_key_;
  std::size_t bytes_ = 0;  // that wait or are being written
  bool writing_ = false;
  bool holding_ = false;
  bool closed_ = false;
  bool ending_ = false;

  std::thread thread_;
};

}  // namespace personfirst::lsp
