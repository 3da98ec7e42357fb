// Candidates stand where patterns match whole words, longest first.
#include "linter/engine/candidates.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/demo_rules.h"

namespace personfirst {
namespace {

// "rule: words; ..." without the topic, in the order that find_candidates() gives.
void check(std::string_view text, std::string_view expected) {
  const RuleSet& rules = testing::demo_rules();
  const Folded folded = fold(text, {}, [](std::string_view) { return false; });
  const std::vector<bool> active(rules.rules.size(), true);
  std::string found;
  for (const Candidate& one : find_candidates(rules, rules.languages.at("en"), active, folded)) {
    if (!found.empty()) found += "; ";
    found += rules.rules[one.rule].rule->id.substr(5) + ": " +
             std::string(slice(folded.exact, one.span));
  }
  EXPECT_EQ(found, expected) << text;
}

TEST(Candidates, AreTheWordsOfAPattern) {
  check("A junkie came.", "junkie: junkie");
  check("Nobody came.", "");
}

TEST(Candidates, StandInAnyCase) {
  check("JUNKIES and Junkies", "junkie: JUNKIES; junkie: Junkies");
}

TEST(Candidates, StandInExactCaseWhereTheRuleAsksForIt) {
  check("The MAT program and the mat.", "mat: MAT");
}

TEST(Candidates, AreWholeWords) {
  check("Junkiest, nonjunkie and junkie9.", "");
  check("The junkie_id column, the is_junkie flag.", "");
  check("An ex-junkie, a junkie/dealer.", "junkie: junkie; junkie: junkie");
}

TEST(Candidates, TakeAHyphenForASpace) {
  check("heroin-abuse", "abuse: heroin-abuse");
  check("heroin\u2011abuse", "abuse: heroin-abuse");
}

TEST(Candidates, ComeLongestFirst) {
  check("The heroin junkies left.", "substance-junkie: heroin junkies; junkie: junkies");
}

TEST(Candidates, HoldWordsOfSetsOfAnyLength) {
  check("Her crystal meth abuse and her opioids abuse.",
        "abuse: crystal meth abuse; abuse: opioids abuse");
}

TEST(Candidates, HoldEveryFormOfAVerb) {
  check("abuse heroin, abuses heroin, abused heroin, abusing heroin",
        "abuse-verb: abusing heroin; abuse-verb: abuses heroin; abuse-verb: abused heroin; "
        "abuse-verb: abuse heroin");
}

TEST(Candidates, NeedTheirWordsSideBySide) {
  check("heroin, abuse", "");
  check("heroin and abuse", "");
  check("heroin  abuse", "abuse: heroin abuse");
}

TEST(Candidates, OfRulesThatAreOffAreLeftOut) {
  const RuleSet& rules = testing::demo_rules();
  const Folded folded = fold("A junkie came.", {}, [](std::string_view) { return false; });
  EXPECT_TRUE(find_candidates(rules, rules.languages.at("en"),
                              std::vector<bool>(rules.rules.size()), folded)
                  .empty());
}

std::string list_candidates(const RuleSet& rules, const Folded& folded) {
  const std::vector<bool> active(rules.rules.size(), true);
  std::string list;
  for (const Candidate& one : find_candidates(rules, rules.languages.at("en"), active, folded)) {
    list += rules.rules[one.rule].rule->id + " " + std::to_string(one.pattern) + " " +
            std::to_string(one.span.begin) + "-" + std::to_string(one.span.end) + "\n";
  }
  return list;
}

// The words beside an anchor rule most patterns out. Where any neighbour is let through, regexes
// alone decide, and find the same.
TEST(Candidates, AreTheSameWhenEveryNeighbourIsTried) {
  const auto loaded = testing::load_with_demo_lexicon({{"rule.json", R"json({
    "language": "en", "pack": "core", "topic": "test", "rules": [{
      "id": "test/rule", "severity": "error", "pos": "thing", "message": "m", "note": "n",
      "sources": ["guide"], "advice": "a", "flag": [{"in": "[[x]]"}], "pass": ["y"],
      "patterns": ["junkyard dog{|s}", "(?:old|ex) junkyard", "junkyard of (?:the )?{person}",
                   "{verb:use} (?:a |the )?junkyard {substance}", "(?:the )?{clue} dog",
                   "{number} dog{|s} (?:in|of) (?:a|the) yard"]}]})json"}});
  ASSERT_TRUE(loaded);
  const auto set = compile_rules(*loaded);
  ASSERT_TRUE(set);
  RuleData data = *loaded;
  ASSERT_TRUE(prepare_rules(data));
  for (std::vector<Anchor>& anchors : data.rules[0].anchors) {
    for (Anchor& anchor : anchors) anchor.previous = anchor.next = kAnyWord;
  }
  const auto all_tried = compile_rules(data);
  ASSERT_TRUE(all_tried);

  const std::vector<std::string> words = {
      "junkyard",    "Junkyard", "dog",    "dogs",  "old-", "ex", "of",           "the",  "a",
      "man",         "women",    "use",    "using", "used", "in", "yard",         "two",  "3",
      "night shift", "rehab",    "heroin", ",",     "_",    "-",  "crystal meth", "junk", "night"};
  std::mt19937 random(7);
  std::size_t found = 0;
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (int i = 0; i < 12; ++i) text += words[random() % words.size()] + " ";
    const Folded folded = fold(text, {}, [](std::string_view) { return false; });
    const std::string expected = list_candidates(**all_tried, folded);
    EXPECT_EQ(list_candidates(**set, folded), expected) << text;
    found += expected.empty() ? 0 : 1;
  }
  EXPECT_GT(found, 500U);
}

}  // namespace
}  // namespace personfirst
