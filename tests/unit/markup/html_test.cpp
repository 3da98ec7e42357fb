// Which prose HTML holds.
#include "tests/unit/markup/support.h"

namespace personfirst::testing {
namespace {

void check(const std::string& source, const std::vector<std::string>& expected) {
  const Extracted extracted = extract_from(Format::Html, source);
  EXPECT_EQ(lines_of(extracted), expected) << source;
  expect_sound(extracted, source);
  EXPECT_TRUE(extracted.problems.empty()) << source;
}

TEST(Html, BlocksSplitProseAndInlineElementsDoNot) {
  check("<p>One <b>bold</b> <a href='/x'>li</a>nk.</p><div>Two</div>three",
        {"Paragraph: One bold link.", "Paragraph: Two", "Paragraph: three"});
  check("<h1>Head</h1><ul><li>a<li>b</ul><figure><figcaption>c</figcaption></figure>",
        {"Heading: Head", "ListItem: a", "ListItem: b", "Caption: c"});
  check("<table><tr><th>H<td>c<tr><td>d</table>",
        {"TableHeader: H", "TableCell: c", "TableCell: d"});
  check("<dl><dt>term<dd>meaning</dl>", {"ListItem: term", "ListItem: meaning"});
  check("a<span>b</span>c<wbr>d<SUP>e</SUP>", {"Paragraph: abcde"});
  check("<my-card>own <x-y>element</x-y></my-card>", {"Paragraph: own element"});
}

TEST(Html, WhiteSpaceIsOneSpace) {
  check("<p>\n  one\n  two <b> three</b>\t</p>", {"Paragraph: one two three"});
  check("<p>one&nbsp; two</p>", {"Paragraph: one\u00A0 two"});
}

TEST(Html, ALineBreakIsASpaceAndTwoAreANewParagraph) {
  check("<p>one<br>two<br/> three</p>", {"Paragraph: one two three"});
  check("one<br>\n<br />two", {"Paragraph: one", "Paragraph: two"});
}

TEST(Html, EntitiesAreDecoded) {
  check("A &amp; B &lt;c&gt; &#8217;&#x2019; &eacute;&eacute &copy2",
        {"Paragraph: A & B <c> \u2019\u2019 \u00E9\u00E9 \u00A92"});
  check("R&D, AT&T, a & b, &; &#; &nosuch;", {"Paragraph: R&D, AT&T, a & b, &; &#; &nosuch;"});
  check("it&#146;s", {"Paragraph: it\u2019s"});
}

TEST(Html, WhatIsNotShownIsNotProse) {
  check("<!doctype html><style>p{}</style><script>if (a<b) '</p>'</script><p>yes</p><!-- no -->",
        {"Paragraph: yes"});
  check(
      "<pre>no</pre><template><p>no</p></template><noscript>no</noscript><svg><text>no</text></"
      "svg>",
      {});
  check("<textarea>no</textarea> <a href=\"https://x.org/no\" class=no id=no data-x=no>yes</a>",
        {"Paragraph: yes"});
  check("<p>run <code>make it</code> <kbd>Esc</kbd></p>", {"Paragraph: run [[make it]] [[Esc]]"});
}

TEST(Html, AttributesThatAreShownAreProse) {
  check("<p>a <img src=x.png alt=\"b &amp; c\"> d</p>", {"Paragraph: a d", "AltText: b & c"});
  check("<a title='t' aria-label=l>x</a><input placeholder=\"p q\">",
        {"Caption: t", "AltText: l", "Paragraph: x", "Caption: p q"});
  check(
      "<meta name=\"description\" content=\"one\"><meta content=two property=og:title><meta "
      "name=viewport content=no>",
      {"Metadata: one", "Metadata: two"});
  check("<title>The &quot;title&quot;</title>", {"Heading: The \"title\""});
  check("<img alt=\"\"><img alt>", {});
}

TEST(Html, QuotationsAreMarked) {
  check("<blockquote><p>one</p></blockquote>two", {"> Paragraph: one", "Paragraph: two"});
  check("<p>she said <q>no <b>way</b></q>.</p>", {"Paragraph: she said \u201Cno way\u201D."});
}

TEST(Html, TemplatesDoNotBreakMarkup) {
  check("<p>Hi {{ user | default: \"<b>\" }}!</p>",
        {"Paragraph: Hi [[{{ user | default: \"<b>\" }}]]!"});
  check("<p><?php if ($a > 1): echo \"<p>\"; ?>one</p><?php endif;", {"Paragraph: one"});
  check("<p <%= attributes %>>one <% if a < b %>two</p>", {"Paragraph: one two"});
  check("{% if a %}<p>one {# no #}two</p>{% endif %}", {"Paragraph: one two"});
  check("<?xml version=\"1.0\"?><p>one</p>", {"Paragraph: one"});
  check("<p>a {{ b</p>", {"Paragraph: a {{ b"});
}

TEST(Html, BrokenMarkupStillGivesItsProse) {
  check("<p>5 < 6 and one</p>two", {"Paragraph: 5 < 6 and one", "Paragraph: two"});
  check("<p>one</b></i> two</div>", {"Paragraph: one two"});
  check("<p class=\"x>one</p>", {"Paragraph: one"});
  check("<p>one <a href=x <b>two</b>", {"Paragraph: one two"});
  check("<b><p>one</b> two</p>", {"Paragraph: one two"});
  check("one</", {"Paragraph: one</"});
  check("<ul><li>one<ul><li>two</ul><li>three</ul>",
        {"ListItem: one", "ListItem: two", "ListItem: three"});
  check("a > b & c", {"Paragraph: a > b & c"});
  check("<p>1 <2 and <3</p>", {"Paragraph: 1 <2 and <3"});
}

TEST(Html, WhatFollowsAnUnclosedCommentIsReportedAsUnread) {
  const std::string source = "<p>one</p><!-- two <p>three</p>";
  const Extracted extracted = extract_from(Format::Html, source);
  EXPECT_EQ(lines_of(extracted), (std::vector<std::string>{"Paragraph: one"}));
  ASSERT_EQ(extracted.problems.size(), 1U);
  EXPECT_EQ(extracted.problems[0].code, "unclosed-markup");
  EXPECT_EQ(extracted.problems[0].span, (Span{10, 10}));
}

}  // namespace
}  // namespace personfirst::testing
