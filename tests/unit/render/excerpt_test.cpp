// The marks stand below the marked words, whatever the words are made of.
#include "linter/render/excerpt.h"

#include <gtest/gtest.h>

#include <string>

#include "linter/text/words.h"
#include "tests/support/marked.h"

namespace personfirst {
namespace {

// `marked` holds one [[span]]; `below` is the line of marks.
void check(const std::string& marked, const std::string& line, const std::string& below,
           std::uint32_t columns = 40) {
  const testing::Marked input = testing::unmark(marked);
  ASSERT_EQ(input.spans.size(), 1U) << marked;
  const Document document = make_document("a.txt", Format::PlainText, input.text);
  const Excerpt excerpt = make_excerpt(document, input.spans[0], columns);
  EXPECT_EQ(excerpt.line, line) << marked;
  EXPECT_EQ(std::string(excerpt.indent, ' ') + "^" + std::string(excerpt.width - 1, '~'), below)
      << marked;
}

TEST(Excerpt, UnderlinesWords) {
  check("He met an [[old friend]] then.", "He met an old friend then.",  //
        "          ^~~~~~~~~~");
  check("[[word]]", "word", "^~~~");
  check("x[[y]]", "xy", " ^");
}

TEST(Excerpt, TakesTheLineOfTheSpanOnly) {
  check("before\nhere [[it]] is\nafter", "here it is", "     ^~");
  check("before\r\nhere [[it]] is\r\nafter", "here it is", "     ^~");
  check("before\rhere [[it]]", "here it", "     ^~");
}

TEST(Excerpt, UnderlinesTheFirstLineOfALongSpan) {
  check("one [[two\nthree\nfour]] five", "one two", "    ^~~");
  check("one [[\nthree]]", "one ", "    ^");
}

TEST(Excerpt, CountsWideCharactersTwice) {
  check("日本 [[語]] word", "日本 語 word", "     ^~");
  check("😀 [[ab]]", "😀 ab", "   ^~");
}

TEST(Excerpt, CountsCombiningMarksNotAtAll) {
  check("cafe\u0301 [[ab]]", "cafe\u0301 ab", "     ^~");
  check("[[cafe\u0301]] x", "cafe\u0301 x", "^~~~");
}

TEST(Excerpt, ShowsATabAsFourSpaces) {
  check("\ta\t[[b]]", "    a    b", "         ^");
  check("[[a\tb]]", "a    b", "^~~~~~");
}

TEST(Excerpt, ShowsNothingThatMovesTheCursor) {
  check("\x1b[31mred [[x]]", "\uFFFD[31mred x", "         ^");
  check("\u202Eabc [[x]]", "\uFFFDabc x", "     ^");
  check("\xFF [[x]] \xC3", "\uFFFD x \uFFFD", "  ^");
}

TEST(Excerpt, MarksAnEmptySpanOnce) {
  check("ab[[]]cd", "abcd", "  ^");
  check("[[]]", "", "^");
}

TEST(Excerpt, CutsALongLineRoundTheSpan) {
  check("0123456789 0123456789 [[abc]] 0123456789 0123456789", "…89 abc 0123456…", "    ^~~", 14);
}

TEST(Excerpt, CutsOnlyWhereItMust) {
  check("[[abc]] 0123456789 0123456789", "abc 0123456789…", "^~~", 14);
  check("0123456789 0123456789 [[abc]]", "…0123456789 abc", "            ^~~", 14);
  check("0123456789 [[abc]]", "0123456789 abc", "           ^~~", 14);
}

TEST(Excerpt, CutsASpanThatIsTooLong) {
  check("x [[0123456789abcdefghij]] y", "…0123456789…", " ^~~~~~~~~~", 10);
}

TEST(Excerpt, NeverShowsHalfACharacter) {
  const std::string wide = "日本語日本語日本語日本語日本語日本語";
  for (std::uint32_t columns = 5; columns < 30; ++columns) {
    const testing::Marked input = testing::unmark(wide + "[[ab]]" + wide);
    const Document document = make_document("a.txt", Format::PlainText, input.text);
    const Excerpt excerpt = make_excerpt(document, input.spans[0], columns);
    EXPECT_EQ(excerpt.line.find("\uFFFD"), std::string::npos) << excerpt.line;
    EXPECT_LE(display_width(excerpt.line), columns + 2) << excerpt.line;
    const std::size_t at = excerpt.line.find("ab");
    ASSERT_NE(at, std::string::npos);
    EXPECT_EQ(display_width(excerpt.line.substr(0, at)), excerpt.indent) << excerpt.line;
  }
}

TEST(Excerpt, IsFastOnALineOfMegabytes) {
  const std::string side(8'000'000, 'x');
  const testing::Marked input = testing::unmark(side + "[[ab]]" + side);
  const Document document = make_document("a.txt", Format::PlainText, input.text);
  for (int i = 0; i < 2000; ++i) {
    ASSERT_EQ(make_excerpt(document, input.spans[0], 60).width, 2U);
  }
}

}  // namespace
}  // namespace personfirst
