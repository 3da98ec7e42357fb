// What SARIF viewers and code scanning are told. Its schema is checked in tests/formats.
#include "linter/render/sarif.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "fake_findings.h"

namespace personfirst {
namespace {

using nlohmann::json;
using testing::fake_report;
using testing::FakeReport;
using testing::fixable_report;
using testing::rendered;

RenderSettings settings_with_rules() {
  RenderSettings settings;
  settings.tool_version = "9.9.9";
  RuleInfo rule;
  rule.id = "demo/word";
  rule.topic = "demo";
  rule.pack = "core";
  rule.message = "“{match}” is a demonstration.";
  rule.note = "It is [only] for tests";
  rule.suggestions = {"other"};
  rule.sources = {"guide"};
  settings.rules = {rule};
  settings.sources = {{"guide", "A guide", "The tests", "2024", "https://example.org/guide"}};
  return settings;
}

json check(const std::vector<FakeReport>& reports, const std::vector<Problem>& problems = {},
           const std::vector<Error>& errors = {}) {
  const std::string out =
      rendered(OutputFormat::Sarif, settings_with_rules(), reports, problems, errors);
  const json parsed = json::parse(out, nullptr, false);
  EXPECT_FALSE(parsed.is_discarded()) << out;
  return parsed["runs"][0];
}

TEST(Sarif, DescribesTheRulesThatFoundSomething) {
  const json rules = check({fake_report("a.md", "[[x]]")})["tool"]["driver"]["rules"];
  ASSERT_EQ(rules.size(), 1U);
  EXPECT_EQ(rules[0]["id"], "demo/word");
  EXPECT_EQ(rules[0]["name"], "DemoWord");
  EXPECT_EQ(rules[0]["shortDescription"]["text"], "“…” is a demonstration.");
  EXPECT_EQ(rules[0]["fullDescription"]["text"], "It is [only] for tests.");
  EXPECT_EQ(rules[0]["helpUri"], "https://example.org/guide");
  EXPECT_EQ(
      rules[0]["help"]["text"],
      "It is [only] for tests\n\nYou could write:\n- other\n\nSources:\n- A guide. The tests, "
      "2024. https://example.org/guide");
  EXPECT_EQ(rules[0]["help"]["markdown"],
            "It is \\[only\\] for tests\n\n**You could write**\n\n- other\n\n**Sources**\n\n"
            "- [A guide. The tests, 2024.](https://example.org/guide)");
  EXPECT_TRUE(check({fake_report("a.md", "x")})["tool"]["driver"]["rules"].empty());
}

TEST(Sarif, OffersEveryAlternativeAsReplacements) {
  FakeReport report = fake_report("a.md", "an [[x]]");
  report.findings[0].fixes = {{"use “y”", {{{0, 2}, "a"}, {{3, 4}, "y"}}, Applicability::Automatic},
                              {"Say what you mean.", {}, Applicability::DisplayOnly}};
  const json result = check({report})["results"][0];
  EXPECT_EQ(result["message"]["text"],
            "“x” is a demonstration. You could use “y”. Say what you mean.");
  ASSERT_EQ(result["fixes"].size(), 1U);
  EXPECT_EQ(result["fixes"][0]["description"]["text"], "Use “y”.");
  EXPECT_EQ(result["fixes"][0]["artifactChanges"][0]["replacements"], json::parse(R"([
    {"deletedRegion": {"startLine":1,"startColumn":1,"endLine":1,"endColumn":3}, "insertedContent": {"text":"a"}},
    {"deletedRegion": {"startLine":1,"startColumn":4,"endLine":1,"endColumn":5}, "insertedContent": {"text":"y"}}
  ])"));
}

TEST(Sarif, CarriesWhatWasSuppressedAndWhy) {
  FakeReport report = fake_report("a.md", "[[x]] [[y]]");
  report.suppressed = {{report.findings[0], {0, 1}, "a title"}};
  report.known = {report.findings[1]};
  report.findings.clear();
  const json run = check({report});
  ASSERT_EQ(run["results"].size(), 2U);
  EXPECT_EQ(run["results"][0]["suppressions"],
            json::parse(R"([{"kind":"inSource","status":"accepted","justification":"a title"}])"));
  EXPECT_EQ(run["results"][1]["suppressions"],
            json::parse(R"([{"kind":"external","status":"accepted"}])"));
  EXPECT_EQ(run["tool"]["driver"]["rules"].size(), 1U);
}

TEST(Sarif, NotesWhatWasOddAndWhatFailed) {
  const json good =
      check({fake_report("a.md", "ab")}, {{"some-code", "Something is odd.", {0, 1}}});
  const json& noted = good["invocations"][0];
  EXPECT_EQ(noted["executionSuccessful"], true);
  EXPECT_EQ(noted["toolExecutionNotifications"][0]["descriptor"]["id"], "some-code");
  EXPECT_EQ(noted["toolExecutionNotifications"][0]["level"], "note");
  const json bad = check({}, {}, {{"b.md", "it cannot be read"}});
  EXPECT_EQ(bad["invocations"][0]["executionSuccessful"], false);
  EXPECT_EQ(bad["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"],
            "b.md: it cannot be read.");
}

TEST(Sarif, NamesFilesByRelativeUris) {
  const auto uri = [](const std::string& name) {
    return check({fake_report(
        name, "[[x]]")})["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"];
  };
  EXPECT_EQ(uri("./docs/a b#é.md"),
            json::parse(R"({"uri":"docs/a%20b%23%C3%A9.md","uriBaseId":"SRCROOT"})"));
  EXPECT_EQ(uri("/tmp/a.md"), json::parse(R"({"uri":"file:///tmp/a.md"})"));
}

std::vector<std::string> fingerprints(const std::string& marked) {
  std::vector<std::string> all;
  const json run = check({fake_report("a.md", marked)});
  for (const json& result : run["results"])
    all.push_back(result["partialFingerprints"]["personfirst/v1"]);
  return all;
}

TEST(Fingerprints, OutliveEditsElsewhere) {
  const std::string here = "one two three [[x]] four five six";
  const auto before = fingerprints("Some text. zero " + here + " seven.");
  EXPECT_EQ(before[0].size(), 16U);
  EXPECT_EQ(fingerprints("# Title\n\nMore and\nzero one two\nthree, [[x]] four five six eight."),
            before);
  EXPECT_NE(fingerprints("zero one two other [[x]] four five six"), before);
  EXPECT_NE(fingerprints("zero one two three [[y]] four five six"), before);
}

TEST(Fingerprints, TellLikeFindingsApart) {
  const std::string line = "one two three [[x]] four five six\n";
  const auto both = fingerprints(line + line);
  EXPECT_NE(both[0], both[1]);
}

}  // namespace
}  // namespace personfirst
