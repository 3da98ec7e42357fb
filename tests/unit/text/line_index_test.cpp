#include "linter/text/line_index.h"

#include <gtest/gtest.h>

#include "linter/text/utf8.h"
#include "tests/unit/text/support.h"

namespace personfirst {

static void PrintTo(LineColumn at, std::ostream* out) { *out << at.line << ':' << at.column; }

namespace {

constexpr std::array kUnits = {ColumnUnit::Utf8, ColumnUnit::Utf16, ColumnUnit::Utf32};

struct Columns {
  std::uint32_t line, utf8, utf16, utf32;
};

// `marked` has an empty mark [[]] at the place in question. It must convert both ways in all units.
void check(std::string_view marked, Columns wanted) {
  const Marked place = unmark(marked);
  const std::string& text = place.text;
  const std::uint32_t offset = place.spans.at(0).begin;
  const LineIndex lines(text);
  const std::array<std::uint32_t, 3> columns = {wanted.utf8, wanted.utf16, wanted.utf32};
  for (std::size_t i = 0; i < kUnits.size(); ++i) {
    const LineColumn at{wanted.line, columns[i]};
    EXPECT_EQ(lines.to_line_column(text, offset, kUnits[i]), at)
        << testing::PrintToString(marked) << " unit " << i;
    EXPECT_EQ(lines.to_offset(text, at, kUnits[i]), offset)
        << testing::PrintToString(marked) << " unit " << i;
  }
}

void check_from_position(std::string_view text, LineColumn position, ColumnUnit unit,
                         std::uint32_t wanted) {
  EXPECT_EQ(LineIndex(text).to_offset(text, position, unit), wanted)
      << testing::PrintToString(text);
}

void check_from_offset(std::string_view text, std::uint32_t offset, ColumnUnit unit,
                       LineColumn wanted) {
  EXPECT_EQ(LineIndex(text).to_line_column(text, offset, unit), wanted)
      << testing::PrintToString(text);
}

void check_lines(std::string_view text, const std::vector<std::string_view>& wanted) {
  const LineIndex lines(text);
  ASSERT_EQ(lines.line_count(), wanted.size()) << testing::PrintToString(text);
  for (std::uint32_t line = 0; line < wanted.size(); ++line) {
    const Span span{lines.line_begin(line), lines.line_end(text, line)};
    EXPECT_EQ(slice(text, span), wanted[line]) << testing::PrintToString(text) << " line " << line;
  }
}

TEST(LineIndex, LinesEndAtLfCrAndCrlf) {
  check_lines("", {""});
  check_lines("a", {"a"});
  check_lines("a\n", {"a", ""});
  check_lines("a\nb", {"a", "b"});
  check_lines("a\rb", {"a", "b"});
  check_lines("a\r\nb", {"a", "b"});
  check_lines("a\n\rb", {"a", "", "b"});
  check_lines("a\r\r\nb", {"a", "", "b"});
  check_lines("\r\n\r\n", {"", "", ""});
  check_lines("\n\n", {"", "", ""});
  check_lines("a\r", {"a", ""});
}

TEST(LineIndex, OtherSeparatorsAreNotLineEnds) {
  check_lines("a\xE2\x80\xA8z", {"a\xE2\x80\xA8z"});      // U+2028
  check_lines("a\xC2\x85z\vy\fx", {"a\xC2\x85z\vy\fx"});  // U+0085
}

TEST(LineIndex, CountsInAllUnits) {
  check("[[]]", {0, 0, 0, 0});
  check("abc[[]]def", {0, 3, 3, 3});
  check("\t\t[[]]x", {0, 2, 2, 2});
  check("é[[]]x", {0, 2, 1, 1});
  check("日本[[]]語", {0, 6, 2, 2});
  check("😀[[]]x", {0, 4, 2, 1});
  check("one\n😀é日x[[]]", {1, 10, 5, 4});
  check("one\r\ntwo\rthree [[]]four", {2, 6, 6, 6});
  check("a\xE2\x80\xA8[[]]z", {0, 4, 2, 2});
  check("ends with a line end\n[[]]", {1, 0, 0, 0});
  check("line[[]]\r\nnext", {0, 4, 4, 4});
}

TEST(LineIndex, EachIllFormedByteIsOneUnit) {
  check("\x80[[]]x", {0, 1, 1, 1});
  check("é\xE2\x82[[]]x", {0, 4, 3, 3});
  check("\xF0\x9F\x98[[]]", {0, 3, 3, 3});
  check("\xED\xA0[[]]\x80", {0, 2, 2, 2});
  check("x\n\xFF\xFF[[]]é", {1, 2, 2, 2});
}

TEST(LineIndex, OffsetInsideACharacterIsItsStart) {
  for (const ColumnUnit unit : kUnits) {
    for (std::uint32_t offset = 1; offset < 5; ++offset)
      check_from_offset("a😀b", offset, unit, {0, 1});
  }
  check_from_position("a😀b", {0, 3}, ColumnUnit::Utf8, 1);
  check_from_position("a😀b", {0, 2}, ColumnUnit::Utf16, 1);
  check_from_position("a😀b", {0, 3}, ColumnUnit::Utf16, 5);
}

TEST(LineIndex, OffsetBetweenCrAndLfIsTheCr) {
  for (const ColumnUnit unit : kUnits) check_from_offset("ab\r\ncd", 3, unit, {0, 2});
}

TEST(LineIndex, OffsetPastTheEndIsTheEnd) {
  for (const ColumnUnit unit : kUnits) {
    check_from_offset("", 5, unit, {0, 0});
    check_from_offset("ab", 5, unit, {0, 2});
    check_from_offset("ab\n", 0xFFFFFFFFU, unit, {1, 0});
  }
}

TEST(LineIndex, ColumnPastTheLineIsItsEndAndLinePastTheTextIsTheEnd) {
  for (const ColumnUnit unit : kUnits) {
    check_from_position("ab\r\ncd", {0, 2}, unit, 2);
    check_from_position("ab\r\ncd", {0, 3}, unit, 2);
    check_from_position("ab\r\ncd", {0, 0xFFFFFFFFU}, unit, 2);
    check_from_position("é\nx", {0, 2}, unit, 2);
    check_from_position("ab\r\ncd", {7, 1}, unit, 6);
    check_from_position("", {0, 9}, unit, 0);
    check_from_position("", {0xFFFFFFFFU, 0xFFFFFFFFU}, unit, 0);
  }
}

// The definition, at the speed of one.
LineColumn slow_line_column(std::string_view text, std::uint32_t offset, ColumnUnit unit) {
  LineColumn at;
  for (std::uint32_t here = 0, length = 0; here < offset; here += length) {
    const char32_t c = decode_at(text, here, &length);
    if (here + length > offset) break;
    if (c == '\r' && text.substr(here, 2) == "\r\n") {
      if (here + 1 == offset) break;
      length = 2;
    }
    if (c == '\n' || c == '\r') {
      at = {at.line + 1, 0};
    } else {
      at.column += unit == ColumnUnit::Utf8                  ? length
                   : unit == ColumnUnit::Utf16 && c > 0xFFFF ? 2
                                                             : 1;
    }
  }
  return at;
}

std::uint32_t start_of_character(std::string_view text, std::uint32_t offset) {
  offset = character_begin(text, offset);
  const bool in_line_end =
      offset > 0 && offset < text.size() && text[offset] == '\n' && text[offset - 1] == '\r';
  return in_line_end ? offset - 1 : offset;
}

TEST(LineIndex, EveryOffsetOfRandomBytesConvertsBothWays) {
  std::mt19937 random(2);
  for (int round = 0; round < 3000; ++round) {
    const std::string text = random_text(random, 10);
    const LineIndex lines(text);
    for (std::uint32_t offset = 0; offset <= text.size() + 1; ++offset) {
      for (const ColumnUnit unit : kUnits) {
        const LineColumn at = lines.to_line_column(text, offset, unit);
        ASSERT_EQ(at, slow_line_column(
                          text, std::min(offset, static_cast<std::uint32_t>(text.size())), unit))
            << testing::PrintToString(text) << " at " << offset;
        ASSERT_EQ(lines.to_offset(text, at, unit), start_of_character(text, offset))
            << testing::PrintToString(text) << " at " << offset;
      }
    }
  }
}

TEST(LineIndex, LongLinesConvertLikeShortOnes) {
  std::mt19937 random(3);
  for (int round = 0; round < 6; ++round) {
    std::string text = "first line\n";
    while (text.size() < 9000) {
      std::string piece = random_text(random, 20);
      std::erase_if(piece, [](char c) { return c == '\n' || c == '\r'; });
      text += piece;
    }
    text += "\r\nlast line é";
    const LineIndex lines(text);
    for (std::uint32_t offset = 0; offset <= text.size();
         offset += 1 + static_cast<std::uint32_t>(random() % 40)) {
      for (const ColumnUnit unit : kUnits) {
        const LineColumn at = lines.to_line_column(text, offset, unit);
        ASSERT_EQ(at, slow_line_column(text, offset, unit)) << "at " << offset;
        ASSERT_EQ(lines.to_offset(text, at, unit), start_of_character(text, offset))
            << "at " << offset;
      }
    }
  }
}

// Were columns counted from the line's start, this would read 300 GB.
TEST(LineIndex, AConversionInALongLineDoesNotCostTheWholeLine) {
  constexpr std::uint32_t kRepeats = 300'000;
  for (const std::string_view piece : {"é and more ", "and much more "}) {
    std::string text;
    for (std::uint32_t i = 0; i < kRepeats; ++i) text += piece;
    const LineIndex lines(text);
    const auto bytes = static_cast<std::uint32_t>(piece.size());
    const std::uint32_t units = lines.to_line_column(text, bytes, ColumnUnit::Utf16).column;
    for (std::uint32_t i = kRepeats / 2; i < kRepeats; ++i) {
      const LineColumn wanted{0, i * units};
      ASSERT_EQ(lines.to_line_column(text, i * bytes, ColumnUnit::Utf16), wanted);
      ASSERT_EQ(lines.to_offset(text, wanted, ColumnUnit::Utf16), i * bytes);
    }
  }
}

// What is marked is replaced: the index must be the one of the text afterwards.
void check_replace(std::string_view marked, std::string_view inserted) {
  const Marked place = unmark(marked);
  const Span replaced = place.spans.at(0);
  LineIndex lines(place.text);
  std::string text = place.text;
  text.replace(replaced.begin, replaced.size(), inserted);
  lines.replace(text, replaced, static_cast<std::uint32_t>(inserted.size()));
  EXPECT_TRUE(lines == LineIndex(text))
      << testing::PrintToString(marked) << " + " << testing::PrintToString(inserted);
}

TEST(LineIndex, FollowsEdits) {
  const std::string far(3000, 'x');
  const std::vector<std::string> around = {
      "", "a", "\n", "\r", "\r\n", "ab\ncd\n", "é\r\nf", far, far + "\n" + far};
  const std::vector<std::string> middle = {"", "b", "\n", "\r", "\r\n", "x\ny", far, "\n" + far};
  for (const std::string& before : around) {
    for (const std::string& after : around) {
      for (const std::string& removed : middle) {
        for (const std::string& inserted : middle)
          check_replace(before + "[[" + removed + "]]" + after, inserted);
      }
    }
  }
}

}  // namespace
}  // namespace personfirst
