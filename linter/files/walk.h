// From the paths on the command line to the files to check.
//
// Folders are walked in the order of their names' bytes, so that the order is the same everywhere.
// Met on the way, hidden files, symbolic links, files that a .gitignore names and files whose
// ending is not a text format's are passed over; what the user named is always checked.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>

#include "linter/text/globs.h"
#include "linter/result.h"

namespace personfirst {

struct Target {
  std::string path;            // as shown; "-" is standard input
  bool named = false;          // by the user, not met in a walk
  std::optional<Error> error;  // instead of a file: it cannot be checked, for this reason
};

// Returns false to end the walk.
using TargetSink = std::function<bool(Target)>;

// No paths: the current folder. A file that is named twice is given once.
void walk(std::span<const std::string> paths, const Globs& globs, const TargetSink& sink);

}  // namespace personfirst
