// What libc++ leaves out where there are no threads, for libraries that lock things: one thread has
// every lock it asks for.
#pragma once

namespace std {

class mutex {
 public:
  constexpr mutex() noexcept = default;
  mutex(const mutex&) = delete;
  mutex& operator=(const mutex&) = delete;
  void lock() {}
  bool try_lock() { return true; }
  void unlock() {}
};

class recursive_mutex : public mutex {};

class shared_mutex : public mutex {
 public:
  void lock_shared() {}
  bool try_lock_shared() { return true; }
  void unlock_shared() {}
};

// Nobody else could ever end a wait.
class condition_variable {
 public:
  void notify_one() noexcept {}
  void notify_all() noexcept {}
  template <typename Lock>
  void wait(Lock& /*lock*/) {
    __builtin_trap();
  }
  template <typename Lock, typename Done>
  void wait(Lock& lock, Done done) {
    if (!done()) wait(lock);
  }
};

}  // namespace std
