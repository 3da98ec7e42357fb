// check_examples() is only worth something when it fails for what is wrong. Each case is a rule of
// one's own whose example breaks one promise.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "linter/linter.h"

namespace personfirst {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// A rule for a made-up word, so that no shipped rule meddles. `extra`: more fields, each with a
// comma after it.
std::vector<std::string> check(std::string_view extra, std::string_view flag,
                               std::string_view pass) {
  std::string json = R"({"language": "en", "pack": "own", "topic": "own", "rules": [{
    "id": "own/frumple", "severity": "error", "pos": "thing", "message": "m", "note": "n", "sources": ["own-guide"],
    "patterns": ["frumple{|s}"], )";
  json += std::string(extra) + R"("flag": [)" + std::string(flag) + R"(], "pass": [)" +
          std::string(pass) + "]}]}";
  const std::vector<RuleFile> files{
      {"own.json", json},
      {"guide.json",
       R"({"sources": [{"id": "own-guide", "title": "t", "publisher": "p", "url": "https://example.org"}]})"}};
  const Result<RuleSetPtr> rules = load_rules(files, LoadExamples::Yes);
  if (!rules) return {to_string(rules.error())};
  std::vector<std::string> failures;
  const std::vector<std::string> only{"own.json"};
  for (const Error& error : check_examples(**rules, only)) failures.push_back(to_string(error));
  return failures;
}

constexpr std::string_view kAdvice = R"("advice": "a", )";
constexpr std::string_view kSuggest = R"("suggest": [{"text": "{garment|garments}"}], )";
constexpr std::string_view kGoodFlag = R"({"in": "He wore a [[frumple]] there."})";
constexpr std::string_view kGoodPass = R"("He wore a hat.")";

TEST(CheckExamples, AcceptsTrueOnes) {
  EXPECT_THAT(check(kAdvice, kGoodFlag, kGoodPass), IsEmpty());
  EXPECT_THAT(
      check(kSuggest, R"({"in": "Two [[frumples]] lay there.", "out": "Two garments lay there."})",
            kGoodPass),
      IsEmpty());
}

TEST(CheckExamples, RunsRulesThatAreOffByDefault) {
  EXPECT_THAT(check(R"("off": true, "advice": "a", )", kGoodFlag, kGoodPass), IsEmpty());
}

TEST(CheckExamples, RefusesWhatIsNotFound) {
  EXPECT_THAT(check(kAdvice, R"({"in": "He wore a [[frumplet]] there."})", kGoodPass),
              ElementsAre("own.json: own/frumple: flag[0]: expected “He wore a [[frumplet]] "
                          "there.” but found “He wore "
                          "a frumplet there.”",
                          "own.json: own/frumple: flag: no example makes this rule fire"));
}

TEST(CheckExamples, RefusesAnotherSpan) {
  EXPECT_THAT(check(kAdvice, R"({"in": "He wore [[a frumple]] there."})", kGoodPass),
              ElementsAre("own.json: own/frumple: flag[0]: expected “He wore [[a frumple]] there.” "
                          "but found “He wore a "
                          "[[frumple]] there.”"));
}

TEST(CheckExamples, RefusesAnotherContext) {
  EXPECT_THAT(
      check(kAdvice, R"({"in": "He wore a [[frumple]] there.", "context": "quotation"})",
            kGoodPass),
      ElementsAre(
          "own.json: own/frumple: flag[0]: expected the context “quotation” but it is “prose”"));
}

TEST(CheckExamples, RefusesAnotherRewording) {
  EXPECT_THAT(
      check(kSuggest, R"({"in": "Two [[frumples]] lay there.", "out": "Two hats lay there."})",
            kGoodPass),
      ElementsAre("own.json: own/frumple: flag[0]: expected the rewording “Two hats lay there.” "
                  "but it is “Two "
                  "garments lay there.”"));
}

TEST(CheckExamples, RefusesARewordingThatIsNotMentioned) {
  EXPECT_THAT(check(kSuggest, R"({"in": "Two [[frumples]] lay there."})", kGoodPass),
              ElementsAre("own.json: own/frumple: flag[0]: has no “out”, yet is reworded to “Two "
                          "garments lay there.”"));
}

TEST(CheckExamples, RefusesAFindingWhereThereShouldBeNone) {
  EXPECT_THAT(
      check(kAdvice, kGoodFlag, R"("A hat.", "A frumple lay there.")"),
      ElementsAre(
          "own.json: own/frumple: pass[1]: expected nothing but found “A [[frumple]] lay there.”"));
}

}  // namespace
}  // namespace personfirst
