// Reading only what lies round the words gives the findings of the whole document: on thousands of
// documents made of whole lines, most of which have regions (linter/markup/*_regions.h).
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "linter/linter.h"
#include "linter/markup/markdown_regions.h"
#include "linter/markup/plain_text_regions.h"
#include "tests/properties/generated.h"
#include "tests/support/marked.h"

namespace personfirst {
namespace {

constexpr std::string_view kLines[] = {
    "Plain water ran past the gardens.",
    "Some met an addict there.",
    "The junkie came,\nand the alcoholics left.",
    "He is clean now, and was a drug\nuser before.",
    "She got **clean** in May.",
    "A substance *abuser*\nand a [drug abuser](x.html) met.",
    "Their colour, the programme and the centre.",
    "The heroin came late.",
    "Words to avoid",
    "# Words to avoid",
    "## The ward",
    "Terms to avoid\n---",
    "References\n==========",
    "# ![](x)",
    "#",
    "#addict",
    "> # Words to avoid",
    "- # Terms to avoid",
    "<h2>Words to avoid</h2>",
    "Words to avoid:",
    "- addict",
    "- junkie\n- alcoholic",
    "1. addict\n2. drug user",
    "- one\n\n  An addict in it.",
    "* She said:\n    - addict",
    "  An addict, indented.",
    "    addict in code",
    "\taddict",
    "> An addict said so.",
    "> An addict\nand a junkie",
    "Avoid | Say\n--- | ---\naddict | person",
    "| Avoid | Say |\n|---|---|\n| junkie | person |",
    "Avoid\n|---|\n| addict |",
    "```\naddict\n\n# addict\n```",
    "~~~ x\nThe junkie\n\nThe addict\n~~~~",
    "``` a `b` addict",
    "```\nThe addict",
    "```",
    "~~~",
    "- ```\n  junkie",
    "<!-- a note -->",
    "<!-- personfirst-disable-next-line -->\nThe addict and the junkie.",
    "<!-- personfirst-disable people/* -->",
    "<!-- personfirst-disable-next-line -->",
    "> <!-- personfirst-disable-next-line -->",
    "<!-- personfirst-enable -->",
    "<!-- not\n\nclosed",
    "<div>\nThe addict",
    "</div>",
    "<pre>\n\nThe addict\n\n</pre>",
    "<p>An addict</p>",
    "***",
    "---",
    "===",
    "[x]: addict",
    "The [addict][x] came.",
    "The addict came.\r",
    "The junkie\rand the addict.",
    "{% if addict %}",
    "{{ name }}, an addict, {# junkie #} came.",
    "C) An addict.",
    "Words to avoid:\nThe addict came\nThe junkie came",
    "-----",
    "\xE2\x80\xA2 the addict",
    "> Terms to avoid",
    "> Terms to avoid:\n\n- addict\n\n- clean\n\n  junkie",
    "- > - addict\n\n  > # Terms to avoid\n      addict",
    "- Avoid:\n\n  The addict\n\n  # Say\n- clean",
    "> \"The addict,\" she said.",
    "> > The junkie.\n>\n> - clean",
    "> He met:\n- addict",
    "> Avoid | Say\n> --- | ---\n> addict | person",
    "12 addicts came.",
    "12) addicts came.",
    "1986. The addicts came.",
    "(An addict)",
    "'Junkie' is a word.",
    "\xC3\x89very addict",
    "\"An addict,\" she said.",
    "12 | Say\n--- | ---\naddict | person",
    "**Avoid**:",
    "She said:",
    "- Avoid:\n\n  - addict",
    "{# note #}",
    "{# personfirst-disable #}",
    "An end-\nof-life addict, a jun-\nkie.",
    "I am an addict.",
    "\xE2\x80\x9CThe junkie,\xE2\x80\x9D she said.",
};

std::string generated(testing::Random& random) {
  std::string text;
  if (random.one_in(8)) text += "---\ntitle: The addict\n---\n";
  const std::size_t lines = 3 + random.below(20);
  const bool is_windows = random.one_in(8);
  for (std::size_t i = 0; i < lines; ++i) {
    text += random.one_in(2) ? kLines[random.below(9)] : random.pick(kLines);
    text += random.one_in(4) ? "\n" : random.one_in(6) ? "\n \t\n" : "\n\n";
  }
  if (is_windows) {
    std::string windows;
    for (const char c : text) windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
    text = windows;
  }
  return text;
}

std::string described(const LintResult& result, std::string_view text) {
  std::vector<Span> spans;
  std::string names;
  for (const Finding& finding : result.findings) {
    spans.push_back(finding.span);
    names += " " + finding.rule + "/" + std::string(to_string(finding.context));
    for (const Fix& fix : finding.fixes) names += " " + fix.title;
  }
  for (const Suppressed& one : result.suppressed) names += " -" + one.finding.rule;
  for (const Problem& problem : result.problems) names += " !" + problem.code;
  return testing::mark(text, spans) + " |" + names;
}

template <typename Regions>
void check_regions(Format format, const char* name) {
  const Result<RuleSetPtr> rules = load_rules();
  constexpr std::size_t kDocuments = 6000;
  constexpr std::size_t kEnough = 5;
  std::size_t clear = 0, failed = 0;
  testing::Random random(20261122);
  for (std::size_t i = 0; i < kDocuments && failed < kEnough; ++i) {
    const Document document = make_document(name, format, generated(random));
    clear += Regions(document.text).is_clear() ? 1 : 0;
    LintOptions options;
    const LintResult near = lint(**rules, document, options);
    options.use_prefilter = false;
    const LintResult whole = lint(**rules, document, options);
    const std::string expected = described(whole, document.text);
    EXPECT_EQ(described(near, document.text), expected)
        << "document " << i << ": " << ::testing::PrintToString(document.text);
    failed += described(near, document.text) == expected ? 0 : 1;
  }
  EXPECT_GT(clear, kDocuments / 4);  // the documents are worth their time
}

TEST(Regions, OfMarkdownGiveTheFindingsOfTheWholeDocument) {
  check_regions<MarkdownRegions>(Format::Markdown, "text.md");
}

TEST(Regions, OfPlainTextGiveTheFindingsOfTheWholeDocument) {
  check_regions<PlainTextRegions>(Format::PlainText, "text.txt");
}

}  // namespace
}  // namespace personfirst
