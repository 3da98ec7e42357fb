// Proper names stay as they are: listed ones, and runs of capitals round a word such as
// "Institute".
#include "linter/engine/names.h"

#include <gtest/gtest.h>

#include <string_view>

#include "tests/unit/engine/support.h"

namespace personfirst {
namespace {

void check(std::string_view text, std::string_view expected, Format format = Format::PlainText) {
  EXPECT_EQ(testing::verdicts(text, format), expected) << text;
}

TEST(ListedNames, AreExemptInAnyCase) {
  check("We heard the Cowboy Junkies last night.", "name");
  check("we heard the cowboy junkies last night.", "name");
  check("We heard THE COWBOY JUNKIES last night.", "name");
  check("We heard the Cowboy-Junkies last night.", "name");
}

TEST(ListedNames, AreWholeNames) {
  check("We met a cowboy and junkies last night.", "found");
  check("The old cowboy. Junkies came.", "found");
}

TEST(ListedNames, CoverWhatTheyOverlap) { check("The Heroin Abuse Survey was late.", "name"); }

TEST(NamesInCapitals, AreNamesInsideASentence) {
  check("We read Junkie on the train.", "name");
  check("We met a junkie on the train.", "found");
}

TEST(NamesInCapitals, AreWordsWhereCapitalsMeanNothing) {
  check("Junkie of mine, he wrote.", "found");
  check("How a Junkie Came Home", "found");
  check("WE MET A JUNKIE TODAY", "found");
}

TEST(NamesInCapitals, AreNamesWhenSetOffAsATitle) {
  check("*Junkie* sold well.", "name", Format::Markdown);
  check("\u201CJunkie\u201D sold well.", "name");
  check("<p>We read <em>Junkie</em> aloud.</p>", "name", Format::Html);
  check("A *junkie* came.", "found", Format::Markdown);
}

TEST(NameShape, IsARunOfCapitalsWithANameWord) {
  check("She works for the National Institute on Drug Abuse today.", "name");
  check("The Drug Abuse Council met with parents on Monday.", "name");
  check("He cited the Drug Abuse and Treatment Act of the state.", "name");
}

TEST(NameShape, NeedsCapitals) {
  check("The drug abuse council met on Monday.", "found");
  check("She works for an institute on drug abuse today.", "found");
}

TEST(NameShape, EndsWhereTheRunEnds) {
  check("The Institute was asked. Drug Abuse was the topic.", "found");
  check("The Institute met people with heroin abuse.", "found");
}

TEST(NameShape, SaysNothingInTitles) {
  check("Ending Drug Abuse at the Institute", "found");
  check("ENDING DRUG ABUSE AT THE INSTITUTE", "found");
}

TEST(NameShape, IsABodyEvenInTitles) {
  check("The Riverside Drug Abuse Council met.", "name");
  check("The Drug Abuse Council met on Monday.", "name");
  check("Inside the Office of Drug Abuse Policy", "name");
  check("The Council Talks About Drug Abuse", "found");
}

TEST(NameShape, OfOtherNamesSaysNothingInAShortSentence) {
  // FIXME: a sentence whose long words are all capitals is taken for a title.
  check("The Riverside Drug Abuse Journal won.", "found");
}

TEST(NameShape, HoldsQuotedTitles) {
  check("She wrote \u201CPreventing Drug Abuse in Schools\u201D last year.", "name");
  check("She wrote \u201Cdrug abuse in schools\u201D last year.", "quotation");
}

TEST(NameShape, HoldsEmphasizedTitlesInsideASentence) {
  check("She wrote *Preventing Drug Abuse in Schools* last year.", "name", Format::Markdown);
  check("**Preventing Drug Abuse in Schools** is what we do.", "found", Format::Markdown);
}

}  // namespace
}  // namespace personfirst
