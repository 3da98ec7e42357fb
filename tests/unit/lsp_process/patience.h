// Waiting in tests of threads: for an event, with a limit that is only reached when the test fails.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>

namespace personfirst::testing {

inline constexpr std::chrono::seconds kPatience{20};

// Opens once.
class Gate {
 public:
  void open() {
    const std::lock_guard lock(mutex_);
    open_ = true;
    opened_.notify_all();
  }
  // False: nobody opened it.
  [[nodiscard]] bool wait(std::chrono::milliseconds patience = kPatience) {
    std::unique_lock lock(mutex_);
    return opened_.wait_for(lock, patience, [this] { return open_; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable opened_;
  bool open_ = false;
};

// For what must not happen: long enough that it would have.
inline constexpr std::chrono::milliseconds kAWhile{50};

}  // namespace personfirst::testing
