#include "linter/files/new_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

#include "linter/files/temporary_file.h"

namespace personfirst {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBufferSize = 64 * 1024;

tl::unexpected<Error> failed(const std::string& path, int error) {
  return tl::unexpected(Error{path, std::generic_category().message(error)});
}

}  // namespace

struct NewFile::State {
  std::string path;  // as given
  std::unique_ptr<TemporaryFile> beside;
  std::optional<mode_t> mode;  // of the file that is there
  int device = -1;             // what is written to directly
  int error = 0;
  std::string buffer;

  ~State() {
    if (device >= 0) ::close(device);
  }
  void flush() {
    if (error == 0) error = beside ? beside->write(buffer) : write_all(device, buffer);
    buffer.clear();
  }
  // An error number, or 0.
  [[nodiscard]] int finish() {
    flush();
    if (error != 0) return error;
    if (!beside) return ::close(std::exchange(device, -1)) == 0 ? 0 : errno;
    if (mode && ::fchmod(beside->fd(), *mode) != 0) return errno;
    if (const int failure = beside->sync(); failure != 0) return failure;
    return beside->take_place();
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

  struct stat status {};
  if (::stat(path.c_str(), &status) == 0) {
    if (S_ISDIR(status.st_mode)) return failed(path, EISDIR);
    if (!S_ISREG(status.st_mode)) {
      state->device = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
      if (state->device < 0) return failed(path, errno);
      return NewFile(std::move(state));
    }
    // Renaming would get round a file's own write protection.
    if (::access(path.c_str(), W_OK) != 0) return failed(path, errno);
    state->mode = status.st_mode & 07777U;
  }
  state->beside = std::make_unique<TemporaryFile>(target.string(), 0666);
  if (const int failure = state->beside->open_error(); failure != 0) return failed(path, failure);
  return NewFile(std::move(state));
}

void NewFile::write(std::string_view bytes) {
  state_->buffer += bytes;
  if (state_->buffer.size() >= kBufferSize) state_->flush();
}

Result<void> NewFile::commit() {
  const int failure = state_->finish();
  if (failure != 0) return failed(state_->path, failure);
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
