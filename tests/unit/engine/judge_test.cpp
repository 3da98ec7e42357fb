// Each reason for which a candidate is allowed, and which comes first.
#include "linter/engine/judge.h"

#include <gtest/gtest.h>

#include <string_view>

#include "tests/unit/engine/support.h"

namespace personfirst {
namespace {

void check(std::string_view text, std::string_view expected, Format format = Format::PlainText,
           const LintOptions& options = {}) {
  EXPECT_EQ(testing::verdicts(text, format, options), expected) << text;
}

TEST(Judge, FindsWordsThatAreUsed) {
  check("A junkie came, and heroin abuse was named.", "found, found");
}

TEST(Judge, AllowsWhatIsNotProse) {
  check("See https://example.org/junkie for more.", "not prose");
  check("Write to junkie@example.org today.", "not prose");
  check("Open /srv/junkie/list.txt now.", "not prose");
  check("Call `junkie` here.", "not prose", Format::Markdown);
  check("A ~~junkie~~ person came.", "not prose", Format::Markdown);
  check("<p>Call <code>junkie</code> or <del>junkie</del>.</p>", "not prose, not prose",
        Format::Html);
}

TEST(Judge, AllowsTagsAndHandles) {
  check("Read #junkie and (@junkie) now.", "not prose, not prose");
  check("Item # junkie", "found");
}

TEST(Judge, DoesNotEvenSeeCodeBlocksAndAttributes) {
  check("```\njunkie\n```\n", "", Format::Markdown);
  check("<pre>junkie</pre><p class=\"junkie\">Hello.</p>", "", Format::Html);
}

TEST(Judge, AllowsOtherPhrases) {
  check("She is a news junkie.", "other phrase");
  check("She is a political junkie and he is a junkie.", "other phrase, found");
  check("Here is the news. Junkies came.", "found");
}

TEST(Judge, AllowsOrdinarySenses) {
  check("The room was dirty.", "ordinary sense");
  check("At the clinic he was dirty.", "found");
  check("The clinic sent dirty laundry.", "ordinary sense");
}

TEST(Judge, AllowsNames) { check("We heard the Cowboy Junkies.", "name"); }

TEST(Judge, AllowsTermsOfLaw) {
  check("The penal code says junkie.", "law");
  check("A junkie in the statute.", "law");
  check("The penal code of this state and of all others says junkie.", "found");
}

TEST(Judge, AllowsTheNamesOfCodes) {
  check("A junkie X99 and a junkie.", "law, found");
  check("Heroin abuse x99.", "law");
}

TEST(Judge, AllowsMentions) { check("The word junkie hurts.", "mention"); }

TEST(Judge, AllowsReferences) { check("Lee. Nights of a junkie. doi:10.1000/x", "reference"); }

TEST(Judge, AllowsThePhrasesOfTheProject) {
  LintOptions options;
  options.allowed_phrases = {"Junkie Friday", "heroin\u2011abuse"};
  check("We call it junkie  friday here.", "allowed phrase", Format::PlainText, options);
  check("Every Friday a junkie came.", "found", Format::PlainText, options);
  check("Our heroin abuse list.", "allowed phrase", Format::PlainText, options);
}

TEST(Judge, AllowsRecoveryGroupsTheirOwnWords) {
  LintOptions options;
  options.voice = Voice::MutualAid;
  check("A sober man and a junkie came.", "mutual aid, found", Format::PlainText, options);
  check("A sober man came.", "found");
}

TEST(Judge, SaysWhoseWordsTheyAre) {
  check("I am a junkie.", "self-label");
  check("He said \u201Ca junkie came\u201D.", "quotation");
  check("He said \u201CI am a junkie\u201D.", "self-label");
}

TEST(Judge, KnowsTheSentenceRoundAMatch) {
  const testing::Marked marked = testing::unmark("It rained. [[Dr. Lee saw a junkie.]] He left.");
  Prose prose;
  prose.text = marked.text;
  const auto size = static_cast<std::uint32_t>(prose.text.size());
  prose.pieces = {{0, size, 0, size, false}};
  const Passage passage = make_passage(prose, [](std::string_view) { return false; });
  const RuleSet& rules = testing::demo_rules();
  const LintOptions options;
  const std::vector<Prose> all{prose};
  WholeDocument around(rules.languages.at("en"), all);
  Judge judge(rules, rules.languages.at("en"), options, around);
  const auto at = static_cast<std::uint32_t>(prose.text.find("junkie"));
  EXPECT_EQ(testing::mark(prose.text, {judge.sentence_of(passage, {at, at + 6})}),
            "It rained. [[Dr. Lee saw a junkie.]] He left.");
}

}  // namespace
}  // namespace personfirst
