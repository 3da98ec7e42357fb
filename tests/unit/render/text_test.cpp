// What people see at a terminal.
#include "linter/render/text.h"

#include <gtest/gtest.h>

#include "fake_findings.h"

namespace personfirst {
namespace {

using testing::fake_report;
using testing::FakeReport;
using testing::fixable_report;

struct Style {
  bool color = false;
  bool only_findings = false;
  bool redact = false;
};

std::string rendered(const FakeReport& report, Style style = {},
                     const std::vector<Problem>& problems = {}) {
  RenderSettings settings;
  settings.only_findings = style.only_findings;
  settings.redact = style.redact;
  return make_text_renderer(settings, style.color)
      ->document({report.document, report.findings, problems})
      .text;
}

void check(const FakeReport& report, const std::string& expected) {
  EXPECT_EQ(rendered(report), expected);
}

TEST(TextOutput, NamesPlaceSeverityMessageAndRuleAndShowsTheLine) {
  check(
      fake_report("docs/a.md", "First line.\n\nHe met an [[old friend]] then.\n", Severity::Error),
      "docs/a.md:3:11: error: “old friend” is a demonstration. [demo/word]\n"
      "  3 | He met an old friend then.\n"
      "    |           ^~~~~~~~~~\n"
      "\n");
}

TEST(TextOutput, ListsSuggestionsAndAdvice) {
  FakeReport report = fake_report("a.txt", "an [[x]]");
  report.findings[0].fixes = {{"use “y”", {{{3, 4}, "y"}}, Applicability::Automatic},
                              {"use “z” (if that is so)", {{{3, 4}, "z"}}, Applicability::AskFirst},
                              {"say what you mean", {}, Applicability::DisplayOnly}};
  check(report,
        "a.txt:1:4: warning: “x” is a demonstration. [demo/word]\n"
        "  1 | an x\n"
        "    |    ^\n"
        "    = help: use “y”\n"
        "    = help: use “z” (if that is so)\n"
        "    = help: say what you mean\n"
        "\n");
}

TEST(TextOutput, TellsWhyAQuotationIsOnlyAHint) {
  FakeReport report = fake_report("a.txt", "“[[x]]”", Severity::Hint);
  report.findings[0].context = Context::Quotation;
  EXPECT_NE(rendered(report).find("    = note: these are somebody's own words"), std::string::npos);
  report.findings[0].context = Context::SelfLabel;
  EXPECT_NE(rendered(report).find("    = note: people may name themselves"), std::string::npos);
}

TEST(TextOutput, WidensTheMarginForLongLineNumbers) {
  check(fake_report("a.txt", std::string(99, '\n') + "[[x]]"),
        "a.txt:100:1: warning: “x” is a demonstration. [demo/word]\n"
        "  100 | x\n"
        "      | ^\n"
        "\n");
}

TEST(TextOutput, CountsColumnsInCharacters) {
  check(fake_report("a.txt", "日本 é [[x]]"),
        "a.txt:1:6: warning: “x” is a demonstration. [demo/word]\n"
        "  1 | 日本 é x\n"
        "    |        ^\n"
        "\n");
}

TEST(TextOutput, KeepsItsShapeWhateverTheDocumentHolds) {
  FakeReport report = fake_report("a\nb\x1b.txt", "[[x\ny]]");
  check(report,
        "a b\uFFFD.txt:1:1: warning: “x y” is a demonstration. [demo/word]\n"
        "  1 | x\n"
        "    | ^\n"
        "\n");
}

TEST(TextOutput, HasColorsOnlyWhenAsked) {
  const FakeReport report = fake_report("a.txt", "[[x]]");
  EXPECT_EQ(rendered(report).find('\x1b'), std::string::npos);
  const std::string colored = rendered(report, {.color = true});
  EXPECT_NE(colored.find("\x1b[1;33mwarning:\x1b[0m"), std::string::npos) << colored;
}

TEST(TextOutput, ShowsProblemsUnlessOnlyFindingsAreWanted) {
  const FakeReport report = fake_report("a.txt", "ab\ncd");
  const std::vector<Problem> problems = {{"some-code", "Something is odd.", {3, 4}}};
  EXPECT_EQ(rendered(report, {}, problems), "a.txt:2:1: note: Something is odd. [some-code]\n\n");
  EXPECT_EQ(rendered(report, {.only_findings = true}, problems), "");
}

TEST(TextOutput, LeavesOutTheLineWhenItIsToBeRedacted) {
  EXPECT_EQ(rendered(fixable_report("a.txt", "Secret [[x]] secret"), {.redact = true}),
            "a.txt:1:8: warning: “x” is a demonstration. [demo/word]\n"
            "    = help: use “other”\n"
            "\n");
}

TEST(TextOutput, SaysNothingOfACleanDocument) { check(fake_report("a.txt", "fine"), ""); }

TEST(SummaryLine, CountsWhatThereIs) {
  const auto line = [](Totals totals) { return summary_line(totals); };
  EXPECT_EQ(line({.files = 5, .files_with_findings = 2, .errors = 3, .warnings = 2, .hints = 1}),
            "3 errors, 2 warnings, 1 hint in 2 files (5 checked)");
  EXPECT_EQ(line({.files = 1, .files_with_findings = 1, .errors = 1}),
            "1 error in 1 file (1 checked)");
  EXPECT_EQ(line({.files = 1, .files_with_findings = 1, .warnings = 1, .hints = 2}),
            "1 warning, 2 hints in 1 file (1 checked)");
  EXPECT_EQ(line({.files = 1}), "No findings in 1 file. Thank you for writing with care!");
  EXPECT_EQ(line({}), "No files were checked");
  EXPECT_EQ(
      line({.files = 2, .fixed_files = 1, .applied = 3}),
      "No findings in 2 files. Thank you for writing with care! 3 rewordings applied in 1 file.");
}

TEST(Totals, CountEachSeverity) {
  FakeReport report = fake_report("a.txt", "[[a]] [[b]] [[c]]");
  report.findings[0].severity = Severity::Error;
  report.findings[1].severity = Severity::Hint;
  const Totals totals = count(report.findings, {});
  EXPECT_EQ(totals.errors, 1U);
  EXPECT_EQ(totals.warnings, 1U);
  EXPECT_EQ(totals.hints, 1U);
  EXPECT_EQ(totals.files, 1U);
  EXPECT_EQ(totals.files_with_findings, 1U);
  EXPECT_EQ(count({}, {}).files_with_findings, 0U);
}

}  // namespace
}  // namespace personfirst
