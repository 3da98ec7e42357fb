#include "lsp/process_log.h"

#include <poll.h>
#include <unistd.h>

#include <string>

namespace personfirst::lsp {
namespace {

// Short of what a pipe takes at once, so that lines of several threads are not mixed.
constexpr std::size_t kLongestLine = 500;

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

}  // namespace

void Log::write(Level level, std::string_view line) const {
  if (level_ < level) return;
  std::string text = "personfirst-lsp: ";
  text += line.substr(0, kLongestLine - text.size());
  for (char& c : text) {
    if (is_control(c)) c = ' ';
  }
  text += '\n';
  pollfd output{STDERR_FILENO, POLLOUT, 0};
  if (::poll(&output, 1, 0) != 1 || (output.revents & POLLOUT) == 0) return;
  if (::write(STDERR_FILENO, text.data(), text.size()) < 0) return;  // nobody reads it
}

}  // namespace personfirst::lsp
