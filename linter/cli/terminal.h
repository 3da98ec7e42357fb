// What there is to know about the terminals at the other end, and a line of progress on one of
// them.
#pragma once

#include <chrono>
#include <cstdint>

#include "linter/cli/options.h"

namespace personfirst {

[[nodiscard]] bool is_terminal(int fd);
// Of standard output, at most 80.
[[nodiscard]] unsigned text_width();
// --color, NO_COLOR (https://no-color.org) and TERM=dumb.
[[nodiscard]] bool wants_color(ColorChoice choice);

// One line on standard error that says how far a run has come. Shown only on a terminal, and only
// when the run takes longer than a second. For one thread.
class Progress {
 public:
  explicit Progress(bool wanted);
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // `total` is 0 while it is not known.
  void show(std::uint64_t done, std::uint64_t total);
  // Call before anything else is printed.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;
  bool wanted_;
  bool shown_ = false;
  Clock::time_point next_;
};

}  // namespace personfirst
