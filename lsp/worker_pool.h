// Threads that do the server's jobs: edits before requests, requests before background work.
//
// Background jobs have threads of their own, which the system runs when others leave it time, and
// requests leave one thread free for edits; so an edit never waits for anything but edits.
#pragma once

#include <array>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "lsp/host.h"

namespace personfirst::lsp {

class WorkerPool {
 public:
  // `threads` (at least 2) for edits and requests, and half as many for the background. `finished`
  // gets each job after its work, on the thread that did it.
  WorkerPool(std::size_t threads, std::function<void(Job)> finished);
  // Lets running work end; what has not begun is dropped.
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  void start(Job job);  // from any thread
  // While true, no background job begins. From any thread.
  void hold_background(bool hold);
  // Nothing new begins from now on. True: what had begun has ended in time.
  [[nodiscard]] bool wait_until_idle(std::chrono::milliseconds patience);

 private:
  void run_foreground();
  void run_background();
  void run(Job job, std::unique_lock<std::mutex>& lock);
  Job take(Job::Priority priority);
  bool has(Job::Priority priority) const;

  const std::function<void(Job)> finished_;
  const std::size_t request_limit_;

  std::mutex mutex_;  // guards what follows
  std::condition_variable foreground_;
  std::condition_variable background_;
  std::condition_variable idle_;
  std::array<std::deque<Job>, 3> waiting_;  // by priority
  std::size_t running_ = 0;
  std::size_t running_requests_ = 0;
  bool hold_background_ = false;
  bool ending_ = false;

  std::vector<std::thread> threads_;
};

}  // namespace personfirst::lsp
