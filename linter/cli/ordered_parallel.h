// A parallel map with bounded memory whose results come out in the order of its inputs.
//
//   produce(push)      on a thread of its own; calls push(input) for every input until push says
//                      false
//   work(input, give)  on up to `jobs` threads at once. Most results are what it returns; of a long
//                      one it gives parts before, with give(part), until that says false
//   emit(result)       on the calling thread, in order, parts too; false ends everything early
//   idle()             on the calling thread when no result is ready, and again about ten times a
//                      second
//
// Parts wait inside give() until those before them are emitted, but for a few. Threads are started
// when there is something for them to do. Where results come fast, emit() gets those of a
// millisecond together, since waking a thread takes as long as a small file. An exception in any
// part ends all and leaves through the call. After an early end, `produce` gets false from its next
// push; it must not block for ever elsewhere.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace personfirst {

struct ParallelLimits {
  std::size_t jobs = 1;
  std::size_t inputs = 64;   // pushed and not yet emitted
  std::size_t results = 64;  // begun and not yet emitted
  std::size_t parts = 16;    // given and not yet emitted, of results that are not next
};

template <typename Input, typename Output>
class OrderedParallel {
 public:
  using Give = std::function<bool(Output)>;

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
  static constexpr std::chrono::milliseconds kLinger{1};
  static constexpr std::chrono::milliseconds kIdle{100};
  static constexpr std::size_t kNextParts = 2;  // of the result that is next

  struct Slot {
    Input input;
    std::deque<Output> ready;
    bool is_done = false;  // the last of `ready` is the last of all
  };
  using SlotPtr = std::shared_ptr<Slot>;

  template <typename Produce, typename Work>
  void produce_all(const Produce& produce, const Work& work) {
    produce([&](Input input) {
      std::unique_lock lock(mutex_);
      room_.wait(lock, [&] { return stopped_ || slots_.size() < limits_.inputs; });
      if (stopped_) return false;
      slots_.push_back(std::make_shared<Slot>(Slot{std::move(input), {}, false}));
      if (idle_workers_ == 0 && workers_.size() < limits_.jobs) {
        workers_.emplace_back([this, &work] { guarded([&] { work_all(work); }); });
      }
      begin_.notify_one();
      return true;
    });
    const std::lock_guard lock(mutex_);
    produced_ = true;
    notify_all();
  }

  template <typename Work>
  void work_all(const Work& work) {
    std::unique_lock lock(mutex_);
    while (true) {
      if (!can_begin()) wait_to_begin(lock);
      if (stopped_ || !can_begin()) return;
      const SlotPtr slot = slots_[begun_++];
      lock.unlock();
      Output output = work_on(work, slot);
      lock.lock();
      slot->ready.push_back(std::move(output));
      slot->is_done = true;
      tell_emitter();
    }
  }

  void wait_to_begin(std::unique_lock<std::mutex>& lock) {
    ++idle_workers_;
    tell_emitter();
    begin_.wait(lock,
                [&] { return stopped_ || can_begin() || (produced_ && begun_ == slots_.size()); });
    --idle_workers_;
  }

  template <typename Work>
  Output work_on(const Work& work, const SlotPtr& slot) {
    const Input input = std::move(slot->input);
    if constexpr (std::is_invocable_v<const Work&, const Input&>) {
      return work(input);
    } else {
      const Give give = [&](Output part) { return take_part(slot, std::move(part)); };
      return work(input, give);
    }
  }

  bool take_part(const SlotPtr& slot, Output part) {
    std::unique_lock lock(mutex_);
    ++waiting_givers_;
    tell_emitter();
    give_.wait(lock, [&] { return stopped_ || has_room_for_part(*slot); });
    --waiting_givers_;
    if (stopped_) return false;
    slot->ready.push_back(std::move(part));
    if (slot != slots_.front()) ++parts_waiting_;
    tell_emitter();
    return true;
  }

  template <typename Emit, typename Idle>
  void emit_all(const Emit& emit, const Idle& idle) {
    std::unique_lock lock(mutex_);
    while (true) {
      wait_for_front(lock, idle);
      if (stopped_ || !is_front_ready()) return;
      emitted_ = true;
      const SlotPtr slot = slots_.front();
      Output output = std::move(slot->ready.front());
      slot->ready.pop_front();
      if (slot->is_done && slot->ready.empty()) drop_front();
      if (waiting_givers_ > 0) give_.notify_all();
      lock.unlock();
      if (!emit(std::move(output))) return;
      lock.lock();
    }
  }

  template <typename Idle>
  void wait_for_front(std::unique_lock<std::mutex>& lock, const Idle& idle) {
    if (std::exchange(emitted_, false) && !is_front_ready() && !is_pressing()) {
      lingers_ = true;
      ready_.wait_for(lock, kLinger, [&] { return is_pressing(); });
      lingers_ = false;
    }
    while (!stopped_ && !is_front_ready() && !is_finished()) {
      lock.unlock();
      idle();
      lock.lock();
      ready_.wait_for(lock, kIdle, [&] { return stopped_ || is_front_ready() || is_finished(); });
    }
  }

  // All that follow need the lock.

  void drop_front() {
    slots_.pop_front();
    --begun_;
    if (!slots_.empty()) parts_waiting_ -= parts_of(*slots_.front());
    room_.notify_one();
    if (idle_workers_ > 0 && can_begin()) begin_.notify_one();
    if (is_finished()) begin_.notify_all();
  }
  // Those that were counted in parts_waiting_.
  static std::size_t parts_of(const Slot& slot) {
    return slot.ready.size() - (slot.is_done ? 1 : 0);
  }
  [[nodiscard]] bool has_room_for_part(const Slot& slot) const {
    return &slot == slots_.front().get() ? slot.ready.size() < kNextParts
                                         : parts_waiting_ < limits_.parts;
  }
  // Somebody waits for the emitter, or will soon.
  [[nodiscard]] bool is_pressing() const {
    return stopped_ || waiting_givers_ > 0 || idle_workers_ > 0 || workers_.empty();
  }
  void tell_emitter() {
    if (lingers_ ? is_pressing() : is_front_ready()) ready_.notify_one();
  }
  void notify_all() {
    for (std::condition_variable* one : {&room_, &begin_, &give_, &ready_}) one->notify_all();
  }

  [[nodiscard]] bool can_begin() const {
    return begun_ < slots_.size() && begun_ < limits_.results;
  }
  [[nodiscard]] bool is_front_ready() const {
    return !slots_.empty() && !slots_.front()->ready.empty();
  }
  [[nodiscard]] bool is_finished() const { return produced_ && slots_.empty(); }

  void stop() {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    notify_all();
  }

  template <typename Part>
  void guarded(const Part& part) {
    try {
      part();
    } catch (...) {
      const std::lock_guard lock(mutex_);
      if (!failure_) failure_ = std::current_exception();
      stopped_ = true;
      notify_all();
    }
  }

  const ParallelLimits limits_;
  std::mutex mutex_;               // guards everything below
  std::condition_variable room_;   // the producer waits for it
  std::condition_variable begin_;  // workers
  std::condition_variable give_;   // workers with a part
  std::condition_variable ready_;  // the emitter
  std::deque<SlotPtr> slots_;      // in order; the first `begun_` are being worked on or done
  std::size_t begun_ = 0;
  std::size_t idle_workers_ = 0;
  std::size_t waiting_givers_ = 0;
  std::size_t parts_waiting_ = 0;  // of slots but the first
  bool emitted_ = false;           // since the emitter last waited
  bool lingers_ = false;
  bool produced_ = false;
  bool stopped_ = false;
  std::exception_ptr failure_;
  std::vector<std::jthread> workers_;  // only the producer adds
};

}  // namespace personfirst
