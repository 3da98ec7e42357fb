#include "tests/lsp/process/cage.h"

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#include <array>
#include <cstddef>
#include <vector>

namespace personfirst::testing {
namespace {

#if defined(__x86_64__)
constexpr unsigned kMachine = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr unsigned kMachine = AUDIT_ARCH_AARCH64;
#else
#error "Please add this machine's AUDIT_ARCH"
#endif

constexpr unsigned kForbidden[] = {
    __NR_socket,   __NR_connect,  __NR_bind,      __NR_listen,         __NR_accept,
    __NR_accept4,  __NR_openat2,  __NR_renameat,  __NR_renameat2,      __NR_unlinkat,
    __NR_mkdirat,  __NR_mknodat,  __NR_symlinkat, __NR_linkat,         __NR_truncate,
    __NR_fchmodat, __NR_fchownat, __NR_utimensat, __NR_io_uring_setup,
#ifdef __NR_open  // machines that still have the calls of old
    __NR_creat,    __NR_rename,   __NR_unlink,    __NR_mkdir,          __NR_rmdir,
    __NR_mknod,    __NR_symlink,  __NR_link,      __NR_chmod,          __NR_chown,
#endif
};

constexpr unsigned kWriting = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND;

class Filter {
 public:
  Filter() {
    load(offsetof(seccomp_data, arch));
    add(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, kMachine, 1, 0));
    kill();
    load(offsetof(seccomp_data, nr));
    for (const unsigned call : kForbidden) {
      add(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, call, 0, 1));
      kill();
    }
    forbid_writing(__NR_openat, offsetof(seccomp_data, args[2]));
#ifdef __NR_open
    forbid_writing(__NR_open, offsetof(seccomp_data, args[1]));
#endif
    add(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
  }

  bool enter() {
    sock_fprog program{static_cast<unsigned short>(steps_.size()), steps_.data()};
    return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
  }

 private:
  void add(sock_filter step) { steps_.push_back(step); }
  void load(std::size_t offset) {
    add(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, static_cast<unsigned>(offset)));
  }
  void kill() { add(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS)); }
  void forbid_writing(unsigned call, std::size_t flags) {
    add(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, call, 0, 4));
    load(flags);
    add(BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, kWriting, 0, 1));
    kill();
    add(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
  }

  std::vector<sock_filter> steps_;
};

}  // namespace

bool enter_cage() { return Filter().enter(); }

}  // namespace personfirst::testing
