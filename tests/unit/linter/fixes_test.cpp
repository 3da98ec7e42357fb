// Which fixes a finding has, which may be applied unasked, and what applying them does to a text.
// With the demo rules.
#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/lint_results.h"
#include "tests/unit/linter/support.h"

namespace personfirst {
namespace {

// "automatic: use “x”; display-only: advice" for the only finding of a text.
void check(std::string_view text, std::string_view expected, Format format = Format::PlainText) {
  const auto findings = testing::findings_in(testing::demo_rules(), text, format);
  ASSERT_EQ(findings.size(), 1U) << text;
  std::string fixes;
  for (const Fix& fix : findings[0].fixes) {
    if (!fixes.empty()) fixes += "; ";
    fixes += std::string(to_string(fix.applicability)) + ": " + fix.title;
    EXPECT_EQ(fix.edits.empty(), fix.applicability == Applicability::DisplayOnly) << text;
  }
  EXPECT_EQ(fixes, expected) << text;
}

TEST(Fixes, AreAutomaticOnlyWhereTheRuleSaysSo) {
  check("His drug abuse ended.", "automatic: use “drug use”");
  check("He abused heroin.", "ask-first: use “took heroin”");
}

TEST(Fixes, AreAlternativesWithAdviceLast) {
  check("A junkie came.",
        "ask-first: use “person who uses drugs”; "
        "ask-first: use “person with a substance use disorder” (if a diagnosis is stated); "
        "display-only: Name the person first.");
}

TEST(Fixes, SayWhatTheyState) {
  check("A sober man came.", "ask-first: use “man in recovery” (if the person says so)");
}

TEST(Fixes, KeepTheSubstance) {
  check("A crystal meth junkie came.",
        "ask-first: use “person with methamphetamine use disorder” (if a diagnosis is stated); "
        "ask-first: use “person who uses methamphetamine”");
  check("His opioids abuse ended.", "automatic: use “opioid use”");
}

TEST(Fixes, AreLeftOutWhereTheLexiconLacksTheWord) { check("Her heroin abuse ended.", ""); }

TEST(Fixes, AreAskedFirstWhereMarkupIsCrossed) {
  check("His drug **abuse** ended.", "ask-first: use “drug use”", Format::Markdown);
}

TEST(Fixes, AreOnlyShownWhereTheyWouldBreakSomething) {
  check("The heroin junkie behavior stayed.",
        "display-only: use “person with opioid use disorder” (if a diagnosis is stated); "
        "display-only: use “person who uses heroin”");
  check("A drug-abuse-free town.", "display-only: use “drug use”");
  check("He said “drug abuse ended”.", "display-only: use “drug use”");
  check("His [drug](x) abuse ended.", "display-only: use “drug use”", Format::Markdown);
}

// What the same words were replaced with before says nothing about their next place.
TEST(Fixes, AreTheSameBesideTheSameWordsElsewhere) {
  const std::vector<std::string> texts = {"She is a junkie.",
                                          "She was, a junkie said, a junkie.",
                                          "Junkies came.",
                                          "JUNKIES CAME.",
                                          "A Junkie Came To Town",
                                          "The junkie's brother left.",
                                          "Junkie behavior stayed.",
                                          "An alcoholic came.",
                                          "He became an alcoholic.",
                                          "They are alcoholics.",
                                          "He was abused.",
                                          "He abused heroin.",
                                          "He had abused heroin.",
                                          "Heroin was abused.",
                                          "He abuses heroin.",
                                          "Abusing heroin hurts.",
                                          "His drug abuse ended.",
                                          "A drug-abuse-free town.",
                                          "His opioids abuse ended.",
                                          "A sober man came.",
                                          "His addicted father left.",
                                          "Her addicted parents left."};
  for (const RuleSet* rules : {&testing::demo_rules(), &testing::shipped_rules()}) {
    for (const std::string& before : texts) {
      for (const std::string& text : texts) {
        const std::string both = before + "\n\n" + text;
        const auto offset = static_cast<std::uint32_t>(before.size()) + 2;
        LintResult alone, behind;
        alone.findings = testing::findings_in(*rules, text, Format::PlainText);
        for (Finding& one : testing::findings_in(*rules, both, Format::PlainText)) {
          if (one.span.begin >= offset) behind.findings.push_back(std::move(one));
        }
        move_by(alone, offset);
        EXPECT_TRUE(are_equal(alone, behind)) << both;
      }
    }
  }
}

TEST(Fixes, MayBeAdviceAlone) {
  check("At the clinic he was dirty.", "display-only: Say what the test found.");
}

void check_applied(std::string_view text, FixLevel level, std::string_view expected,
                   std::size_t applied) {
  const Document document = make_document("text", Format::PlainText, std::string(text));
  const auto findings = lint(testing::demo_rules(), document, {}).findings;
  const FixedText fixed = apply_fixes(document, findings, level);
  EXPECT_EQ(fixed.text, expected);
  EXPECT_EQ(fixed.applied, applied) << text;
}

TEST(ApplyFixes, AppliesWhatTheLevelAllows) {
  constexpr std::string_view kText = "A junkie came; his drug abuse ended.";
  check_applied(kText, FixLevel::Automatic, "A junkie came; his drug use ended.", 1);
  check_applied(kText, FixLevel::AskFirst, "A person who uses drugs came; his drug use ended.", 2);
}

TEST(ApplyFixes, LeavesTextsWithoutFixesAlone) {
  check_applied("Nobody came.", FixLevel::AskFirst, "Nobody came.", 0);
  check_applied("At the clinic he was dirty.", FixLevel::AskFirst, "At the clinic he was dirty.",
                0);
}

TEST(ApplyFixes, LeavesOutEditsThatOverlap) {
  const Document document = make_document("text", Format::PlainText, "one two three");
  const auto finding = [](Span span, std::string text) {
    Finding made;
    made.span = span;
    made.fixes = {{"use it", {{span, std::move(text)}}, Applicability::Automatic}};
    return made;
  };
  const std::vector<Finding> findings = {finding({0, 7}, "1"), finding({4, 13}, "2"),
                                         finding({8, 13}, "3")};
  const FixedText fixed = apply_fixes(document, findings, FixLevel::Automatic);
  EXPECT_EQ(fixed.text, "1 3");
  EXPECT_EQ(fixed.applied, 2U);
}

TEST(ApplyFixes, TakesTheFirstAlternativeOrNone) {
  const Document document = make_document("text", Format::PlainText, "one");
  Finding finding;
  finding.span = {0, 3};
  finding.fixes = {{"advice", {}, Applicability::DisplayOnly},
                   {"ask", {{{0, 3}, "1"}}, Applicability::AskFirst},
                   {"unasked", {{{0, 3}, "2"}}, Applicability::Automatic}};
  EXPECT_EQ(apply_fixes(document, std::vector{finding}, FixLevel::Automatic).text, "one");
  EXPECT_EQ(apply_fixes(document, std::vector{finding}, FixLevel::AskFirst).text, "1");
}

TEST(FixDocument, GoesOnUntilNothingIsLeft) {
  const Document document =
      make_document("text", Format::PlainText, "Two junkies and their drug abuse.");
  const FixedText fixed = fix_document(testing::demo_rules(), document, {}, FixLevel::AskFirst);
  EXPECT_EQ(fixed.text, "Two people who use drugs and their drug use.");
  EXPECT_EQ(fixed.applied, 2U);
}

TEST(FixDocument, EndsWithRulesThatFeedEachOther) {
  const auto rule = [](const char* id, const char* from, const char* to) {
    return RuleFile{id, std::string(R"({"language": "en", "pack": "core", "topic": ")") + id +
                            R"(", "rules": [{"id": ")" + id +
                            R"(/r", "severity": "error", "pos": "thing", "message": "m",
      "note": "n", "sources": ["guide"], "flag": [{"in": "[[x]]"}], "pass": ["y"], "patterns": [")" +
                            from + R"("], "suggest": [{"text": ")" + to + R"("}]}]})"};
  };
  const auto set = testing::compile_with_demo_lexicon(
      {rule("one", "scheme", "plot"), rule("two", "plot", "scheme")});
  ASSERT_TRUE(set.has_value()) << to_string(set.error());
  const FixedText fixed = fix_document(
      **set, make_document("text", Format::PlainText, "The scheme grew."), {}, FixLevel::AskFirst);
  EXPECT_EQ(fixed.text, "The scheme grew.");
  EXPECT_EQ(fixed.applied, 8U);
}

}  // namespace
}  // namespace personfirst
