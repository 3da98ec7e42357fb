// What programs read. Everything printed must fit json.schema.json.
#include "linter/render/json.h"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "fake_findings.h"

namespace personfirst {
namespace {

using nlohmann::json;
using testing::fake_report;
using testing::FakeReport;

json read_schema() {
  std::ifstream file(SOURCE_DIR "/linter/render/json.schema.json");
  return json::parse(file);
}

bool has_type(const json& value, const std::string& type) {
  if (type == "integer") return value.is_number_integer();
  return type == value.type_name();
}

// As much of JSON Schema as our schema uses, and stricter: fields that it does not name are
// refused.
void expect_valid(const json& value, const json& schema, const json& root,
                  const std::string& where) {
  if (schema.contains("$ref")) {
    const std::string ref = schema["$ref"];
    return expect_valid(value, root.at(json::json_pointer(ref.substr(1))), root, where);
  }
  if (schema.contains("const")) {
    EXPECT_EQ(value, schema["const"]) << where;
  }
  if (schema.contains("type")) {
    EXPECT_TRUE(has_type(value, schema["type"])) << where << ": " << value;
  }
  if (schema.contains("minimum")) {
    EXPECT_GE(value, schema["minimum"]) << where;
  }
  if (schema.contains("enum")) {
    EXPECT_NE(std::find(schema["enum"].begin(), schema["enum"].end(), value), schema["enum"].end())
        << where << ": " << value;
  }
  for (const json& field : schema.value("required", json::array())) {
    EXPECT_TRUE(value.contains(field.get<std::string>())) << where << " lacks " << field;
  }
  if (schema.contains("properties")) {
    for (const auto& [name, field] : value.items()) {
      ASSERT_TRUE(schema["properties"].contains(name)) << where << " has " << name;
      expect_valid(field, schema["properties"][name], root, where + "/" + name);
    }
  }
  if (schema.contains("items")) {
    for (const json& item : value) expect_valid(item, schema["items"], root, where + "/[]");
  }
}

std::string rendered(const std::vector<FakeReport>& reports,
                     const std::vector<Problem>& problems = {}) {
  RenderSettings settings;
  settings.tool_version = "9.9.9";
  return testing::rendered(OutputFormat::Json, settings, reports, problems);
}

json check(const std::vector<FakeReport>& reports, const std::vector<Problem>& problems = {}) {
  const std::string text = rendered(reports, problems);
  json parsed = json::parse(text, nullptr, false);
  EXPECT_FALSE(parsed.is_discarded()) << text;
  const json schema = read_schema();
  expect_valid(parsed, schema, schema, "");
  return parsed;
}

TEST(JsonOutput, IsValidWithoutFiles) {
  EXPECT_EQ(check({}),
            json::parse(R"({"version":1,"tool":{"name":"personfirst","version":"9.9.9"},"files":[],
      "summary":{"files":0,"findings":0,"errors":0,"warnings":0,"hints":0,"problems":0}})"));
}

TEST(JsonOutput, SaysAllThatAFindingHolds) {
  FakeReport report = fake_report("a.md", "Héllo\nan [[x]] é", Severity::Error);
  Finding& finding = report.findings[0];
  finding.note = "A note.";
  finding.sources = {"one", "two"};
  finding.context = Context::SelfLabel;
  finding.fixes = {{"use “y”", {{{7, 9}, "a"}, {{10, 11}, "y"}}, Applicability::AskFirst},
                   {"advice", {}, Applicability::DisplayOnly}};
  EXPECT_EQ(check({report})["files"][0], json::parse(R"({
      "path": "a.md", "format": "markdown", "language": "en", "problems": [],
      "findings": [{
        "rule": "demo/word", "severity": "error", "context": "self-label",
        "message": "“x” is a demonstration.", "note": "A note.", "sources": ["one", "two"], "text": "x",
        "start": {"offset": 10, "line": 2, "column": 4}, "end": {"offset": 11, "line": 2, "column": 5},
        "fixes": [
          {"title": "use “y”", "applicability": "ask-first", "edits": [
            {"start": {"offset": 7, "line": 2, "column": 1}, "end": {"offset": 9, "line": 2, "column": 3}, "text": "a"},
            {"start": {"offset": 10, "line": 2, "column": 4}, "end": {"offset": 11, "line": 2, "column": 5}, "text": "y"}
          ]},
          {"title": "advice", "applicability": "display-only", "edits": []}
        ]
      }]})"));
}

TEST(JsonOutput, PutsManyDocumentsTogether) {
  const json all = check({fake_report("a.txt", "[[x]] [[y]]"), fake_report("b.html", "clean"),
                          fake_report("c.txt", "[[z]]", Severity::Hint)});
  EXPECT_EQ(all["files"].size(), 3U);
  EXPECT_EQ(
      all["summary"],
      json::parse(R"({"files":3,"findings":3,"errors":0,"warnings":2,"hints":1,"problems":0})"));
}

TEST(JsonOutput, CarriesProblems) {
  const json all =
      check({fake_report("a.txt", "ab\ncd")}, {{"some-code", "Something is odd.", {3, 4}}});
  EXPECT_EQ(all["files"][0]["problems"],
            json::parse(R"([{"code":"some-code","message":"Something is odd.",
      "start":{"offset":3,"line":2,"column":1},"end":{"offset":4,"line":2,"column":2}}])"));
  EXPECT_EQ(all["summary"]["problems"], 1);
}

TEST(JsonOutput, IsUtf8EvenWhenTheDocumentIsNot) {
  const json all = check({fake_report("a\xFF.txt", "\xC3 [[x\xFE]]")});
  EXPECT_EQ(all["files"][0]["path"], "a\uFFFD.txt");
  EXPECT_EQ(all["files"][0]["findings"][0]["text"], "x\uFFFD");
  EXPECT_EQ(all["files"][0]["findings"][0]["start"]["column"], 3);
}

TEST(JsonOutput, HasArraysForBatchOnOneLine) {
  const FakeReport report = fake_report("", "[[x]]\n[[y]]");
  const std::string findings = findings_to_json(report.document, report.findings);
  EXPECT_EQ(findings.find('\n'), std::string::npos);
  EXPECT_EQ(json::parse(findings).size(), 2U);
  EXPECT_EQ(problems_to_json(report.document, {}), "[]");
}

}  // namespace
}  // namespace personfirst
