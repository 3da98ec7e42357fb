#include "linter/render/renderer.h"

#include <iterator>
#include <utility>

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

void Counts::add(Severity severity) {
  switch (severity) {
    case Severity::Error:
      ++errors;
      break;
    case Severity::Warning:
      ++warnings;
      break;
    case Severity::Hint:
      ++hints;
      break;
  }
}

void Counts::add(const Counts& other) {
  errors += other.errors;
  warnings += other.warnings;
  hints += other.hints;
}

Totals count(std::span<const Finding> findings, std::span<const Problem> problems) {
  Counts counts;
  for (const Finding& finding : findings) counts.add(finding.severity);
  Totals totals;
  totals.files = 1;
  totals.files_with_findings = findings.empty() ? 0 : 1;
  totals.errors = counts.errors;
  totals.warnings = counts.warnings;
  totals.hints = counts.hints;
  totals.problems = problems.size();
  return totals;
}

void Tally::add(Tally other) {
  totals.add(other.totals);
  for (const auto& [rule, counts] : other.rules) rules[rule].add(counts);
  std::move(other.documents.begin(), other.documents.end(), std::back_inserter(documents));
  suppressed += other.suppressed;
  known += other.known;
  std::move(other.errors.begin(), other.errors.end(), std::back_inserter(errors));
}

Tally tally_of(const Report& report) {
  DocumentTally tally(report.document.name);
  tally.add(report);
  return tally.tally();
}

void DocumentTally::add(const Report& part) {
  tally_.totals.problems += part.problems.size();
  tally_.suppressed += part.suppressed.size();
  tally_.known += part.known.size();
  for (const Finding& finding : part.findings) {
    tally_.rules[finding.rule].add(finding.severity);
    counts_.add(finding.severity);
  }
  for (const Suppressed& one : part.suppressed) tally_.rules[one.finding.rule];
  for (const Finding& finding : part.known) tally_.rules[finding.rule];
}

Tally DocumentTally::tally() const {
  Tally tally = tally_;
  tally.totals.files = 1;
  tally.totals.files_with_findings = counts_.all() > 0 ? 1 : 0;
  tally.totals.errors = counts_.errors;
  tally.totals.warnings = counts_.warnings;
  tally.totals.hints = counts_.hints;
  if (counts_.all() > 0) tally.documents.push_back({name_, counts_});
  return tally;
}

}  // namespace personfirst
