#include "linter/files/temporary_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdint>
#include <filesystem>
#include <utility>

namespace personfirst {
namespace {

constexpr int kNames = 1000;  // tried before giving up
std::atomic<std::uint64_t> names_given = 0;

std::string folder_of(const std::string& target) {
  const std::string folder = std::filesystem::path(target).parent_path().string();
  return folder.empty() ? "." : folder;
}

std::string name_of_descriptor(int fd) { return "/proc/self/fd/" + std::to_string(fd); }

}  // namespace

int write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return 0;
}

TemporaryFile::TemporaryFile(std::string target, mode_t mode, TemporaryNaming naming)
    : target_(std::move(target)) {
  if (naming == TemporaryNaming::WhenWhole && open_nameless(mode)) return;
  open_error_ = with_free_name([&](const std::string& name) {
    fd_ = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    return fd_ >= 0 ? 0 : errno;
  });
}

TemporaryFile::~TemporaryFile() {
  if (fd_ >= 0) ::close(fd_);
  if (!name_.empty()) ::unlink(name_.c_str());
}

bool TemporaryFile::open_nameless(mode_t mode) {
#ifdef O_TMPFILE
  fd_ = ::open(folder_of(target_).c_str(), O_WRONLY | O_TMPFILE | O_CLOEXEC, mode);
  if (fd_ < 0) return false;
  // What a name is given by, later on; not there where no /proc is.
  if (::access(name_of_descriptor(fd_).c_str(), F_OK) == 0) return true;
  ::close(std::exchange(fd_, -1));
#else
  static_cast<void>(mode);
#endif
  return false;
}

template <typename Make>
int TemporaryFile::with_free_name(const Make& make) {
  int error = EEXIST;
  for (int i = 0; i < kNames && error == EEXIST; ++i) {
    // Hidden, so that no walk takes it for a document.
    const std::string name = folder_of(target_) + "/.personfirst-" + std::to_string(::getpid()) +
                             "-" + std::to_string(names_given++);
    remembered_ = std::make_unique<TemporaryName>(name);
    error = make(name);
    if (error == 0) name_ = name;
  }
  if (error != 0) remembered_.reset();
  return error;
}

int TemporaryFile::write(std::string_view bytes) const { return write_all(fd_, bytes); }

int TemporaryFile::sync() const { return ::fsync(fd_) == 0 ? 0 : errno; }

int TemporaryFile::take_place() {
  if (name_.empty()) {
    const int error = with_free_name([&](const std::string& name) {
      const int done = ::linkat(AT_FDCWD, name_of_descriptor(fd_).c_str(), AT_FDCWD, name.c_str(),
                                AT_SYMLINK_FOLLOW);
      return done == 0 ? 0 : errno;
    });
    if (error != 0) return error;
  }
  if (::close(std::exchange(fd_, -1)) != 0) return errno;
  if (::rename(name_.c_str(), target_.c_str()) != 0) return errno;
  name_.clear();
  remembered_.reset();
  return 0;
}

}  // namespace personfirst
