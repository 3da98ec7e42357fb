// The reports that people read: html and markdown. How they look is tested in tests/report.
#include <gtest/gtest.h>

#include "fake_findings.h"
#include "linter/render/earlier.h"
#include "linter/render/html.h"

namespace personfirst {
namespace {

using testing::fake_report;
using testing::FakeReport;
using testing::fixable_report;
using testing::rendered;

std::size_t times(const std::string& text, const std::string& what) {
  std::size_t n = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++n;
  return n;
}

void check(OutputFormat format, const std::vector<FakeReport>& reports,
           const std::vector<std::string>& held, const std::vector<std::string>& not_held = {},
           const RenderSettings& settings = {}) {
  const std::string out = rendered(format, settings, reports);
  for (const std::string& what : held)
    EXPECT_NE(out.find(what), std::string::npos) << what << " in:\n" << out;
  for (const std::string& what : not_held) EXPECT_EQ(out.find(what), std::string::npos) << what;
}

TEST(HtmlReport, ShowsTheSentenceTheReasonAndTheWayOut) {
  check(OutputFormat::Html, {fixable_report("a.md", "One. He met an [[x]] & left. Two.")},
        {"<html lang=\"en\">", "One document was checked in all.",
         "He met an <mark>x</mark> &amp; left.</p>", "<p>“x” is a demonstration.</p>",
         "<li>use “other”</li>", "By topic", "By rule", "By document",
         "aria-label=\"1 place: 1 worth changing\""},
        {"<script", "Two.", "Over time"});
}

TEST(HtmlReport, ThanksWhenThereIsNothing) {
  check(OutputFormat::Html, {fake_report("a.md", "x")},
        {"1 document checked, and nothing to suggest. Thank you"}, {"At a glance"});
}

TEST(HtmlReport, HidesWhatSurroundsTheWords) {
  RenderSettings settings;
  settings.redact = true;
  check(OutputFormat::Html, {fake_report("a.md", "Secret [[x]] secret.")}, {"><mark>x</mark><"},
        {"ecret"}, settings);
  check(OutputFormat::Markdown, {fake_report("a.md", "Secret [[x]] secret.")}, {"<mark>x</mark>\n"},
        {"ecret"}, settings);
}

TEST(HtmlReport, LinksOnlyToPlacesThatAreThere) {
  std::vector<FakeReport> reports;
  std::string text;
  for (int i = 0; i < 1500; ++i) text += "[[x]] ";
  for (const char* name : {"a.md", "b.md", "c.md"}) reports.push_back(fake_report(name, text));
  const std::string out = rendered(OutputFormat::Html, {}, reports);
  EXPECT_EQ(times(out, "<li class=\"finding"), 3000U);
  EXPECT_NE(out.find("1500 more are counted above but not shown here."), std::string::npos);
  for (std::size_t at = out.find("href=\"#"); at != std::string::npos;
       at = out.find("href=\"#", at + 1)) {
    const std::string id = out.substr(at + 7, out.find('"', at + 7) - at - 7);
    EXPECT_EQ(times(out, "id=\"" + id + "\""), 1U) << id;
  }
}

TEST(HtmlReport, ShowsATrend) {
  RenderSettings settings;
  settings.earlier = {{"2024-01", {.files = 3, .errors = 3}},
                      {"2024-02", {.files = 3, .errors = 2}}};
  check(OutputFormat::Html, {fake_report("a.md", "[[x]]")},
        {"Over time", "2024-01", "This report", "1 place fewer than in “2024-02”."}, {}, settings);
  check(OutputFormat::Html, {fake_report("a.md", "x")}, {"2 places fewer than in “2024-02”."}, {},
        settings);
}

TEST(EarlierReports, AreWhatJsonPrints) {
  RenderSettings settings;
  const std::string json = rendered(OutputFormat::Json, settings,
                                    {fake_report("a.md", "[[x]] [[y]]"), fake_report("b.md", "z")});
  const auto report = read_earlier_report("label", json);
  ASSERT_TRUE(report);
  EXPECT_EQ(report->label, "label");
  EXPECT_EQ(report->totals.files, 2U);
  EXPECT_EQ(report->totals.warnings, 2U);
  for (const char* wrong : {"", "[]", "{}", "{\"version\":1}", "{\"version\":2,\"summary\":{}}",
                            "{\"version\":1,\"summary\":{\"files\":-1}}"}) {
    EXPECT_FALSE(read_earlier_report("label", wrong)) << wrong;
  }
}

TEST(MarkdownReport, HasATableAndEveryFinding) {
  check(OutputFormat::Markdown, {fixable_report("a_b.md", "One. An [[x]] here. Two.")},
        {"## Wording\n\n1 warning in 1 file (1 checked)\n", "| demo/word | 0 | 1 | 0 |\n",
         "### a&#95;b.md\n", "- **Worth changing**, line 1 (demo/word): “x” is a demonstration.\n",
         "  > An <mark>x</mark> here.\n", "  You could use “other”.\n"},
        {"Two."});
}

TEST(MarkdownReport, StopsBeforeItIsTooLong) {
  std::vector<FakeReport> reports;
  std::string text;
  for (int i = 0; i < 400; ++i) text += "[[x]] ";
  for (int i = 0; i < 40; ++i) reports.push_back(fake_report(std::to_string(i) + ".md", text));
  const std::string out = rendered(OutputFormat::Markdown, {}, reports);
  EXPECT_LT(out.size(), 600U * 1024);
  EXPECT_NE(out.find(" more findings are not shown here.\n"), std::string::npos);
}

}  // namespace
}  // namespace personfirst
