#include "linter/cli/line_reader.h"

#include <unistd.h>

#include <cerrno>

namespace personfirst {
namespace {

constexpr std::size_t kBlockSize = 64 * 1024;

}  // namespace

bool LineReader::fill() {
  block_.resize(kBlockSize);
  at_ = 0;
  ssize_t n = 0;
  do {
    n = ::read(fd_, block_.data(), block_.size());
  } while (n < 0 && errno == EINTR);
  if (n < 0) error_ = errno;
  block_.resize(n > 0 ? static_cast<std::size_t>(n) : 0);
  return n > 0;
}

std::optional<Line> LineReader::next() {
  Line line;
  bool any = false;
  bool ended = false;
  while (!ended && (at_ < block_.size() || fill())) {
    any = true;
    const std::size_t stop = block_.find('\n', at_);
    ended = stop != std::string::npos;
    const std::size_t size = (ended ? stop : block_.size()) - at_;
    if (line.text.size() + size > longest_) {
      line.too_long = true;
      line.text.clear();
      line.text.shrink_to_fit();
    }
    if (!line.too_long) line.text.append(block_, at_, size);
    at_ += size + (ended ? 1 : 0);
  }
  if (!any || error_ != 0) return {};
  line.number = ++number_;
  return line;
}

}  // namespace personfirst
