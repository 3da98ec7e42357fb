// Which part of a plain text is read for a place in it. (tests/properties compares what is found.)
#include "linter/markup/plain_text_regions.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace personfirst {
namespace {

// `marked`: the region in [[ ]], the place behind @ in it.
void check(std::string_view marked) {
  std::string text;
  Span region;
  std::uint32_t place = 0;
  for (std::size_t i = 0; i < marked.size(); ++i) {
    const auto at = static_cast<std::uint32_t>(text.size());
    if (marked.substr(i, 2) == "[[") {
      region.begin = at;
      ++i;
    } else if (marked.substr(i, 2) == "]]") {
      region.end = at;
      ++i;
    } else if (marked[i] == '@') {
      place = at;
    } else {
      text += marked[i];
    }
  }
  PlainTextRegions regions(text);
  ASSERT_TRUE(regions.is_clear()) << marked;
  EXPECT_EQ(regions.around(place), region) << marked;
}

TEST(PlainTextRegions, AreParagraphs) {
  check("[[one @two]]");
  check("a\n\n[[b @c\nd\n\n]]e\n");
  check("a\r\n\r\n[[b @c\r\n \t\r\n]]e\r\n");
}

TEST(PlainTextRegions, DoNotBeginInListsAndQuotes) {
  check("a\n\n[[b\n\n- c\n\n- d @e\n\n]]g");
  check("a\n\n[[b\n\n1. c @d\n\n]]g");
  check("a\n\n[[b\n\nc) d @e\n\n]]g");
  check("a\n\n[[b\n\n> c @d\n\n]]g");
}

TEST(PlainTextRegions, TheFirstReachesBeyondAParagraph) {
  check("[[-----\n@\n\na\n\n]]b\n\nc");
  check("[[a @b\n\nc\n\n]]d");
}

TEST(PlainTextRegions, OldEndsOfLinesAreUnclear) {
  EXPECT_FALSE(PlainTextRegions("a\rb").is_clear());
  EXPECT_FALSE(PlainTextRegions("a\r").is_clear());
  EXPECT_TRUE(PlainTextRegions("a\r\n").is_clear());
}

TEST(PlainTextRegions, KnowTheHeadingAbove) {
  constexpr std::string_view kText = "A title\n\nOne line of a text, which ends.\n\nMore of it.\n";
  PlainTextRegions regions(kText);
  const Span region = regions.around(static_cast<std::uint32_t>(kText.find("More")));
  EXPECT_EQ(slice(kText, region), "More of it.\n");
  const Extracted extracted = regions.read(region);
  ASSERT_EQ(extracted.prose.size(), 1U);
  EXPECT_EQ(extracted.prose.front().heading, "A title");
}

}  // namespace
}  // namespace personfirst
