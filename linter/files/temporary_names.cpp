#include "linter/files/temporary_names.h"

#include <unistd.h>

#include <array>
#include <atomic>
#include <climits>
#include <csignal>
#include <cstring>

namespace personfirst {
namespace {

enum class SlotState : int { Free, BeingFilled, Filled };

// A signal handler may neither lock nor allocate: hence a fixed table, of more names than there are
// threads and reports.
struct Slot {
  std::atomic<SlotState> state = SlotState::Free;
  std::array<char, PATH_MAX> path{};
};
constexpr int kSlots = 256;
std::array<Slot, kSlots> slots;
static_assert(std::atomic<SlotState>::is_always_lock_free);

extern "C" void stop(int signal) {
  for (const Slot& slot : slots) {
    if (slot.state == SlotState::Filled) ::unlink(slot.path.data());
  }
  ::raise(signal);  // comes when this handler is done, to the action that was reset
}

}  // namespace

TemporaryName::TemporaryName(const std::string& path) : slot_(-1) {
  if (path.size() >= PATH_MAX) return;
  for (int i = 0; i < kSlots; ++i) {
    Slot& slot = slots[static_cast<std::size_t>(i)];
    SlotState free = SlotState::Free;
    if (!slot.state.compare_exchange_strong(free, SlotState::BeingFilled)) continue;
    std::memcpy(slot.path.data(), path.c_str(), path.size() + 1);
    slot.state = SlotState::Filled;
    slot_ = i;
    return;
  }
}

TemporaryName::~TemporaryName() {
  if (slot_ >= 0) slots[static_cast<std::size_t>(slot_)].state = SlotState::Free;
}

void remove_temporary_files_when_stopped() {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction action {};
    if (::sigaction(signal, nullptr, &action) != 0 || action.sa_handler == SIG_IGN) continue;
    action = {};
    action.sa_handler = stop;
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    ::sigaction(signal, &action, nullptr);
  }
}

}  // namespace personfirst
