// Which part of a Markdown document is read for a place in it. (tests/properties compares what is
// found.)
#include "linter/markup/markdown_regions.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "tests/unit/markup/regions_support.h"

namespace personfirst {
namespace {

void check(std::string_view marked) { testing::check_region<MarkdownRegions>(marked); }

TEST(MarkdownRegions, AreParagraphsAndHeadingsWithWhatStandsBelow) {
  check("[[one @two]]");
  check("a\n\n[[b @c\nd\n\n]]e\n");
  check("a\n\n[[# b\nc\n- @d\n\n]]# e\n");
  check("a\r\n\r\n[[b @c\r\n \t\r\n]]e\r\n");
}

TEST(MarkdownRegions, MayBeginInAQuotationAndWithMarksThatAreText) {
  check("a\n\n[[> b @c\n\n]]d");
  check("a\n\n[[> > \"b @c\n\n]]\"d");
  check("a\n\n[[(b) @c\n\n]]12 d");
  check("a\n\n[['b @c\n\n]]\xC3\xA9");
  check("a\n\n[[b\n\n1. c\n\n2) @d\n\n]]e");
  check("a\n\n[[b\n\n> c | d\n> --- | ---\n> e | @f\n\n]]g");
}

TEST(MarkdownRegions, DoNotBeginInListsQuotesCodeAndTables) {
  check("a\n\n[[b\n\n- c\n\n- d @e\n\n  f\n\n]]g");
  check("a\n\n[[b\n\n> - c @d\n\n]]g");
  check("a\n\n[[b\n\n```\n\nc\n\nd @e\n```\n\n]]g");
  check("a\n\n[[b\n\nc | d\n--- | ---\ne | @f\n\n]]g");
  check("a\n\n[[b\n\n    c @d\n\n]]g");
}

TEST(MarkdownRegions, DoNotBeginBehindAFormFeedWhichIsText) { check("a\n\n[[b\n\f\nc @d\n\n]]e"); }

TEST(MarkdownRegions, CodeEndsWhereTheParserEndsIt) {
  check("a\n\n[[b @c\n\n```\n\nd\n```\t\n\ne\n```  \n\n]]f");
}

TEST(MarkdownRegions, FrontMatterIsNotCut) {
  check("[[---\ntitle: @a\n\nb: c\n---\n\n]]d\n\ne");
  check("[[---\ntitle: a\n\nb: c\n---\nd @e\n\n]]f");
}

// `text` is one region; what is read of it for the place at "x" ends before "@".
void check_end(std::string text) {
  const std::size_t end = text.find('@');
  if (end != std::string::npos) text.erase(end, 1);
  const auto place = static_cast<std::uint32_t>(text.find('x'));
  const MarkdownRegions regions(text);
  ASSERT_TRUE(regions.is_clear()) << text;
  const Span whole{0, static_cast<std::uint32_t>(text.size())};
  EXPECT_EQ(regions.end_behind(place, whole), std::min(end, text.size())) << text;
}

TEST(MarkdownRegions, AreReadUpToABlankLineBehindThePlace) {
  check_end("x\na\n\n@- b\n- c");
  check_end("a\n\n- x\n- b\n \t\n@- c");
  check_end("a\n\n> x\n>\n> b\r\n\r\n@> c");
  check_end("a\n\n    x\n\n@    b");
  check_end("a\nx");
}

TEST(MarkdownRegions, AreNotCutInCodeOrFrontMatter) {
  check_end("a\n```\nx\n\nb\n```\n- c\n\n@- d");
  check_end("---\na: x\n\nb: c\n---\n- d\n\n@- e");
}

void check_unclear(std::string_view text) {
  EXPECT_FALSE(MarkdownRegions(text).is_clear()) << text;
}

TEST(MarkdownRegions, AreUnclearWhereSomethingMayReachFar) {
  check_unclear("a\n\n[b]: c\n\nd");
  check_unclear("- ```\n  a\n\nb");
  check_unclear("<pre>\n\na\n\n</pre>");
  check_unclear("<!-- a\n\nb -->");
  check_unclear("<div>\n```\n\n```\n");
  check_unclear("a\rb");
}

TEST(MarkdownRegions, KnowTheHeadingAbove) {
  const std::string text =
      "# One\n\na\n\n```\n# no\n```\n\nb\n\nTwo\n===\n\nc\n\n> # Three\n\nd @ e\n\nf\n\n"
      "<H1>Four</H1>\n\ng\n\nhh";
  const MarkdownRegions regions(text);
  RegionReader reader(regions);
  const auto heading_at = [&](std::string_view word) {
    const auto at = static_cast<std::uint32_t>(text.find(word));
    return reader.read(reader.around(at), {&at, 1}).prose.back().heading;
  };
  EXPECT_EQ(heading_at("b\n\nTwo"), "One");
  EXPECT_EQ(heading_at("c\n\n>"), "Two");
  EXPECT_EQ(heading_at("f\n"), "Three");
  EXPECT_EQ(heading_at("hh"), "Four");
}

}  // namespace
}  // namespace personfirst
