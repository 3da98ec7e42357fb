// How much was spent on doing something the slow way, up to a limit beyond which making the fast
// way is worth it. Decides about costs alone.
//
// Threads may spend at the same time. Once the limit is passed it is only read, so that they need
// not wait for each other.
#pragma once

#include <atomic>
#include <cstdint>

namespace personfirst {

class CostLimit {
 public:
  explicit CostLimit(std::uint32_t limit = 0) : limit_(limit) {}

  // Before others look.
  void raise(std::uint32_t by) { limit_ += by; }
  [[nodiscard]] std::uint32_t limit() const { return limit_; }

  void spend(std::uint32_t cost) const {
    if (!is_passed()) spent_.fetch_add(cost, std::memory_order_relaxed);
  }
  [[nodiscard]] bool is_passed() const { return spent_.load(std::memory_order_relaxed) > limit_; }

 private:
  std::uint32_t limit_;
  mutable std::atomic<std::uint32_t> spent_{0};
};

}  // namespace personfirst
