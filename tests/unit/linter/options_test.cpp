// What a project may choose: its own wording, phrases, voice, spelling, and how much quotations
// weigh.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "tests/unit/linter/support.h"

namespace personfirst {
namespace {

// With the rules of the demo.
void check(const LintOptions& options, std::string_view marked, std::string_view expected) {
  const testing::Marked unmarked = testing::unmark(marked);
  EXPECT_EQ(
      testing::marked_findings(testing::demo_rules(), unmarked.text, Format::PlainText, options),
      marked);
  EXPECT_EQ(testing::fixed(testing::demo_rules(), unmarked.text, Format::PlainText, options),
            expected);
}

std::string first_title(const RuleSet& rules, std::string_view text, const LintOptions& options) {
  const auto findings = testing::findings_in(rules, text, Format::PlainText, options);
  return findings.empty() || findings[0].fixes.empty() ? "" : findings[0].fixes[0].title;
}

TEST(HouseStyle, ComesFirst) {
  LintOptions options;
  check(options, "Two [[junkies]] came.", "Two people who use drugs came.");
  options.preferred["demo/junkie"] = "people with a substance use disorder";
  check(options, "Two [[junkies]] came.", "Two people with a substance use disorder came.");
}

TEST(HouseStyle, MayBeTheBeginningOfTheWords) {
  LintOptions options;
  options.preferred["demo/junkie"] = "person with";
  check(options, "One [[junkie]] came.", "One person with a substance use disorder came.");
}

TEST(HouseStyle, ChangesNothingWhereItFitsNoSuggestion) {
  LintOptions options;
  options.preferred["demo/junkie"] = "guest";
  options.preferred["demo/nothing"] = "guest";
  check(options, "Two [[junkies]] came.", "Two people who use drugs came.");
}

TEST(HouseStyle, StillAsksFirst) {
  LintOptions options;
  options.preferred["demo/junkie"] = "person with";
  EXPECT_EQ(first_title(testing::demo_rules(), "One junkie came.", options),
            "use “person with a substance use disorder” (if a diagnosis is stated)");
}

TEST(AllowedPhrases, AreNeverFound) {
  LintOptions options;
  options.allowed_phrases = {"Junkie Friday"};
  check(options, "At junkie friday a [[junkie]] came.",
        "At junkie friday a person who uses drugs came.");
}

TEST(Voice, OfRecoveryGroupsKeepsTheirWords) {
  LintOptions options;
  check(options, "A [[sober man]] came.", "A man in recovery came.");
  options.voice = Voice::MutualAid;
  check(options, "A sober man came.", "A sober man came.");
  check(options, "A [[junkie]] came.", "A person who uses drugs came.");
}

TEST(Voice, OfRecoveryGroupsKeepsTheirWordsInTheShippedRules) {
  LintOptions options;
  options.voice = Voice::MutualAid;
  EXPECT_EQ(testing::marked_findings(testing::shipped_rules(), "He is an alcoholic.",
                                     Format::PlainText, options),
            "He is an alcoholic.");
  EXPECT_EQ(
      testing::marked_findings(testing::shipped_rules(), "He is an alcoholic.", Format::PlainText),
      "He is an [[alcoholic]].");
}

void check_quotation(Severity chosen, Severity expected) {
  LintOptions options;
  options.quotation_severity = chosen;
  for (const std::string_view text : {"He said “a junkie came”.", "I am a junkie."}) {
    const auto findings =
        testing::findings_in(testing::demo_rules(), text, Format::PlainText, options);
    ASSERT_EQ(findings.size(), 1U) << text;
    EXPECT_EQ(to_string(findings[0].severity), to_string(expected)) << text;
  }
}

TEST(QuotationSeverity, IsChosen) {
  check_quotation(Severity::Hint, Severity::Hint);
  check_quotation(Severity::Warning, Severity::Warning);
  check_quotation(Severity::Error, Severity::Error);
}

TEST(QuotationSeverity, NeverRaisesARule) {
  LintOptions options;
  options.quotation_severity = Severity::Error;
  const auto findings = testing::findings_in(testing::demo_rules(), "He said “the MAT came”.",
                                             Format::PlainText, options);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(to_string(findings[0].severity), "hint");
}

TEST(MinSeverity, LooksAtWhatIsReported) {
  LintOptions options;
  options.min_severity = Severity::Warning;
  check(options, "He said “a junkie came” and a [[junkie]] left.",
        "He said “a junkie came” and a person who uses drugs left.");
}

// With a rule whose suggestion has another spelling in the UK.
void check_spelling(Spelling spelling, std::string_view text, std::string_view expected) {
  const auto set = testing::compile_with_demo_lexicon(
      {{"rule.json", R"json({"language": "en", "pack": "core", "topic": "test",
    "rules": [{"id": "test/rule", "severity": "error", "pos": "thing", "message": "m", "note": "n", "sources": ["guide"],
    "flag": [{"in": "[[x]]"}], "pass": ["y"], "patterns": ["scheme"], "suggest": [{"text": "program"}]}]})json"}});
  ASSERT_TRUE(set.has_value());
  LintOptions options;
  options.spelling = spelling;
  EXPECT_EQ(testing::fixed(**set, text, Format::PlainText, options), expected);
}

TEST(Spelling, FollowsTheText) {
  check_spelling(Spelling::FromText, "The scheme grew.", "The program grew.");
  check_spelling(Spelling::FromText, "The scheme grew.\n\nIt has a new colour.",
                 "The programme grew.\n\nIt has a new colour.");
  check_spelling(Spelling::FromText, "The NHS scheme grew.", "The NHS programme grew.");
}

TEST(Spelling, MayBeChosen) {
  check_spelling(Spelling::Uk, "The scheme grew.", "The programme grew.");
  check_spelling(Spelling::Us, "The scheme has a new colour.", "The program has a new colour.");
}

}  // namespace
}  // namespace personfirst
