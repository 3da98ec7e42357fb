#include "lsp/process_watch.h"

#include <poll.h>
#include <signal.h>
#include <sys/types.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <limits>

#ifdef __linux__
#include <sys/syscall.h>
#endif

namespace personfirst::lsp {
namespace {

// Where the system cannot wake us, we look.
constexpr int kLookEveryMs = 3000;

Fd open_process(pid_t process) {
#ifdef SYS_pidfd_open
  return Fd(static_cast<int>(::syscall(SYS_pidfd_open, process, 0)));
#else
  static_cast<void>(process);
  return {};
#endif
}

bool is_there(pid_t process) { return ::kill(process, 0) == 0 || errno == EPERM; }

// True: it has ended. False: woken.
bool wait_for_end(pid_t process, const WakeUp& stop) {
  const Fd handle = open_process(process);
  while (is_there(process)) {
    pollfd waited[] = {{stop.number(), POLLIN, 0}, {handle.number(), POLLIN, 0}};
    const bool has_handle = handle.number() >= 0;
    const int ready = ::poll(waited, has_handle ? 2 : 1, has_handle ? -1 : kLookEveryMs);
    if (waited[0].revents != 0) return false;
    if (ready > 0 && waited[1].revents != 0) return true;
  }
  return true;
}

}  // namespace

ProcessWatch::~ProcessWatch() {
  stop_.wake();
  for (std::thread& thread : threads_) thread.join();
}

void ProcessWatch::watch(std::int64_t process) {
  if (process <= 0 || process > std::numeric_limits<pid_t>::max()) return;
  if (std::find(watched_.begin(), watched_.end(), process) != watched_.end()) return;
  watched_.push_back(process);
  threads_.emplace_back([this, process] {
    if (wait_for_end(static_cast<pid_t>(process), stop_)) gone_();
  });
}

}  // namespace personfirst::lsp
