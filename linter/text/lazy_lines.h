// The lines of a text, read when somebody first asks: of most documents nobody does.
//
// Threads may ask at the same time: each may read the text, the first to finish keeps what he has.
// Copying and changing are for the thread that builds, before others look.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>

#include "linter/text/line_index.h"

namespace personfirst {

class LazyLines {
 public:
  LazyLines() = default;
  LazyLines(LineIndex lines)  // NOLINT(google-explicit-constructor): they are lines
      : read_(new LineIndex(std::move(lines))) {}
  LazyLines(const LazyLines& other) : read_(copy_of(other.read_.load())) {}
  LazyLines(LazyLines&& other) noexcept : read_(other.read_.exchange(nullptr)) {}
  LazyLines& operator=(LazyLines other) noexcept {
    delete read_.exchange(other.read_.exchange(nullptr));
    return *this;
  }
  ~LazyLines() { delete read_.load(); }

  // `text` is the same each time.
  [[nodiscard]] const LineIndex& of(std::string_view text) const {
    if (const LineIndex* ready = read_.load(std::memory_order_acquire)) return *ready;
    auto made = std::make_unique<LineIndex>(text);
    LineIndex* kept = nullptr;
    if (read_.compare_exchange_strong(kept, made.get(), std::memory_order_acq_rel))
      kept = made.release();
    return *kept;
  }

  // Follows an edit, as LineIndex does. Lines that nobody has asked for need not.
  void replace(std::string_view text, Span replaced, std::uint32_t inserted) {
    if (LineIndex* read = read_.load()) read->replace(text, replaced, inserted);
  }

 private:
  static LineIndex* copy_of(const LineIndex* lines) {
    return lines == nullptr ? nullptr : new LineIndex(*lines);
  }

  mutable std::atomic<LineIndex*> read_{nullptr};  // owned
};

}  // namespace personfirst
