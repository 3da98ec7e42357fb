// What git says has changed: the files, and their lines.
//
// Immutable once made; any thread.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "linter/result.h"

namespace personfirst {

// Lines that were added or changed, counted from 1. A line ends at "\n", as git has it.
struct LineRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;  // inclusive
};

struct ChangedFile {
  bool is_whole = false;         // all of it: a new file, or one that git does not cut into lines
  std::vector<LineRange> lines;  // sorted, disjoint
  std::optional<std::string> bytes;  // as staged; nothing: as in the work tree
};

class Changes {
 public:
  // All that was done since the branch left `revision`: commits, what is staged, the work tree, and
  // files that git does not know yet. `folder` lies in the repository.
  [[nodiscard]] static Result<Changes> since(const std::string& folder,
                                             const std::string& revision);
  // What the next commit would hold, as it stands in the index.
  [[nodiscard]] static Result<Changes> staged(const std::string& folder);

  // Null: not changed, deleted, or not in the repository.
  [[nodiscard]] const ChangedFile* find(const std::string& path) const;

 private:
  std::map<std::string, ChangedFile> files_;  // by path, absolute and without symbolic links
};

}  // namespace personfirst
