// A parallel map with bounded memory whose results come out in the order of its inputs.
//
//   produce(push)  runs on a thread of its own; calls push(input) for every input until push
//   returns false work(input)    runs on up to `jobs` threads at once emit(result)   runs on the
//   calling thread, in order; returns false to end everything early idle()         runs on the
//   calling thread whenever no result is ready, and again about ten times a second
//
// Threads are started when there is something for them to do. An exception in any part ends all and
// leaves through the call. After an early end, `produce` gets false from its next push; it must not
// block for ever elsewhere.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace personfirst {

struct ParallelLimits {
  std::size_t jobs = 1;
  std::size_t inputs = 64;   // pushed and not yet emitted
  std::size_t results = 64;  // begun and not yet emitted
};

template <typename Input, typename Output>
class OrderedParallel {
 public:
  explicit OrderedParallel(ParallelLimits limits) : limits_(limits) {}

  template <typename Produce, typename Work, typename Emit, typename Idle>
  void run(const Produce& produce, const Work& work, const Emit& emit, const Idle& idle) {
    std::jthread producer([&] { guarded([&] { produce_all(produce, work); }); });
    guarded([&] { emit_all(emit, idle); });
    stop();
    producer.join();
    workers_.clear();  // joins
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  struct Slot {
    std::optional<Input> input;
    std::optional<Output> output;
  };

  template <typename Produce, typename Work>
  void produce_all(const Produce& produce, const Work& work) {
    produce([&](Input input) {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] { return stopped_ || slots_.size() < limits_.inputs; });
      if (stopped_) return false;
      slots_.push_back(std::make_shared<Slot>(Slot{std::move(input), {}}));
      if (idle_workers_ == 0 && workers_.size() < limits_.jobs) {
        workers_.emplace_back([this, &work] { guarded([&] { work_all(work); }); });
      }
      changed_.notify_all();
      return true;
    });
    const std::lock_guard lock(mutex_);
    produced_ = true;
    changed_.notify_all();
  }

  template <typename Work>
  void work_all(const Work& work) {
    std::unique_lock lock(mutex_);
    while (true) {
      ++idle_workers_;
      changed_.wait(
          lock, [&] { return stopped_ || can_begin() || (produced_ && begun_ == slots_.size()); });
      --idle_workers_;
      if (stopped_ || !can_begin()) return;
      const std::shared_ptr<Slot> slot = slots_[begun_++];
      lock.unlock();
      std::optional<Output> output = work(*std::move(slot->input));
      slot->input.reset();
      lock.lock();
      slot->output = std::move(output);
      changed_.notify_all();
    }
  }

  template <typename Emit, typename Idle>
  void emit_all(const Emit& emit, const Idle& idle) {
    std::unique_lock lock(mutex_);
    while (true) {
      while (!stopped_ && !is_front_ready() && !is_finished()) {
        lock.unlock();
        idle();
        lock.lock();
        changed_.wait_for(lock, std::chrono::milliseconds(100),
                          [&] { return stopped_ || is_front_ready() || is_finished(); });
      }
      if (stopped_ || !is_front_ready()) return;
      const std::shared_ptr<Slot> slot = std::move(slots_.front());
      slots_.pop_front();
      --begun_;
      changed_.notify_all();
      lock.unlock();
      if (!emit(*std::move(slot->output))) return;
      lock.lock();
    }
  }

  // All three need the lock.
  [[nodiscard]] bool can_begin() const {
    return begun_ < slots_.size() && begun_ < limits_.results;
  }
  [[nodiscard]] bool is_front_ready() const {
    return !slots_.empty() && slots_.front()->output.has_value();
  }
  [[nodiscard]] bool is_finished() const { return produced_ && slots_.empty(); }

  void stop() {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    changed_.notify_all();
  }

  template <typename Part>
  void guarded(const Part& part) {
    try {
      part();
    } catch (...) {
      const std::lock_guard lock(mutex_);
      if (!failure_) failure_ = std::current_exception();
      stopped_ = true;
      changed_.notify_all();
    }
  }

  const ParallelLimits limits_;
  std::mutex mutex_;  // guards everything below
  std::condition_variable changed_;
  std::deque<std::shared_ptr<Slot>>
      slots_;  // in order; the first `begun_` are being worked on or done
  std::size_t begun_ = 0;
  std::size_t idle_workers_ = 0;
  bool produced_ = false;
  bool stopped_ = false;
  std::exception_ptr failure_;
  std::vector<std::jthread> workers_;  // only the producer adds
};

}  // namespace personfirst
