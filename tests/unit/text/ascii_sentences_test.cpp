// The quick way to sentence boundaries gives what ICU gives.
#include "linter/text/ascii_sentences.h"

#include <gtest/gtest.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <random>
#include <string>
#include <vector>

namespace personfirst {
namespace {

std::vector<std::uint32_t> icu_boundaries(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator* icu = ubrk_open(UBRK_SENTENCE, "", nullptr, 0, &status);
  UText source = UTEXT_INITIALIZER;
  utext_openUTF8(&source, text.data(), static_cast<std::int64_t>(text.size()), &status);
  ubrk_setUText(icu, &source, &status);
  EXPECT_TRUE(U_SUCCESS(status));
  std::vector<std::uint32_t> found;
  for (std::int32_t at = ubrk_first(icu); at != UBRK_DONE; at = ubrk_next(icu))
    found.push_back(static_cast<std::uint32_t>(at));
  ubrk_close(icu);
  utext_close(&source);
  return found;
}

void check(const std::string& text) {
  ASSERT_TRUE(ascii::is_printable(text));
  const std::vector<std::uint32_t> wanted = icu_boundaries(text);
  const auto size = static_cast<std::uint32_t>(text.size());
  std::size_t behind = 0;  // of `wanted`: the first boundary after `at`
  for (std::uint32_t at = 0; at <= size; ++at) {
    while (behind < wanted.size() && wanted[behind] <= at) ++behind;
    const std::uint32_t last = wanted[behind - 1];
    ASSERT_EQ(ascii::last_boundary(text, at), last) << text << " at " << at;
    const std::uint32_t next = last == at ? at : wanted[behind];
    ASSERT_EQ(ascii::next_boundary(text, at), next) << text << " at " << at;
  }
}

TEST(AsciiSentences, AreWhatIcuFindsInProse) {
  check("One. Two! \"Three?\" (Four.) five. 6. Seven");
  check("At 3.5 mg. He (Dr. No) left... and then? Yes.");
  check("a.m. U.S.A. Then: \"No.\" - he said. [x.] Y");
}

TEST(AsciiSentences, AreWhatIcuFindsInEveryPairAndTripleOfCharacters) {
  for (char a = ' '; a <= '~'; ++a) {
    for (char b = ' '; b <= '~'; ++b) check(std::string("x. ") + a + b + "y");
    for (const char* tail : {". A", ".A", ".a", "! a", ".1", ".) b", ".) B", ". ' C", ". - d", "."})
      check(std::string("w") + a + tail);
  }
}

TEST(AsciiSentences, AreWhatIcuFindsInRandomText) {
  constexpr int kTexts = 20000;
  const std::string characters = "aaBB1  ...!?,-:;()[]{}\"'_/@";
  std::mt19937 random(7);  // NOLINT(cert-msc51-cpp): the same texts each time
  for (int i = 0; i < kTexts; ++i) {
    std::string text;
    const std::size_t size = 1 + random() % 24;
    while (text.size() < size) text += characters[random() % characters.size()];
    check(text);
    if (HasFatalFailure()) return;
  }
}

TEST(AsciiSentences, KnowPrintableTextAlone) {
  const std::string text = "thirty two bytes of printable text and some more.";
  for (std::size_t i = 0; i < text.size(); ++i) {
    for (const char odd : {'\n', '\t', '\x7F', '\x80', '\0'}) {
      std::string other = text;
      other[i] = odd;
      EXPECT_FALSE(ascii::is_printable(other)) << i;
    }
  }
  EXPECT_TRUE(ascii::is_printable(text));
  EXPECT_TRUE(ascii::is_printable(""));
}

}  // namespace
}  // namespace personfirst
