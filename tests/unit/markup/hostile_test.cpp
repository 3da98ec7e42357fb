// Input made to break parsers is read with bounded work and memory, to the end, and the same way
// every time.
#include <algorithm>
#include <vector>

#include "tests/unit/markup/support.h"

namespace personfirst::testing {
namespace {

constexpr std::size_t kSize = 150'000;

std::string repeat(std::string_view unit, std::size_t size = kSize) {
  std::string text;
  text.reserve(size + unit.size());
  while (text.size() < size) text += unit;
  return text;
}

// `problem` is the code of the first problem, or empty. The prose stays in proportion to the
// source.
void check(Format format, const std::string& source, std::string_view problem) {
  const Extracted extracted = extract_from(format, source);
  expect_sound(extracted, source);
  std::size_t bytes = 0;
  std::size_t pieces = 0;
  for (const Prose& prose : extracted.prose) {
    bytes += prose.text.size();
    pieces += prose.pieces.size();
  }
  EXPECT_LE(bytes, 3 * source.size() + 1000) << source.substr(0, 20);
  EXPECT_LE(pieces, source.size() + 1000) << source.substr(0, 20);
  EXPECT_EQ(extracted.problems.empty() ? "" : extracted.problems[0].code, problem)
      << source.substr(0, 20);
}

TEST(Hostile, DeepHtmlIsNoProblem) {
  for (const char* unit : {"<div>", "<b>", "<ul><li>", "<table><tr><td>", "<blockquote>", "<x-y>",
                           "<div></span>", "<a ", "<q>"}) {
    check(Format::Html, repeat(unit), "");
  }
  check(Format::Html, repeat("<div>") + repeat("</div>"), "");
  check(Format::Html, repeat("<div>") + repeat("</p></span></li>"), "");
}

TEST(Hostile, FaultyHtmlIsNoProblem) {
  for (const char* unit : {"<", "<1", "a < b "}) check(Format::Html, repeat(unit), "");
}

TEST(Hostile, UnclosedHtmlIsAProblem) {
  for (const char* unit : {"<!--", "<!x", "<![CDATA[", "<script>"}) {
    check(Format::Html, repeat(unit), "unclosed-markup");
  }
}

TEST(Hostile, RepeatedHtmlIsNoProblem) {
  for (const char* unit : {"<p>x", ">", "&", "a -> b ", "<br>", "</p>", "<td>", "<img alt=x>",
                           "&amp;", "{{", "{%", "\"", "x"}) {
    check(Format::Html, repeat(unit, kSize / 10), "");
  }
}

TEST(Hostile, DeepHtmlStillHasItsProse) {
  const std::string source = repeat("<div>", 5000) + "<p>one <b>two</b></p><img alt=three>";
  const Extracted extracted = extract_from(Format::Html, source);
  EXPECT_EQ(lines_of(extracted),
            (std::vector<std::string>{"Paragraph: one two", "AltText: three"}));
  expect_sound(extracted, source);
}

TEST(Hostile, RepeatedMarkdownIsNoProblem) {
  for (const char* unit : {">",          "> ",      "- ",        "*",    "_",    "`",  "[",
                           "![",         "[a](",    "[a](b)",    "<",    "<!--", "&",  "|",
                           "a|b\n-|-\n", "\\",      "*a **b ",   "~~",   "{{",   "](", "@a ",
                           "a_b ",       "- a\n  ", "> <div>\n", "\xFF", "a",    "\r", "<b>"}) {
    check(Format::Markdown, repeat(unit), "");
  }
  check(Format::Markdown, std::string(kSize, '\0'), "");
  check(Format::Markdown, "---\ntitle: \"" + repeat("\\\""), "");
  check(Format::Markdown, "---\n" + repeat("title: >\n a\n") + "---\n", "");
}

TEST(Hostile, MarkdownThatStandsForMoreThanItHoldsIsReadAsText) {
  const std::string table = repeat("|x") + "\n" + repeat("|---", 2 * kSize) + "\n" + repeat("|\n");
  check(Format::Markdown, table, "markup-too-slow");
  const std::string title = "[a]: /u \"" + repeat("x") + "&amp;\"\n\n" + repeat("[a] ");
  check(Format::Markdown, title, "markup-too-slow");
  check(Format::Markdown, repeat("[a]\n", 2 * kSize), "markup-too-slow");
}

TEST(Hostile, RepeatedTextIsNoProblem) {
  for (const char* unit : {">", "> ", "- a\n", "A\n", "a | b\n", "`a ", "](", "{{", "@", "https://",
                           "\r", "1. a\n", "a'", "/a", "a"}) {
    check(Format::PlainText, repeat(unit), "");
  }
}

// Whatever a format's marks are, over and over, and never closed.
TEST(Hostile, RepeatedMarksOfAnyFormatAreNoProblem) {
  const std::vector<const char*> units = {"{",
                                          "{{",
                                          "{%",
                                          "<%",
                                          "{{#if}}",
                                          "@A",
                                          "@A@",
                                          "***",
                                          "[[",
                                          "${",
                                          "\u00AB",
                                          "{a|",
                                          "{a:b,",
                                          "{a|b}",
                                          " .ab ",
                                          "{a:1|",
                                          "a{%b%}",
                                          "{% else %}",
                                          "{#a#}",
                                          "[",
                                          "{\"a\":",
                                          "\"\\",
                                          "\"",
                                          "- ",
                                          "  ",
                                          "- - a\n",
                                          "a: >\n",
                                          "a:\n",
                                          "'",
                                          "\\a{",
                                          "\\",
                                          "$a ",
                                          "%\n",
                                          "\\begin{a}",
                                          "\\item ",
                                          "\\a[",
                                          "}",
                                          "\\footnote{",
                                          "&",
                                          "..\n",
                                          ".. a::\n",
                                          "::\n\n ",
                                          ":a:`",
                                          "`a ",
                                          "*a ",
                                          "a_ ",
                                          "|a",
                                          "=\n",
                                          "= =\n",
                                          "+-\n|a|\n",
                                          "|===\n",
                                          "|",
                                          "<<",
                                          "a:b[",
                                          "____\n",
                                          "* a\n",
                                          "[[a][",
                                          ":A:\n",
                                          "#+A: b\n",
                                          "#+BEGIN_QUOTE\n",
                                          "1\n-->\na\n\n",
                                          "-->\na ",
                                          "<a",
                                          "</a>",
                                          "a,",
                                          "\"a\n",
                                          "=E2",
                                          "=?a?q?",
                                          "--x\n",
                                          "a: b\n",
                                          "\\'e9",
                                          "\\u9?",
                                          "{\\*\\a ",
                                          "\\cell ",
                                          "\\footnote ",
                                          "\\bin9 ",
                                          "<![CDATA[a]]>",
                                          "<a xml:lang=b>"};
  for (int format = 0; format <= static_cast<int>(Format::Rtf); ++format) {
    for (const char* unit : units) {
      for (const char* begin : {"", "\n\n", "\"resourceType\"{\"text\":\""}) {
        Document document;
        document.format = static_cast<Format>(format);
        document.text = begin + repeat(unit, kSize / 5);
        document.values = {"**"};
        const Extracted extracted = extract(document);
        expect_sound(extracted, document.text);
        std::size_t bytes = 0;
        for (const Prose& prose : extracted.prose) bytes += prose.text.size();
        EXPECT_LE(bytes, 4 * document.text.size() + 1000) << format << unit;
      }
    }
  }
}

TEST(Hostile, LongContextsDoNotMultiply) {
  const std::string source = "<table><tr><th>" + repeat("x") + repeat("<tr><td>a", kSize / 10);
  const Extracted extracted = extract_from(Format::Html, source);
  const auto longest =
      std::ranges::max(extracted.prose, {}, [](const Prose& p) { return p.introduced_by.size(); });
  EXPECT_EQ(longest.introduced_by.size(), Prose::kMaxContextBytes);
}

}  // namespace
}  // namespace personfirst::testing
