// The sentence round a finding, as people read it.
#include "linter/render/in_context.h"

#include <gtest/gtest.h>

#include "fake_findings.h"

namespace personfirst {
namespace {

using testing::fake_report;

// `expected` has the words found in [[marks]].
void check(const std::string& name, const std::string& marked, const std::string& expected,
           ContextShown shown = ContextShown::All) {
  const auto report = fake_report(name, marked);
  SentenceBreaker breaker;
  const InContext passage = in_context(report.document, report.findings.at(0).span, breaker, shown);
  EXPECT_EQ(passage.before + "[[" + passage.found + "]]" + passage.after, expected) << marked;
}

TEST(InContext, IsTheSentence) {
  check("a.txt", "First one. Then an [[x]] came by. Last one.", "Then an [[x]] came by.");
  check("a.txt", "Above.\n\nThen an\n[[x]]   came\nby.\n\nBelow.", "Then an [[x]] came by.");
  check("a.txt", "[[x]]", "[[x]]");
  check("a.txt", "Two\n[[words\nhere]] then", "Two [[words here]] then");
}

TEST(InContext, KnowsMarkdownsBlocks) {
  check("a.md", "# An [[x]] title\nBody text", "An [[x]] title");
  check("a.md", "- one\n- an [[x]] here\n- three", "an [[x]] here");
  check("a.md", "1. one\n2. an [[x]]\n", "2. an [[x]]");
  check("a.md", "| a | an [[x]] here | c |", "an [[x]] here");
  check("a.md", "> **An** *[[x]]* in [a link](https://example.org/a).", "An [[x]] in a link.");
}

TEST(InContext, LeavesTagsOut) {
  check("a.html", "<p class=\"a\">One. An <b>old</b> [[x]]&nbsp;&amp; more.</p><p>Other</p>",
        "An old [[x]] & more.");
  check("a.html", "<li>An [[x]]</li><li>Next", "An [[x]]");
  check("a.html", "<img src=\"a.png\" alt=\"An [[x]] there\" title=\"t\">", "An [[x]] there");
  check("a.html", "<p>a [[x <i>y</i> z]] b", "a [[x y z]] b");
}

TEST(InContext, CutsWhatIsLongAtWords) {
  const auto times = [](int n, const std::string& word) {
    std::string text;
    for (int i = 0; i < n; ++i) text += word;
    return text;
  };
  check("a.txt", times(99, "word ") + "[[x]]" + times(99, " word"),
        "… " + times(43, "word ") + "[[x]]" + times(44, " word") + " …");
  const std::string endless(5000, 'a');
  check("a.txt", endless + " [[x]] " + endless, "… [[x]] …");
}

TEST(InContext, ShowsOnlyTheWordsWhenTheRestIsSecret) {
  check("a.txt", "Secret [[x]] secret.", "[[x]]", ContextShown::None);
}

TEST(InContext, SurvivesWhatIsBroken) {
  check("a.html", "<p>An <b unclosed [[x]]", "An <b unclosed [[x]]");
  check("a.md", "](]( [[x]] [", "(( [[x]]");
  check("a.txt", "\xFF[[x\xC3]]\xFF", "\uFFFD[[x\uFFFD]]\uFFFD");
}

}  // namespace
}  // namespace personfirst
