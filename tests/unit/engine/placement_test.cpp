// New words find their place in the source, or none.
#include "linter/engine/placement.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "linter/markup/extract.h"
#include "tests/support/marked.h"

namespace personfirst {
namespace {

// Puts "NEW" where `words` stand in the first prose of `text`. "-": there is no place.
void check(Format format, std::string_view text, std::string_view words, std::string_view expected,
           bool crosses = false) {
  const Document document = make_document("text", format, std::string(text));
  const Extracted extracted = extract(document);
  ASSERT_FALSE(extracted.prose.empty());
  const Prose& prose = extracted.prose.front();
  const std::size_t at = prose.text.find(words);
  ASSERT_NE(at, std::string::npos) << prose.text;
  const auto begin = static_cast<std::uint32_t>(at);
  const auto placement =
      place(prose, {begin, begin + static_cast<std::uint32_t>(words.size())}, "NEW");
  if (!placement) {
    EXPECT_EQ("-", expected) << text;
    return;
  }
  std::string after(text);
  for (auto edit = placement->edits.rbegin(); edit != placement->edits.rend(); ++edit) {
    after.replace(edit->span.begin, edit->span.size(), edit->text);
  }
  EXPECT_EQ(after, expected);
  EXPECT_EQ(placement->crosses_markup, crosses) << text;
}

TEST(Placement, ReplacesARunWithoutMarkup) {
  check(Format::PlainText, "A drug user came.", "drug user", "A NEW came.");
  check(Format::Markdown, "A **drug user** came.", "drug user", "A **NEW** came.");
}

TEST(Placement, TakesEntitiesAndBreaksWithIt) {
  check(Format::Html, "<p>A drug&nbsp;user came.</p>", "drug\u00A0user", "<p>A NEW came.</p>");
  check(Format::Markdown, "A drug\nuser came.", "drug user", "A NEW came.");
  check(Format::Markdown, "> A drug\n> user came.", "drug user", "> A NEW came.");
}

TEST(Placement, PutsAllWordsIntoTheEmphasis) {
  check(Format::Markdown, "A drug **user** came.", "drug user", "A **NEW** came.", true);
  check(Format::Markdown, "A **drug** user came.", "drug user", "A **NEW** came.", true);
  check(Format::Html, "<p>A drug <b>user</b> came.</p>", "drug user", "<p>A <b>NEW</b> came.</p>",
        true);
}

TEST(Placement, IsNoneAcrossOtherMarkup) {
  check(Format::Markdown, "A [drug](x) user came.", "drug user", "-");
  check(Format::Markdown, "A *drug* **user** came.", "drug user", "-");
  check(Format::Markdown, "A dr*u*g user came.", "drug user", "-");
  check(Format::Html, "<p>A drug<br>user came.</p>", "drug user", "<p>A NEW came.</p>");
}

}  // namespace
}  // namespace personfirst
