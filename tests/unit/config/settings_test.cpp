// Which configuration holds for a file, and how nearer and farther ones join.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/config/fake_files.h"

namespace personfirst {
namespace {

using ::testing::ElementsAre;
using testing::FakeFiles;
using ::testing::IsEmpty;
using testing::reader_of;

ProjectConfigPtr load(const FakeFiles& files, const std::string& folder) {
  Result<ProjectConfigPtr> config = load_project_config(folder, reader_of(files));
  EXPECT_TRUE(config) << (config ? "" : to_string(config.error()));
  return config ? *config : nullptr;
}

Settings settings(const FakeFiles& files, const std::string& path) {
  return settings_for(*load(files, path.substr(0, path.rfind('/'))), path);
}

std::string levels_of(const Settings& settings) {
  std::string text;
  for (const RuleLevel& level : settings.options.levels) {
    text += (text.empty() ? "" : " ") + level.glob + "=" +
            (level.severity ? std::string(to_string(*level.severity)) : "off");
  }
  return text;
}

const std::string kHere = "/p/.personfirst.json";
const std::string kBelow = "/p/docs/.personfirst.json";

TEST(Settings, WithoutAnyFileTheDefaultsHold) {
  const Settings none = settings({}, "/p/a.md");
  EXPECT_EQ(none.language, "en");
  EXPECT_TRUE(none.included);
  EXPECT_FALSE(none.format);
  EXPECT_THAT(none.options.packs, IsEmpty());
  EXPECT_EQ(none.options.quotation_severity, Severity::Hint);
  EXPECT_TRUE(none.options.report_quotations);
}

TEST(Settings, EveryKeyReachesTheOptions) {
  const Settings all = settings({{kHere, R"({
      "$schema": "x", "root": true,
      "packs": ["core", "hiv"], "allow": ["Abuse Street"], "preferred": {"a/b": "person"},
      "rules": {"a/c": {"level": "error", "preferred": "people"}},
      "quotations": "warning", "voice": "mutual-aid", "spelling": "uk", "language": "es",
      "format": {"*.tmpl": "html"}, "minSeverity": "warning", "requireReason": true,
      "ruleFiles": ["rules/own.json", "/etc/own.json"]
    })"}},
                                "/p/a.tmpl");
  EXPECT_THAT(all.options.packs, ElementsAre("core", "hiv"));
  EXPECT_THAT(all.options.allowed_phrases, ElementsAre("Abuse Street"));
  EXPECT_EQ(all.options.preferred,
            (std::map<std::string, std::string>{{"a/b", "person"}, {"a/c", "people"}}));
  EXPECT_EQ(levels_of(all), "a/c=error");
  EXPECT_THAT(all.options.enable, ElementsAre("a/c"));
  EXPECT_EQ(all.options.quotation_severity, Severity::Warning);
  EXPECT_EQ(all.options.voice, Voice::MutualAid);
  EXPECT_EQ(all.options.spelling, Spelling::Uk);
  EXPECT_EQ(all.language, "es");
  EXPECT_EQ(all.format, Format::Html);
  EXPECT_EQ(all.options.min_severity, Severity::Warning);
  EXPECT_TRUE(all.require_reason);
  EXPECT_TRUE(all.options.require_reason);
  EXPECT_THAT(all.rule_files, ElementsAre("/p/rules/own.json", "/etc/own.json"));
}

TEST(Settings, QuotationsCanBeLeftOutLoweredOrTakenAsWritten) {
  const auto check = [](const std::string& word, bool reported, Severity at_most) {
    const Settings result = settings({{kHere, R"({"quotations": ")" + word + "\"}"}}, "/p/a.md");
    EXPECT_EQ(result.options.report_quotations, reported) << word;
    EXPECT_EQ(result.options.quotation_severity, at_most) << word;
  };
  check("off", false, Severity::Hint);
  check("hint", true, Severity::Hint);
  check("warning", true, Severity::Warning);
  check("as-written", true, Severity::Error);
}

TEST(Settings, CommentsTrailingCommasAByteOrderMarkAndCarriageReturnsAreFine) {
  const Settings result = settings({{kHere,
                                     "\xEF\xBB\xBF// start\r\n{ /* a */ \"allow\": [\"http://x\", "
                                     "\"/* y */\",], // end\r\n}\r\n"}},
                                   "/p/a.md");
  EXPECT_THAT(result.options.allowed_phrases, ElementsAre("http://x", "/* y */"));
}

TEST(Settings, TheNearestValueWinsAndListsOfExceptionsAddUp) {
  const FakeFiles files = {
      {kHere,
       R"({"packs": ["core", "hiv"], "allow": ["a", "b"], "voice": "mutual-aid", "spelling": "uk",
           "rules": {"x/y": "off", "x/z": "hint"}, "preferred": {"x/y": "one", "x/z": "two"}})"},
      {kBelow,
       R"({"packs": ["tobacco"], "allow": ["b", "c"], "spelling": "us",
           "rules": {"x/y": "error"}, "preferred": {"x/y": "three"}})"}};
  const Settings below = settings(files, "/p/docs/deep/a.md");
  EXPECT_THAT(below.options.packs, ElementsAre("tobacco"));
  EXPECT_THAT(below.options.allowed_phrases, ElementsAre("a", "b", "c"));
  EXPECT_EQ(below.options.voice, Voice::MutualAid);
  EXPECT_EQ(below.options.spelling, Spelling::Us);
  EXPECT_EQ(levels_of(below), "x/z=hint x/y=error");
  EXPECT_EQ(below.options.preferred.at("x/y"), "three");
  EXPECT_EQ(below.options.preferred.at("x/z"), "two");
  const Settings here = settings(files, "/p/a.md");
  EXPECT_THAT(here.options.packs, ElementsAre("core", "hiv"));
  EXPECT_EQ(levels_of(here), "x/y=off x/z=hint");
}

TEST(Settings, RootStopsTheSearch) {
  const FakeFiles files = {{"/.personfirst.json", R"({"allow": ["far"]})"},
                           {kHere, R"({"root": true, "allow": ["here"]})"},
                           {kBelow, R"({"root": false, "allow": ["below"]})"}};
  EXPECT_THAT(settings(files, "/p/docs/a.md").options.allowed_phrases,
              ElementsAre("here", "below"));
  EXPECT_THAT(settings(files, "/q/a.md").options.allowed_phrases, ElementsAre("far"));
}

TEST(Settings, WhatIsExtendedIsWeakerThanTheFileAndLaterIsStronger) {
  const FakeFiles files = {
      {kHere, R"({"extends": ["base/a.json", "base/b.json"], "spelling": "us"})"},
      {"/p/base/a.json",
       R"({"root": true, "spelling": "uk", "voice": "mutual-aid", "quotations": "off",
           "ruleFiles": ["own.json"]})"},
      {"/p/base/b.json", R"({"extends": "c.json", "quotations": "warning"})"},
      {"/p/base/c.json", R"({"quotations": "as-written", "language": "fr"})"},
      {"/.personfirst.json", R"({"allow": ["an extended root stops nothing"]})"}};
  const Settings result = settings(files, "/p/a.md");
  EXPECT_EQ(result.options.spelling, Spelling::Us);
  EXPECT_EQ(result.options.voice, Voice::MutualAid);
  EXPECT_EQ(result.options.quotation_severity, Severity::Warning);
  EXPECT_EQ(result.language, "fr");
  EXPECT_THAT(result.rule_files, ElementsAre("/p/base/own.json"));
  EXPECT_EQ(result.options.allowed_phrases.size(), 1U);
}

TEST(Settings, OneBaseMayBeExtendedTwice) {
  const FakeFiles files = {{kHere, R"({"extends": ["a.json", "b.json"]})"},
                           {"/p/a.json", R"({"extends": "c.json"})"},
                           {"/p/b.json", R"({"extends": "c.json"})"},
                           {"/p/c.json", R"({"allow": ["x"]})"}};
  EXPECT_THAT(settings(files, "/p/a.md").options.allowed_phrases, ElementsAre("x"));
}

TEST(Settings, PresetsLoadAndAPresetIsAStart) {
  for (const std::string name : {"public", "journalism", "clinical", "research", "strict"}) {
    const Settings preset = settings({{kHere, R"({"extends": ")" + name + R"("})"}}, "/p/a.md");
    EXPECT_FALSE(preset.options.packs.empty()) << name;
  }
  const Settings own =
      settings({{kHere, R"({"extends": "strict", "packs": ["core"]})"}}, "/p/a.md");
  EXPECT_THAT(own.options.packs, ElementsAre("core"));
  EXPECT_EQ(own.options.quotation_severity, Severity::Error);
}

TEST(Settings, AWholeRuleIdBeatsAGlobOfTheSameFileWhereverItStands) {
  EXPECT_EQ(levels_of(settings(
                {{kHere, R"({"rules": {"a/b": "error", "a/*": "off", "*": "hint"}})"}}, "/p/a.md")),
            "a/*=off *=hint a/b=error");
}

TEST(Settings, ANearerGlobBeatsAFartherRuleId) {
  EXPECT_EQ(levels_of(settings({{kHere, R"({"rules": {"a/b": "error"}})"},
                                {kBelow, R"({"rules": {"a/*": "off"}})"}},
                               "/p/docs/a.md")),
            "a/b=error a/*=off");
}

TEST(Settings, AWholeIdSwitchesItsRuleOnAndAGlobDoesNot) {
  EXPECT_THAT(
      settings({{kHere, R"({"rules": {"a/b": "hint", "a/c": "off", "d/*": "error"}})"}}, "/p/a.md")
          .options.enable,
      ElementsAre("a/b"));
}

TEST(Settings, OverridesHoldForTheFilesTheyName) {
  const FakeFiles files = {{kHere, R"({"spelling": "us", "overrides": [
      {"files": ["docs/**", "!docs/old/**"], "spelling": "uk", "language": "fr", "format": "html"},
      {"files": ["*.txt"], "spelling": "from-text"}]})"}};
  const auto spelling = [&](const std::string& path) {
    return settings(files, path).options.spelling;
  };
  EXPECT_EQ(spelling("/p/a.md"), Spelling::Us);
  EXPECT_EQ(spelling("/p/docs/a/b.md"), Spelling::Uk);
  EXPECT_EQ(spelling("/p/docs/old/b.md"), Spelling::Us);
  EXPECT_EQ(spelling("/p/docs/a.txt"), Spelling::FromText);
  EXPECT_EQ(spelling("/p/notdocs/a.md"), Spelling::Us);
  EXPECT_EQ(settings(files, "/p/docs/a.md").language, "fr");
  EXPECT_EQ(settings(files, "/p/docs/a.md").format, Format::Html);
  EXPECT_EQ(settings(files, "/p/a.md").format, std::nullopt);
}

TEST(Settings, ANearerFileBeatsAFarthersOverride) {
  const FakeFiles files = {{kHere, R"({"overrides": [{"files": ["docs/**"], "spelling": "uk"}]})"},
                           {kBelow, R"({"spelling": "us"})"}};
  EXPECT_EQ(settings(files, "/p/docs/a.md").options.spelling, Spelling::Us);
}

TEST(Settings, GlobsOfAnExtendedFileAreRelativeToTheProject) {
  const FakeFiles files = {
      {kHere, R"({"extends": "base/team.json"})"},
      {"/p/base/team.json",
       R"({"exclude": ["old/"], "overrides": [{"files": ["docs/*"], "spelling": "uk"}]})"}};
  EXPECT_EQ(settings(files, "/p/docs/a.md").options.spelling, Spelling::Uk);
  EXPECT_FALSE(settings(files, "/p/old/a.md").included);
}

TEST(Settings, ADocumentThatIsNoFileGetsWhatHoldsForAll) {
  const auto config = load({{kHere, R"({"spelling": "uk", "language": {"*": "fr"},
      "exclude": ["*"], "overrides": [{"files": ["*"], "voice": "mutual-aid"}]})"}},
                           "/p");
  const Settings untitled = settings_for(*config, "");
  EXPECT_EQ(untitled.options.spelling, Spelling::Uk);
  EXPECT_EQ(untitled.options.voice, Voice::Standard);
  EXPECT_EQ(untitled.language, "en");
  EXPECT_TRUE(untitled.included);
}

TEST(Settings, LanguageAndFormatGoByGlobAndTheLastThatFitsDecides) {
  const FakeFiles files = {{kHere, R"({"language": {"*": "fr", "es/**": "es", "*.en.md": "en"},
                  "format": {"*.in": "markdown", "html/*": "html"}})"}};
  EXPECT_EQ(settings(files, "/p/a.md").language, "fr");
  EXPECT_EQ(settings(files, "/p/es/a.md").language, "es");
  EXPECT_EQ(settings(files, "/p/es/a.en.md").language, "en");
  EXPECT_EQ(settings(files, "/p/a.in").format, Format::Markdown);
  EXPECT_EQ(settings(files, "/p/html/a.in").format, Format::Html);
  EXPECT_EQ(settings(files, "/p/a.md").format, std::nullopt);
}

struct ScopeCase {
  std::string text;
  std::vector<std::string> in, out;
};

TEST(Settings, IncludeAndExcludeDecideWhatIsInScope) {
  const std::vector<ScopeCase> cases = {
      {R"({"exclude": ["vendor"]})", {"a.md"}, {"vendor/a.md", "x/vendor/y/a.md"}},
      {R"({"exclude": ["vendor/"]})", {"x/vendor"}, {"vendor/a.md"}},
      {R"({"exclude": ["/docs/*.md"]})", {"a.md", "docs/x/a.md", "x/docs/a.md"}, {"docs/a.md"}},
      {R"({"exclude": ["docs/**"]})", {"a.md"}, {"docs/a.md", "docs/x/a.md"}},
      {R"({"exclude": ["*.txt", "!keep.txt"]})", {"a.md", "keep.txt"}, {"a.txt"}},
      {R"({"exclude": ["!keep.txt", "*.txt"]})", {}, {"keep.txt"}},
      {R"({"exclude": ["docs/", "!docs/keep.md"]})", {}, {"docs/keep.md"}},
      {R"({"include": ["docs/**", "*.txt"]})", {"docs/x/a.md", "a.txt"}, {"a.md"}},
      {R"({"include": ["docs/**", "!docs/x/**"]})", {"docs/a.md"}, {"docs/x/a.md"}},
      {R"({"include": ["docs/**"], "exclude": ["old"]})", {"docs/a.md"}, {"docs/old/a.md"}},
  };
  for (const ScopeCase& each : cases) {
    const auto config = load({{kHere, each.text}}, "/p");
    for (const std::string& path : each.in)
      EXPECT_TRUE(settings_for(*config, "/p/" + path).included) << each.text << " " << path;
    for (const std::string& path : each.out)
      EXPECT_FALSE(settings_for(*config, "/p/" + path).included) << each.text << " " << path;
  }
}

TEST(Settings, TheFoldersThatAProjectLiesInAreNotItsOwn) {
  const auto config =
      load({{"/home/vendor/p/.personfirst.json", R"({"exclude": ["vendor", "p", "home/**"]})"}},
           "/home/vendor/p");
  EXPECT_TRUE(settings_for(*config, "/home/vendor/p/a.md").included);
  EXPECT_FALSE(settings_for(*config, "/home/vendor/p/vendor/a.md").included);
  EXPECT_FALSE(settings_for(*config, "/home/vendor/p/p/a.md").included);
  EXPECT_FALSE(excludes_folder(*config, "/home/vendor/p"));
}

TEST(Settings, AFolderThatIsExcludedNeedsNoLook) {
  const auto config = load({{kHere, R"({"exclude": ["vendor", "docs/**", "*.md"]})"}}, "/p");
  EXPECT_TRUE(excludes_folder(*config, "/p/vendor"));
  EXPECT_TRUE(excludes_folder(*config, "/p/x/vendor/y"));
  EXPECT_TRUE(excludes_folder(*config, "/p/docs"));
  EXPECT_FALSE(excludes_folder(*config, "/p/x"));
  EXPECT_FALSE(excludes_folder(*config, "/p"));
  EXPECT_FALSE(excludes_folder(*config, "/"));
}

TEST(Settings, OnlyAConfigurationThatNamesFormatsTakesFilesOfOtherEndings) {
  EXPECT_FALSE(names_formats(*load({{kHere, R"({"exclude": ["a"]})"}}, "/p")));
  EXPECT_TRUE(names_formats(*load({{kHere, R"({"format": {"*.in": "html"}})"}}, "/p")));
  EXPECT_TRUE(names_formats(
      *load({{kHere, R"({"overrides": [{"files": ["*.in"], "format": "html"}]})"}}, "/p")));
}

TEST(Settings, TheFileThatIsGivenIsTheOnlyOne) {
  const FakeFiles files = {{"/ci/strict.json", R"({"allow": ["given"], "exclude": ["old/*"]})"},
                           {kHere, R"({"allow": ["found"]})"}};
  const auto config = load_config_file("/ci/../ci/strict.json", reader_of(files), "/p");
  ASSERT_TRUE(config);
  EXPECT_THAT(settings_for(**config, "/p/a.md").options.allowed_phrases, ElementsAre("given"));
  EXPECT_FALSE(settings_for(**config, "/p/old/a.md").included);
  EXPECT_TRUE(settings_for(**config, "/ci/old/a.md").included);
  EXPECT_EQ(nearest_file(**config), "/ci/strict.json");
}

TEST(Settings, FilesForWatchingAreThoseThatWereLookedFor) {
  const auto config = load(
      {{kHere, R"({"root": true, "extends": "base.json"})"}, {"/p/base.json", "{}"}}, "/p/docs");
  EXPECT_THAT(files_of(*config),
              ElementsAre("/p/docs/.personfirst.json", "/p/.personfirst.json", "/p/base.json"));
  EXPECT_EQ(nearest_file(*config), "/p/.personfirst.json");
  EXPECT_EQ(nearest_file(*load({}, "/p")), "");
}

TEST(Settings, DriveLettersAreRootsToo) {
  const auto config = load({{"C:/p/.personfirst.json", R"({"spelling": "uk"})"}}, "C:/p/docs");
  EXPECT_EQ(settings_for(*config, "C:/p/docs/a.md").options.spelling, Spelling::Uk);
  EXPECT_THAT(files_of(*config), ElementsAre("C:/p/docs/.personfirst.json",
                                             "C:/p/.personfirst.json", "C:/.personfirst.json"));
}

std::string shown(const FakeFiles& files, const std::string& path) {
  std::string text;
  for (const ShownSetting& row : show_settings(*load(files, "/p/docs"), path)) {
    if (row.origin.file == "default") continue;
    text += row.key + " " + row.value + " " + row.origin.file;
    if (row.origin.line != 0)
      text += ":" + std::to_string(row.origin.line) + ":" + std::to_string(row.origin.column);
    text += "\n";
  }
  return text;
}

TEST(ShowSettings, EveryValueComesWithItsPlace) {
  EXPECT_EQ(shown({{kHere,
                    "{\"extends\": \"strict\",\n \"allow\": [\"a\", \"b\"],\n"
                    " \"exclude\": [\"*.md\"], \"rules\": {\"x/y\": \"off\"}}"},
                   {kBelow, R"({"packs": ["core", "hiv"], "allow": ["a"],
 "overrides": [{"files": ["*"], "rules": {"x/z": {"level": "hint", "preferred": "p"}}}]})"}},
                  "/p/docs/a.md"),
            "included false /p/.personfirst.json:3:14\n"
            "packs [\"core\", \"hiv\"] /p/docs/.personfirst.json:1:12\n"
            "rules.x/y \"off\" /p/.personfirst.json:3:33\n"
            "rules.x/z \"hint\" /p/docs/.personfirst.json:2:43\n"
            "allow \"b\" /p/.personfirst.json:2:17\n"
            "allow \"a\" /p/docs/.personfirst.json:1:38\n"
            "preferred.x/z \"p\" /p/docs/.personfirst.json:2:43\n"
            "quotations \"as-written\" preset:strict\n"
            "requireReason true preset:strict\n"
            "exclude \"*.md\" /p/.personfirst.json:3:14\n");
}

TEST(ShowSettings, WhatNobodySetIsShownWithItsDefault) {
  std::string text;
  for (const ShownSetting& row : show_settings(*load({}, "/p"), "/p/a.html"))
    text += row.key + " " + row.value + "\n";
  EXPECT_EQ(text,
            "included true\npacks [\"core\", \"framing\"]\nrules {}\nallow []\npreferred {}\n"
            "quotations \"hint\"\nvoice \"standard\"\nspelling \"from-text\"\nlanguage \"en\"\n"
            "format \"html\"\nvalues []\nminSeverity \"hint\"\nrequireReason false\ninclude "
            "[]\nexclude []\n"
            "ruleFiles []\n");
}

}  // namespace
}  // namespace personfirst
