// Which prose LaTeX, reStructuredText, AsciiDoc, Org and XML hold.
#include "tests/unit/markup/support.h"

namespace personfirst::testing {
namespace {

void check(Format format, const std::string& source, const std::vector<std::string>& expected) {
  const Extracted extracted = extract_from(format, source);
  EXPECT_EQ(lines_of(extracted), expected) << source;
  expect_sound(extracted, source);
  EXPECT_TRUE(extracted.problems.empty()) << source;
}

std::vector<std::string> comments_in(Format format, const std::string& source) {
  std::vector<std::string> texts;
  for (const Comment& one : extract_from(format, source).comments)
    texts.emplace_back(slice(source, one.text));
  return texts;
}

TEST(Latex, ParagraphsAndHeadings) {
  check(Format::Latex,
        "\\documentclass{article}\n\\title{On \\emph{words}}\n\\begin{document}\n\\maketitle\n"
        "\\section{One}\nA line\ngoes on.\n\nTwo.\n\\end{document}\nafter",
        {"Heading: On words", "Heading: One", "Paragraph: A line goes on.", "Paragraph: Two."});
  check(Format::Latex, "One\\footnote{A note.} two.",
        {"Paragraph: One two.", "Paragraph: A note."});
  check(Format::Latex, "\\begin{itemize}\\item one\n\\item[Key] two\\end{itemize}",
        {"ListItem: one", "ListItem: Key", "ListItem: two"});
  check(Format::Latex, "\\begin{quote}Said.\\end{quote}After.",
        {"> Paragraph: Said.", "Paragraph: After."});
  check(Format::Latex, "\\begin{tabular}{ll}a & b \\\\ c & d\\end{tabular}",
        {"TableCell: a", "TableCell: b", "TableCell: c", "TableCell: d"});
}

TEST(Latex, WhatIsNoProseIsOpaqueOrLeftOut) {
  check(Format::Latex, "Let $x$ be \\texttt{code}, see~\\cite{a} and \\url{http://a.b/c}.",
        {"Paragraph: Let [[$x$]] be [[code]], see\u00A0[[\\cite{a}]] and [[http://a.b/c]]."});
  check(Format::Latex, "A\\label{x} B % no\nC \\href{http://x}{link} \\verb|d e|.",
        {"Paragraph: A B C link [[\\verb|d e|]]."});
  check(Format::Latex, "\\begin{verbatim}no\\end{verbatim}yes\\begin{equation}x\\end{equation}",
        {"Paragraph: yes"});
  check(Format::Latex, "Dear \\patient, pay 5\\% \\& go; \\'e \\\"{o}.",
        {"Paragraph: Dear [[\\patient]], pay 5% & go; e\u0301 o\u0308."});
  check(Format::Latex, "A $5 note {{ is }} text.", {"Paragraph: A $5 note is text."});
  EXPECT_EQ(comments_in(Format::Latex, "a % one\n%% two\nb\\%c"),
            (std::vector<std::string>{"one", "two"}));
}

TEST(Rst, Blocks) {
  check(Format::Rst,
        "Title\n=====\n\nOne line\ngoes on.\n\n- an item\n  goes on\n- two\n\n1. three\n\nAfter.\n",
        {"Heading: Title", "Paragraph: One line goes on.", "ListItem: an item goes on",
         "ListItem: two", "ListItem: three", "Paragraph: After."});
  check(Format::Rst, "See::\n\n    no code\n\nYes.\n", {"Paragraph: See:", "Paragraph: Yes."});
  check(Format::Rst, ".. note:: Mind this.\n\n   And that.\n\n.. code-block:: c\n\n   no\n\nYes.\n",
        {"Paragraph: Mind this.", "Paragraph: And that.", "Paragraph: Yes."});
  check(Format::Rst, ".. image:: a.png\n   :alt: A cup\n   :width: 3\n\n.. _ref: http://x\n",
        {"AltText: A cup"});
  check(Format::Rst, "+---+---+\n| a | b |\n+---+---+\n", {"TableCell: a", "TableCell: b"});
  check(Format::Rst, "=====  =====\nAvoid  Say\n=====  =====\nx y    z\n=====  =====\n",
        {"TableCell: Avoid", "TableCell: Say", "TableCell: x y", "TableCell: z"});
  check(Format::Rst, "    A quotation.\n", {"> Paragraph: A quotation."});
}

TEST(Rst, Inline) {
  check(Format::Rst, "A *b* **c** ``d e`` :ref:`f <g>` `h <http://i>`_ [1]_ \\*j :func:`k`.",
        {"Paragraph: A b c [[d e]] f h [[[1]_]] *j [[k]]."});
  EXPECT_EQ(comments_in(Format::Rst, ".. one\n   more\n\n.. two\n\nText.\n"),
            (std::vector<std::string>{"one\n   more", "two"}));
}

TEST(AsciiDoc, Blocks) {
  check(Format::AsciiDoc,
        "= Title\n:author: no\n\n== Part\nOne line\ngoes on.\n\n* an item\n** two\n\n"
        "term:: its meaning\n\n.A caption\nimage::a.png[A cup]\n\n----\nno\n----\n\nYes.\n",
        {"Heading: Title", "Heading: Part", "Paragraph: One line goes on.", "ListItem: an item",
         "ListItem: two", "ListItem: term", "ListItem: its meaning", "Caption: A caption",
         "AltText: A cup", "Paragraph: Yes."});
  check(Format::AsciiDoc, "[source,c]\nno code\n\n____\nSaid.\n____\n\nYes.\n",
        {"> Paragraph: Said.", "Paragraph: Yes."});
  check(Format::AsciiDoc, "|===\n|Avoid |Say\n\n|a b\n|c\n|===\n",
        {"TableCell: Avoid", "TableCell: Say", "TableCell: a b", "TableCell: c"});
}

TEST(AsciiDoc, Inline) {
  check(Format::AsciiDoc,
        "A *b* _c_ `d e` link:f[g] https://h.org/i[j] <<k,l>> {name} #m# kbd:[n].",
        {"Paragraph: A b c [[d e]] g j l [[{name}]] m [[kbd:[n]]]."});
  EXPECT_EQ(comments_in(Format::AsciiDoc, "// one\n\n////\ntwo\n////\n"),
            (std::vector<std::string>{"one", "two"}));
  EXPECT_EQ(comments_in(Format::AsciiDoc, "////\nopen"), (std::vector<std::string>{"open"}));
  EXPECT_EQ(comments_in(Format::AsciiDoc, "one\n\n////"), (std::vector<std::string>{""}));
}

TEST(Org, Blocks) {
  check(Format::Org,
        "#+TITLE: On words\n* TODO One :tag:\n:PROPERTIES:\n:ID: no\n:END:\nA line\ngoes on.\n\n"
        "- an item\n- [ ] two\n- key :: meaning\n\n#+BEGIN_SRC c\nno\n#+END_SRC\n"
        "#+BEGIN_QUOTE\nSaid.\n#+END_QUOTE\n| a | b |\n|---+---|\n| c | d |\n",
        {"Heading: On words", "Heading: One", "Paragraph: A line goes on.", "ListItem: an item",
         "ListItem: two", "ListItem: key", "ListItem: meaning", "> Paragraph: Said.",
         "TableCell: a", "TableCell: b", "TableCell: c", "TableCell: d"});
}

TEST(Org, Inline) {
  check(Format::Org, "A *b* /c/ =d e= ~f~ +g+ [[http://h][i j]] and [[k]].",
        {"Paragraph: A b c [[d e]] [[f]] g i j and [[[[k]]]]."});
  EXPECT_EQ(comments_in(Format::Org, "# one\ntext\n"), (std::vector<std::string>{"one"}));
}

TEST(Xml, Dita) {
  check(Format::Xml,
        "<?xml version=\"1.0\"?><topic id=\"a\"><title>One</title><prolog><author>no</author>"
        "</prolog><body><p>Two <ph>three</ph> <codeph>four</codeph>.</p><ul><li>five</li></ul>"
        "<codeblock>no</codeblock><p xml:lang=\"fr\">no</p></body></topic>",
        {"Heading: One", "Paragraph: Two three [[four]].", "ListItem: five"});
}

TEST(Xml, Docbook) {
  check(Format::Xml,
        "<article><title>One</title><para>Two <emphasis>three</emphasis><footnote><para>four"
        "</para></footnote> <quote>five</quote></para><itemizedlist><listitem><para>six</para>"
        "</listitem></itemizedlist><programlisting>no</programlisting></article>",
        {"Heading: One", "Paragraph: Two three", "Paragraph: four", "Paragraph: \u201Cfive\u201D",
         "ListItem: six"});
}

TEST(Xml, OnlyTheNarrativeOfCdaIsProse) {
  check(Format::Xml,
        "<ClinicalDocument><title>Note</title><author><name>no</name></author><section>"
        "<code code=\"1\" displayName=\"A name\"/><title>History</title><text><paragraph>One "
        "<content>two</content>.</paragraph><list><item>three</item></list><table><thead><tr>"
        "<th>H</th></tr></thead><tbody><tr><td>c</td></tr></tbody></table></text><entry>no</entry>"
        "</section></ClinicalDocument>",
        {"Heading: Note", "AltText: A name", "Heading: History", "Paragraph: One two.",
         "ListItem: three", "TableHeader: H", "TableCell: c"});
}

TEST(Xml, UnknownVocabulary) {
  check(Format::Xml,
        "<r><string name=\"a\">One &amp; <x>two</x> three</string><s><![CDATA[4 < 5]]></s></r>",
        {"Paragraph: One & two three", "Paragraph: 4 < 5"});
  EXPECT_EQ(comments_in(Format::Xml, "<a><!-- one --></a>"), (std::vector<std::string>{"one"}));
}

TEST(MarkupLanguages, WhatIsNeverClosedIsReportedOrRead) {
  const Extracted latex = extract_from(Format::Latex, "One.\n\n\\begin{verbatim} two");
  EXPECT_EQ(lines_of(latex), (std::vector<std::string>{"Paragraph: One."}));
  ASSERT_EQ(latex.problems.size(), 1U);
  EXPECT_EQ(latex.problems[0].code, "unclosed-markup");
  check(Format::Latex, "\\section{One\n\nTwo.", {"Heading: One", "Paragraph: Two."});
  check(Format::Xml, "<a><b>one</c>two", {"Paragraph: onetwo"});
}

}  // namespace
}  // namespace personfirst::testing
