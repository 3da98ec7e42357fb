#include "linter/render/renderer.h"

namespace personfirst {

void Totals::add(const Totals& other) {
  files += other.files;
  files_with_findings += other.files_with_findings;
  errors += other.errors;
  warnings += other.warnings;
  hints += other.hints;
  problems += other.problems;
  fixed_files += other.fixed_files;
  applied += other.applied;
}

Totals count(std::span<const Finding> findings, std::span<const Problem> problems) {
  Totals totals;
  totals.files = 1;
  totals.files_with_findings = findings.empty() ? 0 : 1;
  totals.problems = problems.size();
  for (const Finding& finding : findings) {
    switch (finding.severity) {
      case Severity::Error:
        ++totals.errors;
        break;
      case Severity::Warning:
        ++totals.warnings;
        break;
      case Severity::Hint:
        ++totals.hints;
        break;
    }
  }
  return totals;
}

}  // namespace personfirst
