// A fresh rule set makes its regexes and phrase lists while many threads ask for them: all see what
// one alone sees.
#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

#include "linter/linter.h"

namespace personfirst {
namespace {

constexpr const char* kText =
    "The addict at the clinic was an alcoholic who had been clean for two years. \"Junkie\" is not "
    "a word to use.\n\n"
    "Drug abusers and heroin addicts relapsed; her urine was dirty, and the substance abuse "
    "counselor said so.\n\n"
    "As an addict myself, I went to the Journal of Substance Abuse Treatment for help with my drug "
    "habit.\n";

// One line a finding: rule, span, message, titles of fixes.
std::string findings_of(const RuleSet& rules) {
  LintOptions options;
  options.packs = {"all"};
  std::string all;
  for (const Finding& finding :
       lint(rules, make_document("text", Format::Markdown, kText), options).findings) {
    all += finding.rule + " " + std::to_string(finding.span.begin) + "-" +
           std::to_string(finding.span.end) + " " + finding.message;
    for (const Fix& fix : finding.fixes) all += " / " + fix.title;
    all += '\n';
  }
  return all;
}

TEST(Threads, FindTheSameOnAFreshRuleSet) {
  const Result<RuleSetPtr> alone = load_rules();
  ASSERT_TRUE(alone) << to_string(alone.error());
  const std::string expected = findings_of(**alone);
  ASSERT_NE(expected, "");
  for (int round = 0; round < 5; ++round) {
    const Result<RuleSetPtr> rules = load_rules();
    std::vector<std::string> found(8);
    std::vector<std::thread> threads;
    for (std::string& one : found) threads.emplace_back([&] { one = findings_of(**rules); });
    for (std::thread& thread : threads) thread.join();
    for (const std::string& one : found) EXPECT_EQ(one, expected);
  }
}

}  // namespace
}  // namespace personfirst
