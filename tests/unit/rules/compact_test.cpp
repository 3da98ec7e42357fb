// Compact rules come back as they were, and damaged ones are refused.
#include "linter/rules/compact.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "linter/rules/compact_writer.h"
#include "linter/rules/load.h"
#include "linter/rules/rule_set.h"
#include "tests/support/rule_files.h"

namespace personfirst {
namespace {

constexpr std::string_view kRules = R"({
  "language": "en", "pack": "core", "topic": "hats",
  "rules": [
    {
      "id": "hats/top-hat", "severity": "hint", "off": true, "pos": "thing", "case": "exact",
      "message": "“{match}” is a hat.", "note": "So it is.", "sources": ["guide"],
      "patterns": ["{color} hat{|s}", "{number} hat{|s} of {color} silk", "hat"],
      "unless": ["old hat"],
      "evidence": [{"near": ["{color}"], "within": 300}],
      "ordinary": [{"before": ["my"], "after": ["is"]}, {"absent": ["coat"], "scope": "document"}],
      "suggest": [{"text": "{color} cap{|s}", "for": ["hat"], "apply": "automatic"}],
      "flag": [{"in": "A [[hat]].", "out": "A cap."}, {"in": "<p>[[hat]]", "format": "html"}],
      "pass": ["An old hat.", {"in": "old hats", "format": "markdown"}]
    }
  ]
})";

constexpr std::string_view kLexicon = R"({
  "lexicon": {"en": {
    "sets": {"color": {"blue": {"shade": "pale"}, "dark green": {}}},
    "macros": {"number": {"re2": "[0-9]{1,3}", "max_words": 2}},
    "verbs": {"use": ["use", "uses", "used", "used", "using"]},
    "common_words": ["the", "of"], "function_words": ["of"],
    "articles": {"a": ["one"], "an": ["hour"]}, "spelling": {"color": "colour"},
    "self_label": {"before": ["i am a"], "after": ["in me"], "first_person": ["i"], "other_person": ["he"]},
    "mention": {"before": ["the word"], "after": ["is a word"], "introduced_by": ["avoid"],
                "line_start": ["avoid"], "reference_headings": ["references"]},
    "name_shape": {"name_words": ["band"], "joining_words": ["of"]}
  }}
})";

constexpr std::string_view kSources = R"({
  "sources": [{"id": "guide", "title": "A guide", "publisher": "Us", "year": "2020", "url": "https://example.org"}]
})";

RuleData checked(const std::vector<RuleFile>& files) {
  Result<RuleData> data = load_rule_data(files, LoadExamples::Yes);
  if (data) {
    if (const auto prepared = prepare_rules(*data); !prepared)
      ADD_FAILURE() << to_string(prepared.error());
    return *std::move(data);
  }
  ADD_FAILURE() << to_string(data.error());
  return {};
}

RuleData hats() {
  return checked({{"hats.json", std::string(kRules)},
                  {"lexicon.json", std::string(kLexicon)},
                  {"sources.json", std::string(kSources)}});
}

void check_comes_back(RuleData data) {
  const Result<CompactRules> bytes = to_compact(data);
  ASSERT_TRUE(bytes);
  const Result<RuleData> all = from_compact(bytes->rules, bytes->examples);
  ASSERT_TRUE(all) << to_string(all.error());
  EXPECT_TRUE(*all == data);
  for (Rule& rule : data.rules) {
    rule.flag.clear();
    rule.pass.clear();
  }
  const Result<RuleData> without_examples = from_compact(bytes->rules, {});
  ASSERT_TRUE(without_examples);
  EXPECT_TRUE(*without_examples == data);
}

// No more is asked than an end, and no memory for what is not there: of rules that are still some,
// each has its anchors.
void check_damaged(std::string_view rules, std::string_view examples) {
  const Result<RuleData> data = from_compact(rules, examples);
  if (!data) return;
  for (const Rule& rule : data->rules) {
    EXPECT_TRUE(!rule.checked || rule.anchors.size() == rule.patterns.size());
  }
}

TEST(Compact, RulesComeBackWithWhatWasDerived) {
  const RuleData data = hats();
  ASSERT_FALSE(data.rules.empty());
  EXPECT_FALSE(data.lexicons.at("en").pair_steps.empty());
  EXPECT_FALSE(data.rules[0].anchors.empty());
  check_comes_back(data);
}

TEST(Compact, ShippedRulesComeBack) { check_comes_back(checked(testing::shipped_rule_files())); }

TEST(Compact, EveryMaskOfWordsComesBack) {
  RuleData data = hats();
  Anchor anchor = data.rules[0].anchors[0][0];
  for (const WordMask mask : {WordMask{0}, WordMask{1}, WordMask{1} << 63U, WordMask{0xFF},
                              WordMask{0x1FF}, kAnyWord - 1, kAnyWord}) {
    anchor.previous = mask;
    anchor.next = ~mask;
    data.rules[0].anchors[0].push_back(anchor);
  }
  check_comes_back(data);
}

TEST(Compact, WhatIsCutOffIsRefused) {
  const CompactRules bytes = to_compact(hats()).value();
  for (std::size_t size = 0; size < bytes.rules.size(); ++size)
    EXPECT_FALSE(from_compact(std::string_view(bytes.rules).substr(0, size), {})) << size;
  EXPECT_FALSE(from_compact(bytes.rules + '\0', {}));
  for (std::size_t size = 1; size < bytes.examples.size(); ++size)
    EXPECT_FALSE(from_compact(bytes.rules, std::string_view(bytes.examples).substr(0, size)));
}

TEST(Compact, ExamplesOfOtherRulesAreRefused) {
  RuleData others = hats();
  others.rules[0].note += '!';
  const CompactRules bytes = to_compact(hats()).value();
  const Result<RuleData> mixed = from_compact(bytes.rules, to_compact(others).value().examples);
  ASSERT_FALSE(mixed);
  EXPECT_EQ(to_string(mixed.error()), "examples: are not those of these rules");
}

TEST(Compact, AChangedByteIsReadToTheEnd) {
  const CompactRules bytes = to_compact(hats()).value();
  for (std::size_t i = 0; i < bytes.rules.size(); ++i) {
    for (const int change : {0x01, 0x02, 0x80, 0xFF}) {
      std::string changed = bytes.rules;
      changed[i] = static_cast<char>(changed[i] ^ change);
      check_damaged(changed, {});
    }
  }
  for (std::size_t i = 0; i < bytes.examples.size(); ++i) {
    std::string changed = bytes.examples;
    changed[i] = static_cast<char>(changed[i] ^ 0xFF);
    check_damaged(bytes.rules, changed);
  }
}

TEST(Compact, ATextWithAZeroIsRefused) {
  RuleData data = hats();
  data.rules[0].note = std::string("a\0b", 3);
  EXPECT_FALSE(to_compact(data));
}

}  // namespace
}  // namespace personfirst
