#include "linter/text/utf8.h"

#include <gtest/gtest.h>

#include <vector>

#include "tests/unit/text/support.h"

namespace personfirst {
namespace {

using Characters = std::vector<char32_t>;

Characters forwards(std::string_view text) {
  Characters found;
  for (std::uint32_t offset = 0, length = 0; offset < text.size(); offset += length) {
    found.push_back(decode_at(text, offset, &length));
  }
  return found;
}

Characters backwards(std::string_view text) {
  Characters found;
  std::uint32_t length = 0;
  for (auto offset = static_cast<std::uint32_t>(text.size()); offset > 0; offset -= length) {
    found.insert(found.begin(), decode_before(text, offset, &length));
  }
  return found;
}

void check(std::string_view text, const Characters& wanted) {
  EXPECT_EQ(forwards(text), wanted) << testing::PrintToString(text);
  EXPECT_EQ(backwards(text), wanted) << testing::PrintToString(text);
}

TEST(Utf8, ReadsCharactersOfEveryLength) {
  check("", {});
  check("a", {'a'});
  check("\xC3\xA9", {0xE9});
  check("\xE2\x82\xAC", {0x20AC});
  check("\xF0\x9F\x98\x80", {0x1F600});
  check("\x7F\xC2\x80\xDF\xBF\xE0\xA0\x80\xEF\xBF\xBF\xF0\x90\x80\x80\xF4\x8F\xBF\xBF",
        {0x7F, 0x80, 0x7FF, 0x800, 0xFFFF, 0x10000, 0x10FFFF});
  check({"\0", 1}, {0});
}

TEST(Utf8, EachIllFormedByteIsACharacter) {
  constexpr char32_t kBad = kReplacementCharacter;
  check("\x80", {kBad});
  check("a\xC3", {'a', kBad});
  check("\xC3z", {kBad, 'z'});
  check("\xE2\x82", {kBad, kBad});
  check("\xE2\x82z", {kBad, kBad, 'z'});
  check("\xF0\x9F\x98", {kBad, kBad, kBad});
  check("\xC3\xA9\xA9", {0xE9, kBad});
  check("\xC3\xC3\xA9", {kBad, 0xE9});
  check("\xC0\x80", {kBad, kBad});                      // overlong
  check("\xE0\x80\x80", {kBad, kBad, kBad});            // overlong
  check("\xED\xA0\x80", {kBad, kBad, kBad});            // a surrogate
  check("\xF4\x90\x80\x80", {kBad, kBad, kBad, kBad});  // past U+10FFFF
  check("\xFF\xFE", {kBad, kBad});
}

TEST(Utf8, AnEndHasNoCharacter) {
  std::uint32_t length = 7;
  EXPECT_EQ(decode_at("ab", 2, &length), 0U);
  EXPECT_EQ(length, 0U);
  length = 7;
  EXPECT_EQ(decode_at("ab", 99, &length), 0U);
  EXPECT_EQ(length, 0U);
  length = 7;
  EXPECT_EQ(decode_before("ab", 0, &length), 0U);
  EXPECT_EQ(length, 0U);
}

TEST(Utf8, BothDirectionsAndCharacterBeginAgreeOnRandomBytes) {
  std::mt19937 random(1);
  for (int round = 0; round < 2000; ++round) {
    const std::string text = random_text(random, 12);
    ASSERT_EQ(forwards(text), backwards(text)) << testing::PrintToString(text);
    for (std::uint32_t offset = 0, length = 0; offset < text.size(); offset += length) {
      static_cast<void>(decode_at(text, offset, &length));
      for (std::uint32_t inside = offset; inside < offset + length; ++inside) {
        ASSERT_EQ(character_begin(text, inside), offset) << testing::PrintToString(text);
      }
    }
    ASSERT_EQ(character_begin(text, static_cast<std::uint32_t>(text.size() + 5)), text.size());
  }
}

TEST(Utf8, AsciiEndIsExactAtEveryAlignment) {
  for (std::uint32_t begin = 0; begin < 20; ++begin) {
    for (std::uint32_t stop = begin; stop < 40; ++stop) {
      std::string text(40, 'x');
      EXPECT_EQ(ascii_end(text, begin, stop), stop);
      text[stop] = '\x80';
      EXPECT_EQ(ascii_end(text, begin, 40), stop);
    }
  }
}

TEST(Utf8, FindsTheFirstIllFormedByteFromAnOffset) {
  const std::string text = "ok \xC3\xA9\xA9 more \xFF";
  EXPECT_EQ(find_ill_formed(text), 5U);
  EXPECT_EQ(find_ill_formed(text, 6), 12U);
  EXPECT_EQ(find_ill_formed("\xC3\xA9"), 2U);
  EXPECT_EQ(find_ill_formed(""), 0U);
}

TEST(Utf8, AppendIsTheInverseOfDecode) {
  for (char32_t c = 0; c <= 0x10FFFF; c += 7) {
    std::string text;
    append_utf8(c, text);
    const bool surrogate = c >= 0xD800 && c <= 0xDFFF;
    ASSERT_EQ(forwards(text), surrogate ? Characters(3, kReplacementCharacter) : Characters{c});
  }
}

}  // namespace
}  // namespace personfirst
