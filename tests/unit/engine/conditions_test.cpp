// A condition holds, or does not, where its words say so.
#include "linter/engine/conditions.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "tests/unit/engine/support.h"

namespace personfirst {
namespace {

// A rule for "dirty" with one condition: are the marked words found under it? `condition` is JSON.
void check(std::string_view condition, std::string_view marked, Format format = Format::PlainText) {
  const std::string rule = R"json({"language": "en", "pack": "core", "topic": "test", "rules": [{
    "id": "test/dirty", "severity": "error", "pos": "phrase", "message": "m", "note": "n", "sources": ["guide"],
    "patterns": ["dirty"], "advice": "a", "evidence": [)json" +
                           std::string(condition) +
                           R"json(], "flag": [{"in": "[[dirty]]"}], "pass": ["x"]}]})json";
  const auto set = testing::compile_with_demo_lexicon({{"rule.json", rule}});
  ASSERT_TRUE(set.has_value()) << to_string(set.error());
  const testing::Marked unmarked = testing::unmark(marked);
  std::vector<Span> found;
  for (const auto& one : testing::judge_all(**set, unmarked.text, format)) {
    if (one.verdict != "ordinary sense") found.push_back(one.span);
  }
  EXPECT_EQ(testing::mark(unmarked.text, found), marked) << condition;
}

TEST(Near, LooksInTheWholeSentence) {
  check(R"({"near": ["test"]})", "The test that he took on Monday in the city was [[dirty]].");
  check(R"({"near": ["test"]})", "He was [[dirty]] on Monday, said the test.");
  check(R"({"near": ["test"]})", "The test came. It was dirty.");
}

TEST(Near, CountsWordsBetween) {
  check(R"({"near": ["test"], "within": 0})", "A [[dirty]] test, a dirty old test.");
  check(R"({"near": ["test"], "within": 1})", "A [[dirty]] old test. A dirty old blood test.");
  check(R"({"near": ["test"], "within": 2})",
        "The test was so [[dirty]]. The test was so very dirty.");
}

TEST(Near, TakesPhrasesAndSets) {
  check(R"({"near": ["{clue}"]})",
        "On the night shift he was [[dirty]]. On the night he was dirty.");
  check(R"({"near": ["blood tests?"]})", "The blood tests were [[dirty]]. The blood was dirty.");
  check(R"({"near": ["{clue}"], "within": 1})",
        "Night shift, [[dirty]]. Night shift came in dirty.");
}

TEST(Near, IsOutsideTheMatch) {
  check(R"({"near": ["dirty"]})", "He was dirty. A [[dirty]], [[dirty]] room.");
  check(R"({"near": ["so dirty"]})", "He was so dirty. He was [[dirty]], so dirty.");
}

TEST(Near, ReadsTheParagraphWithItsHeadingAndLeadIn) {
  check(R"({"near": ["test"], "scope": "paragraph"})",
        "The test came. It was [[dirty]].\n\nIt was dirty again.");
  check(R"({"near": ["test"], "scope": "paragraph"})", "# The test\n\nIt was [[dirty]].",
        Format::Markdown);
  check(R"({"near": ["test"], "scope": "paragraph"})",
        "What the test found:\n\n- [[dirty]]\n- clean", Format::Markdown);
}

TEST(Near, ReadsTheWholeDocument) {
  check(R"({"near": ["test"], "scope": "document"})",
        "It was [[dirty]].\n\nAnd so was he.\n\nThe test was late.");
  check(R"({"near": ["test"], "scope": "document"})", "It was dirty.\n\nAnd so was he.");
}

TEST(Absent, IsNotInTheScope) {
  check(R"({"absent": ["laundry"]})", "He was [[dirty]]. The dirty laundry waited.");
  check(R"({"absent": ["laundry"], "scope": "paragraph"})",
        "The laundry waited. It was dirty.\n\nIt was [[dirty]].");
  check(R"({"absent": ["laundry"], "scope": "document"})", "The laundry waited.\n\nIt was dirty.");
}

TEST(Before, EndsWhereTheMatchBegins) {
  check(R"({"before": ["came up"]})",
        "It came up [[dirty]]. It came up so dirty. He came. Up dirty stairs.");
  check(R"({"before": ["came up"]})", "It came up \u201C[[dirty]].\u201D");
  check(R"({"before": ["came up"]})", "It came-up [[dirty]].");
}

TEST(Before, KnowsTheStartOfTheSentence) {
  check(R"({"before": ["^"]})", "[[Dirty]] again. He was dirty. [[Dirty]]!");
}

TEST(After, BeginsWhereTheMatchEnds) {
  check(R"({"after": ["urine"]})", "A [[dirty]] urine. A dirty old urine. So dirty: urine.");
  check(R"({"after": ["{word} urine"]})", "A [[dirty]] old urine. A dirty urine.");
  check(R"({"after": ["again"]})", "It was \u201C[[dirty]]\u201D again.");
}

TEST(After, KnowsTheEndOfTheSentenceAndPunctuation) {
  check(R"({"after": ["$"]})", "He was [[dirty]]. He was dirty again. Was he [[dirty]]?");
  check(R"({"after": ["[,;]"]})",
        "He was [[dirty]], and cold. He was dirty. He was [[dirty]]; she left.");
}

TEST(Under, IsTheLastLabelBeforeTheMatch) {
  check(R"({"under": ["lab"]})", "Lab: [[dirty]]. And [[dirty]]. Work: dirty. Lab: [[dirty]].");
  check(R"({"under": ["lab"]})", "The lab was dirty. A dirty lab: so it was.");
  check(R"({"under": ["lab"]})", "LAB :[[dirty]]");
  check(R"({"under": ["lab"]})", "Other: dirty. Lab: cold, other: [[dirty]].");
}

TEST(Under, IsALineOfItsOwn) {
  check(R"({"under": ["lab"]})", "Lab work\nwas [[dirty]].");
  check(R"({"under": ["lab"]})", "Old lab work\nwas dirty.");
  check(R"({"under": ["lab"]})", "LAB:\nOne was here\nOther was [[dirty]]\n\nHere was dirty");
}

TEST(Under, IsTheHeadingOrLeadInWithoutALabel) {
  check(R"({"under": ["lab"]})", "# From the lab\n\nIt was [[dirty]]. Work: dirty.",
        Format::Markdown);
  check(R"({"under": ["lab"]})", "Lab:\n\n- [[dirty]]\n- work: dirty", Format::Markdown);
}

TEST(Condition, HoldsWhenAllItsPartsDo) {
  check(R"({"near": ["test"], "absent": ["laundry"]})",
        "The test was [[dirty]]. The test was dirty from laundry. He was dirty.");
  check(R"({"before": ["was"], "after": ["again"]})",
        "He was [[dirty]] again. He was dirty. So dirty again.");
}

TEST(Conditions, NeedOneThatHolds) {
  check(R"({"near": ["test"]}, {"before": ["stay"]})",
        "The test was [[dirty]]. They stay [[dirty]]. He was dirty.");
}

}  // namespace
}  // namespace personfirst
