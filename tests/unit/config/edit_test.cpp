// Changes to a configuration's text keep its comments, layout and line ends.
#include <gtest/gtest.h>

#include "tests/unit/config/fake_files.h"

namespace personfirst {
namespace {

using testing::reader_of;

std::string edited_by(std::string text, const Result<std::vector<Edit>>& edits) {
  if (!edits) return "error: " + to_string(edits.error());
  std::uint32_t before = ~std::uint32_t{0};
  for (auto edit = edits->rbegin(); edit != edits->rend(); ++edit) {
    EXPECT_LE(edit->span.end, before) << "edits overlap";
    before = edit->span.begin;
    text.replace(edit->span.begin, edit->span.end - edit->span.begin, edit->text);
  }
  return text;
}

void expect_valid(const std::string& text) {
  const auto config = load_project_config("/p", reader_of({{"/p/.personfirst.json", text}}));
  EXPECT_TRUE(config) << text << "\n" << (config ? "" : to_string(config.error()));
}

void check_allow(const std::string& before, const std::string& after) {
  EXPECT_EQ(edited_by(before, add_to_list(before, "allow", "new")), after);
  if (after.starts_with("error")) return;
  expect_valid(after);
  const auto again = add_to_list(after, "allow", "new");
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->empty()) << "a second time changes nothing: " << after;
}

TEST(AddToList, AnEmptyTextBecomesAFile) {
  check_allow("", "{\n  \"allow\": [\"new\"]\n}\n");
  check_allow(" \n", "{\n  \"allow\": [\"new\"]\n}\n");
}

TEST(AddToList, AListInOneLineStaysInOneLine) {
  check_allow(R"({"allow": ["a"]})", R"({"allow": ["a", "new"]})");
  check_allow(R"({"allow": ["a",]})", R"({"allow": ["a", "new",]})");
  check_allow(R"({"allow": [ "a" ]})", R"({"allow": [ "a", "new" ]})");
  check_allow(R"({"allow": []})", R"({"allow": ["new"]})");
  check_allow(R"({"allow": [/* none yet */]})", R"({"allow": [/* none yet */"new"]})");
  check_allow(R"({"allow": ["a" /* , */]})", R"({"allow": ["a", "new" /* , */]})");
}

TEST(AddToList, AListOverLinesGetsALine) {
  check_allow("{\n  \"allow\": [\n    \"a\",\n    \"b\"\n  ]\n}\n",
              "{\n  \"allow\": [\n    \"a\",\n    \"b\",\n    \"new\"\n  ]\n}\n");
  check_allow("{\n\t\"allow\": [\n\t\t\"a\",\n\t]\n}\n",
              "{\n\t\"allow\": [\n\t\t\"a\",\n\t\t\"new\",\n\t]\n}\n");
  check_allow("{\n    \"allow\": [\n    ]\n}", "{\n    \"allow\": [\n        \"new\"\n    ]\n}");
}

TEST(AddToList, CommentsStayWithWhatTheySpeakOf) {
  check_allow("{\n  \"allow\": [\n    \"a\" // a street, by name\n    // the end\n  ]\n}",
              "{\n  \"allow\": [\n    \"a\", // a street, by name\n    \"new\"\n    // the end\n  "
              "]\n}");
  check_allow("{\n  \"allow\": [\n    \"a\", /* b */ // c\n  ],\n}",
              "{\n  \"allow\": [\n    \"a\", /* b */ // c\n    \"new\",\n  ],\n}");
  check_allow("{\n  \"allow\": [\n    // names\n  ]\n}",
              "{\n  \"allow\": [\n    // names\n    \"new\"\n  ]\n}");
  check_allow("{\n  \"allow\": [\n    \"a\" /* over\n    lines */\n  ]\n}",
              "{\n  \"allow\": [\n    \"a\", /* over\n    lines */\n    \"new\"\n  ]\n}");
}

TEST(AddToList, AMissingKeyIsAddedAtTheEnd) {
  check_allow("{}", "{\n  \"allow\": [\"new\"]\n}");
  check_allow("{ }\n", "{\n  \"allow\": [\"new\"]\n}\n");
  check_allow("{\n  // nothing yet\n}\n", "{\n  // nothing yet\n  \"allow\": [\"new\"]\n}\n");
  check_allow(R"({"root": true})", R"({"root": true, "allow": ["new"]})");
  check_allow("{\n  \"root\": true // top\n}\n",
              "{\n  \"root\": true, // top\n  \"allow\": [\"new\"]\n}\n");
  check_allow("// head\n{\n\t\"root\": true,\n}\n// tail\n",
              "// head\n{\n\t\"root\": true,\n\t\"allow\": [\"new\"],\n}\n// tail\n");
}

TEST(AddToList, LineEndsAndAByteOrderMarkStay) {
  check_allow("\xEF\xBB\xBF{\r\n  \"allow\": [\r\n    \"a\" // x\r\n  ]\r\n}\r\n",
              "\xEF\xBB\xBF{\r\n  \"allow\": [\r\n    \"a\", // x\r\n    \"new\"\r\n  ]\r\n}\r\n");
  check_allow("{\r\n}", "{\r\n  \"allow\": [\"new\"]\r\n}");
}

TEST(AddToList, WhatIsInTheListAlreadyIsNotAddedAgain) {
  check_allow(R"({"allow": ["new"]})", R"({"allow": ["new"]})");
  check_allow(R"({"allow": ["\u006eew"]})", R"({"allow": ["\u006eew"]})");
}

TEST(AddToList, PhrasesAreWrittenAsJson) {
  const std::string odd = "say \"no\"\\\n\xC3\xA9";
  const std::string after = edited_by("{}", add_to_list("{}", "allow", odd));
  const auto config = load_project_config("/p", reader_of({{"/p/.personfirst.json", after}}));
  ASSERT_TRUE(config);
  EXPECT_EQ(settings_for(**config, "/p/a.md").options.allowed_phrases.at(0), odd);
}

TEST(AddToList, ABrokenTextIsAnErrorWithItsPlace) {
  check_allow("{\"allow\"}", "error: .personfirst.json:1:9: a colon should be here");
  check_allow("[]", "error: .personfirst.json:1:1: a configuration is an object { … }");
  check_allow("{\"allow\": 1}", "error: .personfirst.json:1:11: “allow” must be a list of texts");
}

void check_level(const std::string& before, const std::string& after) {
  EXPECT_EQ(edited_by(before, set_rule_level(before, "a/b", "off")), after);
  if (!after.starts_with("error")) expect_valid(after);
}

TEST(SetRuleLevel, RulesAreMadeFilledOrChanged) {
  check_level("", "{\n  \"rules\": {\n    \"a/b\": \"off\"\n  }\n}\n");
  check_level("{}", "{\n  \"rules\": {\n    \"a/b\": \"off\"\n  }\n}");
  check_level("{\n\t\"root\": true\n}",
              "{\n\t\"root\": true,\n\t\"rules\": {\n\t\t\"a/b\": \"off\"\n\t}\n}");
  check_level("{\n  \"rules\": {}\n}", "{\n  \"rules\": {\n    \"a/b\": \"off\"\n  }\n}");
  check_level("{\n  \"rules\": {\n    // by us\n    \"c/d\": \"hint\", // so\n  },\n}",
              "{\n  \"rules\": {\n    // by us\n    \"c/d\": \"hint\", // so\n    \"a/b\": "
              "\"off\",\n  },\n}");
  check_level(R"({"rules": {"c/d": "hint"}})", R"({"rules": {"c/d": "hint", "a/b": "off"}})");
  check_level("{\"rules\": {\"a/b\": /* why */ \"error\"}}",
              "{\"rules\": {\"a/b\": /* why */ \"off\"}}");
  check_level(R"({"rules": {"a/b": "off"}})", R"({"rules": {"a/b": "off"}})");
}

TEST(SetRuleLevel, TheLongFormKeepsItsOtherOptions) {
  check_level(R"({"rules": {"a/b": {"level": "hint", "preferred": "x"}}})",
              R"({"rules": {"a/b": {"level": "off", "preferred": "x"}}})");
  check_level(R"({"rules": {"a/b": {"preferred": "x"}}})",
              R"({"rules": {"a/b": {"preferred": "x", "level": "off"}}})");
}

TEST(SetRuleLevel, RulesThatAreNoObjectAreAnError) {
  check_level(R"({"rules": []})", "error: .personfirst.json:1:11: “rules” must be an object");
}

TEST(StarterConfig, IsValidTakesEditsAndIsAboutThisFolderOnly) {
  const std::string starter = starter_config();
  expect_valid(starter);
  const std::string allowing = edited_by(starter, add_to_list(starter, "allow", "new"));
  expect_valid(edited_by(allowing, set_rule_level(allowing, "a/b", "off")));
  EXPECT_NE(starter.find("\"root\": true"), std::string::npos);
}

}  // namespace
}  // namespace personfirst
