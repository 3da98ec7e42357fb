// Words that are spoken about are not used.
#include "linter/engine/mention.h"

#include <gtest/gtest.h>

#include <string_view>

#include "tests/unit/engine/support.h"

namespace personfirst {
namespace {

void check(std::string_view text, std::string_view expected, Format format = Format::PlainText) {
  EXPECT_EQ(testing::verdicts(text, format), expected) << text;
}

TEST(Mention, StandsBesideACue) {
  check("The word junkie hurts.", "mention");
  check("The word \u201Cjunkie\u201D hurts.", "mention");
  check("The term 'junkie' hurts.", "mention");
  check("Junkie is an offensive word.", "mention");
  check("Say his name instead of \u201Cjunkie\u201D.", "mention");
}

TEST(Mention, IsNotEverythingAfterACue) {
  check("The word came from a junkie.", "found");
  check("The word is out: a junkie came.", "found");
  check("Instead of the doctor, the junkie came.", "found");
}

TEST(Mention, HoldsListsOfQuotedWordsAfterACue) {
  check(
      "Words such as \u201Cdrug abuse\u201D, \u201Cjunkie\u201D and \u201Cheroin abuse\u201D hurt.",
      "mention, mention, mention");
  check("Words like \"junkie,\" \"drug abuse,\" or \"heroin abuse\" hurt.",
        "mention, mention, mention");
}

TEST(Mention, OfAListWithoutQuotesIsOnlyTheFirst) {
  // FIXME: the second word is spoken about just as much.
  check("Words like junkie, drug abuse hurt.", "mention, found");
}

TEST(Mention, NeedsLittleWhereTheWordIsSetOff) {
  check("Avoid \u201Cjunkie\u201D in headlines.", "mention");
  check("Please retire *junkie* now.", "mention", Format::Markdown);
  check("\u201CDrug abuse\u201D implies a choice.", "mention");
  check("We avoid junkie friends.", "found");
}

TEST(Mention, IsAListOfThreeQuotedWords) {
  check("We hear \u201Cjunkie\u201D, \u201Clazy\u201D and \u201Cdrug abuse\u201D in his speech.",
        "mention, mention");
  check("We hear \u201Cjunkie\u201D and \u201Cdrug abuse\u201D in his speech.",
        "quotation, quotation");
}

TEST(Mention, FollowsALabelWithAColon) {
  check("Avoid: junkie, drug abuse", "mention, mention");
  check("**Avoid:** junkie", "mention", Format::Markdown);
  check("*Instead of*: junkie", "mention", Format::Markdown);
  check("One thing to avoid at all costs in any year: a junkie came.", "found");
}

TEST(Mention, StandsBelowAColumnHeader) {
  check("| Avoid | Say |\n| --- | --- |\n| junkie | his name |\n", "mention", Format::Markdown);
  check("| Say | Why |\n| --- | --- |\n| junkie | no |\n", "found", Format::Markdown);
  check("<table><tr><th>Avoid</th></tr><tr><td>junkie</td></tr></table>", "mention", Format::Html);
}

TEST(Mention, StandsInAListThatIsIntroducedSo) {
  check("Words to avoid:\n\n- junkie\n- drug abuse\n", "mention, mention", Format::Markdown);
  check("Words to avoid:\n- junkie\n- drug abuse\n", "mention, mention");
  check("Who came:\n\n- a junkie\n", "found", Format::Markdown);
}

TEST(Mention, StandsBelowAHeadingThatIsMostlyTheCue) {
  check("## Words to avoid\n\n- junkie\n", "mention", Format::Markdown);
  check("## Avoid the long way home this year\n\nA junkie came.\n", "found", Format::Markdown);
}

}  // namespace
}  // namespace personfirst
