#include "linter/files/files.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <utility>

#include "linter/files/temporary_file.h"

namespace personfirst {
namespace {

tl::unexpected<Error> failed(const std::string& path, int error = errno) {
  return tl::unexpected(Error{path, std::generic_category().message(error)});
}

class FileDescriptor {
 public:
  explicit FileDescriptor(int fd) : fd_(fd) {}
  ~FileDescriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  FileDescriptor(const FileDescriptor&) = delete;
  FileDescriptor& operator=(const FileDescriptor&) = delete;
  [[nodiscard]] int get() const { return fd_; }

 private:
  int fd_;
};

FileStamp to_stamp(const struct stat& status) {
  return {status.st_dev,         status.st_ino,          static_cast<std::uint64_t>(status.st_size),
          status.st_mtim.tv_sec, status.st_mtim.tv_nsec, S_ISREG(status.st_mode)};
}

// A large file touches tens of thousands of pages; large ones make that hundreds.
void use_large_pages(const std::string& reserved) {
#if defined(MADV_HUGEPAGE)
  constexpr std::size_t kLargePage = std::size_t{2} << 20U;
  if (reserved.capacity() < 2 * kLargePage) return;
  const auto begin = reinterpret_cast<std::uintptr_t>(reserved.data());
  const std::size_t skipped = (kLargePage - begin % kLargePage) % kLargePage;
  void* const at = const_cast<char*>(reserved.data()) + skipped;
  // Only advice: where it is not taken, nothing changes.
  static_cast<void>(::madvise(at, reserved.capacity() - skipped, MADV_HUGEPAGE));
#else
  static_cast<void>(reserved);
#endif
}

// With `ends_there`, a read that stops at the expected size is the last.
Result<std::string> read_all(int fd, const std::string& path, std::uint64_t expected_size,
                             bool ends_there) {
  std::string bytes;
  // One byte more than expected, so that the end is seen without growing.
  bytes.reserve(static_cast<std::size_t>(expected_size) + 1);
  use_large_pages(bytes);
  std::size_t size = 0;
  while (true) {
    // Room is made piece by piece: what a string sets to zero is read over while it is in the
    // cache.
    constexpr std::size_t kPiece = std::size_t{256} << 10U;
    if (size == bytes.capacity()) bytes.reserve(std::max<std::size_t>(size * 2, 65536));
    bytes.resize(size + std::min(bytes.capacity() - size, kPiece));
    const ssize_t n = ::read(fd, bytes.data() + size, bytes.size() - size);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return failed(path);
    if (n == 0) break;
    size += static_cast<std::size_t>(n);
    // Regular files give as much as there is: who asked for more has seen the end.
    if (ends_there && size == expected_size && size < bytes.size()) break;
    if (size > kFileLimit) return tl::unexpected(too_large(path));
  }
  bytes.resize(size);
  return bytes;
}

// An error number, or 0.
int fill(const TemporaryFile& file, std::string_view bytes, const struct stat& like) {
  if (const int error = file.write(bytes); error != 0) return error;
  // Who may not give a file away keeps it; the mode is set after, because chown clears some of its
  // bits.
  if (::fchown(file.fd(), like.st_uid, like.st_gid) != 0 && errno != EPERM) return errno;
  if (::fchmod(file.fd(), like.st_mode & 07777U) != 0) return errno;
  return file.sync();
}

tl::unexpected<Error> changed_meanwhile(const std::string& path) {
  return tl::unexpected(Error{path, "not rewritten: it changed while it was being checked"});
}

bool is_still(const std::filesystem::path& path, const FileStamp& stamp) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && to_stamp(status) == stamp;
}

}  // namespace

Error too_large(const std::string& path) {
  return {path, "too large: files of 2 GiB (2147483648 bytes) and more are not read"};
}

Result<FileContents> read_file(const std::string& path) {
  const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) return failed(path);
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return failed(path);
  if (S_ISDIR(status.st_mode)) return failed(path, EISDIR);
  FileContents contents;
  contents.stamp = to_stamp(status);
  const std::uint64_t size = contents.stamp.regular ? contents.stamp.size : 0;
  if (size > kFileLimit) return tl::unexpected(too_large(path));
  Result<std::string> bytes = read_all(file.get(), path, size, contents.stamp.regular && size > 0);
  if (!bytes) return tl::unexpected(bytes.error());
  contents.bytes = *std::move(bytes);
  return contents;
}

Result<std::string> read_standard_input(const std::string& shown_name) {
  return read_all(STDIN_FILENO, shown_name, 0, false);
}

Result<void> replace_file(const std::string& path, const FileStamp& stamp, std::string_view bytes) {
  std::error_code error;
  const std::filesystem::path target = std::filesystem::canonical(path, error);
  if (error) return failed(path, error.value());
  struct stat status {};
  if (::stat(target.c_str(), &status) != 0) return failed(path);
  if (!stamp.regular) return tl::unexpected(Error{path, "not rewritten: it is not a regular file"});
  if (to_stamp(status) != stamp) return changed_meanwhile(path);
  // Renaming would get round a file's own write protection.
  if (::access(target.c_str(), W_OK) != 0) return failed(path);

  TemporaryFile temporary(target.string(), 0600);
  if (temporary.open_error() != 0) return failed(path, temporary.open_error());
  if (const int wrong = fill(temporary, bytes, status); wrong != 0) return failed(path, wrong);
  // Writing takes its time, in which somebody may have saved the file.
  if (!is_still(target, stamp)) return changed_meanwhile(path);
  if (const int wrong = temporary.take_place(); wrong != 0) return failed(path, wrong);
  return {};
}

}  // namespace personfirst
