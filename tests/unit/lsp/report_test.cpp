// The report counts; it never quotes a document.
#include <gtest/gtest.h>

#include "tests/unit/lsp/opened.h"

namespace personfirst::lsp {
namespace {

using testing::demo_knowledge;

Finding finding(std::string rule, Severity severity) {
  Finding made;
  made.rule = std::move(rule);
  made.severity = severity;
  made.message = "“secret words” are in here.";
  return made;
}

TEST(Report, CountsByRuleAndByDocument) {
  const std::vector<DocumentFindings> documents{
      {"file:///a/b%20c_d.md",
       {finding("demo/abuse", Severity::Error), finding("demo/junkie", Severity::Hint)}},
      {"file:///a/none.md", {}},
      {"untitled:1",
       {finding("demo/junkie", Severity::Warning), finding("demo/junkie", Severity::Error),
        finding("own/rule", Severity::Hint)}}};
  EXPECT_EQ(report(demo_knowledge(), documents),
            "# Person-first report\n\n"
            "5 findings in 2 of 3 documents: 2 errors, 1 warning, 2 hints.\n\n"
            "## By rule\n\n"
            "| Rule | Findings | Errors | Warnings | Hints | What it says |\n"
            "| --- | ---: | ---: | ---: | ---: | --- |\n"
            "| `demo/junkie` | 3 | 1 | 1 | 1 | “…” is unkind. |\n"
            "| `demo/abuse` | 1 | 1 | 0 | 0 | “…” blames. |\n"
            "| `own/rule` | 1 | 0 | 0 | 1 |  |\n\n"
            "## By document\n\n"
            "| Document | Findings | Errors | Warnings | Hints |\n"
            "| --- | ---: | ---: | ---: | ---: |\n"
            "| untitled:1 | 3 | 1 | 1 | 1 |\n"
            "| /a/b c\\_d.md | 2 | 1 | 0 | 1 |\n");
}

TEST(Report, IsGladWhenThereIsNothing) {
  EXPECT_EQ(report(demo_knowledge(), {}), "# Person-first report\n\nNo findings in 0 documents.\n");
  const std::vector<DocumentFindings> one{{"file:///a", {}}};
  EXPECT_EQ(report(demo_knowledge(), one), "# Person-first report\n\nNo findings in 1 document.\n");
}

TEST(Report, HoldsNoWordsOfADocument) {
  const Snapshot snapshot = testing::open_text("A junkie came. Drug abuse.");
  const std::vector<DocumentFindings> documents{
      {snapshot.uri, snapshot.sections.at(0).result->findings}};
  const std::string text = report(demo_knowledge(), documents);
  for (const char* word : {"“junkie”", "came", "Drug"})
    EXPECT_EQ(text.find(word), std::string::npos) << word;
}

}  // namespace
}  // namespace personfirst::lsp
