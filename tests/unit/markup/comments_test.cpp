// Comments, by format: where they stand, and what they say.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/unit/markup/support.h"

namespace personfirst {
namespace {

// `marked`: the document with [[whole comments]] marked; `texts`: what they say.
void check(Format format, std::string_view marked, const std::vector<std::string>& texts) {
  const testing::Marked unmarked = testing::unmark(marked);
  const Extracted extracted = testing::extract_from(format, unmarked.text);
  testing::expect_sound(extracted, unmarked.text);
  std::vector<Span> spans;
  std::vector<std::string> found;
  for (const Comment& comment : extracted.comments) {
    spans.push_back(comment.span);
    found.emplace_back(slice(unmarked.text, comment.text));
    EXPECT_TRUE(comment.span.contains(comment.text)) << marked;
  }
  EXPECT_EQ(testing::mark(unmarked.text, spans), marked);
  EXPECT_EQ(found, texts) << marked;
}

TEST(Comments, OfHtml) {
  const auto html = [](std::string_view marked, const std::vector<std::string>& texts) {
    check(Format::Html, marked, texts);
  };
  html("<p>One [[<!-- a -->]] two</p>[[<!--b-->]]", {"a", "b"});
  html("[[<!-- one\n  -- two -->]]<p>Text", {"one\n  -- two"});
  html("[[<!---->]]<p>Text</p>", {""});
  html("<p>Never closed <!-- a", {});
  html("<p title='<!-- a -->'>Text</p>", {});
  html("<script>// <!-- a -->\n</script><p>Text</p>", {});
  html("<!DOCTYPE html><p>Text</p>", {});
  html("<p>{{ name }} [[{# note #}]] text</p>", {"note"});
  html("</x></y><b><p>[[<!-- faulty -->]]</i> < 5", {"faulty"});
}

TEST(Comments, OfMarkdown) {
  const auto markdown = [](std::string_view marked, const std::vector<std::string>& texts) {
    check(Format::Markdown, marked, texts);
  };
  markdown("[[<!-- block -->]]\nText [[<!-- inline -->]] more.", {"block", "inline"});
  markdown("> [[<!-- one -->]]\n> Text.\n\n- [[<!-- two -->]]\n- Three", {"one", "two"});
  markdown("| a | b |\n|---|---|\n| c [[<!-- cell -->]] | d |\n", {"cell"});
  markdown("<div>[[<!-- in HTML -->]]</div>\n", {"in HTML"});
  markdown("# Head [[<!-- a -->]]\n\n[[<!-- many\nlines -->]]\n", {"a", "many\nlines"});
  markdown("`<!-- code -->` and\n\n    <!-- code -->\n\n```\n<!-- code -->\n```\n", {});
}

TEST(Comments, OfMarkdownThatItsParserShows) {
  const auto markdown = [](std::string_view marked, const std::vector<std::string>& texts) {
    check(Format::Markdown, marked, texts);
  };
  markdown("Text [[<!-- a -- b -->]] more.", {"a -- b"});
  markdown("Text [[{/* a */}]] *more* [[{/* b/* */}]] text.", {"a", "b/*"});
  markdown("[[{/* alone */}]]\n\nText.", {"alone"});
  markdown("`{/* code */}` and {/* open\n\nnew */}", {});
}

TEST(Comments, OfLinkDefinitions) {
  const auto markdown = [](std::string_view marked, const std::vector<std::string>& texts) {
    check(Format::Markdown, marked, texts);
  };
  markdown("[[[//]: # (one)]]\n\nText.\n\n> [[[//]: # 'two']]\n", {"one", "two"});
  markdown("Text.\n[//]: # (part of the paragraph)\n", {});
  markdown("```\n[//]: # (code)\n```\n\n<pre>\n[//]: # (html)\n</pre>\n", {});
  markdown("[//]: # (open\n\n[//]: http://example.org 'a link'\n", {});
}

TEST(Comments, OfFrontMatter) {
  check(Format::Markdown, "---\n[[# one]]\ntitle: |\n  # text\n[[#two]]\n---\n# Heading\n",
        {"one", "two"});
  check(Format::Markdown, "+++\n[[# one]]\ntitle = 'Text'\n+++\n", {"one"});
}

TEST(Comments, PlainTextHasNone) { check(Format::PlainText, "Text <!-- a --> text.", {}); }

TEST(Comments, InProseAreOpaque) {
  const auto extracted =
      testing::extract_from(Format::Markdown, "One {/* two *three* */} four <!-- a -- b --> end.");
  EXPECT_EQ(testing::lines_of(extracted),
            std::vector<std::string>{"Paragraph: One [[{/* two three */}]] four "
                                     "[[<!-- a -- b -->]] end."});
}

}  // namespace
}  // namespace personfirst
