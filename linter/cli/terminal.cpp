#include "linter/cli/terminal.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>

namespace personfirst {
namespace {

constexpr std::uint64_t kBarWidth = 30;

void write_to_terminal(std::string_view text) {
  static_cast<void>(!::write(STDERR_FILENO, text.data(), text.size()));
}

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : value;
}

}  // namespace

bool is_terminal(int fd) { return ::isatty(fd) == 1; }

unsigned text_width() {
  struct winsize size {};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 80;
  return std::clamp<unsigned>(size.ws_col, 20, 80);
}

bool wants_color(ColorChoice choice) {
  if (choice != ColorChoice::Auto) return choice == ColorChoice::Always;
  return is_terminal(STDOUT_FILENO) && environment("NO_COLOR").empty() &&
         environment("TERM") != "dumb";
}

Progress::Progress(bool wanted)
    : wanted_(wanted && is_terminal(STDERR_FILENO)),
      next_(Clock::now() + std::chrono::seconds(1)) {}

void Progress::show(std::uint64_t done, std::uint64_t total) {
  if (!wanted_ || Clock::now() < next_) return;
  next_ = Clock::now() + std::chrono::milliseconds(100);
  shown_ = true;
  if (total == 0) {
    write_to_terminal(fmt::format("\r\x1b[K{} files checked", done));
    return;
  }
  const std::uint64_t filled = std::min(done, total) * kBarWidth / total;
  write_to_terminal(fmt::format("\r\x1b[K[{:<{}}] {} of {} files", std::string(filled, '#'),
                                kBarWidth, done, total));
}

void Progress::clear() {
  if (!shown_) return;
  shown_ = false;
  write_to_terminal("\r\x1b[K");
}

}  // namespace personfirst
