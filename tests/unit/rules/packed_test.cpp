// Packed rules come back as they were, and damaged ones are refused.
#include "linter/rules/packed.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "linter/rules/load.h"
#include "linter/rules/rule_set.h"
#include "tests/support/rule_files.h"

namespace personfirst {
namespace {

// Every field is given, and differs from what it is by default.
RuleData full_data() {
  const Condition condition{{"near"}, {"absent", "gone"}, {"before"}, {"after"},
                            7,        Scope::Document,    {"under"}};
  Rule rule;
  rule.id = "hats/top-hat";
  rule.language = "en";
  rule.pack = "core";
  rule.topic = "hats";
  rule.file = "rules/en/hats.json";
  rule.severity = Severity::Hint;
  rule.on_by_default = false;
  rule.exact_case = true;
  rule.part_of_speech = PartOfSpeech::Verb;
  rule.message = "“{match}” is a hat.";
  rule.note = std::string("a note\0with a zero byte", 23);
  rule.advice = "advice";
  rule.sources = {"guide"};
  rule.patterns = {"top hat{|s}", "bowler"};
  rule.unless = {"old top hat"};
  rule.evidence = {condition, Condition{}};
  rule.ordinary = {condition};
  rule.suggestions = {{"text", "predicate", "become", {"bowler"}, Needs::Prescription, true, true}};
  rule.mutual_aid_word = true;
  rule.flag = {{"a [[top hat]]", "a cap", "markdown", "quotation"},
               {"[[bowler]]", std::nullopt, "html", "prose"}};
  rule.pass = {{"a cap", "html"}};
  rule.anchors = {{{"hat", 1, 1, 0x0123456789ABCDEF, 2, {7, 0xFFFFFFFF}, true},
                   {"hats", 1, 2, kAnyWord, kAnyWord, {}, false}},
                  {{"bowler", 0, 3, kAnyWord, kAnyWord, {}, false}}};
  rule.checked = true;

  Lexicon lexicon;
  lexicon.language = "en";
  lexicon.sets["hat"] = {"hat", {{"cap", {{"kind", "soft"}}}, {"top hat", {}}}};
  lexicon.macros["number"] = {"number", "[0-9]", 3};
  lexicon.verbs["wear"] = {"wear", "wears", "wore", "worn", "wearing"};
  lexicon.common_words = {"the"};
  lexicon.function_words = {"of"};
  lexicon.a_before_vowel_letter = {"use"};
  lexicon.an_before_consonant_letter = {"hour"};
  lexicon.us_to_uk = {{"color", "colour"}};
  lexicon.uk_cues = {"favour"};
  lexicon.law = {condition};
  lexicon.self_label = {{"i am an"}, {"in me"}, {"i"}, {"my"}, {"they"}};
  lexicon.mention = {{"the word"}, {"is a word"}, {"avoid"},     {"means"},
                     {"words"},    {"not"},       {"references"}};
  lexicon.name_shape = {{"institute"}, {"of"}, {"council"}};
  lexicon.checked = true;

  RuleData data;
  data.rules = {rule, Rule{}};
  data.lexicons = {{"en", lexicon}, {"fr", Lexicon{}}};
  data.names = {{"Institute of Hats", "IoH", true}};
  data.sources = {{"guide", "Guide", "Hatters", "2024", "https://example.org"}};
  return data;
}

// Bytes that are read are the ones that would be written: nothing is passed over or made up.
void check_damaged(const std::string& bytes) {
  const Result<RuleData> data = from_packed(bytes);
  if (data) {
    EXPECT_TRUE(to_packed(*data) == bytes);
  } else {
    EXPECT_EQ(data.error().where, "packed rules");
  }
}

TEST(Packed, EveryFieldComesBack) {
  const RuleData data = full_data();
  const Result<RuleData> back = from_packed(to_packed(data));
  ASSERT_TRUE(back);
  EXPECT_TRUE(*back == data);
}

TEST(Packed, ShippedRulesComeBack) {
  const Result<RuleData> data = load_rule_data(testing::shipped_rule_files(), LoadExamples::Yes);
  ASSERT_TRUE(data) << to_string(data.error());
  const Result<RuleData> back = from_packed(to_packed(*data));
  ASSERT_TRUE(back);
  EXPECT_TRUE(*back == *data);
}

TEST(Packed, WhatIsCutOffIsRefused) {
  const std::string bytes = to_packed(full_data());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(from_packed(std::string_view(bytes).substr(0, size))) << size;
  }
  EXPECT_FALSE(from_packed(bytes + '\0'));
}

TEST(Packed, AChangedByteIsRefusedOrIsAnotherText) {
  const std::string bytes = to_packed(full_data());
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    for (const int change : {0x01, 0x02, 0x80, 0xFF}) {
      std::string changed = bytes;
      changed[i] = static_cast<char>(changed[i] ^ change);
      check_damaged(changed);
    }
  }
}

TEST(Packed, AHugeCountIsRefused) {
  const std::string bytes = to_packed(full_data());
  for (std::size_t i = 0; i + 4 <= bytes.size(); ++i) {
    std::string changed = bytes;
    std::fill_n(changed.begin() + static_cast<std::ptrdiff_t>(i), 4, '\xFF');
    check_damaged(changed);
  }
}

TEST(Packed, AnotherVersionIsRefused) {
  std::string bytes = to_packed(full_data());
  bytes[bytes.find('\n') - 1] = '0';
  const Result<RuleData> data = from_packed(bytes);
  ASSERT_FALSE(data);
  EXPECT_EQ(to_string(data.error()), "packed rules: are of another version");
}

RuleData shipped_data() {
  Result<RuleData> data = load_rule_data(testing::shipped_rule_files(), LoadExamples::No);
  if (!data || !prepare_rules(*data)) ADD_FAILURE() << "the shipped rules are wrong";
  return data ? *std::move(data) : RuleData{};
}

TEST(Packed, PartsAreThoseOfTheWhole) {
  const RuleData data = shipped_data();
  const std::string bytes = to_packed(data);
  const Result<RuleParts> opened = open_packed(bytes);
  ASSERT_TRUE(opened);
  const RuleParts parts = in_parts(data);
  ASSERT_EQ(opened->rules.size(), parts.rules.size());
  for (std::size_t i = 0; i < parts.rules.size(); ++i) {
    EXPECT_TRUE(opened->rules[i].head == parts.rules[i].head) << parts.rules[i].head.id;
    EXPECT_EQ(opened->rules[i].place, parts.rules[i].place);
    EXPECT_TRUE(*opened->rules[i].rule == *parts.rules[i].rule) << parts.rules[i].head.id;
    EXPECT_TRUE(*parts.rules[i].rule == data.rules[parts.rules[i].place]);
  }
  ASSERT_EQ(opened->lexicons.size(), 1U);
  EXPECT_TRUE(*opened->lexicons.at("en") == data.lexicons.at("en"));
  EXPECT_TRUE(*opened->names == data.names);
  EXPECT_TRUE(*opened->sources == data.sources);
}

// Only what is asked for is seen, and a part that is damaged is another one, or empty.
TEST(Packed, ADamagedPartIsReadToTheEnd) {
  const std::string bytes = to_packed(full_data());
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::string changed = bytes;
    changed[i] = static_cast<char>(changed[i] ^ 0xFF);
    const Result<RuleParts> opened = open_packed(changed);
    if (!opened) continue;
    for (const RulePart& part : opened->rules) EXPECT_LE(part.rule->id.size(), changed.size());
    for (const auto& [language, lexicon] : opened->lexicons) {
      for (const auto& [name, set] : lexicon->sets) EXPECT_LE(set.words.size(), changed.size());
    }
    EXPECT_LE(opened->names->size() + opened->sources->size(), changed.size());
  }
}

TEST(Packed, TablesComeBackAndAreThoseThatLoadingMakes) {
  const RuleData data = shipped_data();
  const auto tables = prepare_tables(data);
  ASSERT_TRUE(tables);
  const std::string bytes = to_packed(*tables);
  auto back = tables_from_packed(bytes);
  ASSERT_TRUE(back);
  ASSERT_EQ(back->size(), 1U);
  EXPECT_TRUE(back->at("en").scan.data() == tables->at("en").scan.data());
  EXPECT_TRUE(back->at("en").anchors.data() == tables->at("en").anchors.data());
  EXPECT_FALSE(tables->at("en").edges.empty());
  EXPECT_TRUE(back->at("en").edges.data() == tables->at("en").edges.data());

  RuleParts parts = in_parts(data);
  parts.tables = *std::move(back);
  const auto set = compile_rules(std::move(parts));
  ASSERT_TRUE(set);
  const CompiledLanguage& english = (*set)->languages.at("en");
  EXPECT_TRUE(english.scan.data() == tables->at("en").scan.data());
  EXPECT_TRUE(english.anchors.data() == tables->at("en").anchors.data());
  for (std::size_t size = 0; size < bytes.size(); size += 997)
    EXPECT_FALSE(size > 20 && tables_from_packed(std::string_view(bytes).substr(0, size))) << size;
}

TEST(Packed, CheckedRulesHaveTheAnchorsOfEachPattern) {
  RuleData data = full_data();
  data.rules[0].anchors.pop_back();
  EXPECT_FALSE(from_packed(to_packed(data)));
}

}  // namespace
}  // namespace personfirst
