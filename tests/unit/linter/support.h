// What the tests of the facade share: the shipped rules, and findings as marks in the text.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "linter/linter.h"
#include "tests/support/demo_rules.h"
#include "tests/support/marked.h"

namespace personfirst::testing {

inline const RuleSet& shipped_rules() {
  static const Result<RuleSetPtr> kRules = load_rules();
  return **kRules;
}

inline std::vector<Finding> findings_in(const RuleSet& rules, std::string_view text, Format format,
                                        const LintOptions& options = {}) {
  return lint(rules, make_document("text", format, std::string(text)), options).findings;
}

// The text with its findings marked.
inline std::string marked_findings(const RuleSet& rules, std::string_view text, Format format,
                                   const LintOptions& options = {}) {
  std::vector<Span> spans;
  for (const Finding& finding : findings_in(rules, text, format, options))
    spans.push_back(finding.span);
  return mark(text, spans);
}

// After `personfirst --fix` with every question answered with yes.
inline std::string fixed(const RuleSet& rules, std::string_view text, Format format,
                         const LintOptions& options = {}) {
  return fix_document(rules, make_document("text", format, std::string(text)), options,
                      FixLevel::AskFirst)
      .text;
}

}  // namespace personfirst::testing
