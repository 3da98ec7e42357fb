// Places in the protocol and places in the text are the same places, in every unit, whatever a
// client sends.
#include "lsp/convert.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/support/marked.h"

namespace personfirst::lsp {
namespace {

using personfirst::testing::unmark;

// The marked span is the range, there and back.
void check(std::string_view marked, ColumnUnit unit, std::string_view range) {
  const auto [text, spans] = unmark(marked);
  const Document document = make_document("a", Format::PlainText, text);
  const Json json = Json::parse(range);
  EXPECT_EQ(to_range(document, unit, spans.at(0)), json) << marked;
  EXPECT_EQ(to_span(document, unit, json), spans.at(0)) << marked;
}

constexpr std::string_view kRange =
    R"({"start":{"line":%,"character":%},"end":{"line":%,"character":%}})";

std::string range(std::initializer_list<int> numbers) {
  std::string json;
  auto number = numbers.begin();
  for (const char c : kRange) json += c == '%' ? std::to_string(*number++) : std::string(1, c);
  return json;
}

TEST(Convert, ARangeIsTheSameSpanInEveryUnit) {
  for (const ColumnUnit unit : {ColumnUnit::Utf8, ColumnUnit::Utf16, ColumnUnit::Utf32}) {
    check("[[a]]b", unit, range({0, 0, 0, 1}));
    check("a\r\n[[b\r\n]]c", unit, range({1, 0, 2, 0}));
    check("a\n[[]]", unit, range({1, 0, 1, 0}));
  }
  check("😀 naïve [[word]]", ColumnUnit::Utf8, range({0, 12, 0, 16}));
  check("😀 naïve [[word]]", ColumnUnit::Utf16, range({0, 9, 0, 13}));
  check("😀 naïve [[word]]", ColumnUnit::Utf32, range({0, 8, 0, 12}));
}

void check_read(std::string_view marked, std::string_view json) {
  const auto [text, spans] = unmark(marked);
  const Document document = make_document("a", Format::PlainText, text);
  EXPECT_EQ(to_span(document, ColumnUnit::Utf16, Json::parse(json)), spans.at(0)) << json;
}

TEST(Convert, ARangeOutsideTheTextEndsWhereTheTextEnds) {
  check_read("a[[b\ncd]]", range({0, 1, 9, 9}));
  check_read("ab[[\ncd]]", range({0, 99, 1, 99}));
  check_read("ab\ncd[[]]", range({7, 0, 8, 0}));
  check_read("ab\ncd[[]]", R"({"start":{"line":4294967296,"character":0},
                              "end":{"line":1,"character":9223372036854775807}})");
}

TEST(Convert, AReversedRangeIsTurnedRound) { check_read("a[[b\nc]]d", range({1, 1, 0, 1})); }

TEST(Convert, TheMiddleOfASurrogatePairIsItsStart) {
  check_read("[[😀]]", range({0, 1, 0, 2}));
  check_read("[[]]😀", range({0, 1, 0, 1}));
}

TEST(Convert, WhatIsNoRangeIsNone) {
  const Document document = make_document("a", Format::PlainText, "ab");
  for (const char* json :
       {"null", "[]", "{}", "3", R"({"start":{"line":0,"character":0}})",
        R"({"start":{"line":0,"character":0},"end":null})",
        R"({"start":{"line":-1,"character":0},"end":{"line":0,"character":0}})",
        R"({"start":{"line":0,"character":"0"},"end":{"line":0,"character":0}})",
        R"({"start":{"line":0,"character":0.5},"end":{"line":0,"character":0}})",
        R"({"start":{"line":0,"character":0},"end":{"line":0,"character":18446744073709551615}})"})
    EXPECT_EQ(to_span(document, ColumnUnit::Utf16, Json::parse(json)), std::nullopt) << json;
}

TEST(Convert, EditsKeepTheirOrderAndText) {
  const Document document = make_document("a", Format::PlainText, "ab\ncd");
  const std::vector<Edit> edits{{{0, 1}, "x"}, {{3, 5}, "“y”\n"}};
  EXPECT_EQ(to_text_edits(document, ColumnUnit::Utf16, edits),
            Json::array({{{"range", Json::parse(range({0, 0, 0, 1}))}, {"newText", "x"}},
                         {{"range", Json::parse(range({1, 0, 1, 2}))}, {"newText", "“y”\n"}}}));
}

}  // namespace
}  // namespace personfirst::lsp
