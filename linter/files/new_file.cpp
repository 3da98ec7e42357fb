#include "linter/files/new_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

namespace personfirst {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBufferSize = 64 * 1024;
constexpr int kNames = 1000;  // tried before giving up

tl::unexpected<Error> failed(const std::string& path, int error) {
  return tl::unexpected(Error{path, std::generic_category().message(error)});
}

int write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return 0;
}

// Hidden, so that no walk takes it for a document. The system applies the user's mask to its mode.
int open_beside(const fs::path& target, std::string& name) {
  for (int i = 0; i < kNames; ++i) {
    name = target.parent_path() /
           (".personfirst-" + std::to_string(::getpid()) + "-" + std::to_string(i));
    const int fd = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (fd >= 0 || errno != EEXIST) return fd;
  }
  return -1;
}

}  // namespace

struct NewFile::State {
  std::string path;       // as given
  std::string target;     // behind symbolic links
  std::string temporary;  // empty: written to directly
  std::optional<mode_t> mode;
  int fd = -1;
  int error = 0;
  std::string buffer;

  ~State() {
    if (fd >= 0) ::close(fd);
    if (!temporary.empty()) ::unlink(temporary.c_str());
  }
  void flush() {
    if (error == 0) error = write_all(fd, buffer);
    buffer.clear();
  }
};

NewFile::NewFile(std::unique_ptr<State> state) : state_(std::move(state)) {}
NewFile::NewFile(NewFile&&) noexcept = default;
NewFile& NewFile::operator=(NewFile&&) noexcept = default;
NewFile::~NewFile() = default;

Result<NewFile> NewFile::create(const std::string& path) {
  auto state = std::make_unique<State>();
  state->path = path;
  std::error_code error;
  const fs::path target = fs::weakly_canonical(fs::absolute(path, error), error);
  if (error) return failed(path, error.value());
  state->target = target.string();

  struct stat status {};
  if (::stat(path.c_str(), &status) == 0) {
    if (S_ISDIR(status.st_mode)) return failed(path, EISDIR);
    if (!S_ISREG(status.st_mode)) {
      state->fd = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
      if (state->fd < 0) return failed(path, errno);
      return NewFile(std::move(state));
    }
    // Renaming would get round a file's own write protection.
    if (::access(path.c_str(), W_OK) != 0) return failed(path, errno);
    state->mode = status.st_mode & 07777U;
  }
  std::string temporary;
  state->fd = open_beside(target, temporary);
  if (state->fd < 0) return failed(path, errno);
  state->temporary = std::move(temporary);
  return NewFile(std::move(state));
}

void NewFile::write(std::string_view bytes) {
  state_->buffer += bytes;
  if (state_->buffer.size() >= kBufferSize) state_->flush();
}

Result<void> NewFile::commit() {
  State& state = *state_;
  state.flush();
  if (state.error != 0) return failed(state.path, state.error);
  const bool beside = !state.temporary.empty();
  if (beside && state.mode && ::fchmod(state.fd, *state.mode) != 0)
    return failed(state.path, errno);
  if (beside && ::fsync(state.fd) != 0) return failed(state.path, errno);
  if (::close(std::exchange(state.fd, -1)) != 0) return failed(state.path, errno);
  if (!beside) return {};
  if (::rename(state.temporary.c_str(), state.target.c_str()) != 0)
    return failed(state.path, errno);
  state.temporary.clear();
  return {};
}

bool same_file(const std::string& a, const std::string& b) {
  std::error_code error;
  if (fs::equivalent(a, b, error)) return true;
  const fs::path full_a = fs::weakly_canonical(fs::absolute(a, error), error);
  const fs::path full_b = fs::weakly_canonical(fs::absolute(b, error), error);
  return !error && full_a == full_b;
}

}  // namespace personfirst
