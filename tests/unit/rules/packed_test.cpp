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

TEST(Packed, CheckedRulesHaveTheAnchorsOfEachPattern) {
  RuleData data = full_data();
  data.rules[0].anchors.pop_back();
  EXPECT_FALSE(from_packed(to_packed(data)));
}

}  // namespace
}  // namespace personfirst
