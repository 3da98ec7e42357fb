// The English that a replacement needs.
#include "linter/engine/grammar.h"

#include <gtest/gtest.h>

#include <string_view>

#include "tests/support/demo_rules.h"

namespace personfirst {
namespace {

const Lexicon& lexicon() { return testing::demo_lexicon(); }

void check_article(std::string_view phrase, std::string_view article) {
  EXPECT_EQ(article_for(phrase, lexicon()), article) << phrase;
}

TEST(Article, FollowsTheSound) {
  check_article("person", "a");
  check_article("opioid use", "an");
  check_article("user", "a");
  check_article("one-off", "a");
  check_article("hour", "an");
  check_article("MRI scan", "an");
  check_article("Unused needle", "an");
  check_article("university", "a");
  check_article("", "a");
}

TEST(Article, IsSetRightInsideATextToo) {
  EXPECT_EQ(with_articles("person with a opioid addiction and an use", lexicon()),
            "person with an opioid addiction and a use");
  EXPECT_EQ(with_articles("vitamin a", lexicon()), "vitamin a");
}

void check_case(std::string_view text, CaseShape shape, std::string_view expected) {
  EXPECT_EQ(with_case(text, shape, lexicon()), expected);
}

TEST(Case, FollowsTheShape) {
  check_case("people on a ward", CaseShape::Lower, "people on a ward");
  check_case("people on a ward", CaseShape::Sentence, "People on a ward");
  check_case("people on a ward", CaseShape::Title, "People on a Ward");
  check_case("people on a ward", CaseShape::Upper, "PEOPLE ON A WARD");
  check_case("on the ward", CaseShape::Title, "On the Ward");
  check_case("\u00E9t\u00E9", CaseShape::Sentence, "\u00C9t\u00E9");
  check_case("\u00E9t\u00E9", CaseShape::Upper, "\u00C9T\u00C9");
  check_case("", CaseShape::Sentence, "");
}

TEST(Case, KeepsNamesInside) { check_case("use of Xanax", CaseShape::Title, "Use of Xanax"); }

TEST(Verbs, HaveFiveForms) {
  const VerbForms& take = lexicon().verbs.at("take");
  EXPECT_EQ(inflect(take, VerbForm::Base), "take");
  EXPECT_EQ(inflect(take, VerbForm::Third), "takes");
  EXPECT_EQ(inflect(take, VerbForm::Past), "took");
  EXPECT_EQ(inflect(take, VerbForm::Participle), "taken");
  EXPECT_EQ(inflect(take, VerbForm::Gerund), "taking");
}

TEST(Spelling, ChangesWholeWords) {
  EXPECT_EQ(with_uk_spelling("program behavior programmer", lexicon()),
            "programme behaviour programmer");
  EXPECT_EQ(with_uk_spelling("", lexicon()), "");
}

}  // namespace
}  // namespace personfirst
