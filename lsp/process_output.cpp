#include "lsp/process_output.h"

#include <utility>

#include "lsp/framing.h"

namespace personfirst::lsp {

OutputQueue::OutputQueue(int fd, std::size_t limit, Told told)
    : fd_(fd), limit_(limit), told_(std::move(told)), thread_([this] { run(); }) {}

OutputQueue::~OutputQueue() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  stop_.wake();
  some_.notify_one();
  thread_.join();
}

void OutputQueue::send(std::string message, std::string_view replaces) {
  {
    const std::lock_guard lock(mutex_);
    if (closed_) return;
    bytes_ += message.size();
    const auto older = replaces.empty() ? by_key_.end() : by_key_.find(std::string(replaces));
    if (older != by_key_.end()) {
      bytes_ -= older->second->body.size();
      older->second->body = std::move(message);
    } else {
      waiting_.push_back({std::string(replaces), std::move(message)});
      if (!replaces.empty()) by_key_.emplace(replaces, std::prev(waiting_.end()));
    }
    update_hold();
  }
  some_.notify_one();
}

void OutputQueue::flush(std::chrono::milliseconds patience) {
  std::unique_lock lock(mutex_);
  idle_.wait_for(lock, patience, [this] { return closed_ || (waiting_.empty() && !writing_); });
}

// Half of the limit lies between stop and go.
void OutputQueue::update_hold() {
  const bool hold = bytes_ > (holding_ ? limit_ / 2 : limit_);
  if (std::exchange(holding_, hold) != hold) told_.hold_back(hold);
}

void OutputQueue::run() {
  std::unique_lock lock(mutex_);
  while (true) {
    some_.wait(lock, [this] { return ending_ || !waiting_.empty(); });
    if (ending_) return;
    Message message = std::move(waiting_.front());
    waiting_.pop_front();
    if (!message.key.empty()) by_key_.erase(message.key);
    writing_ = true;
    lock.unlock();

    const std::size_t size = message.body.size();
    const bool written =
        write_all(fd_, frame_header(size), stop_) && write_all(fd_, message.body, stop_);
    message = {};

    lock.lock();
    writing_ = false;
    bytes_ -= size;
    if (!written) {
      closed_ = true;
      waiting_.clear();
      by_key_.clear();
      bytes_ = 0;
    }
    update_hold();
    if (waiting_.empty()) idle_.notify_all();
    if (!written) {
      if (!ending_) told_.closed();
      return;
    }
  }
}

}  // namespace personfirst::lsp
