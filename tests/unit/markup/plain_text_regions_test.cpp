// Which part of a plain text is read for a place in it. (tests/properties compares what is found.)
#include "linter/markup/plain_text_regions.h"

#include <gtest/gtest.h>

#include <string_view>

#include "tests/unit/markup/regions_support.h"

namespace personfirst {
namespace {

void check(std::string_view marked) { testing::check_region<PlainTextRegions>(marked); }

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
  const PlainTextRegions regions(kText);
  RegionReader reader(regions);
  const auto place = static_cast<std::uint32_t>(kText.find("More"));
  const Span region = reader.around(place);
  EXPECT_EQ(slice(kText, region), "More of it.\n");
  const Extracted extracted = reader.read(region, {&place, 1});
  ASSERT_EQ(extracted.prose.size(), 1U);
  EXPECT_EQ(extracted.prose.front().heading, "A title");
}

}  // namespace
}  // namespace personfirst
