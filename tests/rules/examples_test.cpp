// Every shipped rule keeps the promises of its own examples. One test a rule, so that a failure
// names it.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "linter/linter.h"

namespace personfirst {
namespace {

// What is wrong, by rule id. Checked once for all tests.
struct Outcome {
  std::string load_error;
  std::vector<std::string> ids;
  std::map<std::string, std::string> failures;
};

// "rules/en/people.json: people/addict: flag[2]" -> "people/addict".
std::string rule_of(const std::string& where) {
  const auto begin = where.find(": ");
  if (begin == std::string::npos) return where;
  const auto end = where.find(": ", begin + 2);
  return where.substr(begin + 2, end == std::string::npos ? end : end - begin - 2);
}

Outcome run_examples() {
  Outcome outcome;
  const Result<RuleSetPtr> rules = load_rules({}, LoadExamples::Yes);
  if (!rules) {
    outcome.load_error = to_string(rules.error());
    return outcome;
  }
  for (const RuleInfo& rule : list_rules(**rules)) outcome.ids.push_back(rule.id);
  for (const Error& error : check_examples(**rules)) {
    outcome.failures[rule_of(error.where)] += to_string(error) + "\n";
  }
  return outcome;
}

const Outcome& outcome() {
  static const Outcome kOutcome = run_examples();
  return kOutcome;
}

TEST(ShippedRules, Load) {
  EXPECT_EQ(outcome().load_error, "");
  EXPECT_FALSE(outcome().ids.empty());
}

TEST(ShippedRules, AreNamedByEveryFailure) {
  for (const auto& [rule, what] : outcome().failures) {
    EXPECT_NE(std::find(outcome().ids.begin(), outcome().ids.end(), rule), outcome().ids.end())
        << what;
  }
}

class RuleExamples : public testing::TestWithParam<std::string> {};

TEST_P(RuleExamples, Hold) {
  const auto failure = outcome().failures.find(GetParam());
  if (failure != outcome().failures.end()) ADD_FAILURE() << failure->second;
}

// Test names hold letters, digits and underscores only.
std::string test_name(const testing::TestParamInfo<std::string>& rule) {
  std::string name = rule.param;
  std::replace(name.begin(), name.end(), '/', '_');
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(RuleExamples);
INSTANTIATE_TEST_SUITE_P(Shipped, RuleExamples, testing::ValuesIn(outcome().ids), test_name);

}  // namespace
}  // namespace personfirst
