#include "linter/files/filter_program.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

extern char** environ;

namespace personfirst {
namespace {

class Pipe {
 public:
  Pipe() {
    if (::pipe2(ends_.data(), O_CLOEXEC) != 0) ends_ = {-1, -1};
  }
  ~Pipe() {
    close_reading();
    close_writing();
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  [[nodiscard]] bool is_open() const { return ends_[0] >= 0; }
  [[nodiscard]] int reading() const { return ends_[0]; }
  [[nodiscard]] int writing() const { return ends_[1]; }
  void close_reading() { close(ends_[0]); }
  void close_writing() { close(ends_[1]); }

 private:
  static void close(int& fd) {
    if (fd >= 0) ::close(std::exchange(fd, -1));
  }
  std::array<int, 2> ends_{-1, -1};
};

// Zero, or why it could not be started. The program gets the signals' usual actions back.
int start(const std::vector<std::string>& command, const Pipe& in, const Pipe& out, pid_t& child) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  if (const int error = ::posix_spawn_file_actions_init(&actions); error != 0) return error;
  if (const int error = ::posix_spawnattr_init(&attributes); error != 0) {
    ::posix_spawn_file_actions_destroy(&actions);
    return error;
  }
  ::posix_spawn_file_actions_adddup2(&actions, in.reading(), STDIN_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, out.writing(), STDOUT_FILENO);
  ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  sigset_t usual;
  ::sigemptyset(&usual);
  ::sigaddset(&usual, SIGPIPE);
  ::sigaddset(&usual, SIGXFSZ);
  ::posix_spawnattr_setsigdefault(&attributes, &usual);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  std::vector<char*> arguments;
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  const int error =
      ::posix_spawnp(&child, arguments.front(), &actions, &attributes, arguments.data(), environ);
  ::posix_spawnattr_destroy(&attributes);
  ::posix_spawn_file_actions_destroy(&actions);
  return error;
}

// Writes and reads in turns, so that neither side waits for the other.
class Exchange {
 public:
  Exchange(Pipe& in, Pipe& out, std::string_view input, const FilterLimits& limits)
      : in_(in), out_(out), input_(input), limits_(limits) {
    ::fcntl(in_.writing(), F_SETFL, O_NONBLOCK);
    ::fcntl(out_.reading(), F_SETFL, O_NONBLOCK);
  }

  Filtered run() {
    const auto ends_at = Clock::now() + limits_.time;
    while (true) {
      const auto left =
          std::chrono::duration_cast<std::chrono::milliseconds>(ends_at - Clock::now());
      if (left.count() <= 0) return end(FilterEnd::TooLong);
      std::array<pollfd, 2> fds = {pollfd{out_.reading(), POLLIN, 0},
                                   pollfd{in_.writing(), POLLOUT, 0}};
      const int ready =
          ::poll(fds.data(), fds.size(), static_cast<int>(std::min<long>(left.count(), 1000)));
      if (ready < 0 && errno != EINTR) return end(FilterEnd::Failed);
      if (ready <= 0) continue;
      if (fds[1].revents != 0) write_some();
      if (fds[0].revents != 0 && !read_some()) return end(FilterEnd::Done);
      if (output_.size() > limits_.output) return end(FilterEnd::TooMuch);
    }
  }

 private:
  using Clock = std::chrono::steady_clock;

  Filtered end(FilterEnd how) { return {how, std::move(output_)}; }

  // A program that has seen enough closes its end; what it says then decides.
  void write_some() {
    const ssize_t n = ::write(in_.writing(), input_.data(), input_.size());
    if (n < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (n > 0) input_.remove_prefix(static_cast<std::size_t>(n));
    if (n < 0 || input_.empty()) in_.close_writing();
  }

  bool read_some() {
    std::array<char, 65536> buffer;
    const ssize_t n = ::read(out_.reading(), buffer.data(), buffer.size());
    if (n < 0) return errno == EAGAIN || errno == EINTR;
    output_.append(buffer.data(), static_cast<std::size_t>(n));
    return n > 0;
  }

  Pipe& in_;
  Pipe& out_;
  std::string_view input_;
  const FilterLimits& limits_;
  std::string output_;
};

bool wait_for(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return false;
  }
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace

Filtered run_filter(const std::vector<std::string>& command, std::string_view input,
                    const FilterLimits& limits) {
  Pipe in, out;
  if (command.empty() || !in.is_open() || !out.is_open()) return {};
  pid_t child = -1;
  if (const int error = start(command, in, out, child); error != 0)
    return {error == ENOENT ? FilterEnd::Missing : FilterEnd::Failed, {}};
  in.close_reading();
  out.close_writing();
  Filtered filtered = Exchange(in, out, input, limits).run();
  if (filtered.end != FilterEnd::Done) ::kill(child, SIGKILL);
  const bool went_well = wait_for(child);
  if (filtered.end == FilterEnd::Done && !went_well) filtered.end = FilterEnd::Failed;
  if (filtered.end != FilterEnd::Done) filtered.output.clear();
  return filtered;
}

}  // namespace personfirst
