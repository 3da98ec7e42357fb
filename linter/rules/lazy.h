// A value that is made when it is first asked for.
//
// Threads may ask at the same time: each may make the value, the first to finish keeps his, the
// others throw theirs away. So making it must be a pure function of things that outlive the Lazy.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <utility>

namespace personfirst {

template <typename T>
class Lazy {
 public:
  using Make = std::function<std::unique_ptr<const T>()>;  // never null

  Lazy() = default;  // may not be asked
  explicit Lazy(Make make) : make_(std::move(make)) {}
  explicit Lazy(std::unique_ptr<const T> made) : made_(made.release()) {}

  // Moving is for the thread that builds, before others look.
  Lazy(Lazy&& other) noexcept
      : make_(std::exchange(other.make_, nullptr)), made_(other.made_.exchange(nullptr)) {}
  Lazy& operator=(Lazy&& other) noexcept {
    if (this != &other) {
      make_ = std::exchange(other.make_, nullptr);
      delete made_.exchange(other.made_.exchange(nullptr));
    }
    return *this;
  }
  ~Lazy() { delete made_.load(); }

  [[nodiscard]] bool has_maker() const { return static_cast<bool>(make_); }

  [[nodiscard]] bool is_made() const { return made_.load(std::memory_order_relaxed) != nullptr; }

  [[nodiscard]] const T& operator*() const {
    if (const T* ready = made_.load(std::memory_order_acquire)) return *ready;
    std::unique_ptr<const T> made = make_();
    const T* expected = nullptr;
    if (made_.compare_exchange_strong(expected, made.get(), std::memory_order_acq_rel))
      return *made.release();
    return *expected;
  }
  [[nodiscard]] const T* operator->() const { return &**this; }

 private:
  Make make_;
  mutable std::atomic<const T*> made_{nullptr};
};

}  // namespace personfirst
