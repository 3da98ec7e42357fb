#include "linter/text/decode.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/text/support.h"

namespace personfirst {
namespace {

using namespace std::string_literals;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> codes(const Decoded& decoded) {
  std::vector<std::string> found;
  for (const Problem& problem : decoded.problems) found.push_back(problem.code);
  return found;
}

// Decodes to this text and this encoding, and encodes back to the same bytes.
void check(const std::string& bytes, std::string_view text, const Encoding& encoding,
           const std::vector<std::string>& problems = {}) {
  const Decoded decoded = decode(bytes);
  EXPECT_EQ(decoded.text, text);
  EXPECT_EQ(decoded.encoding.charset, encoding.charset) << testing::PrintToString(bytes);
  EXPECT_EQ(decoded.encoding.byte_order_mark, encoding.byte_order_mark)
      << testing::PrintToString(bytes);
  EXPECT_EQ(codes(decoded), problems) << testing::PrintToString(bytes);
  EXPECT_EQ(encode(decoded.text, decoded.encoding), bytes);
}

void check_guess(std::string_view text, const std::string& charset) {
  const std::optional<std::string> bytes = encode(text, {charset});
  ASSERT_TRUE(bytes) << charset << " cannot hold " << text;
  check(*bytes, text, {charset}, {"charset-guessed"});
}

TEST(Decode, PlainUtf8StaysAsItIs) {
  check("", "", {});
  check("plain", "plain", {});
  check("naïve café 😀\r\n", "naïve café 😀\r\n", {});
}

TEST(Decode, TakesOffAByteOrderMarkAndEncodePutsItBack) {
  check("\xEF\xBB\xBFtext", "text", {"UTF-8", true});
  check("\xFF\xFEt\0x\0"s, "tx", {"UTF-16LE", true});
  check("\xFE\xFF\0t\0x"s, "tx", {"UTF-16BE", true});
  check("\xFF\xFE\0\0t\0\0\0"s, "t", {"UTF-32LE", true});
  check("\0\0\xFE\xFF\0\0\0t"s, "t", {"UTF-32BE", true});
  check("\xEF\xBB\xBF", "", {"UTF-8", true});
  check("\xFF\xFE", "", {"UTF-16LE", true});
  check("\xFF\xFE\x3D\xD8\x00\xDE"s, "😀", {"UTF-16LE", true});
}

TEST(Decode, ASecondByteOrderMarkIsText) {
  check("\xEF\xBB\xBF\xEF\xBB\xBFx", "\xEF\xBB\xBFx", {"UTF-8", true});
  check("\xFF\xFE\xFF\xFEx\0"s, "\xEF\xBB\xBFx", {"UTF-16LE", true});
}

TEST(Decode, RoundTripsEveryUnicodeForm) {
  const std::string text = "Line one\r\nnaïve “quotes” 日本 😀\xE2\x80\xA8 end\n";
  for (const char* charset : {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"}) {
    const Encoding encoding{charset, true};
    const std::optional<std::string> bytes = encode(text, encoding);
    ASSERT_TRUE(bytes) << charset;
    check(*bytes, text, encoding);
  }
}

TEST(Decode, KnowsUtf16WithoutAMarkByItsZeroBytes) {
  for (const char* charset : {"UTF-16LE", "UTF-16BE"}) {
    check_guess("x", charset);
    check_guess("She went home.\r\n", charset);
    check_guess("A “naïve” idea of 日本 and 😀, mostly in English.", charset);
  }
}

TEST(Decode, AMarkThatLooksLikeUtf32ButIsNotIsUtf16) {
  check("\xFF\xFE\0\0x\0"s, "\0x"s, {"UTF-16LE", true});
}

TEST(Decode, BrokenUtf16IsReportedAndNeverWrittenBack) {
  for (const std::string& bytes :
       {"\xFF\xFE\x3D\xD8x\0"s, "\xFF\xFEx\0\x00\xDE"s, "\xFF\xFEx\0y"s}) {
    const Decoded decoded = decode(bytes);
    EXPECT_THAT(codes(decoded), ElementsAre("ill-formed-utf8")) << testing::PrintToString(bytes);
    EXPECT_EQ(encode(decoded.text, decoded.encoding), std::nullopt);
  }
}

TEST(Decode, AFewIllFormedBytesAreKeptAndReported) {
  const std::string text = "é è ê “quoted” and one \xFF here";
  check(text, text, {}, {"ill-formed-utf8"});
  EXPECT_EQ(slice(text, decode(text).problems.at(0).span), "\xFF");
  const std::string cut_short = "“quoted” text that was cut sh\xE2\x80\xA6rt \xE2\x80";
  check(cut_short, cut_short, {}, {"ill-formed-utf8"});
  const std::string marked = "\xEF\xBB\xBFonly \xFF this";  // a mark leaves no doubt
  check(marked, marked.substr(3), {"UTF-8", true}, {"ill-formed-utf8"});
}

TEST(Decode, AsciiWithC1BytesIsWindows1252) {
  check("He said \x93yes\x94.", "He said “yes”.", {"windows-1252"}, {"charset-guessed"});
  check("It\x92s \x96 well \x85", "It’s – well …", {"windows-1252"}, {"charset-guessed"});
  check("\x80 100", "€ 100", {"windows-1252"}, {"charset-guessed"});
}

TEST(Decode, GuessesTheCharsetOfOrdinaryText) {
  check_guess("The café.", "windows-1252");
  check_guess("A naïve view of “willpower” in the résumé.", "windows-1252");
  check_guess("El niño dijo que la médica volverá mañana según el señor Núñez.", "windows-1252");
  check_guess("Les élèves étaient déjà là, près de l’hôpital, où ils s’étaient arrêtés.",
              "windows-1252");
  check_guess("Die Ärzte müssen früher über größere Räume verfügen können.", "windows-1252");
  check_guess(
      "Lekarze mówią, że większe kliniki mają wolne miejsca, ale żadna nie ma środków na leczenie.",
      "windows-1250");
  check_guess("Врачи говорят, что людей надо лечить раньше, и мест хватает.", "windows-1251");
  check_guess("Врачи говорят, что людей надо лечить раньше, и мест хватает.", "KOI8-R");
  check_guess("医師は、もっと早く治療を受けるべきだと言っています。病院にはまだ場所があります。",
              "Shift_JIS");
  check_guess("医生说，大家应该更早接受治疗。医院还有地方，医生也有时间。", "GB18030");
  check_guess("의사들은 사람들이 더 일찍 치료를 받아야 한다고 말합니다.", "EUC-KR");
}

TEST(Decode, FindsTheCharsetFarFromTheStart) {
  check_guess(std::string(100'000, 'x') + " “quoted” and naïve", "windows-1252");
}

TEST(Decode, EverySingleByteHasAMeaning) {
  for (int value = 0x80; value < 0x100; ++value) {
    const std::string bytes = "The word caf"s + static_cast<char>(value) + " stands here.";
    const Decoded decoded = decode(bytes);
    EXPECT_THAT(codes(decoded), ElementsAre("charset-guessed")) << value;
    EXPECT_EQ(encode(decoded.text, decoded.encoding), bytes) << value;
  }
}

TEST(Decode, RandomBytesRoundTripOrAreRefused) {
  std::mt19937 random(4);
  for (int round = 0; round < 1500; ++round) {
    const std::string bytes = random_text(random, 8);
    const Decoded decoded = decode(bytes);
    const std::optional<std::string> back = encode(decoded.text, decoded.encoding);
    if (back) {
      ASSERT_EQ(*back, bytes) << testing::PrintToString(bytes) << " as "
                              << decoded.encoding.charset;
    } else {
      ASSERT_THAT(decoded.problems, testing::Not(IsEmpty())) << testing::PrintToString(bytes);
    }
  }
}

TEST(Encode, RefusesWhatTheCharsetCannotHold) {
  EXPECT_EQ(encode("日本", {"windows-1252"}), std::nullopt);
  EXPECT_EQ(encode("“yes”", {"ISO-8859-1"}), std::nullopt);
  EXPECT_EQ(encode("\xFF", {"windows-1252"}), std::nullopt);
  EXPECT_EQ(encode("\xFF", {"UTF-16LE"}), std::nullopt);
  EXPECT_EQ(encode("text", {"no-such-charset"}), std::nullopt);
  EXPECT_EQ(encode("naïve", {"windows-1252"}), "na\xEFve");
}

TEST(LooksBinary, NulBytesThatAreNotUtf16) {
  EXPECT_FALSE(looks_binary(""));
  EXPECT_FALSE(looks_binary("text\n"));
  EXPECT_FALSE(looks_binary("caf\xE9"));
  EXPECT_FALSE(looks_binary("\xFF\xFEt\0"s));
  EXPECT_FALSE(looks_binary("t\0e\0x\0t\0"s));
  EXPECT_FALSE(looks_binary("\0t\0e\0x\0t"s));
  EXPECT_FALSE(looks_binary(std::string(10'000, 'x') + "\0"s));
  EXPECT_TRUE(looks_binary("\0"s));
  EXPECT_TRUE(looks_binary("te\0xt"s));
  EXPECT_TRUE(
      looks_binary("\x7F"
                   "ELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0>\0"s));
  EXPECT_TRUE(looks_binary("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\1\0"s));
  EXPECT_TRUE(looks_binary("\xEF\xBB\xBFx\0y"s));
}

}  // namespace
}  // namespace personfirst
