#include "linter/cli/document_report.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace personfirst {

DocumentReport::DocumentReport(const LintJob& job, const Document& document, const RuleSet& rules,
                               bool silently, const GiveOutcome& give)
    : job_(job),
      document_(document),
      rules_(job.rule_lists.of(rules)),
      silently_(silently),
      give_(give),
      tally_(document.name) {
  for (const Renderer* renderer : job_.renderers) {
    parts_.push_back(renderer->parts(document));
    if (parts_.back()) continue;
    parts_.clear();
    break;
  }
}

bool DocumentReport::add(const LintResult& part, std::span<const Finding> known, bool is_last) {
  return add(Report{.document = document_,
                    .findings = part.findings,
                    .problems = part.problems,
                    .suppressed = part.suppressed,
                    .known = known,
                    .rules = rules_},
             is_last);
}

void DocumentReport::add_all(const LintResult& result, std::span<const Finding> known) {
  std::span<const Finding> findings = result.findings;
  std::span<const Problem> problems = result.problems;
  while (may_come_in_parts() && findings.size() > kFindingsInPart) {
    const Report part{.document = document_,
                      .findings = findings.first(kFindingsInPart),
                      .problems = problems,
                      .rules = rules_};
    if (!add(part, false)) return;
    findings = findings.subspan(kFindingsInPart);
    problems = {};
  }
  const Report rest{.document = document_,
                    .findings = findings,
                    .problems = problems,
                    .suppressed = result.suppressed,
                    .known = known,
                    .rules = rules_};
  static_cast<void>(add(rest, true));
}

void DocumentReport::finish(LintOutcome& outcome) {
  outcome.pieces = std::move(last_.pieces);
  outcome.rules = rules_;
  outcome.tally.add(tally_.tally());
  outcome.worst = last_.worst;
  outcome.rule_counts = std::move(last_.rule_counts);
}

bool DocumentReport::add(const Report& part, bool is_last) {
  std::vector<Rendered> pieces = render(part, is_last);
  tally_.add(part);
  count(part.findings);
  if (is_last) {
    last_.pieces = std::move(pieces);
    return true;
  }
  LintOutcome outcome;
  outcome.pieces = std::move(pieces);
  outcome.rules = rules_;
  outcome.is_last = false;
  began_ = true;
  return give_(std::move(outcome));
}

void DocumentReport::count(std::span<const Finding> findings) {
  for (const Finding& finding : findings) {
    last_.worst = std::max(last_.worst.value_or(Severity::Hint), finding.severity);
    if (job_.count_rules) ++last_.rule_counts[{finding.rule, finding.severity}];
  }
}

std::vector<Rendered> DocumentReport::render(const Report& part, bool is_last) {
  std::vector<Rendered> pieces;
  for (std::size_t i = 0; i < job_.renderers.size(); ++i) {
    if (silently_ && i == 0) {
      pieces.emplace_back();
    } else if (may_come_in_parts()) {
      pieces.push_back(parts_[i]->part(part, is_last));
    } else {
      pieces.push_back(job_.renderers[i]->document(part));
    }
  }
  return pieces;
}

}  // namespace personfirst
