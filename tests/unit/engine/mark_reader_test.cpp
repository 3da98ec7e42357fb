// The masks leave out no mark that may hide a word.
#include "linter/engine/mark_reader.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <string_view>

#include "linter/engine/text_runs.h"

namespace personfirst {
namespace {

// Sixty-four bytes, with one before them and one behind.
std::string made_text(std::mt19937& random) {
  constexpr std::string_view kBytes = "aZ0\xC3 \t\r\n!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~\x7F\x01";
  std::string text;
  // Often the same few, so that they meet.
  const std::size_t first = random() % kBytes.size();
  const std::size_t some = random() % 2 == 0 ? kBytes.size() : 1 + random() % 8;
  for (std::size_t i = 0; i < kMaskBytes + 2; ++i)
    text += kBytes[(first + random() % some) % kBytes.size()];
  return text;
}

TEST(MarkReader, AsksForAllMarksThatMayHideAWord) {
  std::mt19937 random(8);
  ScanWords words;
  std::size_t looked_at = 0, asked = 0, hiding = 0;
  for (int round = 0; round < 20'000; ++round) {
    const std::string text = made_text(random);
    for (const Format format : {Format::PlainText, Format::Markdown, Format::Html, Format::Xml}) {
      const MarkReader reader(words, text, format);
      ByteMasks masks;
      mask_bytes_plainly(byte_classes(format), text.data() + 1, {&masks, 1});
      const std::uint64_t all =
          MarkReader::may_hide_words(masks, is_run_byte(text[0]), is_break_or_space(text[0]));
      for (std::size_t i = 0; i < kMaskBytes; ++i) {
        const bool is_asked = (all >> i & 1U) != 0;
        ++looked_at;
        asked += is_asked ? 1 : 0;
        if (is_run_byte(text[i + 1]) || !reader.may_hide_a_word(i + 1)) continue;
        ++hiding;
        ASSERT_TRUE(is_asked) << to_string(format) << " " << i + 1 << ": " << text;
      }
    }
  }
  EXPECT_GT(hiding, 0U);
  EXPECT_LT(10 * asked, looked_at);
}

TEST(MarkReader, ATextBeginsAsBehindASpace) {
  ByteMasks masks;
  const std::string hyphen = "- " + std::string(kMaskBytes, '.');
  mask_bytes_plainly(byte_classes(Format::Markdown), hyphen.data(), {&masks, 1});
  EXPECT_EQ(MarkReader::may_hide_words(masks, false, true), 0U);
  EXPECT_EQ(MarkReader::may_hide_words(masks, false, false), 1U);
}

}  // namespace
}  // namespace personfirst
