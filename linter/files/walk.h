// From the paths on the command line to the files to check.
//
// What is named is taken in the order of its bytes, and so is what a folder holds: whatever the
// order in which it is named, and wherever, the order is the same. Met on the way, hidden files,
// symbolic links, files that a .gitignore names and files whose ending is not a text format's are
// passed over; what the user named is always checked.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>

#include "linter/result.h"
#include "linter/text/globs.h"

namespace personfirst {

struct Target {
  std::string path;            // as shown; "-" is standard input
  bool named = false;          // by the user, not met in a walk
  std::optional<Error> error;  // instead of a file: it cannot be checked, for this reason
};

// What else a walk may ask, by the path as shown. Files are asked for that are not hidden,
// whatever their ending; without an answer, text endings alone are wanted.
struct WalkScope {
  std::function<bool(const std::string& folder)> wants_folder;
  std::function<bool(const std::string& file, bool text_ending)> wants_file;
};

// Returns false to end the walk.
using TargetSink = std::function<bool(Target)>;

// No paths: the current folder. A file that is named twice is given once.
void walk(std::span<const std::string> paths, const Globs& globs, const TargetSink& sink,
          const WalkScope& scope = {});

}  // namespace personfirst
