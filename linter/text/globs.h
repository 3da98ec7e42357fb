// --glob: which files of a walk are wanted.
//
// A glob without a slash is about names ("*.md", "!node_modules"), one with a slash about whole
// paths, where ** stands for any number of folders. The last glob that fits decides; a file that
// none fits is wanted unless some glob without
// `!` is there. Immutable after construction.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace personfirst {

class Globs {
 public:
  Globs() = default;
  explicit Globs(std::span<const std::string> globs);

  // A file has two paths: as people see it ("docs/a/b.md"), and below the folder that they named
  // ("a/b.md"). Either may fit a glob. Both use slashes.
  struct Paths {
    std::string_view shown;
    std::string_view below;
  };
  [[nodiscard]] bool wants_file(Paths paths) const;
  // False where nothing inside needs a look.
  [[nodiscard]] bool wants_folder(Paths paths) const;

 private:
  struct Glob {
    std::vector<std::string> parts;  // between slashes
    bool exclude = false;
    bool name_only = false;
    bool folder_only = false;
  };
  [[nodiscard]] const Glob* last_fitting(Paths paths, bool folder) const;

  std::vector<Glob> globs_;
  bool some_include_ = false;
};

}  // namespace personfirst
