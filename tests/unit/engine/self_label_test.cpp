// What people say of themselves is theirs.
#include "linter/engine/self_label.h"

#include <gtest/gtest.h>

#include <string_view>

#include "tests/unit/engine/support.h"

namespace personfirst {
namespace {

void check(std::string_view text, std::string_view expected) {
  EXPECT_EQ(testing::verdicts(text), expected) << text;
}

TEST(SelfLabel, IsANounBesideACue) {
  check("I am a junkie.", "self-label");
  check("I\u2019m a junkie, too.", "self-label");
  check("I am still a heroin junkie.", "self-label");
  check("We are junkies.", "self-label");
  check("She calls herself a junkie.", "self-label");
  check("A junkie like me was there.", "self-label");
}

TEST(SelfLabel, IsNotANounFartherAway) {
  check("I met a junkie.", "found");
  check("I am sure that a junkie came.", "found");
  check("He is a junkie.", "found");
}

TEST(SelfLabel, IsAVerbOfTheNearestPerson) {
  check("I abused heroin.", "self-label");
  check("When we were young, we abused heroin.", "self-label");
  check("She abused heroin.", "found");
  check("I know that she abused heroin.", "found");
  check("She says that I abused heroin.", "self-label");
}

TEST(SelfLabel, IsAVerbOfAPersonBehindItWhereNoneIsBefore) {
  check("Abusing heroin, I lost my job.", "self-label");
  check("Abusing heroin, she lost her job.", "found");
  check("Abusing heroin is hard.", "found");
}

TEST(SelfLabel, KnowsPeopleByTheirNouns) { check("I saw that the doctor abused heroin.", "found"); }

TEST(SelfLabel, IsAThingOfTheWriters) {
  check("My heroin abuse is over.", "self-label");
  check("My own drug abuse is over.", "self-label");
  check("His heroin abuse is over.", "found");
}

TEST(SelfLabel, OpensASentenceOfTheWriters) {
  check("As a junkie, I knew it.", "self-label");
  check("When he was a junkie, I knew it.", "found");
  check("As a junkie, he knew it.", "found");
}

TEST(SelfLabel, IsAFragmentBeforeTheWritersSentence) {
  check("Abused heroin for years. I am better now.", "self-label");
  check("Abused heroin for years. She is better now.", "found");
}

TEST(SelfLabel, StaysInTheSentence) { check("I was late. Somebody abused heroin.", "found"); }

}  // namespace
}  // namespace personfirst
