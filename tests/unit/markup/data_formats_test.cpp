// Which prose JSON, YAML, tables, subtitles, mails and RTF hold.
#include "tests/unit/markup/support.h"

namespace personfirst::testing {
namespace {

Extracted read(Format format, const std::string& source, std::vector<std::string> values) {
  Document document;
  document.format = format;
  document.text = source;
  document.values = std::move(values);
  return extract(document);
}

void check(Format format, const std::string& source, const std::vector<std::string>& expected,
           std::vector<std::string> values = {}) {
  const Extracted extracted = read(format, source, std::move(values));
  EXPECT_EQ(lines_of(extracted), expected) << source;
  expect_sound(extracted, source);
}

// The source of the last word of the only prose.
void check_last_word(Format format, const std::string& source, std::string_view expected,
                     std::vector<std::string> values = {}) {
  const Extracted extracted = read(format, source, std::move(values));
  ASSERT_EQ(extracted.prose.size(), 1U) << source;
  const Prose& prose = extracted.prose[0];
  const auto word = static_cast<std::uint32_t>(prose.text.rfind(' ') + 1);
  EXPECT_EQ(slice(source, prose.to_source({word, static_cast<std::uint32_t>(prose.text.size())})),
            expected);
}

TEST(Json, PlainJsonIsNoProse) {
  check(Format::Json, R"({"title": "An addict", "a": [1, true, "x"]})", {});
}

TEST(Json, ChosenValues) {
  const std::string source =
      R"({"menu": {"open": "Open it", "count": {"one": "One {name}"}}, "list": ["a b", 3, "c"], "id": "no"})";
  check(Format::Json, source, {"Paragraph: Open it", "Paragraph: One [[{name}]]"}, {"menu.**"});
  check(Format::Json, source, {"Paragraph: Open it"}, {"menu.*"});
  check(Format::Json, source, {"Paragraph: a b", "Paragraph: c"}, {"list.*"});
  check(Format::Json, source, {"Paragraph: One [[{name}]]", "Paragraph: no"}, {"**.one", "id"});
  check(Format::Json, R"({"a": "Say <b>this</b> &amp; that"})", {"Paragraph: Say this & that"},
        {"a"});
}

TEST(Json, EscapesLeadBackToTheSource) {
  check(Format::Json, R"({"a": "caf\u00e9 \"x\" \ud83d\ude00\nand\/or"})",
        {"Paragraph: caf\u00E9 \"x\" \U0001F600 and/or"}, {"a"});
  check_last_word(Format::Json, R"({"a": "\u201cx\u201d \u0061ddict"})", R"(\u0061ddict)", {"a"});
  check(Format::Json, R"({"a": "\u12 \ud800 \q)", {"Paragraph: u12 \uFFFD q"}, {"a"});
}

TEST(Json, Fhir) {
  check(Format::Json,
        R"({"resourceType": "Patient", "id": "no", "text": {"status": "generated",
           "div": "<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>One <b>two<\/b></p>\n<p>three</p></div>"}})",
        {"Paragraph: One two", "Paragraph: three"});
  check(
      Format::Json,
      R"({"resourceType": "Questionnaire", "title": "Use", "item": [{"linkId": "1", "text": "Do you drink?",
           "answerOption": [{"valueCoding": {"system": "http://x", "code": "1", "display": "Often"}}]}]})",
      {"Paragraph: Use", "Paragraph: Do you drink?", "Paragraph: Often"});
}

TEST(Json, OfficialNamesAreNotEdited) {
  const Extracted extracted = read(
      Format::Json,
      R"({"resourceType": "X", "a": {"display": "One", "code": "1"}, "b": {"display": "Two"}})",
      {});
  ASSERT_EQ(extracted.prose.size(), 2U);
  EXPECT_TRUE(extracted.prose[0].limits.no_edits);
  EXPECT_FALSE(extracted.prose[1].limits.no_edits);
}

TEST(Yaml, ChosenValues) {
  const std::string source =
      "# a note\nen:\n  title: One two # why\n  long: >\n    three\n    four.\n\n    five\n"
      "  list:\n  - six\n  - \"seven \\u00e9\"\n  - text: 'it''s'\n    id: no\nother: no\n";
  check(Format::Yaml, source,
        {"Paragraph: One two", "Paragraph: three four.", "Paragraph: five", "Paragraph: six",
         "Paragraph: seven \u00E9", "Paragraph: it's"},
        {"en.title", "en.long", "en.list.*", "**.text"});
  check(Format::Yaml, source, {});
  check(Format::Yaml, "a: one\n  two\nb: |\n  three.\n\n  four\n",
        {"Paragraph: one two", "Paragraph: three.", "Paragraph: four"}, {"**"});
  EXPECT_EQ(read(Format::Yaml, source, {"en.title"}).comments.size(), 2U);
}

TEST(Table, Cells) {
  check(Format::Csv, "id,Note\n1,\"He said \"\"no\"\", then\nleft\"\n2,plain text\n",
        {"TableHeader: id", "TableHeader: Note", "TableCell: He said \"no\", then left",
         "TableCell: plain text"});
  check(Format::Csv, "a;b\nc d;e\n",
        {"TableHeader: a", "TableHeader: b", "TableCell: c d", "TableCell: e"});
  check(Format::Tsv, "a\tb\nc, d\te\n",
        {"TableHeader: a", "TableHeader: b", "TableCell: c, d", "TableCell: e"});
  check(Format::Csv, "a\n\"never closed, b\n",
        {"TableHeader: a", "TableCell: \"never closed", "TableCell: b"});
  const Extracted extracted = read(Format::Csv, "Avoid,Say\nx,y\n", {});
  EXPECT_EQ(extracted.prose.back().introduced_by, "Say");
}

TEST(Subtitles, CuesAndSentences) {
  check(
      Format::Srt,
      "1\n00:00:01,000 --> 00:00:02,000\n<i>She was</i> here\nall day,\n\n"
      "2\n00:00:03,000 --> 00:00:04,000\nand then left.\n\n3\n00:00:05,000 --> 00:00:06,000\n"
      "- Really?\n- Yes.\n",
      {"Paragraph: She was here all day, and then left.", "Paragraph: Really?", "Paragraph: Yes."});
  check(
      Format::Vtt,
      "WEBVTT - a title\n\nNOTE one\ntwo\n\nSTYLE\n::cue { x }\n\nintro\n00:01.000 --> 00:02.000\n"
      "<v Ann>Salt &amp; water.\n",
      {"Paragraph: Salt & water."});
  EXPECT_EQ(read(Format::Vtt, "WEBVTT\n\nNOTE one\n\n", {}).comments.size(), 1U);
}

TEST(Mail, Parts) {
  check(
      Format::Mail,
      "From: a@b.c\r\nSubject: =?utf-8?Q?Caf=C3=A9_talk?=\r\nContent-Type: multipart/mixed;\r\n"
      " boundary=\"x y\"\r\n\r\npreamble\r\n--x y\r\nContent-Type: text/plain; charset=utf-8\r\n"
      "Content-Transfer-Encoding: quoted-printable\r\n\r\nOne caf=C3=A9 is=\r\n open.\r\n"
      "--x y\r\nContent-Type: text/html\r\n\r\n<p>Two</p>\r\n--x y\r\nContent-Type: text/plain\r\n"
      "Content-Disposition: attachment\r\n\r\nno\r\n--x y--\r\nepilogue\r\n",
      {"Heading: Caf\u00E9 talk", "Paragraph: One caf\u00E9 is open.", "Paragraph: Two"});
  check(Format::Mail, "Subject: Hi\n\nPlain body.\n", {"Heading: Hi", "Paragraph: Plain body."});
}

TEST(Mail, EncodedTextLeadsBackToTheSource) {
  // "one two" in base64
  check_last_word(Format::Mail, "Content-Transfer-Encoding: base64\n\nb25lIHR3\nbw==\n", "R3\nbw");
  check_last_word(Format::Mail, "Content-Transfer-Encoding: quoted-printable\n\none caf=C3=A9\n",
                  "caf=C3=A9");
  const Extracted encoded =
      read(Format::Mail, "Content-Transfer-Encoding: base64\n\nb25lIHR3bw==\n", {});
  ASSERT_EQ(encoded.prose.size(), 1U);
  EXPECT_TRUE(encoded.prose[0].limits.no_edits);
}

TEST(Rtf, Text) {
  check(Format::Rtf,
        "{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}{\\*\\generator no;}{\\info{\\title no}}\n"
        "\\pard\\outlinelevel0 One\\par\n\\pard A {\\b bold\\b0 } caf\\'e9 \\u8217?s \\emdash\n "
        "x.\\par\n"
        "Two{\\footnote A note.} three.\\par}",
        {"Heading: One", "Paragraph: A bold caf\u00E9 \u2019s \u2014 x.", "Paragraph: Two three.",
         "Paragraph: A note."});
  check(Format::Rtf,
        "{\\rtf1 Dear {\\field{\\*\\fldinst { MERGEFIELD Name }}{\\fldrslt \\'abName\\'bb}}, "
        "hi.\\par}",
        {"Paragraph: Dear [[\u00ABName\u00BB]], hi."});
  check(Format::Rtf, "{\\rtf1 \\trowd\\intbl a\\cell b\\cell\\row\\pard c\\par}",
        {"TableCell: a", "TableCell: b", "Paragraph: c"});
  check(Format::Rtf, "{\\rtf1 {\\v no}{\\strike old} \\u-10179?\\u-8704? x{{{",
        {"Paragraph: old \U0001F600 x"});
}

}  // namespace
}  // namespace personfirst::testing
