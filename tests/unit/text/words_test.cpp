#include "linter/text/words.h"

#include <gtest/gtest.h>

#include "tests/unit/text/support.h"

namespace personfirst {
namespace {

// May the marked part be a word of its own?
void check(std::string_view marked, bool wanted) {
  const Marked place = unmark(marked);
  const Span span = place.spans.at(0);
  const bool found =
      is_word_boundary_start(place.text, span.begin) && is_word_boundary_end(place.text, span.end);
  EXPECT_EQ(found, wanted) << testing::PrintToString(marked);
}

TEST(WordBoundary, WordsStandAlone) {
  check("[[word]]", true);
  check("a [[word]] here", true);
  check("([[word]])", true);
  check("“[[word]]”", true);
  check("[[word]]'s", true);
  check("ex-[[word]]-like", true);
  check("日 [[word]]。", true);
  check("[[word]]\xFF", true);
  check("\xFF[[word]]", true);
}

TEST(WordBoundary, PartsOfWordsDoNot) {
  check("[[word]]s", false);
  check("s[[word]]", false);
  check("[[word]]2", false);
  check("_[[word]]", false);
  check("na[[ï]]ve", false);
  check("é[[word]]", false);
  check("[[word]]é", false);
  check("[[word]]\xD9\xA1", false);  // an Arabic-Indic digit
  check("[[naive]]té", false);
}

TEST(WordBoundary, ACombiningMarkBelongsToWhatIsBeforeIt) {
  check("[[cafe]]\xCC\x81", false);
  check("[[cafe]]\xCC\x81 x", false);
  check("[[(word)]]\xE2\x83\x9D", false);  // an enclosing circle on the bracket
  check("cafe\xCC\x81[[s]]", false);
}

TEST(WordBoundary, LooksThroughInvisibleCharacters) {
  check("[[sub]]\xC2\xADstance", false);  // soft hyphen
  check("sub\xC2\xAD[[stance]]", false);
  check("[[sub]]\xE2\x80\x8D\xC2\xADstance", false);  // zero width joiner
  check("[[sub]]\xE2\x81\xA0stance", false);          // word joiner
  check("[[sub]]\xC2\xAD stance", true);
  check("[[sub]]\xE2\x80\x8Bstance", true);  // a zero width space parts words
  check("[[sub]]\xC2\xAD", true);
}

TEST(WordBoundary, AnyOffsetOfAnyBytesHasAnAnswer) {
  std::mt19937 random(5);
  for (int round = 0; round < 500; ++round) {
    const std::string text = random_text(random, 10);
    for (std::uint32_t offset = 0; offset <= text.size() + 2; ++offset) {
      ASSERT_EQ(is_word_boundary_start(text, offset), is_word_boundary_end(text, offset));
    }
  }
}

TEST(Characters, WordCharsAreLettersDigitsMarksAndUnderscore) {
  for (const char32_t c : std::u32string_view(U"azAZ09_éßñЖ日あ٣\u0301\u20DD\U0001D400ªⅫ")) {
    EXPECT_TRUE(is_word_char(c)) << static_cast<std::uint32_t>(c);
  }
  for (const char32_t c : U" -'’.,@[`{/:\u00A0\u00AD\u200B\u2028\uFFFD😀½€") {
    EXPECT_FALSE(is_word_char(c)) << static_cast<std::uint32_t>(c);
  }
}

TEST(Characters, LettersAndCase) {
  EXPECT_TRUE(is_letter('q') && is_letter('Q') && is_letter(U'é') && is_letter(U'日'));
  EXPECT_FALSE(is_letter('1') || is_letter('_') || is_letter(U'\u0301') || is_letter(U'…'));
  EXPECT_TRUE(is_upper('Q') && is_upper(U'É') && is_upper(U'Ж'));
  EXPECT_FALSE(is_upper('q') || is_upper(U'é') || is_upper('1') || is_upper(U'日'));
  EXPECT_EQ(to_upper('q'), U'Q');
  EXPECT_EQ(to_upper('Q'), U'Q');
  EXPECT_EQ(to_upper('['), U'[');
  EXPECT_EQ(to_upper(U'é'), U'É');
  EXPECT_EQ(to_upper(U'ß'), U'ß');
}

TEST(ToLower, MapsWithoutALocaleAndKeepsIllFormedBytes) {
  EXPECT_EQ(to_lower(""), "");
  EXPECT_EQ(to_lower("Plain ASCII @[`{ TEXT"), "plain ascii @[`{ text");
  EXPECT_EQ(to_lower("ÉCOLE Über Ж I"), "école über ж i");
  EXPECT_EQ(to_lower("İ"), "i\xCC\x87");
  EXPECT_EQ(to_lower("\xC3\x89\xFFX\xE2\x82"), "\xC3\xA9\xFFx\xE2\x82");
}

}  // namespace
}  // namespace personfirst
