// What a reader sees over a finding, and where.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/lsp/opened.h"

namespace personfirst::lsp {
namespace {

using testing::able_client;
using testing::ask;
using testing::demo_knowledge;
using ::testing::HasSubstr;
using ::testing::Not;

Json hover_at(std::string_view marked, const ClientCapabilities& client = able_client(),
              Format format = Format::Markdown) {
  const testing::Asking asking = ask(marked, client, format);
  return hover(demo_knowledge(), client, asking.snapshot, asking.params);
}

std::string text_of(const Json& answer) {
  return answer.is_null() ? "" : answer.at("contents").at("value").get<std::string>();
}

TEST(Hover, TellsWhatWhyAndWhoSaysSo) {
  const Json answer = hover_at("Hello.\n\nA ju[[]]nkie came.");
  EXPECT_EQ(answer.at("contents").at("kind"), "markdown");
  EXPECT_EQ(answer.at("range"), Json::parse(R"({"start": {"line": 2, "character": 2},
                                                "end": {"line": 2, "character": 8}})"));
  EXPECT_THAT(text_of(answer),
              ::testing::StartsWith(
                  "**“junkie” is unkind.**\n\nInstead:\n\n- Use “person who uses drugs”\n"
                  "- Use “person with a substance use disorder” (if a diagnosis is stated)\n"
                  "- Name the person first.\n\nWhy: It hurts.\n\nSources:\n\n"
                  "- [A guide (The demo)](https://example.org/guide)\n\nRule `demo/junkie`."));
  EXPECT_THAT(text_of(answer), HasSubstr("allow"));
}

TEST(Hover, APlainClientGetsPlainText) {
  const Json answer = hover_at("A ju[[]]nkie came.", {});
  EXPECT_EQ(answer.at("contents").at("kind"), "plaintext");
  EXPECT_THAT(text_of(answer), HasSubstr("- A guide (The demo) https://example.org/guide"));
  EXPECT_THAT(text_of(answer), Not(HasSubstr("**")));
}

TEST(Hover, SaysWhyAFindingIsMild) {
  EXPECT_THAT(text_of(hover_at("“A ju[[]]nkie came,” she said.")), HasSubstr("in a quotation"));
  EXPECT_THAT(text_of(hover_at("I am a ju[[]]nkie.")), HasSubstr("their own choice"));
}

TEST(Hover, IsForTheWordAtTheCursorAndForNoOther) {
  EXPECT_THAT(text_of(hover_at("A [[]]junkie came.")), HasSubstr("junkie"));
  EXPECT_THAT(text_of(hover_at("A junkie[[]] came.")), HasSubstr("junkie"));
  EXPECT_EQ(hover_at("[[]]A junkie came."), nullptr);
  EXPECT_EQ(hover_at("A junkie [[]]came."), nullptr);
  EXPECT_EQ(hover_at("Nobody ca[[]]me."), nullptr);
}

TEST(Hover, ARuleInASuppressionIsExplained) {
  const Json answer =
      hover_at("<!-- personfirst-disable-next-line demo/ab[[]]use -->\nDrug abuse.");
  EXPECT_EQ(text_of(answer), explain(demo_knowledge(), "demo/abuse", true));
  EXPECT_EQ(answer.at("range"), Json::parse(R"({"start": {"line": 0, "character": 35},
                                                "end": {"line": 0, "character": 45}})"));
}

TEST(Hover, BadParametersGetNothing) {
  const Snapshot snapshot = testing::open_text("A junkie came.");
  for (const char* params : {"null", "{}", "3", R"({"position": {"line": "0"}})"})
    EXPECT_EQ(hover(demo_knowledge(), able_client(), snapshot, Json::parse(params)), nullptr);
}

}  // namespace
}  // namespace personfirst::lsp
