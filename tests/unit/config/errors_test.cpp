// Every mistake in a configuration is told with its place, its reason and what was probably meant.
#include <gtest/gtest.h>

#include "tests/unit/config/fake_files.h"

namespace personfirst {
namespace {

using testing::FakeFiles;
using testing::reader_of;

std::string error_of(FakeFiles files) {
  const Result<ProjectConfigPtr> config = load_project_config("/p", reader_of(std::move(files)));
  return config ? "" : to_string(config.error());
}

void check(const std::string& text, const std::string& error) {
  EXPECT_EQ(error_of({{"/p/.personfirst.json", text}}),
            error.empty() ? "" : "/p/.personfirst.json:" + error)
      << text;
}

TEST(ConfigErrors, WhatIsNotJsonIsToldByWhatShouldStandThere) {
  check("", "1:1: the file ends where an object { … } should be");
  check(" // nothing", "1:12: the file ends where an object { … } should be");
  check("[]", "1:1: a configuration is an object { … }");
  check("7", "1:1: a configuration is an object { … }");
  check("{", "1:2: the file ends where a key in quotation marks or } should be");
  check("{root: true}", "1:2: a key in quotation marks or } should be here");
  check(R"({"root" true})", "1:9: a colon should be here");
  check(R"({"root": yes})", "1:10: a value should be here");
  check(R"({"root": })", "1:10: a value should be here");
  check(R"({"root": true "packs": []})", "1:15: a comma or } should be here");
  check(R"({"root": true,, "packs": []})", "1:17: a key in quotation marks should be here");
  check("{\"allow\": [\"a\"\n  \"b\"]}", "2:3: a comma or ] should be here");
  check(R"({"allow": [,]})", "1:13: a value or ] should be here");
  check(R"({"root": true} {})", "1:16: the end, or a comment, should be here");
  check(R"({"root": true}})", "1:15: the end, or a comment, should be here");
  check("{\n  /* no end\n}", "2:3: this comment has no end: */");
  check("{\"allow\": [\"no end]\n}", "1:12: this text has no closing quotation mark in its line");
  check(R"({"allow": ["a\qb"]})",
        "1:12: this text holds a backslash that means nothing in JSON (write \\\\ for one)");
  check("{\"allow\": [\"\xC3\x28\"]}", "1:12: this text is not valid UTF-8");
}

TEST(ConfigErrors, ColumnsCountCharacters) {
  check("{\"allow\": [\"naïve café\"], \"rot\": true}",
        "1:27: unknown key “rot”; did you mean “root”?");
}

TEST(ConfigErrors, AnUnknownKeyComesWithTheNearestOne) {
  check(R"({"pack": []})", "1:2: unknown key “pack”; did you mean “packs”?");
  check(R"({"Rules": {}})", "1:2: unknown key “Rules”; did you mean “rules”?");
  check(R"({"minseverity": "hint"})",
        "1:2: unknown key “minseverity”; did you mean “minSeverity”?");
  check(R"({"zzzzzzzz": 1})", "1:2: unknown key “zzzzzzzz”");
  check(R"({"overrides": [{"files": ["*"], "rule": {}}]})",
        "1:33: unknown key “rule”; did you mean “rules”?");
  check(R"({"rules": {"a/b": {"levl": "off"}}})",
        "1:20: unknown option “levl”; did you mean “level”?");
  check(R"({"rules": {"a/b": {"colour": "off"}}})",
        "1:20: unknown option “colour”; there are “level”, “preferred”");
}

TEST(ConfigErrors, AKeyInTheWrongPlaceIsToldSo) {
  check(R"({"files": ["*"]})", "1:2: “files” is for an override, not for the top level");
  check(R"({"overrides": [{"files": ["*"], "root": true}]})",
        "1:33: “root” is for the top level, not for an override");
  check(R"({"overrides": [{"files": ["*"], "exclude": ["a"]}]})",
        "1:33: “exclude” is for the top level, not for an override");
}

TEST(ConfigErrors, AKeyMayBeGivenOnce) {
  check("{\n  \"root\": true,\n  \"root\": false\n}", "3:3: “root” is given twice");
  check(R"({"rules": {"a/b": "off", "a/b": "error"}})", "1:26: “a/b” is given twice");
}

TEST(ConfigErrors, EveryKeyRefusesValuesOfAnotherKind) {
  check(R"({"$schema": 1})", "1:13: “$schema” must be a text, not a number");
  check(R"({"root": "yes"})", "1:10: “root” must be true or false, not a text");
  check(R"({"extends": 1})", "1:13: “extends” must be a text or a list of texts, not a number");
  check(R"({"extends": [null]})", "1:14: “extends” holds texts, not null");
  check(R"({"extends": ""})", "1:13: a text in “extends” is empty");
  check(R"({"packs": "core"})", "1:11: “packs” must be a list of texts, not a text");
  check(R"({"packs": []})", "1:11: “packs” is empty; leave it out, or name something");
  check(R"({"packs": ["core", true]})", "1:20: “packs” holds texts, not true or false");
  check(R"({"rules": ["a/b"]})",
        R"(1:11: “rules” must be an object { "rule": "level", … }, not a list)");
  check(R"({"rules": {"a/b": 2}})",
        "1:19: “a/b” must be one of “off”, “hint”, “warning”, “error”, not a number");
  check(R"({"rules": {"a/b": "warn"}})",
        "1:19: “a/b” must be one of “off”, “hint”, “warning”, “error”; did you mean “warning”?");
  check(R"({"rules": {"a/b": {"level": "loud"}}})",
        "1:29: “level” must be one of “off”, “hint”, “warning”, “error”");
  check(R"({"rules": {"a/*": {"preferred": "x"}}})",
        "1:12: a preferred wording needs one rule's whole id, not “a/*”");
  check(R"({"allow": "x"})", "1:11: “allow” must be a list of texts, not a text");
  check(R"({"allow": [""]})", "1:12: a text in “allow” is empty");
  check(R"({"preferred": "x"})",
        R"(1:15: “preferred” must be an object { "rule": "wording", … }, not a text)");
  check(R"({"preferred": {"a/b": 1}})", "1:23: “preferred” holds texts, not a number");
  check(R"({"quotations": "of"})",
        "1:16: “quotations” must be one of “off”, “hint”, “warning”, “as-written”; "
        "did you mean “off”?");
  check(R"({"voice": "we"})", "1:11: “voice” must be one of “standard”, “mutual-aid”");
  check(R"({"spelling": "british"})", "1:14: “spelling” must be one of “from-text”, “us”, “uk”");
  check(R"({"language": 1})",
        R"(1:14: “language” must be a text, or an object { "glob": "…" }, not a number)");
  check(R"({"language": {"*.md": 1}})", "1:23: “language” holds texts, not a number");
  check(R"({"format": "html"})", R"(1:12: “format” must be an object { "glob": "…" }, not a text)");
  check(R"({"format": {"*.tmpl": "htlm"}})",
        "1:23: “format” must be one of “plain”, “markdown”, “html”, “xml”, “json”, “yaml”, "
        "“latex”, “rst”, “asciidoc”, “org”, “srt”, “vtt”, “csv”, “tsv”, “mail”, “rtf”; did you "
        "mean “html”?");
  check(R"({"minSeverity": "errors"})",
        "1:17: “minSeverity” must be one of “hint”, “warning”, “error”; did you mean “error”?");
  check(R"({"requireReason": 1})", "1:19: “requireReason” must be true or false, not a number");
  check(R"({"include": []})", "1:13: “include” is empty; leave it out, or name something");
  check(R"({"exclude": {}})", "1:13: “exclude” must be a list of texts, not an object");
  check(R"({"ruleFiles": [[]]})", "1:16: “ruleFiles” holds texts, not a list");
  check(R"({"overrides": {}})", "1:15: “overrides” must be a list of objects, not an object");
  check(R"({"overrides": ["a"]})", R"(1:16: an override is an object { "files": […], … })");
  check(R"({"overrides": [{}]})", "1:16: an override needs “files”: a list of globs");
  check(R"({"overrides": [{"files": []}]})",
        "1:26: “files” is empty; leave it out, or name something");
  check(R"({"overrides": [{"files": ["*"], "language": {}}]})",
        "1:45: “language” must be a text in an override, not an object");
}

TEST(ConfigErrors, SizeAndNestingAreBounded) {
  check("{\"allow\": [\"" + std::string(1 << 20, 'a') + "\"]}", "1:1: larger than 1 MiB");
  check("{\"allow\": " + std::string(40, '['), "1:42: nested more than 32 deep");
  check("{\"" + std::string(500, 'k') + "\": 1}",
        "1:2: unknown key “" + std::string(60, 'k') + "…”");
}

void check_files(FakeFiles files, const std::string& error) {
  EXPECT_EQ(error_of(std::move(files)), error);
}

TEST(ConfigErrors, WhatIsExtendedMustBeThere) {
  check_files({{"/p/.personfirst.json", R"({"extends": "clincal"})"}},
              "/p/.personfirst.json:1:13: no preset “clincal”; did you mean “clinical”? "
              "(a path starts with ./ or ends with .json)");
  check_files({{"/p/.personfirst.json", R"({"extends": "house"})"}},
              "/p/.personfirst.json:1:13: no preset “house”; there are “clinical”, “journalism”, "
              "“public”, “research”, “strict” (a path starts with ./ or ends with .json)");
  check_files({{"/p/.personfirst.json", R"({"extends": ["public", "../team.json"]})"}},
              "/p/.personfirst.json:1:24: there is no file “../team.json”");
}

TEST(ConfigErrors, AMistakeInAnExtendedFileNamesThatFile) {
  check_files({{"/p/.personfirst.json", R"({"extends": "team.json"})"},
               {"/p/team.json", R"({"packz": []})"}},
              "/p/team.json:1:2: unknown key “packz”; did you mean “packs”?");
}

TEST(ConfigErrors, ExtendingInACircleIsRefused) {
  check_files({{"/p/.personfirst.json", R"({"extends": "./.personfirst.json"})"}},
              "/p/.personfirst.json:1:13: a configuration cannot extend itself");
  check_files({{"/p/.personfirst.json", R"({"extends": "a.json"})"},
               {"/p/a.json", R"({"extends": "b/b.json"})"},
               {"/p/b/b.json", R"({"extends": "../a.json"})"}},
              "/p/b/b.json:1:13: “../a.json” extends this file, too: a circle");
}

TEST(ConfigErrors, ExtendingDoesNotFanOutWithoutEnd) {
  FakeFiles files = {{"/p/.personfirst.json", R"({"extends": ["0.json", "./0.json"]})"}};
  for (int i = 0; i < 30; ++i) {
    const std::string next = std::to_string(i + 1) + ".json";
    files["/p/" + std::to_string(i) + ".json"] =
        R"({"extends": [")" + next + R"(", "./)" + next + R"("]})";
  }
  files["/p/30.json"] = "{}";
  EXPECT_NE(error_of(std::move(files)).find("more than 100 configurations in one chain"),
            std::string::npos);
}

TEST(ConfigErrors, AFileThatCannotBeReadIsToldByTheReader) {
  const ReadFile denied = [](const std::string& path) -> Result<std::optional<std::string>> {
    return tl::unexpected(Error{path, "permission denied"});
  };
  const auto config = load_project_config("/p/docs", denied);
  ASSERT_FALSE(config);
  EXPECT_EQ(to_string(config.error()), "/p/docs/.personfirst.json: permission denied");
}

TEST(ConfigErrors, AGivenFileMustExist) {
  const auto config = load_config_file("/p/team.json", reader_of({}));
  ASSERT_FALSE(config);
  EXPECT_EQ(to_string(config.error()), "/p/team.json: there is no such file");
}

TEST(ConfigErrors, NamesOfRulesAndPacksAreCheckedAgainstThoseThatExist) {
  const KnownNames known{{"fruit/apple", "fruit/pear", "nuts/hazel"}, {"core", "all"}};
  const auto check_text = [&](const std::string& text, const std::string& error) {
    const auto config = load_project_config("/p", reader_of({{"/p/.personfirst.json", text}}));
    ASSERT_TRUE(config) << text;
    const Result<void> checked = check_names(**config, known);
    EXPECT_EQ(checked ? "" : to_string(checked.error()), error) << text;
  };
  const std::string file = "/p/.personfirst.json:";
  check_text(R"({"rules": {"fruit/apple": "off", "nuts/*": "hint"}, "packs": ["all"]})", "");
  check_text(R"({"rules": {"fruit/aple": "off"}})",
             file + "1:12: no rule “fruit/aple”; did you mean “fruit/apple”?");
  check_text(R"({"rules": {"fish/*": "off"}})", file + "1:12: no rule fits “fish/*”");
  check_text(R"({"preferred": {"pear": "x"}})",
             file + "1:16: no rule “pear”; did you mean “fruit/pear”?");
  check_text(R"({"packs": ["core", "cor"]})", file + "1:20: no pack “cor”; did you mean “core”?");
  check_text(R"({"overrides": [{"files": ["*"], "rules": {"nuts/hazl": "off"}}]})",
             file + "1:43: no rule “nuts/hazl”; did you mean “nuts/hazel”?");
}

}  // namespace
}  // namespace personfirst
