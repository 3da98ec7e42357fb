// Positions agrees with LineIndex, in whatever order it is asked.
#include "linter/render/positions.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace personfirst {
namespace {

Position asked_directly(const Document& document, std::uint32_t offset, ColumnUnit unit) {
  const LineColumn at = document.lines().to_line_column(document.text, offset, unit);
  return {offset, at.line + 1, at.column + 1};
}

// Asks for every character's place, in `order`.
void check(const std::string& text, std::vector<std::uint32_t> order) {
  const Document document = make_document("a.txt", Format::PlainText, text);
  for (const ColumnUnit unit : {ColumnUnit::Utf8, ColumnUnit::Utf16, ColumnUnit::Utf32}) {
    Positions positions(document, unit);
    for (const std::uint32_t offset : order) {
      EXPECT_EQ(positions.at(offset), asked_directly(document, offset, unit))
          << "offset " << offset << " of: " << text;
    }
  }
}

std::vector<std::uint32_t> character_starts(const std::string& text) {
  std::vector<std::uint32_t> starts;
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) starts.push_back(i);
  }
  starts.push_back(static_cast<std::uint32_t>(text.size()));
  return starts;
}

const std::vector<std::string> kTexts = {
    "",
    "one line",
    "two\nlines\n",
    "a\r\nb\rc\n\nd",
    "\r\n\r\n\n\r\r\nfour\n\r\nfive\rsix\r",
    "naïve café — 日本語\n😀 end",
    "\xFF odd \xFE\n bytes \xC3",
    "combining e\u0301 marks\u200B and joiners 👩\u200D💻\nlast",
};

TEST(Positions, AgreeWithTheLineIndexForwards) {
  for (const std::string& text : kTexts) check(text, character_starts(text));
}

TEST(Positions, AgreeWithTheLineIndexBackwards) {
  for (const std::string& text : kTexts) {
    std::vector<std::uint32_t> order = character_starts(text);
    check(text, {order.rbegin(), order.rend()});
  }
}

TEST(Positions, AgreeWithTheLineIndexInAnyOrder) {
  std::mt19937 random(7);
  for (const std::string& text : kTexts) {
    const std::vector<std::uint32_t> starts = character_starts(text);
    std::vector<std::uint32_t> order;
    for (int i = 0; i < 200; ++i) order.push_back(starts[random() % starts.size()]);
    check(text, order);
  }
}

TEST(Positions, PastTheEndIsTheEnd) {
  const Document document = make_document("a.txt", Format::PlainText, "ab\ncd");
  EXPECT_EQ(Positions(document).at(99), (Position{5, 2, 3}));
}

// Most lines are only counted on the way.
TEST(Positions, AgreeWithTheLineIndexFarAhead) {
  std::string text;
  for (const std::string& one : kTexts) text += one + "\n\n";
  std::mt19937 random(11);
  for (const std::string& between : {std::string("\n"), std::string("\n\n\n"), std::string("\r")}) {
    std::string all;
    std::vector<std::uint32_t> order;
    for (int i = 0; i < 30; ++i) {
      for (auto n = random() % 900; n > 0; --n) all += (n % 7 == 0 ? between : "x");
      order.push_back(static_cast<std::uint32_t>(all.size()));
      all += text;
      order.push_back(order.back() + 4);  // inside "one line"
      order.push_back(order.back() - 1);
    }
    check(all, order);
  }
}

// A quadratic count would take minutes.
TEST(Positions, AreFastOnOneLongLine) {
  const std::string text(4'000'000, 'x');
  const Document document = make_document("a.txt", Format::PlainText, text);
  Positions positions(document);
  for (std::uint32_t at = 0; at < text.size(); at += 20) ASSERT_EQ(positions.at(at).column, at + 1);
}

}  // namespace
}  // namespace personfirst
