// Text comes through Markdown as it is: a real Markdown parser reads it back.
#include "lsp/markdown.h"

#include <gtest/gtest.h>
#include <md4c.h>

#include <string>

namespace personfirst::lsp {
namespace {

struct Read {
  std::string text;
  std::string marks;  // names of all that is more than a paragraph of text
};

int on_text(MD_TEXTTYPE, const MD_CHAR* text, MD_SIZE size, void* read) {
  static_cast<Read*>(read)->text.append(text, size);
  return 0;
}
int on_span(MD_SPANTYPE type, void*, void* read) {
  static_cast<Read*>(read)->marks += "span" + std::to_string(type) + " ";
  return 0;
}
int on_block(MD_BLOCKTYPE type, void*, void* read) {
  if (type != MD_BLOCK_DOC && type != MD_BLOCK_P)
    static_cast<Read*>(read)->marks += "block" + std::to_string(type) + " ";
  return 0;
}
int ignore_block(MD_BLOCKTYPE, void*, void*) { return 0; }
int ignore_span(MD_SPANTYPE, void*, void*) { return 0; }

Read read_markdown(const std::string& markdown) {
  Read read;
  MD_PARSER parser = {};
  parser.flags = MD_DIALECT_GITHUB | MD_FLAG_LATEXMATHSPANS;
  parser.enter_block = on_block;
  parser.leave_block = ignore_block;
  parser.enter_span = on_span;
  parser.leave_span = ignore_span;
  parser.text = on_text;
  md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, &read);
  return read;
}

void check(std::string_view text, std::string_view shown) {
  const Read read = read_markdown(escaped(text));
  EXPECT_EQ(read.text, shown) << escaped(text);
  EXPECT_EQ(read.marks, "") << escaped(text);
}

TEST(Markdown, EscapedTextIsShownAsItIs) {
  for (const char* text : {"plain words",
                           "*a* _b_ **c** `d` ~~e~~ $f$",
                           "[a](b) ![c](d) <b>bold</b> <http://x.yz>",
                           "# no heading",
                           "- no list",
                           "+ no list",
                           "1. no list",
                           "12) no list",
                           "> no quotation",
                           "=== --- ***",
                           "| a | b |",
                           "&amp; &lt; &copy;",
                           "back\\slash \\* \\",
                           "“quoted” – ‘so’",
                           "a_b_c",
                           "!",
                           "2024 was a year",
                           "3.5 is a number",
                           "~~~",
                           "```"})
    check(text, text);
  check("two\nlines\r\nof\ttext", "two lines  of text");
}

TEST(Markdown, ALinkKeepsItsTextAndItsTarget) {
  EXPECT_EQ(link("A [guide]*", "https://example.org/a_(b)?c=d e&f"),
            "[A \\[guide\\]\\*](https://example.org/a_%28b%29?c=d%20e&f)");
  EXPECT_EQ(read_markdown(link("A [guide]*", "https://example.org/a_(b)")).text, "A [guide]*");
}

TEST(Markdown, CodeMayHoldBackticks) {
  EXPECT_EQ(code("a/b"), "`a/b`");
  EXPECT_EQ(code("a`b"), "``a`b``");
  EXPECT_EQ(read_markdown(code("`a``b`")).text, "`a``b`");
}

TEST(Markdown, APageIsWrittenInBothWays) {
  const auto page = [](bool markdown) {
    Page made(markdown);
    made.heading("a/b_c");
    made.strong("It *is*.");
    made.labelled("Why", "1. because");
    made.label("Sources");
    made.linked_item("A_guide", "https://example.org/a");
    made.item("none");
    made.with_code("Write ", "x: \"y\"", " there.");
    return made.take();
  };
  EXPECT_EQ(page(true),
            "# a/b\\_c\n\n**It \\*is\\*.**\n\nWhy: 1\\. because\n\nSources:\n\n"
            "- [A\\_guide](https://example.org/a)\n- none\n\nWrite `x: \"y\"` there.\n");
  EXPECT_EQ(page(false),
            "a/b_c\n\nIt *is*.\n\nWhy: 1. because\n\nSources:\n- A_guide https://example.org/a\n"
            "- none\n\nWrite x: \"y\" there.\n");
}

}  // namespace
}  // namespace personfirst::lsp
