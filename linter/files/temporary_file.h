// A file that is written beside its target and takes its place when it is whole, or is never seen.
//
// Where the file system can (O_TMPFILE), it has no name until then, and is gone with the program
// however that ends. Elsewhere it has a hidden one, which a signal takes away (temporary_names.h).
// For one thread.
#pragma once

#include <sys/types.h>

#include <memory>
#include <string>
#include <string_view>

#include "linter/files/temporary_names.h"

namespace personfirst {

enum class TemporaryNaming { WhenWhole, AtOnce };

// Calls that can fail give an error number, or 0.
class TemporaryFile {
 public:
  // `target` is not a symbolic link. The user's mask applies to `mode`.
  TemporaryFile(std::string target, mode_t mode,
                TemporaryNaming naming = TemporaryNaming::WhenWhole);
  ~TemporaryFile();  // gone, unless it took its place
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  [[nodiscard]] int open_error() const { return open_error_; }
  [[nodiscard]] int fd() const { return fd_; }
  [[nodiscard]] int write(std::string_view bytes) const;
  // To the disk: nothing that is told later than here is lost.
  [[nodiscard]] int sync() const;
  [[nodiscard]] int take_place();

 private:
  // False when the file system has no files without names.
  bool open_nameless(mode_t mode);
  // Under a free hidden name beside the target. `make` gives 0 or an error number.
  template <typename Make>
  int with_free_name(const Make& make);

  std::string target_;
  std::string name_;  // empty: it has none
  std::unique_ptr<TemporaryName> remembered_;
  int fd_ = -1;
  int open_error_ = 0;
};

// Writes all of it; an error number, or 0.
[[nodiscard]] int write_all(int fd, std::string_view bytes);

}  // namespace personfirst
