// A rule's page, and where a rule is explained.
#include <gtest/gtest.h>

#include "tests/unit/lsp/opened.h"

namespace personfirst::lsp {
namespace {

using testing::demo_knowledge;

TEST(Explain, TellsAllAboutARule) {
  EXPECT_EQ(explain(demo_knowledge(), "demo/junkie", true),
            "# demo/junkie\n\n**“…” is unkind.**\n\nLevel: error. Pack: core.\n\nWhy: It hurts.\n\n"
            "Instead:\n\n- person who uses drugs\n- person with a substance use disorder\n"
            "- Name the person first.\n\nSources:\n\n"
            "- [A guide (The demo)](https://example.org/guide)\n\n"
            "To keep it in one place, put the comment "
            "`personfirst-disable-next-line demo/junkie -- your reason` on the line before.\n\n"
            "To switch the rule off, write `\"rules\": { \"demo/junkie\": \"off\" }` into "
            ".personfirst.json.\n");
  EXPECT_NE(explain(demo_knowledge(), "demo/quiet", false)
                .find("Level: hint. Pack: core. Off until a project selects it."),
            std::string::npos);
}

TEST(Explain, AnUnknownRuleHasNoPage) {
  EXPECT_EQ(explain(demo_knowledge(), "demo/none", true), "");
}

TEST(Explain, ExamplesAreShownWhereThereAreSome) {
  RuleInfo rule;
  rule.id = "a/b";
  rule.flag_examples = {"An [[old]] word.", "[[Old]]."};
  rule.fixed_examples = {"A new word.", ""};
  const Knowledge knowledge{nullptr, {rule}, {}};
  EXPECT_NE(
      explain(knowledge, "a/b", false).find("For example:\n- An old word. → A new word.\n- Old.\n"),
      std::string::npos);
}

void check_url(std::string_view rule_url, const std::string& rule, std::string_view expected) {
  ClientCapabilities client;
  client.rule_url = rule_url;
  EXPECT_EQ(explanation_url(demo_knowledge(), client, rule), expected);
}

TEST(Explain, TheAddressIsTheClientsOrTheFirstSources) {
  check_url("", "demo/junkie", "https://example.org/guide");
  check_url("https://docs.example/{rule}#top", "demo/junkie",
            "https://docs.example/demo/junkie#top");
  check_url("https://docs.example/", "demo/junkie", "https://docs.example/");
  check_url("", "demo/none", "");
  check_url("https://docs.example/{rule}", "demo/none", "");
}

}  // namespace
}  // namespace personfirst::lsp
