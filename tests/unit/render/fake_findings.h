// Findings made by hand: rendering needs no rules.
#pragma once

#include <string>
#include <vector>

#include "linter/finding.h"
#include "linter/render/format.h"
#include "linter/text/document.h"
#include "tests/support/marked.h"

namespace personfirst::testing {

struct FakeReport {
  Document document;
  std::vector<Finding> findings;
  std::vector<Suppressed> suppressed = {};
  std::vector<Finding> known = {};
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

// The same, with “use “other”” for every finding.
inline FakeReport fixable_report(const std::string& name, const std::string& marked,
                                 Severity severity = Severity::Warning) {
  FakeReport report = fake_report(name, marked, severity);
  for (Finding& finding : report.findings)
    finding.fixes = {{"use “other”", {{finding.span, "other"}}, Applicability::AskFirst}};
  return report;
}

// What a whole run prints.
inline std::string rendered(OutputFormat format, const RenderSettings& settings,
                            const std::vector<FakeReport>& reports,
                            const std::vector<Problem>& problems = {},
                            const std::vector<Error>& errors = {}) {
  const auto renderer = make_renderer(format, settings);
  const auto composer = renderer->composer();
  std::string out;
  Tally tally;
  composer->begin(out);
  for (const FakeReport& fake : reports) {
    const Report report{fake.document, fake.findings, problems, fake.suppressed, fake.known};
    composer->add(renderer->document(report), out);
    tally.add(tally_of(report));
  }
  tally.errors = errors;
  composer->end(tally, out);
  return out;
}

}  // namespace personfirst::testing
