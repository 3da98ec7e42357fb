// Everything that a result says, as text: to compare two of them, and to read a failure.
#pragma once

#include <string>

#include "linter/linter.h"

namespace personfirst::testing {

[[nodiscard]] inline std::string written(const LintResult& result) {
  std::string out;
  const auto span = [&](Span one) {
    out += " [" + std::to_string(one.begin) + "," + std::to_string(one.end) + ")";
  };
  const auto finding = [&](const Finding& one) {
    out += one.rule + " " + std::string(to_string(one.severity)) + " " +
           std::string(to_string(one.context));
    span(one.span);
    out += " " + one.message + " / " + one.note;
    for (const std::string& source : one.sources) out += " " + source;
    for (const Fix& fix : one.fixes) {
      out += "\n    " + fix.title + " " + std::string(to_string(fix.applicability));
      for (const Edit& edit : fix.edits) {
        span(edit.span);
        out += edit.text;
      }
    }
    out += "\n";
  };
  for (const Finding& one : result.findings) finding(one);
  for (const Suppressed& one : result.suppressed) {
    out += "suppressed";
    span(one.directive);
    out += one.reason + " ";
    finding(one.finding);
  }
  for (const Problem& one : result.problems) {
    out += one.code + " " + one.message;
    span(one.span);
    out += "\n";
  }
  return out;
}

}  // namespace personfirst::testing
