#include "linter/cli/output.h"

#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace personfirst {
namespace {

constexpr std::size_t kBufferSize = 64 * 1024;

int write_all(int fd, std::string_view text) {
  while (!text.empty()) {
    const ssize_t n = ::write(fd, text.data(), text.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return errno;
    text.remove_prefix(static_cast<std::size_t>(n));
  }
  return 0;
}

}  // namespace

void Output::write(std::string_view text) {
  if (!is_open()) return;
  if (text.size() < kBufferSize) {
    buffer_ += text;
    if (buffer_.size() >= kBufferSize) flush();
    return;
  }
  flush();
  if (is_open()) error_ = write_all(fd_, text);
}

void Output::flush() {
  if (is_open()) error_ = write_all(fd_, buffer_);
  buffer_.clear();
}

int Output::failure() const { return error_ == EPIPE ? 0 : error_; }

void complain(std::string_view what) {
  // Nothing is left to be done when standard error is closed too.
  static_cast<void>(write_all(STDERR_FILENO, "personfirst: " + std::string(what) + "\n"));
}

int finish(Output& output, int status) {
  output.flush();
  if (output.is_open()) return status;
  if (output.failure() == 0) return 0;
  complain("standard output: " + std::generic_category().message(output.failure()));
  return 2;
}

}  // namespace personfirst
