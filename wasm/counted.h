// Which findings of a document count, as the host tells: those in lines that changed, and that its
// baseline does not know. Sifted by the command line's own code.
//
// Options:
//
//   lines   [[first, last], ..]: the lines that changed, counted from 1, rising; without, all did
//   known   [..]: indexes of findings that a baseline knows, of all that lint() finds, rising
#pragma once

#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <vector>

#include "linter/cli/fix_counted.h"
#include "linter/cli/sift.h"
#include "linter/files/changes.h"
#include "linter/linter.h"
#include "wasm/options_reader.h"

namespace personfirst::wasm {

class Counted {
 public:
  [[nodiscard]] static Counted read(OptionsReader& options);

  [[nodiscard]] bool chooses_lines() const { return changed_.has_value(); }
  [[nodiscard]] bool counts_all() const { return !changed_ && known_.empty(); }

  [[nodiscard]] Sifted sift(const Document& document, LintResult& result) const;
  // By finding: whether it touches a changed line. `result` is used up.
  [[nodiscard]] std::vector<bool> in_changed_lines(const Document& document,
                                                   LintResult& result) const;
  [[nodiscard]] CountedFix fix(const RuleSet& rules, const Document& document,
                               const LintOptions& options, FixLevel level) const;

 private:
  [[nodiscard]] Baseline baseline() const;
  [[nodiscard]] const ChangedFile* changed() const { return changed_ ? &*changed_ : nullptr; }

  std::optional<ChangedFile> changed_;
  std::vector<std::size_t> known_;
};

// As `lines` has them.
[[nodiscard]] nlohmann::json to_json(const std::vector<LineRange>& lines);

}  // namespace personfirst::wasm
