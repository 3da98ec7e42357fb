// Which prose plain text holds.
#include "tests/unit/markup/support.h"

namespace personfirst::testing {
namespace {

void check(const std::string& source, const std::vector<std::string>& expected) {
  const Extracted extracted = extract_from(Format::PlainText, source);
  EXPECT_EQ(lines_of(extracted), expected) << source;
  expect_sound(extracted, source);
  EXPECT_TRUE(extracted.problems.empty());
}

TEST(PlainText, BlankLinesAndRulesSplitParagraphs) {
  check("One.\n\nTwo.\n \t\nThree.\n-----\nFour.",
        {"Paragraph: One.", "Paragraph: Two.", "Paragraph: Three.", "Paragraph: Four."});
  check("One.\r\n\r\nTwo.\rstill two.", {"Paragraph: One.", "Paragraph: Two. still two."});
  check("One.\n\u00A0\nTwo.", {"Paragraph: One.", "Paragraph: Two."});
  check("", {});
}

TEST(PlainText, WrappedLinesAreJoined) {
  check("This line was wrapped by an editor at seventy columns, as so many are\nBy habit.",
        {"Paragraph: This line was wrapped by an editor at seventy columns, as so many are By "
         "habit."});
  check("short, but\ngoing on", {"Paragraph: short, but going on"});
  check("  indented;\n  Like a poem.", {"Paragraph: indented; Like a poem."});
}

TEST(PlainText, ShortLinesWithoutPunctuationEndAProse) {
  check("Home\nAbout us\nContact",
        {"Paragraph: Home", "Paragraph: About us", "Paragraph: Contact"});
  check("Name | Role\nAda | Chair", {"Paragraph: Name | Role", "Paragraph: Ada | Chair"});
}

TEST(PlainText, AnUnwrappedLineIsAParagraph) {
  const std::string one = "One " + std::string(130, 'x');
  check(one + "\nTwo.", {"Paragraph: " + one, "Paragraph: Two."});
}

TEST(PlainText, MarkersMakeListItems) {
  check("Bring:\n- bread\n  and butter\n* salt\n1. oil\n(2) wine\nb) rice\n\u2022 tea",
        {"Paragraph: Bring:", "ListItem: bread and butter", "ListItem: salt", "ListItem: oil",
         "ListItem: wine", "ListItem: rice", "ListItem: tea"});
  check("It was, in the year\n1999. it", {"Paragraph: It was, in the year", "Paragraph: 1999. it"});
  check("So they said, in\nb. it", {"Paragraph: So they said, in b. it"});
  check("A. Smith wrote it.", {"Paragraph: A. Smith wrote it."});
}

TEST(PlainText, AShortLineAloneIsAHeading) {
  check("A Title\n\nSome text.\n\nNext part:\n\nMore.",
        {"Heading: A Title", "Paragraph: Some text.", "Heading: Next part:", "Paragraph: More."});
  check("One line only", {"Paragraph: One line only"});
  check("Is it?\n\nYes.", {"Paragraph: Is it?", "Paragraph: Yes."});
}

TEST(PlainText, QuotedLinesAreBlockQuotes) {
  check("She wrote:\n> one\n> > two\nI answer.",
        {"Paragraph: She wrote:", "> Paragraph: one two", "Paragraph: I answer."});
  check("a > b", {"Paragraph: a > b"});
}

}  // namespace
}  // namespace personfirst::testing
