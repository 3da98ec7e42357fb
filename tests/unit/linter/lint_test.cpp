// What lint() promises whatever the rules: messages, order, problems, the same answer every time
// and in every thread.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "linter/engine/fold.h"
#include "tests/unit/linter/support.h"

namespace personfirst {
namespace {

// Everything about findings, as text.
std::string described(const std::vector<Finding>& findings) {
  std::string out;
  for (const Finding& finding : findings) {
    out += finding.rule + " " + std::string(to_string(finding.severity)) + " " +
           std::string(to_string(finding.context)) + " " + std::to_string(finding.span.begin) +
           "-" + std::to_string(finding.span.end) + " " + finding.message + "\n";
    for (const Fix& fix : finding.fixes) {
      out += "  " + fix.title + " " + std::string(to_string(fix.applicability));
      for (const Edit& edit : fix.edits) {
        out += " [" + std::to_string(edit.span.begin) + "-" + std::to_string(edit.span.end) + " " +
               edit.text + "]";
      }
      out += "\n";
    }
  }
  return out;
}

constexpr std::string_view kText =
    "# Helping addicts\n\n"
    "The **drug** abuser met an alcoholic\u2019s friends. He said \u201Ca junkie came\u201D and "
    "she got clean from heroin.\n\n"
    "- I'm an addict.\n- Heroin addicts' families wait.\n\n"
    "> Substance abuse is common.\n\n"
    "The word \u201Cjunkie\u201D hurts. Dirty urine was found; the test was dirty.\n";

TEST(Lint, SaysWhatItFound) {
  const auto findings = testing::findings_in(
      testing::demo_rules(), "A heroin-junkie\u2019s friend came.", Format::PlainText);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].rule, "demo/substance-junkie");
  EXPECT_EQ(findings[0].message, "“heroin-junkie's” is unkind.");
  EXPECT_EQ(findings[0].note, "It hurts.");
  EXPECT_EQ(findings[0].sources, std::vector<std::string>{"guide"});
}

TEST(Lint, NamesTheWordsAsAReaderSeesThem) {
  const auto findings = testing::findings_in(testing::demo_rules(),
                                             "A Heroin\n  junk\u00ADie came.", Format::PlainText);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].message, "“Heroin junkie” is unkind.");
}

TEST(Lint, TakesThePossessiveWithAPersonOnly) {
  const auto check = [](std::string_view marked) {
    EXPECT_EQ(testing::marked_findings(testing::demo_rules(), testing::unmark(marked).text,
                                       Format::PlainText),
              marked);
  };
  check("The [[junkie's]] friend and the [[junkies']] friends.");
  check("The [[drug abuse]]'s end.");
  check("He said '[[junkies]]' twice.");
  check("It was the [[junkies]]'.");
}

TEST(Lint, LeavesAloneWhatIsInsideAMention) {
  const auto check = [](std::string_view marked) {
    EXPECT_EQ(testing::marked_findings(testing::demo_rules(), testing::unmark(marked).text,
                                       Format::PlainText),
              marked);
  };
  check("The word heroin junkie hurts.");
  check("Avoid \u201Cheroin junkie\u201D in headlines.");
  check("The word hurts; a [[heroin junkie]] came.");
}

TEST(Lint, SortsFindingsThatDoNotOverlap) {
  const auto findings = testing::findings_in(testing::shipped_rules(), kText, Format::Markdown);
  ASSERT_GT(findings.size(), 5U);
  for (std::size_t i = 1; i < findings.size(); ++i)
    EXPECT_LE(findings[i - 1].span.end, findings[i].span.begin);
}

TEST(Lint, MarksBytesThatFoldToTheMatch) {
  const auto check = [](std::string_view marked, std::string_view match) {
    const testing::Marked unmarked = testing::unmark(marked);
    const auto findings =
        testing::findings_in(testing::demo_rules(), unmarked.text, Format::PlainText);
    ASSERT_EQ(findings.size(), 1U) << marked;
    EXPECT_EQ(testing::mark(unmarked.text, {findings[0].span}), marked);
    EXPECT_EQ(fold_lower(slice(unmarked.text, findings[0].span)), match);
  };
  check("A [[heroin\u00A0junkie]] came.", "heroin junkie");
  check("A [[jun\u00ADkie\u2019s]] friend.", "junkie's");
  check("A [[\uFF4A\uFF55\uFF4E\uFF4B\uFF49\uFF45]] came.", "junkie");
  check("A [[heroin \n  junkie]] came.", "heroin junkie");
}

TEST(Lint, GivesTheSameAnswerEveryTime) {
  const std::string first =
      described(testing::findings_in(testing::shipped_rules(), kText, Format::Markdown));
  EXPECT_NE(first, "");
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(described(testing::findings_in(testing::shipped_rules(), kText, Format::Markdown)),
              first);
  }
}

TEST(Lint, GivesTheSameAnswerInThreadsThatShareTheRules) {
  const Result<RuleSetPtr> rules =
      load_rules();  // of its own: regexes compile on first use, so here in the threads
  ASSERT_TRUE(rules.has_value());
  constexpr std::size_t kThreads = 4;
  std::vector<std::string> answers(kThreads);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < kThreads; ++i) {
    threads.emplace_back(
        [&, i] { answers[i] = described(testing::findings_in(**rules, kText, Format::Markdown)); });
  }
  for (std::thread& thread : threads) thread.join();
  const std::string expected =
      described(testing::findings_in(testing::shipped_rules(), kText, Format::Markdown));
  for (const std::string& answer : answers) EXPECT_EQ(answer, expected);
}

TEST(Lint, SaysThatItHasNoRulesForALanguage) {
  const Document document = make_document("text", Format::PlainText, "Un junkie.", "fr");
  const LintResult result = lint(testing::demo_rules(), document, {});
  EXPECT_TRUE(result.findings.empty());
  ASSERT_EQ(result.problems.size(), 1U);
  EXPECT_EQ(result.problems[0].code, "no-rules-for-language");
  EXPECT_EQ(result.problems[0].message, "there are no rules for the language “fr”");
}

TEST(Lint, HandsOnTheProblemsOfTheDocument) {
  const Document document = make_document("text", Format::PlainText, "A junkie \xFF came.");
  const LintResult result = lint(testing::demo_rules(), document, {});
  EXPECT_EQ(result.findings.size(), 1U);
  ASSERT_EQ(result.problems.size(), 1U);
  EXPECT_EQ(result.problems[0].code, "ill-formed-utf8");
}

TEST(Rules, AreListedWithWhatPeopleMayRead) {
  const auto rules = list_rules(testing::demo_rules());
  ASSERT_EQ(rules.size(), 9U);
  EXPECT_EQ(rules[0].id, "chart/denies");
  EXPECT_EQ(rules[0].pack, "clinical");
  const RuleInfo& junkie = rules[4];
  EXPECT_EQ(junkie.id, "demo/junkie");
  EXPECT_EQ(junkie.advice, "Name the person first.");
  EXPECT_EQ(junkie.suggestions, (std::vector<std::string>{"person who uses drugs",
                                                          "person with a substance use disorder"}));
  EXPECT_EQ(rules[8].suggestions,
            (std::vector<std::string>{"person with (substance)", "person who uses (substance)"}));
  EXPECT_FALSE(rules[6].on_by_default);
  const auto sources = list_sources(testing::demo_rules());
  ASSERT_EQ(sources.size(), 1U);
  EXPECT_EQ(sources[0].url, "https://example.org/guide");
}

}  // namespace
}  // namespace personfirst
