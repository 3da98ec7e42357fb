// Prose maps back to exactly the source that it came from, and knows when an edit there would touch
// markup.
#include "tests/unit/markup/support.h"

namespace personfirst::testing {
namespace {

enum class Way { Copied, Crosses };

// `marked` is the source; `needle` stands once in the prose, and came from the marked part.
void check(Format format, const std::string& marked, const std::string& needle, Way way) {
  const Marked source = unmark(marked);
  ASSERT_EQ(source.spans.size(), 1U);
  const Extracted extracted = extract_from(format, source.text);
  expect_sound(extracted, source.text);
  bool found = false;
  for (const Prose& prose : extracted.prose) {
    const std::size_t at = prose.text.find(needle);
    if (at == std::string::npos) continue;
    found = true;
    const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + needle.size())};
    EXPECT_EQ(mark(source.text, {prose.to_source(span)}), marked);
    EXPECT_EQ(prose.is_contiguous(span), way == Way::Copied) << marked;
  }
  EXPECT_TRUE(found) << marked;
}

TEST(Positions, PlainTextMapsByteForByte) {
  check(Format::PlainText, "one [[two]] three", "two", Way::Copied);
  check(Format::PlainText, "\u00E9t\u00E9 [[na\u00EFve]]\r\n", "na\u00EFve", Way::Copied);
  check(Format::PlainText, "first\n\n  [[second]] one", "second", Way::Copied);
  check(Format::PlainText, "- [[item]]", "item", Way::Copied);
}

TEST(Positions, ARunOverALineEndCrosses) {
  check(Format::PlainText, "the [[old\nword]] here", "old word", Way::Crosses);
  check(Format::PlainText, "> the [[old\n> word]] here", "old word", Way::Crosses);
  check(Format::Markdown, "the [[old\nword]] here", "old word", Way::Crosses);
  check(Format::Markdown, "> - the [[old\r\n>   word]]", "old word", Way::Crosses);
  check(Format::Markdown, "the **[[old**\n**word]]**", "old word", Way::Crosses);
  check(Format::Html, "<p>the [[old\n   word]]</p>", "old word", Way::Crosses);
  check(Format::Html, "<p>the [[old<br>word]]</p>", "old word", Way::Crosses);
}

TEST(Positions, MarkupInsideCrossesAndMarkupAtTheEndsStaysOut) {
  check(Format::Markdown, "an **[[old word]]** here", "old word", Way::Copied);
  check(Format::Markdown, "an [[old **word]]** here", "old word", Way::Crosses);
  check(Format::Markdown, "a w[[or**d]]**", "ord", Way::Crosses);
  check(Format::Markdown, "an [[[old](/x \"t\") word]] here", "old word", Way::Crosses);
  check(Format::Html, "<p>an <b>[[old word]]</b> here", "old word", Way::Copied);
  check(Format::Html, "<p>an [[old <b>word]]</b> here", "old word", Way::Crosses);
  check(Format::Html, "<p>x<q>[[old]]</q>", "old", Way::Copied);
}

TEST(Positions, AnEntityMapsAsAWhole) {
  check(Format::Markdown, "the [[old&nbsp;word]] here", "old\u00A0word", Way::Crosses);
  check(Format::Html, "the <b>it[[&#8217;]]s</b>", "\u2019", Way::Crosses);
  check(Format::Html, "<img alt='an [[old&shy;word]]'>", "old\u00ADword", Way::Crosses);
}

TEST(Positions, TextOutsideParagraphsMapsToo) {
  check(Format::Markdown, "| a |\n|---|\n| an [[old]] |", "old", Way::Copied);
  check(Format::Markdown, "![an [[old]] thing](x.png)", "old", Way::Copied);
  check(Format::Markdown, "[x](/y \"an [[old]] &lt;\")", "old", Way::Copied);
  check(Format::Markdown, "[x][r]\n\n[r]: /y 'an [[old]] title'", "old", Way::Copied);
  check(Format::Markdown, "> <div>\n> an [[old]]\n> </div>", "old", Way::Copied);
  check(Format::Markdown, "---\ntitle: \"an \\\"[[old]]\\\" one\"\n---\n", "old", Way::Copied);
  check(Format::Html, "<meta name=description content=\"an [[old]] one\">", "old", Way::Copied);
  check(Format::Html, "<?php a(); ?><p title='{{x}}'>an [[old]] one", "old", Way::Copied);
}

TEST(Positions, AnEmptyRunIsAPlace) {
  const Extracted extracted = extract_from(Format::Markdown, "a **b**");
  const Prose& prose = extracted.prose.at(0);
  EXPECT_EQ(prose.to_source({2, 2}), (Span{4, 4}));
  EXPECT_EQ(prose.to_source({3, 3}), (Span{5, 5}));
  EXPECT_EQ(Prose{}.to_source({0, 0}), (Span{0, 0}));
  EXPECT_FALSE(Prose{}.is_contiguous({0, 0}));
}

}  // namespace
}  // namespace personfirst::testing
