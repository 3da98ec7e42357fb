#include "lsp/worker_pool.h"

#include <algorithm>
#include <utility>

#ifdef __linux__
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace personfirst::lsp {
namespace {

using Priority = Job::Priority;

void yield_to_others() {
#ifdef __linux__
  // There, a thread has a niceness of its own.
  constexpr int kNice = 10;
  ::setpriority(PRIO_PROCESS, static_cast<id_t>(::syscall(SYS_gettid)), kNice);
#endif
}

}  // namespace

WorkerPool::WorkerPool(std::size_t threads, std::function<void(Job)> finished)
    : finished_(std::move(finished)), request_limit_(std::max<std::size_t>(threads, 2) - 1) {
  const std::size_t foreground = request_limit_ + 1;
  for (std::size_t i = 0; i < foreground; ++i) threads_.emplace_back([this] { run_foreground(); });
  for (std::size_t i = 0; i < foreground / 2; ++i)
    threads_.emplace_back([this] { run_background(); });
}

WorkerPool::~WorkerPool() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  foreground_.notify_all();
  background_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

void WorkerPool::start(Job job) {
  const bool background = job.priority == Priority::Background;
  {
    const std::lock_guard lock(mutex_);
    waiting_[static_cast<std::size_t>(job.priority)].push_back(std::move(job));
  }
  (background ? background_ : foreground_).notify_one();
}

void WorkerPool::hold_background(bool hold) {
  {
    const std::lock_guard lock(mutex_);
    hold_background_ = hold;
  }
  background_.notify_all();
}

bool WorkerPool::has(Priority priority) const {
  return !waiting_[static_cast<std::size_t>(priority)].empty();
}

Job WorkerPool::take(Priority priority) {
  std::deque<Job>& jobs = waiting_[static_cast<std::size_t>(priority)];
  Job job = std::move(jobs.front());
  jobs.pop_front();
  return job;
}

bool WorkerPool::wait_until_idle(std::chrono::milliseconds patience) {
  std::unique_lock lock(mutex_);
  ending_ = true;
  return idle_.wait_for(lock, patience, [this] { return running_ == 0; });
}

void WorkerPool::run(Job job, std::unique_lock<std::mutex>& lock) {
  ++running_;
  lock.unlock();
  if (job.work) job.work();
  job.work = nullptr;  // what it holds is freed here, not on the server's thread
  finished_(std::move(job));
  lock.lock();
  if (--running_ == 0) idle_.notify_all();
}

void WorkerPool::run_foreground() {
  std::unique_lock lock(mutex_);
  while (true) {
    const auto may_request = [this] {
      return has(Priority::Request) && running_requests_ < request_limit_;
    };
    foreground_.wait(lock, [&] { return ending_ || has(Priority::Edit) || may_request(); });
    if (ending_) return;
    const bool edit = has(Priority::Edit);
    Job job = take(edit ? Priority::Edit : Priority::Request);
    if (!edit) ++running_requests_;
    run(std::move(job), lock);
    if (!edit) --running_requests_;
  }
}

void WorkerPool::run_background() {
  yield_to_others();
  std::unique_lock lock(mutex_);
  while (true) {
    background_.wait(
        lock, [this] { return ending_ || (!hold_background_ && has(Priority::Background)); });
    if (ending_) return;
    run(take(Priority::Background), lock);
  }
}

}  // namespace personfirst::lsp
