// What load_rule_data() reads, and what it refuses in which words.
#include "linter/rules/load.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/rule_files.h"

namespace personfirst {
namespace {

using ::testing::ElementsAre;

constexpr std::string_view kRules = R"({
  "$schema": "../schema.json",
  "language": "en",
  "pack": "core",
  "topic": "color",
  "rules": [
    {
      "id": "color/blue",
      "severity": "warning",
      "pos": "person",
      "message": "“{match}” is a color.",
      "note": "People are more than a color.",
      "sources": ["guide"],
      "patterns": ["{sky} blue{|s}", "blue{|s}"],
      "unless": ["blue whale"],
      "evidence": [{"near": ["person"], "within": 6}],
      "ordinary": [{"absent": ["hat"], "scope": "document"}, {"before": ["^"], "after": ["$"]}],
      "suggest": [
        {"text": "{person|people} in {sky} blue", "predicate": "{verb:wear} blue", "needs": "dx"},
        {"text": "green", "become": "{verb:turn} green", "for": ["blue"], "mass": true, "apply": "automatic"}
      ],
      "flag": [
        {"in": "The [[blues]] and a [[blue]].", "out": "The greens and a green."},
        {"in": "“The [[blue]].”", "format": "markdown", "context": "quotation"}
      ],
      "pass": ["The blue whale.", {"in": "<b>Sky</b>", "format": "html"}]
    },
    {
      "id": "color/red-2",
      "severity": "hint",
      "off": true,
      "pos": "phrase",
      "case": "exact",
      "message": "Red.",
      "note": "Red.",
      "advice": "Name the shade.",
      "sources": ["guide"],
      "patterns": ["RED"],
      "mutual_aid": true,
      "flag": [{"in": "[[RED]]"}],
      "pass": ["red"]
    }
  ]
})";

constexpr std::string_view kLexicon = R"({
  "lexicon": {
    "en": {
      "sets": {"sky": {"pale": {"shade": "light"}, "dark": {}}, "hat": ["cap", "top hat"]},
      "macros": {"number": {"re2": "[0-9]", "max_words": 3}, "word": {"re2": "[a-z]"}},
      "verbs": {"use": ["use", "uses", "used", "used", "using"]},
      "common_words": ["the"],
      "function_words": ["of"],
      "articles": {"a": ["one"], "an": ["hour"]},
      "spelling": {"color": "colour"},
      "uk_cues": ["colour"],
      "law": [{"near": ["act"]}],
      "self_label": {"before": ["i am a"], "after": ["in me"], "first_person": ["i"], "other_person": ["he"]},
      "mention": {"before": ["the word"], "after": ["is a word"], "introduced_by": ["avoid"],
                  "line_start": ["avoid"], "reference_headings": ["references"]},
      "name_shape": {"name_words": ["band"], "joining_words": ["of"]}
    }
  }
})";

constexpr std::string_view kNames = R"({
  "names": [{"text": "Blue Band", "acronym": "BB"}, {"text": "Blue", "needs_capitals": true}]
})";

constexpr std::string_view kSources = R"({
  "sources": [
    {"id": "guide", "title": "A guide", "publisher": "Us", "year": "2020", "url": "https://example.org/guide"},
    {"id": "other", "title": "Another", "publisher": "Us", "url": "http://example.org"}
  ]
})";

// The four files, in the order of their names here.
std::vector<RuleFile> good_files() {
  return {{"rules.json", std::string(kRules)},
          {"lexicon.json", std::string(kLexicon)},
          {"names.json", std::string(kNames)},
          {"sources.json", std::string(kSources)}};
}

std::string error_of(const std::vector<RuleFile>& files,
                     LoadExamples examples = LoadExamples::Yes) {
  const Result<RuleData> data = load_rule_data(files, examples);
  return data ? "loaded" : to_string(data.error());
}

struct BadFile {
  std::string_view file;  // which of the good files is changed
  std::string_view from;  // its first occurrence ...
  std::string_view to;    // ... becomes this
  std::string_view error;
};

void check(const BadFile& bad) {
  std::vector<RuleFile> files = good_files();
  for (RuleFile& file : files) {
    if (file.name != bad.file) continue;
    const auto at = file.json.find(bad.from);
    ASSERT_NE(at, std::string::npos) << bad.from << " is not in " << bad.file;
    file.json.replace(at, bad.from.size(), bad.to);
  }
  EXPECT_EQ(error_of(files), bad.error) << bad.from << " -> " << bad.to;
}

TEST(LoadRuleData, ReadsEveryFieldOfARule) {
  const Result<RuleData> data = load_rule_data(good_files(), LoadExamples::Yes);
  ASSERT_TRUE(data) << to_string(data.error());
  ASSERT_EQ(data->rules.size(), 2U);
  const Rule& blue = data->rules[0];
  EXPECT_EQ(blue.id, "color/blue");
  EXPECT_EQ(blue.file, "rules.json");
  EXPECT_EQ(blue.language + blue.pack + blue.topic, "encorecolor");
  EXPECT_EQ(blue.severity, Severity::Warning);
  EXPECT_EQ(blue.part_of_speech, PartOfSpeech::Person);
  EXPECT_TRUE(blue.on_by_default);
  EXPECT_FALSE(blue.exact_case);
  EXPECT_FALSE(blue.mutual_aid_word);
  EXPECT_EQ(blue.message, "“{match}” is a color.");
  EXPECT_EQ(blue.note, "People are more than a color.");
  EXPECT_EQ(blue.advice, "");
  EXPECT_THAT(blue.sources, ElementsAre("guide"));
  EXPECT_THAT(blue.patterns, ElementsAre("{sky} blue{|s}", "blue{|s}"));
  EXPECT_THAT(blue.unless, ElementsAre("blue whale"));
  const Rule& red = data->rules[1];
  EXPECT_EQ(red.severity, Severity::Hint);
  EXPECT_EQ(red.part_of_speech, PartOfSpeech::Phrase);
  EXPECT_FALSE(red.on_by_default);
  EXPECT_TRUE(red.exact_case);
  EXPECT_TRUE(red.mutual_aid_word);
  EXPECT_EQ(red.advice, "Name the shade.");
}

TEST(LoadRuleData, ReadsConditions) {
  const Rule blue = load_rule_data(good_files(), LoadExamples::Yes)->rules[0];
  ASSERT_EQ(blue.evidence.size(), 1U);
  EXPECT_THAT(blue.evidence[0].near, ElementsAre("person"));
  EXPECT_EQ(blue.evidence[0].within, 6U);
  EXPECT_EQ(blue.evidence[0].scope, Scope::Sentence);
  ASSERT_EQ(blue.ordinary.size(), 2U);
  EXPECT_THAT(blue.ordinary[0].absent, ElementsAre("hat"));
  EXPECT_EQ(blue.ordinary[0].within, std::nullopt);
  EXPECT_EQ(blue.ordinary[0].scope, Scope::Document);
  EXPECT_THAT(blue.ordinary[1].before, ElementsAre("^"));
  EXPECT_THAT(blue.ordinary[1].after, ElementsAre("$"));
}

TEST(LoadRuleData, ReadsSuggestions) {
  const Rule blue = load_rule_data(good_files(), LoadExamples::Yes)->rules[0];
  ASSERT_EQ(blue.suggestions.size(), 2U);
  EXPECT_EQ(blue.suggestions[0].text, "{person|people} in {sky} blue");
  EXPECT_EQ(blue.suggestions[0].predicate, "{verb:wear} blue");
  EXPECT_EQ(blue.suggestions[0].needs, Needs::Diagnosis);
  EXPECT_FALSE(blue.suggestions[0].automatic);
  EXPECT_EQ(blue.suggestions[1].become, "{verb:turn} green");
  EXPECT_THAT(blue.suggestions[1].for_patterns, ElementsAre("blue"));
  EXPECT_EQ(blue.suggestions[1].needs, Needs::Nothing);
  EXPECT_TRUE(blue.suggestions[1].automatic);
  EXPECT_TRUE(blue.suggestions[1].mass);
}

TEST(LoadRuleData, ReadsExamplesOnlyWhenAsked) {
  const Rule blue = load_rule_data(good_files(), LoadExamples::Yes)->rules[0];
  ASSERT_EQ(blue.flag.size(), 2U);
  EXPECT_EQ(blue.flag[0].out, "The greens and a green.");
  EXPECT_EQ(blue.flag[0].format + " " + blue.flag[0].context, "plain prose");
  EXPECT_EQ(blue.flag[1].out, std::nullopt);
  EXPECT_EQ(blue.flag[1].format + " " + blue.flag[1].context, "markdown quotation");
  ASSERT_EQ(blue.pass.size(), 2U);
  EXPECT_EQ(blue.pass[0].format + blue.pass[0].in, "plainThe blue whale.");
  EXPECT_EQ(blue.pass[1].format + blue.pass[1].in, "html<b>Sky</b>");

  const Rule without = load_rule_data(good_files(), LoadExamples::No)->rules[0];
  EXPECT_TRUE(without.flag.empty());
  EXPECT_TRUE(without.pass.empty());
}

TEST(LoadRuleData, ReadsTheLexicon) {
  const Result<RuleData> data = load_rule_data(good_files(), LoadExamples::No);
  ASSERT_TRUE(data) << to_string(data.error());
  const Lexicon& en = data->lexicons.at("en");
  EXPECT_EQ(en.language, "en");
  EXPECT_EQ(en.sets.at("sky").name, "sky");
  EXPECT_EQ(en.sets.at("sky").words.at("pale").at("shade"), "light");
  EXPECT_TRUE(en.sets.at("sky").words.at("dark").empty());
  EXPECT_TRUE(en.sets.at("hat").words.contains("top hat"));
  EXPECT_EQ(en.macros.at("number").re2, "[0-9]");
  EXPECT_EQ(en.macros.at("number").max_words, 3U);
  EXPECT_EQ(en.macros.at("word").max_words, 1U);
  const VerbForms& use = en.verbs.at("use");
  EXPECT_EQ(use.base + " " + use.third + " " + use.past + " " + use.participle + " " + use.gerund,
            "use uses used used using");
  EXPECT_THAT(en.common_words, ElementsAre("the"));
  EXPECT_THAT(en.function_words, ElementsAre("of"));
  EXPECT_THAT(en.a_before_vowel_letter, ElementsAre("one"));
  EXPECT_THAT(en.an_before_consonant_letter, ElementsAre("hour"));
  EXPECT_EQ(en.us_to_uk.at("color"), "colour");
  EXPECT_THAT(en.uk_cues, ElementsAre("colour"));
  ASSERT_EQ(en.law.size(), 1U);
  EXPECT_THAT(en.self_label.before, ElementsAre("i am a"));
  EXPECT_THAT(en.self_label.after, ElementsAre("in me"));
  EXPECT_THAT(en.self_label.first_person, ElementsAre("i"));
  EXPECT_THAT(en.self_label.other_person, ElementsAre("he"));
  EXPECT_THAT(en.mention.before, ElementsAre("the word"));
  EXPECT_THAT(en.mention.after, ElementsAre("is a word"));
  EXPECT_THAT(en.mention.introduced_by, ElementsAre("avoid"));
  EXPECT_THAT(en.mention.line_start, ElementsAre("avoid"));
  EXPECT_THAT(en.mention.reference_headings, ElementsAre("references"));
  EXPECT_THAT(en.name_shape.name_words, ElementsAre("band"));
  EXPECT_THAT(en.name_shape.joining_words, ElementsAre("of"));
}

TEST(LoadRuleData, ReadsNamesAndSources) {
  const Result<RuleData> data = load_rule_data(good_files(), LoadExamples::No);
  ASSERT_TRUE(data) << to_string(data.error());
  ASSERT_EQ(data->names.size(), 2U);
  EXPECT_EQ(data->names[0].text + data->names[0].acronym, "Blue BandBB");
  EXPECT_FALSE(data->names[0].needs_capitals);
  EXPECT_TRUE(data->names[1].needs_capitals);
  ASSERT_EQ(data->sources.size(), 2U);
  EXPECT_EQ(data->sources[0].id + data->sources[0].title + data->sources[0].publisher +
                data->sources[0].year,
            "guideA guideUs2020");
  EXPECT_EQ(data->sources[0].url, "https://example.org/guide");
  EXPECT_EQ(data->sources[1].year, "");
}

TEST(LoadRuleData, AllowsTheFilesInAnyOrder) {
  std::vector<RuleFile> files = good_files();
  std::reverse(files.begin(), files.end());
  EXPECT_EQ(error_of(files), "loaded");
}

TEST(LoadRuleData, AllowsAPackOfOnesOwn) {
  std::vector<RuleFile> files = good_files();
  files.push_back(
      {"own.json", R"({"language": "en", "pack": "my-clinic", "topic": "house", "rules": [
    {"id": "house/word", "severity": "error", "pos": "thing", "message": "m", "note": "n", "advice": "a",
     "sources": ["mine"], "patterns": ["word"]}]})"});
  files.push_back({"mine.json", R"({"sources": [
    {"id": "mine", "title": "t", "publisher": "p", "url": "https://example.org"}]})"});
  EXPECT_EQ(error_of(files, LoadExamples::No), "loaded");
  EXPECT_EQ(error_of(files, LoadExamples::Yes), "own.json: house/word: flag: is missing");
}

TEST(LoadRuleData, SaysWhereJsonIsBroken) {
  const BadFile cases[] = {
      {"names.json", "\"BB\"}", "\"BB\"",
       "names.json:2:52: is not JSON: while parsing object key - unexpected '{'; expected string "
       "literal"},
      {"names.json", "true}", "yes}",
       "names.json:2:88: is not JSON: while parsing value - invalid literal"},
      {"names.json", "]\n}", "]",
       "names.json:2:94: is not JSON: while parsing object - unexpected end of input; expected "
       "'}'"},
      {"names.json", "Blue Band", "Blue \xff",
       "names.json:2:28: is not JSON: while parsing value - invalid string: ill-formed UTF-8 byte"},
      {"names.json", "\n}", "\n} {",
       "names.json:3:3: is not JSON: while parsing value - unexpected '{'; expected end of input"},
  };
  for (const BadFile& bad : cases) check(bad);
}

TEST(LoadRuleData, RefusesAFileOfNoKind) {
  EXPECT_EQ(error_of({{"x.json", "{}"}}),
            "x.json: has none of “rules”, “lexicon”, “names” and “sources”");
  EXPECT_EQ(error_of({{"x.json", "[]"}}), "x.json: must be an object");
  EXPECT_EQ(error_of({{"x.json", ""}}),
            "x.json:1:1: is not JSON: while parsing value - unexpected end of input; expected '[', "
            "'{', or a literal");
}

TEST(LoadRuleData, NamesRuleAndFieldOfWhatIsWrong) {
  const BadFile cases[] = {
      // The file.
      {"rules.json", "\"pack\": \"core\"", "\"pack\": \"Core\"",
       "rules.json: pack: must be in lower case: a-z, 0-9 and hyphens"},
      {"rules.json", "\"topic\": \"color\",", "", "rules.json: topic: is missing"},
      {"rules.json", "\"topic\": \"color\"", "\"topic\": 3", "rules.json: topic: must be a text"},
      {"rules.json", "\"language\": \"en\"", "\"language\": \"de\"",
       "rules.json: color/blue: language: there is no lexicon for “de”"},
      {"rules.json", "\"pack\"", "\"names\": [], \"pack\"",
       "rules.json: names: is not a known field"},
      // Its fields.
      {"rules.json", "\"patterns\"", "\"patern\"",
       "rules.json: color/blue: patern: is not a known field"},
      {"rules.json", "\"severity\": \"warning\",", "",
       "rules.json: color/blue: severity: is missing"},
      {"rules.json", "\"warning\"", "\"info\"",
       "rules.json: color/blue: severity: must be one of “error”, “warning”, “hint”"},
      {"rules.json", "\"person\",", "\"noun\",",
       "rules.json: color/blue: pos: must be one of “person”, “thing”, “modifier”, “verb”, "
       "“phrase”"},
      {"rules.json", "\"exact\"", "\"same\"", "rules.json: color/red-2: case: must be “exact”"},
      {"rules.json", "\"off\": true", "\"off\": \"yes\"",
       "rules.json: color/red-2: off: must be true or false"},
      {"rules.json", "\"pos\"", "\"pos\": \"thing\", \"pos\"",
       "rules.json: color/blue: pos: is given twice"},
      {"rules.json", "{match}", "{word}",
       "rules.json: color/blue: message: may hold {match} and no other braces"},
      {"rules.json", "\"People are more than a color.\"", "\"\"",
       "rules.json: color/blue: note: must not be empty"},
      {"rules.json", "[\"guide\"]", "[\"guide\", \"gide\"]",
       "rules.json: color/blue: sources[1]: “gide” is not in any list of sources"},
      {"rules.json", "[\"guide\"]", "\"guide\"", "rules.json: color/blue: sources: must be a list"},
      {"rules.json", "[\"{sky} blue{|s}\", \"blue{|s}\"]", "[]",
       "rules.json: color/blue: patterns: must not be empty"},
      {"rules.json", "\"blue{|s}\"]", "7]", "rules.json: color/blue: patterns[1]: must be a text"},
      {"rules.json", "\"advice\": \"Name the shade.\",", "",
       "rules.json: color/red-2: needs “suggest” or “advice”"},
      // Ids.
      {"rules.json", "\"color/blue\"", "\"hue/blue\"",
       "rules.json: hue/blue: id: must be “color/” and a name in lower case: a-z, 0-9 and hyphens"},
      {"rules.json", "\"color/blue\"", "\"color/Blue\"",
       "rules.json: color/Blue: id: must be “color/” and a name in lower case: a-z, 0-9 and "
       "hyphens"},
      {"rules.json", "\"id\": \"color/red-2\",", "", "rules.json: rules[1]: id: is missing"},
      {"rules.json", "\"color/red-2\"", "\"color/blue\"",
       "rules.json: color/blue: id: is already the id of a rule in rules.json"},
      // Conditions.
      {"rules.json", "\"near\": [\"person\"], ", "",
       "rules.json: color/blue: evidence[0]: needs “near”, “absent”, “before”, “after” or “under”"},
      {"rules.json", "\"within\": 6", "\"within\": -6",
       "rules.json: color/blue: evidence[0]: within: must be a whole number from 0 up"},
      {"rules.json", "\"near\": [\"person\"]", "\"after\": [\"person\"]",
       "rules.json: color/blue: evidence[0]: within: goes with “near”"},
      {"rules.json", "\"document\"", "\"page\"",
       "rules.json: color/blue: ordinary[0]: scope: must be one of “sentence”, “paragraph”, "
       "“document”"},
      // Suggestions.
      {"rules.json", "\"dx\"", "\"diagnosis\"",
       "rules.json: color/blue: suggest[0]: needs: must be one of “dx”, “rec”, “rx”"},
      {"rules.json", "\"dx\"", "\"dx\", \"apply\": \"automatic\"",
       "rules.json: color/blue: suggest[0]: apply: a suggestion that needs something is always "
       "asked first"},
      {"rules.json", "\"text\": \"green\", ", "",
       "rules.json: color/blue: suggest[1]: text: is missing"},
  };
  for (const BadFile& bad : cases) check(bad);
}

TEST(LoadRuleData, RefusesBadExamples) {
  const BadFile cases[] = {
      {"rules.json", "The [[blues]] and a [[blue]].", "The blues.",
       "rules.json: color/blue: flag[0]: in: must mark the words to be found, [[like this]]"},
      {"rules.json", "[[blues]]", "[[blues",
       "rules.json: color/blue: flag[0]: in: must mark the words to be found, [[like this]]"},
      {"rules.json", "The greens", "The [[greens]]",
       "rules.json: color/blue: flag[0]: out: must not hold marks"},
      {"rules.json", "\"context\": \"quotation\"", "\"context\": \"quote\"",
       "rules.json: color/blue: flag[1]: context: must be one of “prose”, “quotation”, "
       "“self-label”"},
      {"rules.json", "\"format\": \"html\"", "\"format\": \"pdf\"",
       "rules.json: color/blue: pass[1]: format: must be one of “plain”, “markdown”, “html”"},
      {"rules.json", "The blue whale.", "The [[blue]] whale.",
       "rules.json: color/blue: pass[0]: must not hold marks: nothing is to be found there"},
      {"rules.json", "[\"red\"]", "[]", "rules.json: color/red-2: pass: must not be empty"},
      {"rules.json", "[\"red\"]", "[4]", "rules.json: color/red-2: pass[0]: must be an object"},
  };
  for (const BadFile& bad : cases) check(bad);
}

TEST(LoadRuleData, AllowsSixtyWordsInANoteAndNoMore) {
  std::string note;
  for (int i = 0; i < 60; ++i) note += i == 0 ? "word" : " word";
  std::vector<RuleFile> files = good_files();
  const std::string old = "People are more than a color.";
  files[0].json.replace(files[0].json.find(old), old.size(), note);
  EXPECT_EQ(error_of(files), "loaded");
  files[0].json.replace(files[0].json.find(note), note.size(), note + " more");
  EXPECT_EQ(error_of(files), "rules.json: color/blue: note: has 61 words; 60 are the most");
}

TEST(LoadRuleData, RefusesBadLexiconsNamesAndSources) {
  const BadFile cases[] = {
      {"lexicon.json", "\"uk_cues\"", "\"uk_clues\"",
       "lexicon.json: en: uk_clues: is not a known field"},
      {"lexicon.json", "\"shade\": \"light\"", "\"shade\": 1",
       "lexicon.json: en: sets: sky: pale: shade: must be a text"},
      {"lexicon.json", "\"dark\"", "\"pale\"", "lexicon.json: en: sets: sky: pale: is given twice"},
      {"lexicon.json", "\"top hat\"", "\"cap\"",
       "lexicon.json: en: sets: hat: cap: is given twice"},
      {"lexicon.json", "[\"cap\", \"top hat\"]", "[]",
       "lexicon.json: en: sets: hat: must not be empty"},
      {"lexicon.json", "\"number\"", "\"sky\"",
       "lexicon.json: en: macros: sky: is the name of a set, too"},
      {"lexicon.json", "\"max_words\": 3", "\"max_words\": 0",
       "lexicon.json: en: macros: number: max_words: must be 1 or more"},
      {"lexicon.json", "\"used\", \"used\"", "\"used\"",
       "lexicon.json: en: verbs: use: must have five forms, such as use, uses, used, used, using"},
      {"lexicon.json", "[\"use\",", "[\"us\",", "lexicon.json: en: verbs: use[0]: must be “use”"},
      {"lexicon.json", "[{\"near\": [\"act\"]}]", "[{\"nearby\": [\"act\"]}]",
       "lexicon.json: en: law[0]: nearby: is not a known field"},
      {"lexicon.json", "\"line_start\"", "\"line_begin\"",
       "lexicon.json: en: mention: line_begin: is not a known field"},
      {"names.json", "\"text\": \"Blue\"", "\"text\": null",
       "names.json: names[1]: text: must be a text"},
      {"names.json", "\"needs_capitals\"", "\"word\"",
       "names.json: names[1]: word: is not a known field"},
      {"sources.json", "\"other\"", "\"guide\"",
       "sources.json: guide: id: is already the id of a source"},
      {"sources.json", "\"other\"", "\"Other\"",
       "sources.json: Other: id: must be in lower case: a-z, 0-9 and hyphens"},
      {"sources.json", "http://example.org", "example.org",
       "sources.json: other: url: must begin with https:// or http://"},
      {"sources.json", "\"title\": \"Another\", ", "", "sources.json: other: title: is missing"},
  };
  for (const BadFile& bad : cases) check(bad);
}

TEST(LoadRuleData, AddsButNeverReplaces) {
  std::vector<RuleFile> files = good_files();
  files.push_back({"rules2.json", std::string(kRules)});
  EXPECT_EQ(error_of(files),
            "rules2.json: color/blue: id: is already the id of a rule in rules.json");
  files.back() = {"lexicon2.json", std::string(kLexicon)};
  EXPECT_EQ(error_of(files), "lexicon2.json: lexicon: en: is given already");
  files.back() = {"sources2.json", std::string(kSources)};
  EXPECT_EQ(error_of(files), "sources2.json: guide: id: is already the id of a source");
}

TEST(LoadRuleData, RefusesControlCharactersThatNoTextHolds) {
  const auto with = [](std::string_view where, std::string_view text) {
    std::vector<RuleFile> files = good_files();
    std::string& json = files[where == "sets" ? 1 : 0].json;
    json.insert(json.find('"', json.find(where) + where.size() + 1) + 1, text);
    return error_of(files);
  };
  for (const char* escape : {"\\u0000", "\\u0001", "\\f", "\\u007f"}) {
    const std::string expected = "has a control character behind “ab”";
    EXPECT_THAT(with("patterns", "ab" + std::string(escape)), ::testing::HasSubstr(expected))
        << escape;
    EXPECT_THAT(with("sets", "ab" + std::string(escape)), ::testing::HasSubstr(expected)) << escape;
  }
  EXPECT_THAT(with("message", "ab\\u0001"), ::testing::HasSubstr("“ab”"));
}

TEST(LoadRuleData, SurvivesDeepNestingAndLongLists) {
  for (const char* open : {"[", "{\"a\":"}) {
    std::string deep;
    for (int i = 0; i < 500'000; ++i) deep += open;
    EXPECT_EQ(error_of({{"deep.json", deep}}), "deep.json: is nested more than 32 deep");
  }
  std::string many = "{\"names\": [{\"text\": \"x\"";
  for (int i = 0; i < 200'000; ++i) many += ", \"k" + std::to_string(i) + "\": 1";
  EXPECT_EQ(error_of({{"many.json", many + "}]}"}}),
            "many.json: names[0]: k0: is not a known field");
}

TEST(LoadRuleData, ReadsTheShippedFiles) {
  const std::vector<RuleFile> files = testing::shipped_rule_files();
  EXPECT_GE(files.size(), 3U);
  EXPECT_EQ(error_of(files), "loaded");
}

}  // namespace
}  // namespace personfirst
