// Rules that were loaded, kept for those who ask for the same again. Loading takes some
// milliseconds, and the patterns that were made of them take more.
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "linter/linter.h"

namespace personfirst::wasm {

class RuleSets {
 public:
  // The shipped rules, and these.
  [[nodiscard]] Result<std::shared_ptr<const RuleSet>> with(const std::vector<RuleFile>& own_files);

 private:
  struct Loaded {
    std::vector<RuleFile> own_files;
    std::shared_ptr<const RuleSet> rules;
  };
  std::deque<Loaded> recent_;  // the latest first
};

}  // namespace personfirst::wasm
