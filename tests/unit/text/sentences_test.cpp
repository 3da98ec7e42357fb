#include <gtest/gtest.h>

#include "linter/text/words.h"
#include "tests/unit/text/support.h"

namespace personfirst {
namespace {

// The text is cut into the marked sentences; each is also what is found round every place inside
// it.
void check(std::string_view marked) {
  const Marked wanted = unmark(marked);
  EXPECT_EQ(mark(wanted.text, sentences(wanted.text)), marked);
  SentenceBreaker breaker;
  for (const Span sentence : wanted.spans) {
    for (std::uint32_t at = sentence.begin; at < sentence.end; ++at) {
      if (character_begin(wanted.text, at) != at) continue;
      EXPECT_EQ(breaker.around(wanted.text, {at, at + 1}), sentence) << marked << " at " << at;
    }
  }
}

// `wanted` is what is found round the first place where `hit` stands.
void check_around(std::string_view text, std::string_view hit, std::string_view wanted) {
  const auto begin = static_cast<std::uint32_t>(text.find(hit));
  const Span found = sentence_around(text, {begin, begin + static_cast<std::uint32_t>(hit.size())});
  EXPECT_EQ(slice(text, found), wanted);
}

TEST(Sentences, EndAtStopsBeforeACapital) {
  check("");
  check("[[One.]]");
  check("[[no stop at all]]");
  check("[[She left.]] [[He stayed!]] [[Why?]] [[Nobody knows]]");
  check("  [[Spaces round it.]]   [[And between.]]  ");
  check("[[“Is it?”]] [[He asked (twice).]] [[Then he left.]]");
  check("[[Élan is a word.]] [[Était-ce vrai ?]] [[¿Quién es?]] [[Sí.]]");
}

TEST(Sentences, DoNotEndInNumbersAndBeforeSmallLetters) {
  check("[[It cost 3.50 in all.]] [[Cheap.]]");
  check("[[Use the drug, e.g. heroin, and stop.]]");
  check("[[He waited ... and waited.]]");
}

TEST(Sentences, DoNotEndAfterTitles) {
  check("[[Dr. Hale met Mr. Ruiz and Mrs. Ode at St. Ann's.]] [[They spoke.]]");
  check("[[Ms. Lee and Prof. Wu wrote it.]] [[John Poe Jr. and Ed Poe Sr. read it.]]");
}

TEST(Sentences, DoNotEndAfterAbbreviations) {
  check("[[Opioids, e.g. Tramadol, i.e. Medicines, etc. Were listed.]]");
  check(
      "[[The U.S. Senate sat in Washington, D.C. That day it voted.]]");  // where they end one, too
  check("[[It is A vs. B in approx. Two of three.]]");
  check("[[Pt. Reports pain, hx. Of surgery.]] [[Stable.]]");
  check("[[She holds a Ph.D. In law.]]");
}

TEST(Sentences, EndAfterWordsThatOnlyEndLikeAnAbbreviation) {
  check("[[It is a concept.]] [[She agreed.]]");  // pt.
  check("[[They were the best.]] [[We lost.]]");  // st.
  check("[[He came 1st.]] [[She came 2nd.]]");
  check("[[That is an old mr\xC3\xA9mr.]] [[Next.]]");  // a letter before it that is not ASCII
  check("[[She woke at 5 a.m. and left at 6 p.m.]] [[He slept.]]");
}

TEST(Sentences, NoIsAnAbbreviationBeforeADigitOnly) {
  check("[[See No. 5 Main Street.]]");
  check("[[He said no.]] [[She left.]]");
}

TEST(Sentences, ALetterAndAStopEndASentence) {
  check("[[He has hepatitis C.]] [[Clean water helps.]]");
  // FIXME: an initial is not known from "hepatitis C".
  check("[[It was written by William S.]] [[Burroughs.]]");
}

TEST(Sentences, OtherScriptsHaveTheirStops) { check("[[医生来了。]][[他走了。]]"); }

TEST(Sentences, IllFormedBytesDoNotDisturb) {
  check("[[One \xFF here.]] [[Two \xE2\x82 there.]] [[\xF0\x9F\x98 Three.]]");
}

TEST(SentenceAround, CoversAllThatTheHitTouches) {
  const std::string_view text = "First one. Second one. Third one.";
  check_around(text, "Second", "Second one.");
  check_around(text, "Second one.", "Second one.");
  check_around(text, "one. Second", "First one. Second one.");
  check_around(text, "First one. Second one. Third one.", text);
  EXPECT_EQ(sentence_around("", {0, 0}), (Span{0, 0}));
  EXPECT_EQ(sentence_around("ab", {1, 9}), (Span{0, 2}));
  EXPECT_EQ(sentence_around("ab", {7, 9}), (Span{2, 2}));
}

TEST(SentenceAround, AlwaysHoldsTheHit) {
  std::mt19937 random(6);
  SentenceBreaker breaker;
  for (int round = 0; round < 1500; ++round) {
    const std::string text = random_text(random, 12);
    const auto size = static_cast<std::uint32_t>(text.size());
    const auto begin = static_cast<std::uint32_t>(random() % (size + 1));
    const auto end = begin + static_cast<std::uint32_t>(random() % (size - begin + 1));
    const Span found = breaker.around(text, {begin, end});
    ASSERT_TRUE(found.contains({begin, end})) << testing::PrintToString(text);
    ASSERT_LE(found.end, size);
  }
}

TEST(SentenceAround, ALongSentenceIsCutAtASpace) {
  std::string text;
  while (text.size() < 20'000) text += "words é and ";
  const Span hit{10'000, 10'005};
  const Span found = sentence_around(text, hit);
  EXPECT_GE(found.begin, hit.begin - SentenceBreaker::kReach);
  EXPECT_LE(found.end, hit.end + SentenceBreaker::kReach);
  EXPECT_LE(found.begin, hit.begin - SentenceBreaker::kReach + 64);
  EXPECT_GE(found.end, hit.end + SentenceBreaker::kReach - 64);
  EXPECT_EQ(text[found.begin - 1], ' ');
  EXPECT_EQ(text[found.end], ' ');
}

TEST(SentenceAround, ALongWordIsCutBetweenCharacters) {
  std::string text;
  while (text.size() < 20'000) text += "é日";
  const Span found = sentence_around(text, {10'000, 10'005});
  EXPECT_EQ(character_begin(text, found.begin), found.begin);
  EXPECT_EQ(character_begin(text, found.end), found.end);
}

TEST(SentenceAround, IsTheSameInALongTextAsAllSentences) {
  static constexpr std::array<std::string_view, 14> kPieces = {
      "word ",   "Word ",  "end. ",  "End. Next ", "why? ", "Dr. ",    "U.S. ",
      "(yes.) ", "“No.” ", "No. 7 ", "... ",       "1. 2 ", "café. É", "a \xFF b. "};
  std::mt19937 random(7);
  SentenceBreaker breaker;
  for (int round = 0; round < 150; ++round) {
    std::string text;
    const std::size_t variety = 1 + random() % 8;  // some rounds have long sentences
    while (text.size() < 3000) {
      const auto choice = random() % (kPieces.size() * variety);
      text += kPieces[choice < kPieces.size() ? choice : choice % 2];
    }
    for (const Span sentence : sentences(text)) {
      const std::uint32_t at = character_begin(text, sentence.begin + sentence.size() / 2);
      ASSERT_EQ(breaker.around(text, {at, at}), sentence) << mark(text, {sentence});
    }
  }
}

TEST(SentenceAround, FindsShortSentencesInAHugeText) {
  std::string text;
  while (text.size() < 300'000) text += "Here is one more. ";
  text += "The hit is here. ";
  while (text.size() < 600'000) text += "Here is one more. ";
  check_around(text, "hit", "The hit is here.");
}

TEST(SentenceBreaker, MovesAndIsUsedForManyTexts) {
  SentenceBreaker first;
  EXPECT_EQ(first.around("One. Two.", {0, 3}), (Span{0, 4}));
  SentenceBreaker second = std::move(first);
  EXPECT_EQ(second.around("Three. Four.", {7, 9}), (Span{7, 12}));
  first = std::move(second);
  EXPECT_EQ(first.around("One. Two.", {5, 6}), (Span{5, 9}));
}

}  // namespace
}  // namespace personfirst
