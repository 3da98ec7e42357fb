// Reading files whole and replacing them whole.
//
// Errors name the path and the reason, never a word of what is in the file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "linter/result.h"

namespace personfirst {

// Offsets are 32 bits (see text/span.h) and some people's are signed: 2 GiB and more is refused.
inline constexpr std::uint64_t kFileLimit = (std::uint64_t{1} << 31) - 1;
[[nodiscard]] Error too_large(const std::string& path);

// Tells whether a file is still the one that was read.
struct FileStamp {
  std::uint64_t device = 0, inode = 0, size = 0;
  std::int64_t seconds = 0, nanoseconds = 0;  // of the last change
  bool regular = false;
  friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

struct FileContents {
  std::string bytes;
  FileStamp stamp;
};

[[nodiscard]] Result<FileContents> read_file(const std::string& path);
[[nodiscard]] Result<std::string> read_standard_input(const std::string& shown_name);

// All or nothing: writes a temporary file beside the target, then renames it. Keeps the mode, the
// owner where permitted, and a symbolic link (its target is replaced). Refuses when the file is no
// longer what `stamp` says.
[[nodiscard]] Result<void> replace_file(const std::string& path, const FileStamp& stamp,
                                        std::string_view bytes);

}  // namespace personfirst
