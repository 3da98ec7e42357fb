// C++ files as the layer test sees them: their path from the root, their include lines, their code
// without comments.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace personfirst::layers {

struct Include {
  std::string path;  // "linter/text/span.h", "re2/re2.h"
  bool quoted = false;
};

struct SourceFile {
  std::vector<Include> includes;
  std::string code;  // comments, include lines and the insides of string literals are blank
  std::vector<std::string> literals;  // the insides of string literals, escapes as written
  bool has_pragma_once = false;
};

using SourceTree = std::map<std::string, SourceFile, std::less<>>;  // by path from the root

[[nodiscard]] SourceFile read_source(std::string_view text);

// Every .h and .cpp below `root`/folder, without what npm or a build put there.
[[nodiscard]] SourceTree read_tree(const std::string& root,
                                   const std::vector<std::string>& folders);

}  // namespace personfirst::layers
