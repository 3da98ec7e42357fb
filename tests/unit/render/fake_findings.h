// Findings made by hand: rendering needs no rules.
#pragma once

#include <string>
#include <vector>

#include "linter/finding.h"
#include "linter/text/document.h"
#include "tests/support/marked.h"

namespace personfirst::testing {

struct FakeReport {
  Document document;
  std::vector<Finding> findings;
};

// A finding at each [[mark]] of the text.
inline FakeReport fake_report(const std::string& name, const std::string& marked,
                              Severity severity = Severity::Warning) {
  const Marked input = unmark(marked);
  FakeReport report{make_document(name, format_of_name(name), input.text), {}};
  for (const Span span : input.spans) {
    Finding finding;
    finding.rule = "demo/word";
    finding.severity = severity;
    finding.span = span;
    finding.message = "“" + std::string(slice(input.text, span)) + "” is a demonstration.";
    report.findings.push_back(std::move(finding));
  }
  return report;
}

}  // namespace personfirst::testing
