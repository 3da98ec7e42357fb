// What is read without a parser is what a parser reads.
#include "linter/markup/simple_markdown.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "linter/markup/markdown.h"
#include "tests/unit/markup/support.h"

namespace personfirst {
namespace {

// All of it, also the way back to the source.
std::string show(std::vector<Prose> all) {
  std::string shown;
  const auto add_spans = [&](std::string_view name, const std::vector<Span>& spans) {
    shown += name;
    for (const Span one : spans)
      shown += " " + std::to_string(one.begin) + "-" + std::to_string(one.end);
  };
  for (const Prose& prose : all) {
    shown += testing::line_of(prose) + "\n  below " + prose.heading + ", " + prose.introduced_by;
    add_spans("\n  opaque", prose.opaque);
    add_spans("\n  struck", prose.struck);
    add_spans("\n  emphasized", prose.emphasized);
    for (const Piece& one : prose.pieces)
      shown += "\n  " + std::to_string(one.prose_begin) + "+" + std::to_string(one.prose_length) +
               " from " + std::to_string(one.source_begin) + "+" +
               std::to_string(one.source_length) + (one.replaced ? " replaced" : "");
    shown += "\n";
  }
  return shown;
}

// Is it simple? If so, it is read as the parser reads it.
bool is_simple(std::string_view text) {
  OutlineState above;
  above.heading = "Above";
  std::optional<Outline> simple = read_simple_markdown(text, above);
  if (!simple) return false;
  Outline parsed(above);
  MarkdownPart part{text, 0, most_markdown_events(text.size())};
  static_cast<void>(read_markdown_part(part, parsed));
  EXPECT_TRUE(simple->state() == parsed.state()) << text;
  EXPECT_EQ(simple->has_own_heading(), parsed.has_own_heading()) << text;
  EXPECT_EQ(simple->not_markdown(), parsed.not_markdown()) << text;
  EXPECT_TRUE(parsed.take_comments().empty()) << text;
  EXPECT_EQ(show(simple->take()), show(parsed.take())) << text;
  return true;
}

TEST(SimpleMarkdown, IsParagraphsAndHeadings) {
  EXPECT_TRUE(is_simple(""));
  EXPECT_TRUE(is_simple("\n\nOne.\nTwo: \"three\"; (four)!\n\n\n12 five\n"));
  EXPECT_TRUE(is_simple("# One\nTwo\n\n###### three #4 five\n\nSix:\n"));
  EXPECT_TRUE(is_simple("\xC3\xA9\xC2\xA0one\n\xE2\x80\xA2 two 50% {{ three }} @four a+b=c"));
}

TEST(SimpleMarkdown, IsQuotationsAndListsOfOneLevel) {
  EXPECT_TRUE(is_simple("> One\n> two.\n\n> Three\n"));
  EXPECT_TRUE(is_simple("Say:\n\n- one\n- two\n  three\n\nFour\n\n* five"));
  EXPECT_TRUE(is_simple("# Not\n1. one\n12. two\n    three\n1. [x](y)\n\n\n## Four"));
}

TEST(SimpleMarkdown, IsCodeBetweenLinesOfMarks) {
  EXPECT_TRUE(is_simple("One\n\n```\n- a\n\n  b\n```\n\n````sh x\n\n\na `b`\n\n````\nTwo"));
  EXPECT_TRUE(is_simple("```\n```"));
  EXPECT_FALSE(is_simple("```\na"));
  EXPECT_FALSE(is_simple("```\na\n ```\n```"));
  EXPECT_FALSE(is_simple("```\na\n```` \n```"));
  EXPECT_FALSE(is_simple("```a`\nb\n```"));
  EXPECT_FALSE(is_simple("```\na\r```\nb\n```"));
}

TEST(SimpleMarkdown, HasPlainMarkup) {
  EXPECT_TRUE(is_simple("*One two* and **three\nfour**, `five **six**`. `seven`\n\"*eight*\""));
  EXPECT_TRUE(is_simple("See [one\ntwo](https://example.org/three?a=b#c).\n[Four](five.md)\n"));
  EXPECT_TRUE(is_simple("## `One` *two* [three](four)"));
}

TEST(SimpleMarkdown, IsNothingElse) {
  for (const std::string_view text : {"- one\n\n- two",
                                      "- one\n\n  two",
                                      "- one\ntwo",
                                      "- - one",
                                      "- one\n  - two",
                                      "- one\n* two",
                                      "- [ ] one",
                                      "- [x] one",
                                      "-",
                                      "- ",
                                      "-  one",
                                      "-   one\n  two",
                                      "1. one\n2) two",
                                      "- 1. one",
                                      "- # one",
                                      "- one\n\n* two",
                                      "1234567890. one",
                                      "> one\ntwo",
                                      "> - one",
                                      ">one",
                                      "> > one",
                                      ">",
                                      "> one\n>\n> two",
                                      "    one",
                                      " one",
                                      "\tone",
                                      "one\n===",
                                      "one\n---",
                                      "one\n- two",
                                      "one\n# two",
                                      "***",
                                      "* * *",
                                      "| one |\n| --- |",
                                      "one | two\n--- | ---",
                                      "<p>one</p>",
                                      "[one]: two",
                                      "[one]",
                                      "![one](two)",
                                      "[one](two \"three\")",
                                      "[one](<two>)",
                                      "[one](two(three))",
                                      "[*one*](two)",
                                      "*[one](two)*",
                                      "one  \ntwo",
                                      "one\\\ntwo",
                                      "one\r\ntwo",
                                      "one\ttwo",
                                      "one\ftwo",
                                      "one &amp; two",
                                      "one_two_",
                                      "~~one~~",
                                      "one*two*",
                                      "*one",
                                      "**one*",
                                      "*one**",
                                      "***one***",
                                      "* one *",
                                      "*one*two",
                                      "`one",
                                      "``one``",
                                      "` one `",
                                      "`one\ntwo`",
                                      "`one``",
                                      "####### one",
                                      "#one",
                                      "#",
                                      "# ",
                                      "# one #",
                                      "# one ",
                                      "one ",
                                      "one\n \ntwo"})
    EXPECT_FALSE(is_simple(text)) << text;
}

// Random texts of what may have a meaning.
class MadeUp {
 public:
  explicit MadeUp(unsigned seed) : random_(seed) {}

  std::string text(const std::vector<std::string_view>& parts, std::size_t most) {
    std::string made;
    for (std::size_t i = 1 + random_() % most; i > 0; --i) made += parts[random_() % parts.size()];
    return made;
  }

 private:
  std::mt19937 random_;
};

TEST(SimpleMarkdown, IsReadAsTheParserReadsIt) {
  const std::vector<std::string_view> hostile = {
      "a", "b1", "12", " ", " ", "\n", "\n", "\n\n", "*", "**", "`",   "[",     "](", ")",
      "(", "\"", "'",  ".", ",", ":",  "!",  "#",    "-", "+",  "=",   "\\",    "_",  "~",
      "<", ">",  "&",  ";", "|", "\t", "\r", "\f",   "]", "/",  "1. ", "# ",    "- ", "> ",
      "@", "$",  "{",  "}", "%", "?",  "^",  "\x7F", "é", "“",  " ",   "\u0085"};
  const std::vector<std::string_view> mild = {
      "one",  "Two",       " ",    " ",       " ",       "\n",      "\n\n",     "\n",
      ". ",   ", ",        "# ",   "\n\n## ", "*three*", " **",     "** ",      " *",
      "* ",   "`four`",    " `",   "` ",      "[five](", "six.md)", " [",       "](x/y) ",
      ": ",   "(",         ")",    "\"",      "'s ",     "12",      "#",        "- ",
      "\n- ", "\n  ",      "\n> ", "> ",      "\n1. ",   "\n   ",   "*",        "`",
      " ",    "é",         "—",    "\u00A0",  "\u2003",  "!",       "*a* *b* ", "**c\nd**",
      "?",    "[e\nf](g)", "-",    "{{ x }}"};
  const std::vector<std::string_view> lines = {
      "one two\n", "One.\n",    "- one\n",
      "- two\n",   "- ",        "  two\n",
      "1. one\n",  "2. two\n",  "   two\n",
      "> one\n",   "> two\n",   "# One\n",
      "\n",        "\n",        "\n",
      "* ",        "three ",    "*four* ",
      "`five`\n",  "\n\n",      "## Six `x`\n\n",
      "[a\n",      "b](c)\n",   "**d\n",
      "e**\n",     "10) ",      "```\n",
      "```\n",     "\n```sh\n", "````\n",
      "``` \n",    " ```\n",    "   x\n",
      "\tx \n",    " \t\n",     "x  \n",
      "    ",      ">\n",       "long enough to move what stands below it by some bytes\n"};
  auto count = [made = MadeUp(20)](const auto& parts, std::size_t most) mutable {
    constexpr int kTexts = 100'000;
    int simple = 0;
    for (int i = 0; i < kTexts; ++i) simple += is_simple(made.text(parts, most)) ? 1 : 0;
    return simple;
  };
  EXPECT_GT(count(hostile, 5), 5'000);
  EXPECT_GT(count(hostile, 20), 0);
  EXPECT_GT(count(mild, 7), 10'000);
  EXPECT_GT(count(mild, 40), 0);
  EXPECT_GT(count(lines, 6), 10'000);
  EXPECT_GT(count(lines, 30), 500);
}

}  // namespace
}  // namespace personfirst
