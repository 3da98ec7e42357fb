// Stands before the command line's header of this name, whose class reads files: here the host
// compares findings with its baseline, and tells which of them are known. With it, sift and
// fix_counted of the command line are compiled for the module as they are.
#pragma once

#include <functional>
#include <span>
#include <utility>
#include <vector>

#include "linter/linter.h"

namespace personfirst {

struct Compared {
  std::vector<bool> known;  // by finding
};

// Immutable. For one thread.
class Baseline {
 public:
  // Gets what `prefer` holds, says for as many findings whether they are known.
  using Answer = std::function<std::vector<bool>(const std::vector<bool>& prefer)>;
  explicit Baseline(Answer answer) : answer_(std::move(answer)) {}

  [[nodiscard]] Compared compare(const Document&, std::span<const Finding>,
                                 const std::vector<bool>& prefer) const {
    return {answer_(prefer)};
  }

 private:
  Answer answer_;
};

}  // namespace personfirst
