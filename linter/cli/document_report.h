// What is said of one document: its findings, rendered for every output and counted, in as many
// parts as they come in.
//
// So that neither a million findings nor what is said of them are in memory together. For one
// thread; all that it is given must outlive it.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "linter/cli/lint_file.h"
#include "linter/render/renderer.h"

namespace personfirst {

class DocumentReport {
 public:
  // `silently`: standard output holds something else. `give` gets the parts before the last.
  DocumentReport(const LintJob& job, const Document& document, const RuleSet& rules, bool silently,
                 const GiveOutcome& give);

  // False: there is a format that needs all at once.
  [[nodiscard]] bool may_come_in_parts() const { return !parts_.empty(); }
  // Has a part been given away?
  [[nodiscard]] bool began() const { return began_; }

  // As PartRenderer::part(). False: the rest is not wanted. The last part, and what all came to,
  // are in finish().
  [[nodiscard]] bool add(const LintResult& part, std::span<const Finding> known, bool is_last);
  // All at once, but in several parts where there is much.
  void add_all(const LintResult& result, std::span<const Finding> known);
  void finish(LintOutcome& outcome);

 private:
  [[nodiscard]] bool add(const Report& part, bool is_last);
  void count(std::span<const Finding> findings);
  [[nodiscard]] std::vector<Rendered> render(const Report& part, bool is_last);

  const LintJob& job_;
  const Document& document_;
  const RuleList* rules_;
  bool silently_;
  const GiveOutcome& give_;
  std::vector<std::unique_ptr<PartRenderer>> parts_;  // by renderer, or none
  DocumentTally tally_;
  LintOutcome last_;
  bool began_ = false;
};

}  // namespace personfirst
