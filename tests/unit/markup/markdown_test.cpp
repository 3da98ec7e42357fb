// Which prose Markdown holds.
#include "tests/unit/markup/support.h"

namespace personfirst::testing {
namespace {

void check(const std::string& source, const std::vector<std::string>& expected) {
  const Extracted extracted = extract_from(Format::Markdown, source);
  EXPECT_EQ(lines_of(extracted), expected) << source;
  expect_sound(extracted, source);
  EXPECT_TRUE(extracted.problems.empty());
}

TEST(Markdown, LinesOfAParagraphAreJoinedByASpace) {
  check("One line\nand the next.\n\nAnother.",
        {"Paragraph: One line and the next.", "Paragraph: Another."});
  check("One line\r\nand the next.", {"Paragraph: One line and the next."});
  check("Hard  \nbreak\\\nhere", {"Paragraph: Hard break here"});
  check("> quoted\n> twice\nand lazily", {"> Paragraph: quoted twice and lazily"});
}

TEST(Markdown, KindsFollowTheBlocks) {
  check("# One\n\nTwo\n===\n\n- three\n- four\n\n  still four\n",
        {"Heading: One", "Heading: Two", "ListItem: three", "ListItem: four",
         "ListItem: still four"});
  check("1. tight\n   - inner\n2) other",
        {"ListItem: tight", "ListItem: inner", "ListItem: other"});
  check("| Say | Not |\n|---|---|\n| a | b |\n| c |",
        {"TableHeader: Say", "TableHeader: Not", "TableCell: a", "TableCell: b", "TableCell: c"});
  // FIXME: GitHub takes one dash a column; md4c 0.4 wants three.
  check("|a|\n|-|\n|b|", {"Paragraph: |a| |-| |b|"});
  check("- [x] done\n- [ ] open", {"ListItem: done", "ListItem: open"});
  check("> - inner\n>\n> # head", {"> ListItem: inner", "> Heading: head"});
}

TEST(Markdown, AnItemGoesOnBehindTwoBlankLines) {
  const std::string item = "- one\n\n\n  two\n";
  check("\n" + item, {"ListItem: one", "ListItem: two"});
  // FIXME: md4c 0.4 takes the last line before the blank ones for the begin of an item where that
  // line stands at byte 4 of 256, and ends the list.
  check("\n\n" + item, {"ListItem: one", "Paragraph: two"});
}

TEST(Markdown, CodeIsNotProseButKeepsItsPlaceInASentence) {
  check("Call `lint()` now.", {"Paragraph: Call [[lint()]] now."});
  check("``a ` b`` and\n`c\nd`", {"Paragraph: [[a ` b]] and [[c d]]"});
  check("Before\n\n```\nfenced\n```\n\n    indented\n\nAfter",
        {"Paragraph: Before", "Paragraph: After"});
}

TEST(Markdown, LinksLeaveTheirTextAndTheirTitles) {
  check("See [the guide](https://x.org/words \"A title\").",
        {"Paragraph: See the guide.", "Caption: A title"});
  check("See [it][r].\n\n[r]: /junk \"Title\"", {"Paragraph: See it.", "Caption: Title"});
  check("[a][r] [b][r]\n\n[r]: /x \"Once\"", {"Paragraph: a b", "Caption: Once"});
  check("[a](/x \"one &amp; \\\"two\\\"\")", {"Paragraph: a", "Caption: one & \"two\""});
  check("[**a**](/x 'two\nlines &lt;')", {"Paragraph: a", "Caption: two lines <"});
  check("At <https://x.org/a> or <a@b.org>.",
        {"Paragraph: At [[https://x.org/a]] or [[a@b.org]]."});
  check("At https://x.org/a_b or www.x.org.",
        {"Paragraph: At [[https://x.org/a_b]] or [[www.x.org]]."});
}

TEST(Markdown, WhatFollowsAReferenceIsNoDestination) {
  for (const std::string behind : {"\n\n", "\n- "}) {
    const std::string text = "[g](a \"b" + std::string(1, '\0') + "c" + behind + "d\") e" +
                             std::string(1, '\0') + "f\n\n[g]: /h\n";
    const Extracted extracted = extract(make_document("a.md", Format::Markdown, text));
    const Prose& prose = extracted.prose.front();
    const auto shown = static_cast<std::uint32_t>(prose.text.find("\uFFFD"));
    EXPECT_EQ(prose.to_source({shown, shown + 3}).begin, text.find('\0')) << prose.text;
  }
}

TEST(Markdown, ImagesAreAltTextOfTheirOwn) {
  check("A ![small *cat*](c.png \"Cat\") sat.",
        {"Paragraph: A sat.", "AltText: small cat", "Caption: Cat"});
  check("[![in](i.png \"one &amp;\") out](/x \"two &amp;\")",
        {"AltText: in", "Caption: one &", "Paragraph: out", "Caption: two &"});
  check("![](x.png)", {});
}

TEST(Markdown, EntitiesAndEscapesAreDecoded) {
  check("a&nbsp;b &amp; c &#8217; &unknown; \\*d\\*",
        {"Paragraph: a\u00A0b & c \u2019 &unknown; *d*"});
}

TEST(Markdown, InlineHtmlLosesItsTags) {
  check("a <b>bold</b> c<br>d <!-- no --> e", {"Paragraph: a bold c d e"});
  check("press <kbd>Esc</kbd> now", {"Paragraph: press [[Esc]] now"});
  check("he said <q>no</q>", {"Paragraph: he said \u201Cno\u201D"});
  check("an <img src=x alt=\"alt &amp; text\"> here",
        {"Paragraph: an here", "AltText: alt & text"});
  check("<abbr title=\"long form\">LF</abbr>", {"Caption: long form", "Paragraph: LF"});
  check("a <span\nclass=x>b</span>", {"Paragraph: a b"});
}

TEST(Markdown, HtmlBlocksAreReadAsHtml) {
  check("<div>\n<p>One<p>two\n</div>\n\nThree",
        {"Paragraph: One", "Paragraph: two", "Paragraph: Three"});
  check("<!-- none\n\nof it -->\n\nText", {"Paragraph: Text"});
  check("> <div>\n> one\n> two\n> </div>", {"> Paragraph: one two"});
  check("<pre>\nno\n\nno\n</pre>\n\n<script>\nno\n</script>\n", {});
  check("- <div>\n  item\n  </div>", {"ListItem: item"});
}

TEST(Markdown, TemplateTagsAreOpaque) {
  check("Hi {{ user.name }}{: .note title=\"x\"}, {% include a.html %}",
        {"Paragraph: Hi [[{{ user.name }}{: .note title=\"x\"}]], [[{% include a.html %}]]"});
}

TEST(Markdown, BytesThatAreNotTextSurvive) {
  check(std::string("a\0b", 3), {"Paragraph: a\uFFFDb"});
  check("an individual\u0E42s choice, it\u00E2\u20AC\u2122s, it\u0092s",
        {"Paragraph: an individual\u0E42s choice, it\u00E2\u20AC\u2122s, it\u0092s"});
  check("ill \xFF formed \xC3", {"Paragraph: ill \xFF formed \xC3"});
  check("\tcode\n\na\tb", {"Paragraph: a\tb"});
}

}  // namespace
}  // namespace personfirst::testing
