// Real-looking sentences against the shipped rules: what is found, whose words it is, and what is
// allowed.
#include <gtest/gtest.h>

#include <string_view>

#include "tests/unit/linter/support.h"

namespace personfirst {
namespace {

// The marked words are found, all in this context.
void check(std::string_view marked, Context context = Context::Prose,
           Format format = Format::PlainText) {
  const testing::Marked unmarked = testing::unmark(marked);
  EXPECT_EQ(testing::marked_findings(testing::shipped_rules(), unmarked.text, format), marked);
  for (const Finding& finding :
       testing::findings_in(testing::shipped_rules(), unmarked.text, format)) {
    EXPECT_EQ(to_string(finding.context), to_string(context)) << marked;
    EXPECT_EQ(finding.severity == Severity::Hint, context != Context::Prose) << marked;
  }
}

TEST(Senses, OrdinaryWordsStay) {
  check("The water was clean and the towels were dirty.");
  check("Open the user guide and add a user.");
  check("A news addict reads all night.");
  check("They reported child abuse and abuse of power.");
  check("The wall had a crack.");
  check("High school students ran.");
}

TEST(Senses, NamesStay) {
  check("The National Institute on Drug Abuse paid for it.");
  check("Alcoholics Anonymous meets at noon.");
  check("SAMHSA, the Substance Abuse and Mental Health Services Administration, paid.");
  check("The Leeds Substance Abuse Journal appeared in spring.");
}

TEST(Senses, LawAndCodesStay) {
  check("Under 21 U.S.C. 1507 an addict may be held.");
  check("The chart says F10.20, alcohol abuse, uncomplicated.");
}

TEST(Senses, CitationsAndCodeStay) {
  check("Lee J. Care for the addict. Our Rev. 2009;35(3):217-221.");
  check("See https://example.org/addict and write to addict@example.org.");
  check("Run `addict` now.", Context::Prose, Format::Markdown);
}

TEST(Senses, MentionsStay) {
  check("The word addict hurts.");
  check("Avoid the words junkie, addict, and abuser.");
  check("The term \u201Cjunkie\u201D is offensive.");
  check("Say \u201Cperson who uses drugs\u201D instead of \u201Caddict\u201D.");
  check(
      "Editors should retire \u201Cabuser,\u201D \u201Cjunkie,\u201D and \u201Calcoholic\u201D "
      "from headlines.");
  check("| Avoid | Say |\n| --- | --- |\n| addict | person with a substance use disorder |",
        Context::Prose, Format::Markdown);
  check("Words to avoid:\n\n- addict\n- junkie", Context::Prose, Format::Markdown);
}

TEST(Senses, QuotationsAreHints) {
  check("He told us \u201Cthe [[addict]] came back\u201D on Monday.", Context::Quotation);
  check("\u201CThe first [[addict]] came.\n\n\u201CThe second [[addict]] came.\u201D",
        Context::Quotation);
  check("> An [[addict]] came.", Context::Quotation, Format::Markdown);
  check("<p>He met <q>an [[addict]]</q>.</p>", Context::Quotation, Format::Html);
}

TEST(Senses, SelfLabelsAreHints) {
  check("I'm an [[addict]].", Context::SelfLabel);
  check("My name is Sam and I'm an [[addict]].", Context::SelfLabel);
  check("We are [[addicts]].", Context::SelfLabel);
  check("When I [[got clean]] I was nineteen.", Context::SelfLabel);
}

TEST(Senses, OtherPeoplesStatesAreFound) {
  check("I know that he [[got clean]] in prison.");
  check("She said I should help when he [[got clean from heroin]].");
}

}  // namespace
}  // namespace personfirst
