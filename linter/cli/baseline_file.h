// The baseline of one run: read at its start, and written at its end when that was asked for. For
// one thread; only baseline() may be used by others.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "linter/cli/baseline.h"
#include "linter/cli/options.h"

namespace personfirst {

class BaselineFile {
 public:
  [[nodiscard]] static Result<BaselineFile> open(const LintArgs& args);

  // Null when there is none.
  [[nodiscard]] const Baseline* baseline() const { return baseline_.get(); }

  void add(Compared compared);
  // For people: stale entries and renamed files.
  [[nodiscard]] std::vector<std::string> notes() const;
  // `incomplete`: something could not be checked, so that nothing is written.
  [[nodiscard]] Result<void> write(bool incomplete) const;

 private:
  std::string path_;
  bool writes_ = false, prunes_ = false;
  RuleArgs rules_;
  std::unique_ptr<const Baseline> baseline_;
  std::unique_ptr<BaselineTally> tally_;
};

}  // namespace personfirst
