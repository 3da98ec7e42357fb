#include "linter/lint_results.h"

#include <algorithm>

namespace personfirst {
namespace {

void move_by(Span& span, std::uint32_t by) {
  span.begin += by;
  span.end += by;
}

bool same_edit(const Edit& a, const Edit& b) { return a.span == b.span && a.text == b.text; }

bool same_fix(const Fix& a, const Fix& b) {
  return a.title == b.title && a.applicability == b.applicability &&
         std::ranges::equal(a.edits, b.edits, same_edit);
}

bool same_finding(const Finding& a, const Finding& b) {
  return a.span == b.span && a.severity == b.severity && a.context == b.context &&
         a.rule == b.rule && a.message == b.message && a.note == b.note && a.sources == b.sources &&
         std::ranges::equal(a.fixes, b.fixes, same_fix);
}

bool same_suppressed(const Suppressed& a, const Suppressed& b) {
  return a.directive == b.directive && a.reason == b.reason && same_finding(a.finding, b.finding);
}

bool same_problem(const Problem& a, const Problem& b) {
  return a.span == b.span && a.code == b.code && a.message == b.message;
}

template <typename List>
void append_moved(List& whole, const List& part, std::uint32_t by) {
  for (const auto& one : part) {
    whole.push_back(one);
    personfirst::move_by(whole.back(), by);
  }
}

}  // namespace

void move_by(Finding& finding, std::uint32_t by) {
  move_by(finding.span, by);
  for (Fix& fix : finding.fixes) {
    for (Edit& edit : fix.edits) move_by(edit.span, by);
  }
}

void move_by(Suppressed& suppressed, std::uint32_t by) {
  move_by(suppressed.finding, by);
  move_by(suppressed.directive, by);
}

void move_by(Problem& problem, std::uint32_t by) { move_by(problem.span, by); }

void move_by(LintResult& result, std::uint32_t by) {
  for (Finding& one : result.findings) move_by(one, by);
  for (Suppressed& one : result.suppressed) move_by(one, by);
  for (Problem& one : result.problems) move_by(one, by);
}

void append(LintResult& whole, const LintResult& part, std::uint32_t by) {
  append_moved(whole.findings, part.findings, by);
  append_moved(whole.suppressed, part.suppressed, by);
  append_moved(whole.problems, part.problems, by);
}

bool are_equal(const LintResult& a, const LintResult& b) {
  return std::ranges::equal(a.findings, b.findings, same_finding) &&
         std::ranges::equal(a.suppressed, b.suppressed, same_suppressed) &&
         std::ranges::equal(a.problems, b.problems, same_problem);
}

}  // namespace personfirst
