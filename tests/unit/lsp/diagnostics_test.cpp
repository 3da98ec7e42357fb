// The diagnostics of a document: what each says, and that writing them fast writes the same.
#include <gtest/gtest.h>

#include <random>

#include "lsp/diagnostic.h"
#include "tests/unit/lsp/opened.h"

namespace personfirst::lsp {
namespace {

using testing::able_client;
using testing::demo_knowledge;
using testing::open_text;
using testing::SectionCutter;

// The plain way.
Json plain(const Snapshot& snapshot, const ClientCapabilities& client) {
  Json all = Json::array();
  for (const LintedSection& section : snapshot.sections) {
    for (const Finding& finding : section.result->findings)
      all.push_back(
          to_diagnostic(demo_knowledge(), client, *snapshot.document, {&finding, section.begin}));
    for (const Problem& problem : section.result->problems)
      all.push_back(to_diagnostic(client, *snapshot.document, problem, section.begin));
  }
  return all;
}

Json written(const Snapshot& snapshot, const ClientCapabilities& client) {
  return Json::parse(DiagnosticsWriter(demo_knowledge(), client).write(snapshot));
}

void check(std::string_view text, const ClientCapabilities& client, std::string_view expected) {
  const Snapshot snapshot = open_text(std::string(text));
  EXPECT_EQ(written(snapshot, client), Json::parse(expected)) << text;
  EXPECT_EQ(plain(snapshot, client), Json::parse(expected)) << text;
}

TEST(Diagnostics, APlainClientGetsPlaceSeverityRuleAndMessage) {
  check("Hello.\n\nA junkie came.", {}, R"([{
    "range": {"start": {"line": 2, "character": 2}, "end": {"line": 2, "character": 8}},
    "severity": 1, "code": "demo/junkie", "source": "personfirst",
    "message": "“junkie” is unkind. Try “person who uses drugs”."}])");
  check("Nobody came.", {}, "[]");
}

TEST(Diagnostics, AnAbleClientGetsTheLinkAndTheFixes) {
  check("His drug abuse stopped.", able_client(), R"([{
    "range": {"start": {"line": 0, "character": 4}, "end": {"line": 0, "character": 14}},
    "severity": 1, "code": "demo/abuse", "codeDescription": {"href": "https://example.org/guide"},
    "source": "personfirst", "message": "“drug abuse” blames. Try “drug use”.",
    "data": {"rule": "demo/abuse", "fixes": [{"title": "Use “drug use”",
      "applicability": "automatic", "edits": [{"newText": "drug use",
      "range": {"start": {"line": 0, "character": 4}, "end": {"line": 0, "character": 14}}}]}]}}])");
}

void check_message(std::string_view text, int severity, std::string_view message) {
  const Json all = written(open_text(std::string(text)), {});
  ASSERT_EQ(all.size(), 1U) << text;
  EXPECT_EQ(all[0]["severity"], severity) << text;
  EXPECT_EQ(all[0]["message"], message) << text;
}

TEST(Diagnostics, OurHintIsInformationBecauseEditorsHideHints) {
  check_message("A junkie came.", 1, "“junkie” is unkind. Try “person who uses drugs”.");
  check_message("A sober man came.", 2,
                "“sober man” is unkind. Try “man in recovery” (if the person says so).");
  check_message("The MAT program grew.", 3, "“MAT” is unclear. Try “medication”.");
}

TEST(Diagnostics, AMessageEndsWithWhatToDo) {
  check_message("At the clinic he was dirty.", 2, "“dirty” shames. Say what the test found.");
  check_message("“A junkie came,” she said.", 3,
                "“junkie” is unkind. These are somebody’s own words in a quotation; keep them if "
                "they must stand.");
  check_message("I am a junkie.", 3,
                "“junkie” is unkind. People may name themselves as they like; keep this if it is "
                "their own choice.");
}

TEST(Diagnostics, TheLinkIsTheClientsOwnWhereItHasOne) {
  ClientCapabilities client = able_client();
  client.rule_url = "https://docs.example/rules/{rule}.html";
  const Json all = written(open_text("A junkie came."), client);
  EXPECT_EQ(all.at(0)["codeDescription"]["href"], "https://docs.example/rules/demo/junkie.html");
}

TEST(Diagnostics, ProblemsAreInformation) {
  Snapshot snapshot = open_text("One.\n\nTwo.");
  LintResult result;
  result.problems.push_back({"too-deep", "Too “deep”.", {0, 3}});
  snapshot.sections[1].result = std::make_shared<const LintResult>(result);
  const Json expected = Json::parse(R"([{
    "range": {"start": {"line": 2, "character": 0}, "end": {"line": 2, "character": 3}},
    "severity": 3, "code": "too-deep", "source": "personfirst", "message": "Too “deep”."}])");
  EXPECT_EQ(written(snapshot, able_client()), expected);
  EXPECT_EQ(plain(snapshot, able_client()), expected);
}

TEST(Diagnostics, TheListDependsOnNothingButTheDocument) {
  const Snapshot snapshot = open_text("A junkie came.\n\nA sober man came.");
  DiagnosticsWriter writer(demo_knowledge(), able_client());
  const std::string first = writer.write(snapshot);
  Snapshot later = snapshot;
  later.version = 99;
  later.config_path = "/x";
  EXPECT_EQ(writer.write(later), first);
  EXPECT_EQ(DiagnosticsWriter(demo_knowledge(), able_client()).write(snapshot), first);
}

// Paragraphs come, go and move; what one writer says of each state is what a plain one says.
TEST(Diagnostics, WritingAgainWritesTheSameAsWritingAnew) {
  const std::vector<std::string> paragraphs{
      "A junkie came.\n\n",
      "😀 naïve “quoted”\nlines, then junkies\r\nand heroin abuse.\n\n",
      "Nobody came.\n\n",
      "\n\n",
      "A heroin\njunkie, a *junkie* and a ju**nk**ie.\n\n",
      "# MAT\n\n",
      "At the clinic: dirty. Also \\ \"odd\" \x7f bytes, a junkie\x80.\n\n",
  };
  std::mt19937 random(20260101);
  const auto pick = [&random](std::size_t n) {
    return std::uniform_int_distribution<std::size_t>(0, n - 1)(random);
  };
  for (const ColumnUnit unit : {ColumnUnit::Utf8, ColumnUnit::Utf16, ColumnUnit::Utf32}) {
    ClientCapabilities client = able_client();
    client.unit = unit;
    DiagnosticsWriter writer(demo_knowledge(), client);
    SectionCutter cutter;
    std::vector<std::string> parts{paragraphs[0]};
    std::size_t diagnostics = 0;
    for (int step = 0; step < 150; ++step) {
      if (parts.size() > 1 && pick(3) == 0) {
        parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(pick(parts.size())));
      } else {
        parts.insert(parts.begin() + static_cast<std::ptrdiff_t>(pick(parts.size() + 1)),
                     paragraphs[pick(paragraphs.size())]);
      }
      std::string text;
      for (const std::string& part : parts) text += part;
      const Snapshot snapshot = open_text(text, Format::Markdown, cutter);
      const Json now = Json::parse(writer.write(snapshot));
      // What is written replaces ill-formed bytes; the plain tree holds them until it is written.
      ASSERT_EQ(now, Json::parse(dump(plain(snapshot, client)))) << text;
      diagnostics += now.size();
    }
    EXPECT_GT(diagnostics, 1000U);
  }
}

}  // namespace
}  // namespace personfirst::lsp
