#include "lsp/process_events.h"

#include <utility>

namespace personfirst::lsp {

void EventQueue::add(Event event) {
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back({std::move(event), 0});
  }
  some_.notify_one();
}

bool EventQueue::add_input(Frame frame) {
  {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [this] { return closed_ || (!hold_input_ && input_bytes_ <= input_limit_); });
    if (closed_) return false;
    // What a message takes besides its body counts, too: many empty ones are also many.
    const std::size_t bytes = (frame ? frame->size() : 0) + sizeof(Waiting);
    input_bytes_ += bytes;
    waiting_.push_back({std::move(frame), bytes});
  }
  some_.notify_one();
  return true;
}

void EventQueue::hold_input(bool hold) {
  {
    const std::lock_guard lock(mutex_);
    hold_input_ = hold;
  }
  room_.notify_all();
}

void EventQueue::close() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
  }
  room_.notify_all();
}

Event EventQueue::take() {
  std::unique_lock lock(mutex_);
  some_.wait(lock, [this] { return !waiting_.empty(); });
  Waiting next = std::move(waiting_.front());
  waiting_.pop_front();
  input_bytes_ -= next.input_bytes;
  lock.unlock();
  if (next.input_bytes > 0) room_.notify_one();
  return std::move(next.event);
}

}  // namespace personfirst::lsp
