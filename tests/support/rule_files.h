// The rule files that are shipped, as they stand in rules/.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "linter/linter.h"

namespace personfirst::testing {

[[nodiscard]] inline std::vector<RuleFile> shipped_rule_files() {
  std::vector<RuleFile> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(RULES_DIR)) {
    if (entry.path().extension() != ".json" || entry.path().filename() == "schema.json") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    files.push_back({entry.path().string(),
                     {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()}});
  }
  return files;
}

}  // namespace personfirst::testing
