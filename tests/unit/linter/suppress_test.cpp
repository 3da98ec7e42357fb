// Comments that silence rules: what they reach, what is wrong with them, and how they are written.
#include "linter/suppress.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/marked.h"
#include "tests/unit/linter/support.h"

namespace personfirst {
namespace {

// The demo rules, and rules that report on directives.
const RuleSet& rules() {
  static const Result<RuleSetPtr> kRules = [] {
    const std::vector<RuleFile> own{
        {"more.json", R"json({"language": "en", "pack": "core", "topic": "own", "rules": [
  {"id": "own/zebra", "severity": "warning", "pos": "thing", "message": "m", "note": "n", "sources": ["ap"],
   "patterns": ["zebra{|s}"], "advice": "a", "flag": [{"in": "[[zebra]]"}], "pass": ["z"]},
  {"id": "own/zebra-stripe", "severity": "hint", "pos": "thing", "message": "m", "note": "n", "sources": ["ap"],
   "patterns": ["stripe{|s}"], "advice": "a", "flag": [{"in": "[[stripe]]"}], "pass": ["z"]},
  {"id": "own/quagga", "severity": "error", "pos": "thing", "off": true, "message": "m", "note": "n",
   "sources": ["ap"], "patterns": ["quagga{|s}"], "advice": "a", "flag": [{"in": "[[quagga]]"}], "pass": ["z"]}
]})json"}};
    return load_rules(own);
  }();
  return **kRules;
}

// Only our own rules and those about directives.
LintOptions options() {
  LintOptions chosen;
  chosen.ignore = {"[!os]*", "s[!u]*"};
  return chosen;
}

LintResult linted(Format format, const std::string& text, const LintOptions& chosen = options()) {
  return lint(rules(), make_document("text", format, text), chosen);
}

// `marked`: [[findings]] that are reported, directive findings among them. Everything else is
// silenced or no finding.
void check(Format format, std::string_view marked, const LintOptions& chosen = options()) {
  const std::string text = testing::unmark(marked).text;
  std::vector<Span> spans;
  for (const Finding& finding : linted(format, text, chosen).findings)
    spans.push_back(finding.span);
  EXPECT_EQ(testing::mark(text, spans), marked);
}
void check(std::string_view marked, const LintOptions& chosen = options()) {
  check(Format::Markdown, marked, chosen);
}

TEST(Suppress, DisableLine) {
  check("A zebra. <!-- personfirst-disable-line -->\nA [[zebra]].\n");
  check("[[Zebra]]\nA zebra. <!-- personfirst-disable-line own/zebra --> A [[stripe]].\n");
  check("One <!--\npersonfirst-disable-line --> zebra.\nA [[zebra]].\n");
}

TEST(Suppress, DisableNextLine) {
  check("<!-- personfirst-disable-next-line -->\nA zebra.\nA [[zebra]].\n");
  check("<!-- personfirst-disable-next-line -->\n\n  \nA zebra.\nA [[zebra]].\n");
  check("> <!-- personfirst-disable-next-line own/* -->\n>\n> A zebra.\n> A [[zebra]].\n");
  check("A [[zebra]]. <!-- personfirst-disable-next-line own/zebra -->\nA zebra.\n");
  check(
      "<!-- personfirst-disable-next-line own/zebra -->\n<!-- note\n over lines -->\n"
      "<!-- personfirst-disable-next-line own/zebra-stripe -->\nA zebra, a stripe.\nA "
      "[[zebra]].\n");
  check(
      Format::Html,
      "<ul>\n  <!-- personfirst-disable-next-line -->\n  <li>A zebra</li>\n  <li>A [[zebra]]</li>\n"
      "</ul>");
  check("<!-- [[personfirst-disable-next-line]] -->\n");
}

TEST(Suppress, Regions) {
  check("A [[zebra]].\n\n<!-- personfirst-disable -->\n\nA zebra.\n\nA stripe.\n");
  check(
      "<!-- personfirst-disable own/zebra -->\n\nA zebra, a [[stripe]].\n\n"
      "<!-- personfirst-enable own/zebra -->\n\nA [[zebra]].\n");
  check(
      "<!-- personfirst-disable -->\n\nA zebra, a stripe.\n\n"
      "<!-- personfirst-enable own/zebra -->\n\nA [[zebra]], a stripe.\n\n"
      "<!-- personfirst-disable own/zebra -->\n\nA zebra.\n\n"
      "<!-- personfirst-enable -->\n\nA [[zebra]], a [[stripe]].\n");
  check(
      "A zebra <!-- personfirst-disable-line -->, <!-- personfirst-disable --> zebra "
      "<!-- personfirst-enable --> zebra.\n\n[[zebra]]\n");
  check("<!-- [[personfirst-enable own/zebra]] -->\n\nA [[zebra]].\n");
}

TEST(Suppress, DisableFile) {
  check("A zebra, a [[stripe]].\n\n<!-- personfirst-disable-file own/zebra -->\n\nA zebra.\n");
  check("<!-- personfirst-disable-file -->\n\nA zebra.\n");
  check("<!-- [[personfirst-disable-file]] -->\n\nA horse.\n");
}

TEST(Suppress, Targets) {
  check("Zebras and a [[zebra]]. <!-- personfirst-disable-line \"zebras\" -->\n");
  check("Zebras, a stripe. <!-- personfirst-disable-line \u201CZEBRAS\u201D, 'stripe' -->\n");
  check("A zebra. <!-- personfirst-disable-line own/z?bra -->\n");
  check("A zebra. <!-- personfirst-disable-line * -->\n");
  check("A [[zebra]]. <!-- personfirst-disable-line [[own/zebr]] -->\n");
  check("A [[zebra]]. <!-- personfirst-disable-line [[zebra]] -->\n");
  check("A zebra. <!-- personfirst-disable-line own/zebra, [[own/zebra]] -->\n");
  check("A zebra. <!-- personfirst-disable-line [[own/zebra-stripe]], own/zebra -->\n");
}

TEST(Suppress, OfOtherComments) {
  check("[//]: # (personfirst-disable-next-line own/zebra)\n\nA zebra.\nA [[zebra]].\n");
  check("{/* personfirst-disable-next-line own/zebra */}\n\nA zebra.\n\nA [[zebra]].\n");
  check("A zebra <!-- personfirst-disable-line own/zebra -- its name --> came.\n");
  check(
      "---\n# personfirst-disable-next-line own/*\ntitle: A zebra\ndescription: A "
      "[[zebra]]\n---\n");
  check(Format::Html, "{# personfirst-disable-next-line #}\n<p>A zebra.</p>\n<p>A [[zebra]].</p>");
  check("```\n<!-- personfirst-disable -->\n```\n\n`<!-- personfirst-disable -->` A [[zebra]].\n");
  check(Format::PlainText, "<!-- personfirst-disable-line --> A [[zebra]].\n");
}

TEST(Suppress, Misspelt) {
  check("<!-- [[personfirst-disabel-line]] own/zebra --> A [[zebra]].\n");
  check("<!-- [[personfirst disable]] --> A [[zebra]].\n");
  check("<!-- [[PersonFirst-Disable]] --> A [[zebra]].\n");
  check("<!-- [[personfirst_disable_line]] --> A [[zebra]].\n");
  check("<!-- personfirst finds words. --> A [[zebra]].\n");
  check("<!-- personfirsts -->\nA [[zebra]].\n");
}

TEST(Suppress, ACommentInsideAFindingIsLeftAlone) {
  LintOptions shipped;
  shipped.packs = {"core"};
  check(Format::Html, "<p>A [[drug <!-- personfirst-disable-file own/x --> abuser]] came.</p>\n",
        shipped);
}

TEST(Suppress, SaysWhatWasMeant) {
  const auto fixed = [](const std::string& text) {
    const Document document = make_document("text", Format::Markdown, text);
    return fix_document(rules(), document, options(), FixLevel::AskFirst).text;
  };
  EXPECT_EQ(fixed("<!-- personfirst_disable_line own/zebra --> A zebra.\n"),
            "<!-- personfirst-disable-line own/zebra --> A zebra.\n");
  EXPECT_EQ(fixed("<!-- personfirst-disable-line zebr --> A zebra.\n"),
            "<!-- personfirst-disable-line own/zebra --> A zebra.\n");
}

TEST(Suppress, RemovesWhatIsUnused) {
  const auto check_fix = [](const std::string& text, const std::string& expected) {
    const Document document = make_document("text", Format::Markdown, text);
    EXPECT_EQ(fix_document(rules(), document, options(), FixLevel::AskFirst).text, expected);
    EXPECT_EQ(fix_document(rules(), document, options(), FixLevel::Automatic).text, text);
  };
  check_fix("One.\n\n<!-- personfirst-disable -->\n\nTwo.\n", "One.\n\n\nTwo.\n");
  check_fix("One.\n<!-- personfirst-disable -->\nTwo.\n", "One.\n\nTwo.\n");
  check_fix("One <!-- personfirst-disable-line --> two.\n", "One two.\n");
  check_fix("One. <!-- personfirst-disable-line -->\n", "One.\n");
  check_fix("A zebra. <!-- personfirst-disable-line own/zebra-stripe own/zebra \"a\" -->\n",
            "A zebra. <!-- personfirst-disable-line own/zebra -->\n");
}

TEST(Suppress, WhatIsOffIsNotUnused) {
  check("A quagga. <!-- personfirst-disable-line own/quagga -->\n");
  check("A quagga. <!-- personfirst-disable-line \"quagga\" -->\n");
  LintOptions all = options();
  all.enable = {"own/quagga"};
  check("A horse. <!-- [[personfirst-disable-line own/quagga]] -->\n", all);
  check("A horse. <!-- [[personfirst-disable-line \"quagga\"]] -->\n", all);
  LintOptions loud = options();
  loud.min_severity = Severity::Warning;
  check("He said \u201Ca zebra\u201D. <!-- personfirst-disable-line own/zebra -->\n", loud);
  check("A stripe. <!-- personfirst-disable-line own/zebra-stripe -->\n", loud);
}

TEST(Suppress, AReasonMayBeAskedFor) {
  LintOptions strict = options();
  strict.require_reason = true;
  check("A zebra. <!-- [[personfirst-disable-line]] own/zebra -->\n", strict);
  check("A zebra. <!-- personfirst-disable-line own/zebra \u2014 its name -->\n", strict);
  check(
      "<!-- personfirst-disable own/zebra -- its name -->\n\nA zebra.\n\n"
      "<!-- personfirst-enable -->\n",
      strict);
  check("A horse. <!-- [[personfirst-disable-line]] -->\n", strict);
  strict.ignore.push_back("suppression/needs-reason");
  check("A zebra. <!-- personfirst-disable-line own/zebra -->\n", strict);
}

TEST(Suppress, CanBeSwitchedOff) {
  LintOptions deaf = options();
  deaf.use_suppressions = false;
  check("A [[zebra]]. <!-- personfirst-disable-line -->\n", deaf);
  LintOptions mild = options();
  mild.ignore.push_back("suppression/*");
  check("A zebra. <!-- personfirst-disable-line own/zebra own/x \"y\" -->\n", mild);
}

TEST(Suppress, KeepsWhatWasSilenced) {
  const std::string text = "A zebra. <!-- personfirst-disable-line own/zebra \u2014 its name -->\n";
  const LintResult result = linted(Format::Markdown, text);
  ASSERT_EQ(result.suppressed.size(), 1U);
  EXPECT_EQ(result.suppressed[0].finding.rule, "own/zebra");
  EXPECT_EQ(slice(text, result.suppressed[0].directive), text.substr(9, text.size() - 10));
  EXPECT_EQ(result.suppressed[0].reason, "its name");
}

TEST(Suppress, TheNearestOfSeveralIsNamed) {
  const std::string text =
      "<!-- personfirst-disable-file -- file -->\n<!-- personfirst-disable -- region -->\n"
      "<!-- personfirst-disable-next-line -- line -->\nA zebra.\n\nA zebra.\n";
  const LintResult result = linted(Format::Markdown, text);
  EXPECT_TRUE(result.findings.empty());
  ASSERT_EQ(result.suppressed.size(), 2U);
  EXPECT_EQ(result.suppressed[0].reason, "line");
  EXPECT_EQ(result.suppressed[1].reason, "region");
}

// Documents with [[one finding]] to silence, and the same with the comment.
struct Written {
  Format format;
  std::string_view marked, expected;
  std::string_view name = "text";
};

TEST(Suppress, WritesACommentWhereItDoesNotShow) {
  constexpr Format kMarkdown = Format::Markdown, kHtml = Format::Html;
  const Written all[] = {
      {kMarkdown, "A [[zebra]] came.\nZebra.\n",
       "<!-- personfirst-disable-next-line own/zebra -->\nA zebra came.\nZebra.\n"},
      {kMarkdown, "One\r\n\r\n# A [[zebra]] #\r\n",
       "One\r\n\r\n<!-- personfirst-disable-next-line own/zebra -->\r\n# A zebra #\r\n"},
      {kMarkdown, "One\nand a [[zebra]].  \nTwo\n",
       "One\nand a zebra. <!-- personfirst-disable-line own/zebra -->  \nTwo\n"},
      {kMarkdown, "One\nand a [[zebra]]\\\nTwo\n",
       "One\nand a zebra <!-- personfirst-disable-line own/zebra -->\\\nTwo\n"},
      {kMarkdown, "- A [[zebra]]\n- Two\n",
       "- A zebra <!-- personfirst-disable-line own/zebra -->\n- Two\n"},
      {kMarkdown, "One\n# A [[zebra]] #\n",
       "One\n# A zebra<!-- personfirst-disable-line own/zebra --> #\n"},
      {kMarkdown, "> A [[zebra]]\n> came\n",
       "> <!-- personfirst-disable-next-line own/zebra -->\n> A zebra\n> came\n"},
      {kMarkdown, "| a | b |\n|---|---|\n| A [[zebra]] came | d |\n",
       "| a | b |\n|---|---|\n| A zebra<!-- personfirst-disable-line own/zebra --> came | d |\n"},
      {kMarkdown, "---\ntitle: A [[zebra]]\n---\n",
       "---\n# personfirst-disable-next-line own/zebra\ntitle: A zebra\n---\n"},
      {kMarkdown, "<!-- personfirst-disable-next-line own/zebra-stripe -->\nStripe, [[zebra]].\n",
       "<!-- personfirst-disable-next-line own/zebra-stripe, own/zebra -->\nStripe, zebra.\n"},
      {kMarkdown, "One\n\n   A [[zebra]].\n",
       "One\n\n   <!-- personfirst-disable-next-line own/zebra -->\n   A zebra.\n"},
      {kMarkdown, "A [[zebra]].\n", "{/* personfirst-disable-next-line own/zebra */}\nA zebra.\n",
       "page.mdx"},
      {kMarkdown, "- A [[zebra]].\n", "- A zebra. {/* personfirst-disable-line own/zebra */}\n",
       "page.mdx"},
      {kHtml, "<ul>\n\t<li>A [[zebra]]</li>\n</ul>\n",
       "<ul>\n\t<!-- personfirst-disable-next-line own/zebra -->\n\t<li>A zebra</li>\n</ul>\n"},
      {kHtml, "<!DOCTYPE html><p>A [[zebra]]</p>\n",
       "<!DOCTYPE html><p>A zebra</p> <!-- personfirst-disable-line own/zebra -->\n"},
      {kHtml, "<img src='a'\n alt='A [[zebra]]'>\n",
       "<img src='a'\n alt='A zebra'> <!-- personfirst-disable-line own/zebra -->\n"},
      {kHtml, "<img\n alt='A [[zebra]]'\n>\n", ""},
      {Format::PlainText, "A [[zebra]].\n", ""},
  };
  for (const Written& one : all) {
    const testing::Marked unmarked = testing::unmark(one.marked);
    const Document document =
        make_document(std::string(one.name), one.format, std::string(unmarked.text));
    const LintResult before = lint(rules(), document, options());
    const auto finding = std::ranges::find(before.findings, unmarked.spans.at(0), &Finding::span);
    ASSERT_NE(finding, before.findings.end()) << one.marked;
    const std::optional<Edit> edit = suppression_edit(document, *finding);
    ASSERT_EQ(edit.has_value(), !one.expected.empty()) << one.marked;
    if (!edit) continue;
    std::string text = document.text;
    text.replace(edit->span.begin, edit->span.size(), edit->text);
    EXPECT_EQ(text, one.expected);
    const LintResult after =
        lint(rules(), make_document(document.name, one.format, text), options());
    EXPECT_EQ(after.findings.size(), before.findings.size() - 1) << text;
    EXPECT_EQ(after.suppressed.size(), before.suppressed.size() + 1) << text;
  }
}

TEST(Suppress, DoesNotSilenceWhatIsWrongWithAComment) {
  const Document document =
      make_document("text", Format::Markdown, "<!-- personfirst-disable-line own/zebr -->\n");
  const LintResult result = lint(rules(), document, options());
  ASSERT_EQ(result.findings.size(), 1U);
  EXPECT_FALSE(suppression_edit(document, result.findings[0]));
}

TEST(Suppress, ListsTheNamesInDirectives) {
  const std::string text =
      "<!-- personfirst-disable-line own/zebra, own/* \"zebra\" -- see own/x -->\n"
      "<!-- other own/zebra -->\n";
  std::vector<Span> spans;
  for (const DirectiveWord& word : directive_words(make_document("a", Format::Markdown, text)))
    spans.push_back(word.span);
  EXPECT_EQ(testing::mark(text, spans),
            "<!-- personfirst-disable-line [[own/zebra]], [[own/*]] \"zebra\" -- see own/x -->\n"
            "<!-- other own/zebra -->\n");
}

TEST(Suppress, IsAsFastWithManyComments) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "<!-- personfirst-disable-next-line own/zebra-*a -->\n";
  text += "A zebra.\n";
  for (int i = 0; i < 20000; ++i)
    text += "<!-- personfirst-disable own/x" + std::to_string(i) + "* -->\n";
  const LintResult result = linted(Format::Markdown, text);
  EXPECT_EQ(result.findings.size(), 40001U);
}

}  // namespace
}  // namespace personfirst
