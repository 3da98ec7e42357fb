#include <gtest/gtest.h>

#include "linter/text/words.h"

namespace personfirst {
namespace {

void check(std::string_view text, std::uint32_t wanted) {
  EXPECT_EQ(display_width(text), wanted) << testing::PrintToString(text);
}

TEST(DisplayWidth, OrdinaryTextCountsOneEach) {
  check("", 0);
  check("plain text", 10);
  check("naïve “quotes”", 14);
  check("Жизнь", 5);
}

TEST(DisplayWidth, WideCharactersCountTwo) {
  check("日本語", 6);
  check("ｆｕｌｌ", 8);
  check("한국", 4);
  check("\u1112\u1161\u11AB", 2);  // one syllable in three letters
}

TEST(DisplayWidth, MarksAndInvisiblesTakeNoRoom) {
  check("cafe\u0301", 4);
  check("a\u200Bb\u200Dc\uFEFF", 3);
  check("\u202Eabc\u202C", 3);
  check("a\tb\x1B\x7F", 2);
  check("a\u00ADb", 3);  // terminals draw a soft hyphen
}

TEST(DisplayWidth, EmojiCountTwo) {
  check("😀", 2);
  check("👍🏽", 2);
  check("❤", 1);
  check("❤\uFE0F", 2);
  check("👩\u200D🔬", 2);
  check("🇨🇭", 2);
  check("1\uFE0F", 1);
}

TEST(DisplayWidth, AnIllFormedByteIsDrawnAsOneCharacter) { check("a\xFF\xE2\x82z", 5); }

}  // namespace
}  // namespace personfirst
