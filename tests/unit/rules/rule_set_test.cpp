// Rules compile, or say where and why not.
#include "linter/rules/rule_set.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "linter/rules/pattern.h"
#include "tests/support/demo_rules.h"

namespace personfirst {
namespace {

// "" or what is wrong with these files, beside those of the demo.
std::string error_of_files(const std::vector<RuleFile>& files) {
  const auto set = testing::compile_with_demo_lexicon(files);
  if (!set) return to_string(set.error());
  const auto checked = check_regexes(**set);
  return checked ? "" : to_string(checked.error());
}

// A rule with these fields beside its fixed ones.
RuleFile rule_with(const std::string& fields, const std::string& language = "en") {
  return {"rule.json", R"json({"language": ")json" + language +
                           R"json(", "pack": "core", "topic": "test", "rules": [{
    "id": "test/rule", "severity": "error", "pos": "thing", "message": "m", "note": "n", "sources": ["guide"],
    "flag": [{"in": "[[x]]"}], "pass": ["y"], )json" +
                           fields + "}]}"};
}

std::string error_of(const std::string& fields, const std::string& language = "en") {
  return error_of_files({rule_with(fields, language)});
}

void check(const std::string& fields, std::string_view expected) {
  EXPECT_EQ(error_of(fields), expected) << fields;
}

TEST(RuleSet, NamesThePatternThatIsWrong) {
  check(R"("patterns": ["junk"], "advice": "a")", "");
  check(R"j("patterns": ["junk", "ju*nk"], "advice": "a")j",
        "rule.json: test/rule: patterns[1]: “*” is not allowed: a pattern must be finite");
  check(R"j("patterns": ["the"], "advice": "a")j",
        "rule.json: test/rule: patterns[0]: a phrase of it has no word to search for (a word that "
        "is not in common_words)");
  check(R"j("patterns": ["junk"], "unless": ["x", "(x)"], "advice": "a")j",
        "rule.json: test/rule: unless[1]: only groups of the form (?:...) are allowed");
}

TEST(RuleSet, NamesTheConditionThatIsWrong) {
  check(
      R"j("patterns": ["junk"], "advice": "a", "evidence": [{"near": ["a"]}, {"near": ["b", "{nothing}"]}])j",
      "rule.json: test/rule: evidence[1].near[1]: no word set or macro “nothing” in the lexicon");
  check(R"j("patterns": ["junk"], "advice": "a", "ordinary": [{"after": ["x+"]}])j",
        "rule.json: test/rule: ordinary[0].after[0]: “+” is not allowed: a pattern must be finite");
  check(R"j("patterns": ["junk"], "advice": "a", "ordinary": [{"near": ["{word} x"]}])j",
        "rule.json: test/rule: ordinary[0].near[0]: the macro “word” cannot stand here");
}

TEST(RuleSet, NamesTheSuggestionThatIsWrong) {
  check(R"j("patterns": ["junk"], "suggest": [{"text": "a"}, {"text": "{b"}])j",
        "rule.json: test/rule: suggest[1].text: a “{” has no “}”");
  check(R"j("patterns": ["junk"], "suggest": [{"text": "a", "predicate": "{verb:x}"}])j",
        "rule.json: test/rule: suggest[0].predicate: no verb “x” in the lexicon");
  check(R"j("patterns": ["junk"], "suggest": [{"text": "a", "for": ["[x"]}])j",
        "rule.json: test/rule: suggest[0].for[0]: a character class has no end");
}

TEST(RuleSet, NeedsTheLexiconOfItsLanguage) {
  EXPECT_EQ(error_of(R"("patterns": ["junk"], "advice": "a")", "xx"),
            "rule.json: test/rule: language: there is no lexicon for “xx”");
}

TEST(RuleSet, SaysWhatRe2Refuses) {
  const RuleFile lexicon{"more.json",
                         R"({"lexicon": {"yy": {"macros": {"bad": {"re2": "(?:x"}}}}})"};
  const std::string error =
      error_of_files({lexicon, rule_with(R"j("patterns": ["junk {bad}"], "advice": "a")j", "yy")});
  constexpr std::string_view kExpected = "rule.json: test/rule: RE2 refuses a pattern: missing )";
  EXPECT_EQ(error.substr(0, kExpected.size()), kExpected);
}

TEST(RuleSet, IsSortedByRuleId) {
  const RuleSet& set = testing::demo_rules();
  for (std::size_t i = 1; i < set.rules.size(); ++i)
    EXPECT_LT(set.rules[i - 1].rule->id, set.rules[i].rule->id);
}

TEST(RuleSet, KnowsEveryAnchorByItsShape) {
  const CompiledLanguage& language = testing::demo_rules().languages.at("en");
  EXPECT_FALSE(language.anchors.words().empty());
  for (const std::string_view word : language.anchors.words()) {
    EXPECT_FALSE(language.anchors.find(word).empty()) << word;
    EXPECT_TRUE(language.scan.may_find(word)) << word;
  }
  EXPECT_TRUE(language.anchors.find("no-such-word").empty());
  EXPECT_TRUE(language.anchors.find("").empty());
}

}  // namespace
}  // namespace personfirst
