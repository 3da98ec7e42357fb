#include "linter/text/document.h"

#include <gtest/gtest.h>

#include "linter/text/decode.h"

namespace personfirst {
namespace {

void check_format(std::string_view file_name, Format wanted) {
  EXPECT_EQ(format_of_name(file_name), wanted) << file_name;
}

// Where the problems of this text stand, and nothing else about them.
std::vector<Span> spans_of_problems(std::string text) {
  std::vector<Span> spans;
  for (const Problem& problem :
       make_document("a.txt", Format::PlainText, std::move(text)).problems) {
    EXPECT_EQ(problem.code, "ill-formed-utf8");
    spans.push_back(problem.span);
  }
  return spans;
}

using Spans = std::vector<Span>;

TEST(Document, FormatComesFromTheFileName) {
  check_format("README.md", Format::Markdown);
  check_format("notes/Intake.MARKDOWN", Format::Markdown);
  check_format("C:\\site\\index.htm", Format::Html);
  check_format("page.xhtml", Format::Html);
  check_format("page.de.html", Format::Html);
  check_format("letter.txt", Format::PlainText);
  check_format("letter", Format::PlainText);
  check_format("", Format::PlainText);
  check_format(".md", Format::Markdown);
  check_format("notes.md/letter", Format::PlainText);
  check_format("html", Format::PlainText);
  check_format("archive.tar.gz", Format::PlainText);
  check_format("trailing.", Format::PlainText);
}

TEST(Document, FormatNamesParseBack) {
  for (const Format format : {Format::PlainText, Format::Markdown, Format::Html}) {
    Format parsed = format == Format::Html ? Format::PlainText : Format::Html;
    EXPECT_TRUE(parse_format(to_string(format), parsed));
    EXPECT_EQ(parsed, format);
  }
  EXPECT_EQ(to_string(Format::PlainText), "plain");
  EXPECT_EQ(to_string(Format::Markdown), "markdown");
  EXPECT_EQ(to_string(Format::Html), "html");
  Format format = Format::Html;
  EXPECT_TRUE(parse_format("MD", format));
  EXPECT_EQ(format, Format::Markdown);
  EXPECT_TRUE(parse_format("text", format));
  EXPECT_EQ(format, Format::PlainText);
  EXPECT_FALSE(parse_format("docx", format));
  EXPECT_FALSE(parse_format("", format));
  EXPECT_EQ(format, Format::PlainText);
}

TEST(Document, HoldsWhatItWasMadeOf) {
  const Document document = make_document("a.md", Format::Markdown, "one\ntwo", "es");
  EXPECT_EQ(document.name, "a.md");
  EXPECT_EQ(document.format, Format::Markdown);
  EXPECT_EQ(document.text, "one\ntwo");
  EXPECT_EQ(document.lines().line_count(), 2U);
  EXPECT_EQ(document.language, "es");
  EXPECT_TRUE(document.problems.empty());
  EXPECT_EQ(make_document("", Format::PlainText, "").language, "en");
}

TEST(Document, NeverBeginsWithAByteOrderMark) {
  EXPECT_EQ(make_document("a", Format::PlainText, "\xEF\xBB\xBFtext").text, "text");
}

TEST(Document, IllFormedBytesBecomeAProblemARun) {
  EXPECT_EQ(spans_of_problems("fine é 日 😀"), Spans{});
  EXPECT_EQ(spans_of_problems("\xFF"), (Spans{{0, 1}}));
  EXPECT_EQ(spans_of_problems("a\xE2\x82z"), (Spans{{1, 3}}));
  EXPECT_EQ(spans_of_problems("a\x80\x80\x80é\xC3"), (Spans{{1, 4}, {6, 7}}));
}

TEST(Document, ManyIllFormedRunsAreCountedNotListed) {
  std::string text;
  for (int i = 0; i < 57; ++i) text += "a\xFF";
  const Document document = make_document("a", Format::PlainText, text);
  ASSERT_EQ(document.problems.size(), 20U);
  EXPECT_EQ(document.problems[18].message, "this byte is not UTF-8: FF");
  EXPECT_EQ(document.problems[19].message,
            "this byte is not UTF-8: FF (and 37 more like it further down)");
}

TEST(Document, MessagesShowTheFirstBytes) {
  const auto message = [](std::string text) {
    return make_document("", Format::PlainText, text).problems.at(0).message;
  };
  EXPECT_EQ(message("\xE2\x82"), "these bytes are not UTF-8: E2 82");
  EXPECT_EQ(message("\xFF\xFE\xFD\xFC\xFB"), "these bytes are not UTF-8: FF FE FD FC ...");
}

TEST(Document, OfADecodedFileHasItsProblemsOnce) {
  const Document document = make_document(
      "a", Format::PlainText, decode("\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9 and \xFF here"), "fr");
  EXPECT_EQ(document.problems.size(), 1U);
  EXPECT_EQ(document.language, "fr");
  EXPECT_EQ(document.lines().line_count(), 1U);
}

}  // namespace
}  // namespace personfirst
