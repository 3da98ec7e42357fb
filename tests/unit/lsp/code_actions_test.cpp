// What is offered for a finding: the right actions wherever a client says that it stands, in order,
// with edits that do what their titles say.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lsp/diagnostic.h"
#include "tests/unit/lsp/opened.h"

namespace personfirst::lsp {
namespace {

using testing::able_client;
using testing::after_edits;
using testing::ask;
using testing::Asking;
using testing::demo_knowledge;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

using Titles = std::vector<std::string>;

Titles titles_of(const Json& actions) {
  Titles titles;
  for (const Json& action : actions) titles.push_back(action.at("title"));
  return titles;
}

Json actions_for(const Asking& asking, const ClientCapabilities& client) {
  return code_actions(demo_knowledge(), client, asking.snapshot, asking.params);
}

const Json& titled(const Json& actions, std::string_view title) {
  static const Json kNone;
  for (const Json& action : actions) {
    if (action.at("title") == title) return action;
  }
  ADD_FAILURE() << "no action “" << title << "” in " << actions;
  return kNone;
}

Json all_diagnostics(const Snapshot& snapshot, const ClientCapabilities& client) {
  return Json::parse(DiagnosticsWriter(demo_knowledge(), client).write(snapshot));
}

// The first words of the actions that reword, for the range that is marked.
void check_first(std::string_view marked, const Titles& first_titles) {
  const Json actions = actions_for(ask(marked, able_client()), able_client());
  Titles rewordings;
  for (const std::string& title : titles_of(actions)) {
    if (title.find("se “") != std::string::npos) rewordings.push_back(title);
  }
  EXPECT_EQ(rewordings, first_titles) << marked;
}

TEST(CodeActions, TheBestAlternativeIsFirstAndTheExplanationLast) {
  const Asking asking = ask("A jun[[]]kie came.", able_client());
  EXPECT_THAT(titles_of(actions_for(asking, able_client())),
              ElementsAre("Use “person who uses drugs”",
                          "Use “person with a substance use disorder” (if a diagnosis is stated)",
                          "Ignore “junkie” here", "Explain “demo/junkie”"));
}

TEST(CodeActions, EveryRangeThatTouchesAFindingGetsItsActions) {
  const Titles junkie{"Use “person who uses drugs”",
                      "Use “person with a substance use disorder” (if a diagnosis is stated)"};
  check_first("A [[]]junkie came.", junkie);
  check_first("A junkie[[]] came.", junkie);
  check_first("A [[junkie]] came.", junkie);
  check_first("A [[j]]unkie came.", junkie);
  check_first("A junkie[[ ]]came.", junkie);
  check_first("[[A junkie came.]]", junkie);
  check_first("[[]]A junkie came.", {});
  check_first("A junkie [[]]came.", {});
}

TEST(CodeActions, ASelectionOverSeveralSaysWhichWordsItMeans) {
  check_first("[[A sober man\n\nand drug abuse.]]",
              {"“sober man”: use “man in recovery” (if the person says so)",
               "“drug abuse”: use “drug use”"});
}

// `named`: which of the document's diagnostics the client sends along.
void check_context(std::string_view marked, const std::vector<std::size_t>& named,
                   const Titles& explained) {
  const ClientCapabilities client = able_client();
  Asking asking = ask(marked, client);
  const Json all = all_diagnostics(asking.snapshot, client);
  for (const std::size_t i : named) asking.params["context"]["diagnostics"].push_back(all.at(i));
  Titles rules;
  for (const std::string& title : titles_of(actions_for(asking, client))) {
    if (title.starts_with("Explain")) rules.push_back(title);
  }
  EXPECT_EQ(rules, explained) << marked;
}

TEST(CodeActions, TheClientsDiagnosticsSayWhichFindingIsMeant) {
  const Titles both{"Explain “demo/junkie”", "Explain “demo/abuse”"};
  check_context("[[A junkie and drug abuse.]]", {}, both);
  check_context("[[A junkie and drug abuse.]]", {0, 1}, both);
  check_context("[[A junkie and drug abuse.]]\n", {1}, {"Explain “demo/abuse”"});
  // All of the line, and the cursor at one; or at none.
  check_context("A ju[[]]nkie and drug abuse.", {0, 1}, {"Explain “demo/junkie”"});
  check_context("[[]]A junkie and drug abuse.", {0, 1}, both);
  // Nothing that the cursor touches.
  check_context("A ju[[]]nkie and drug abuse.", {1}, {"Explain “demo/junkie”"});
}

TEST(CodeActions, AClientThatAppliesAllOfThemGetsTheBestAlone) {
  const ClientCapabilities client = able_client();
  Asking asking = ask("[[A junkie and drug abuse.]]", client);
  asking.params["context"]["diagnostics"] =
      Json::array({all_diagnostics(asking.snapshot, {}).at(1)});
  const Json actions = actions_for(asking, client);
  ASSERT_EQ(actions.size(), 1U);
  EXPECT_TRUE(actions.at(0).contains("edit"));
  // A person with a menu before them says how they asked.
  asking.params["context"]["triggerKind"] = 1;
  EXPECT_GT(actions_for(asking, client).size(), 1U);
}

TEST(CodeActions, ADiagnosticThatIsOneOffStillNamesItsFinding) {
  const ClientCapabilities client = able_client();
  Asking asking = ask("[[A junkie, a junkie and drug abuse.]]", client);
  Json sent = all_diagnostics(asking.snapshot, {}).at(1);
  for (const char* end : {"start", "end"})
    sent["range"][end]["character"] = sent["range"][end]["character"].get<int>() + 1;
  asking.params["context"]["diagnostics"] = Json::array({sent});
  const Json action = actions_for(asking, client).at(0);
  EXPECT_EQ(action.at("diagnostics"), Json::array({sent}));
  EXPECT_EQ(after_edits(*asking.snapshot.document, client.unit,
                        action.at("edit").at("documentChanges").at(0).at("edits")),
            "A junkie, a person who uses drugs and drug abuse.");
}

TEST(CodeActions, OtherToolsDiagnosticsSayNothing) {
  Asking asking = ask("[[A junkie and drug abuse.]]", able_client());
  Json other = all_diagnostics(asking.snapshot, {}).at(0);
  other["source"] = "spelling";
  asking.params["context"]["diagnostics"] = Json::array({other, nullptr, {{"code", 3}}});
  EXPECT_EQ(actions_for(asking, able_client()),
            actions_for(ask("[[A junkie and drug abuse.]]", able_client()), able_client()));
}

TEST(CodeActions, TheDiagnosticIsTheClientsOwnWhereItSentOne) {
  const ClientCapabilities client = able_client();
  Asking asking = ask("A [[junkie]] came.", client);
  Json sent = all_diagnostics(asking.snapshot, {}).at(0);
  EXPECT_EQ(actions_for(asking, client).at(0)["diagnostics"],
            all_diagnostics(asking.snapshot, client));
  sent["tags"] = Json::array({1});
  Json stale = sent;
  stale["code"] = "demo/abuse";
  asking.params["context"]["diagnostics"] = Json::array({stale});
  EXPECT_NE(actions_for(asking, client).at(0)["diagnostics"], Json::array({stale}));
  asking.params["context"]["diagnostics"] = Json::array({sent});
  EXPECT_THAT(actions_for(asking, client).at(0)["diagnostics"], ElementsAre(sent));
}

TEST(CodeActions, OnlyWhatIsSafeUnaskedIsPreferred) {
  const auto preferred = [](std::string_view marked) {
    Titles titles;
    for (const Json& action : actions_for(ask(marked, able_client()), able_client())) {
      if (action.contains("isPreferred")) titles.push_back(action.at("title"));
    }
    return titles;
  };
  EXPECT_THAT(preferred("His [[]]drug abuse stopped."), ElementsAre("Use “drug use”"));
  EXPECT_THAT(preferred("A [[]]junkie came."), IsEmpty());
  EXPECT_THAT(preferred("A [[]]sober man came."), IsEmpty());
  ClientCapabilities client = able_client();
  client.is_preferred = false;
  const Json first = actions_for(ask("His [[]]drug abuse stopped.", client), client).at(0);
  EXPECT_FALSE(first.contains("isPreferred"));
}

void check_edit(std::string_view marked, std::string_view title, std::string_view expected,
                Format format = Format::Markdown) {
  const ClientCapabilities client = able_client();
  const Asking asking = ask(marked, client, format);
  const Json action = titled(actions_for(asking, client), title);
  if (action.is_null()) return;
  const Json& change = action.at("edit").at("documentChanges").at(0);
  EXPECT_EQ(change.at("textDocument"), Json({{"uri", asking.snapshot.uri}, {"version", 7}}));
  EXPECT_EQ(after_edits(*asking.snapshot.document, client.unit, change.at("edits")), expected);
}

TEST(CodeActions, AnEditDoesWhatItsTitleSays) {
  check_edit("Hello.\n\nHe is a [[]]junkie.", "Use “person who uses drugs”",
             "Hello.\n\nHe uses drugs.");
  check_edit("😀 A [[]]junkie came.",
             "Use “person with a substance use disorder” (if a diagnosis is stated)",
             "😀 A person with a substance use disorder came.");
  check_edit("Drug abuse.\n\nA [[]]junkie came. Junkies left.\n\nShe said: “a junkie”. No junkie.",
             "Fix all 3 “demo/junkie” in this file",
             "Drug abuse.\n\nA person who uses drugs came. People who use drugs left.\n\n"
             "She said: “a junkie”. No person who uses drugs.");
  check_edit("A [[]]junkie, drug abuse.\n\nDrug abuse.", "Apply all safe rewordings in this file",
             "A junkie, drug use.\n\nDrug use.");
}

TEST(CodeActions, AClientWithoutVersionsGetsPlainChanges) {
  ClientCapabilities client = able_client();
  client.document_changes = false;
  const Asking asking = ask("A [[]]junkie came.", client);
  const Json edit = actions_for(asking, client).at(0).at("edit");
  EXPECT_EQ(after_edits(*asking.snapshot.document, client.unit,
                        edit.at("changes").at(asking.snapshot.uri)),
            "A person who uses drugs came.");
}

TEST(CodeActions, AClientWithoutLiteralsGetsCommands) {
  ClientCapabilities client;
  client.apply_edit = true;
  const Asking asking = ask("A [[]]junkie came.", client);
  const Json actions = actions_for(asking, client);
  EXPECT_EQ(actions.at(0).at("command"), "personfirst.applyFix");
  const Json& arguments = actions.at(0).at("arguments");
  EXPECT_EQ(arguments.at(0), asking.snapshot.uri);
  EXPECT_EQ(arguments.at(1), 7);
  EXPECT_EQ(after_edits(*asking.snapshot.document, client.unit, arguments.at(2)),
            "A person who uses drugs came.");
  EXPECT_EQ(actions.back(), Json::parse(R"({"title": "Explain “demo/junkie”",
      "command": "personfirst.showRule", "arguments": ["demo/junkie"]})"));
  for (const Json& action : actions) EXPECT_FALSE(action.contains("kind")) << action;
  client.apply_edit = false;
  EXPECT_THAT(titles_of(actions_for(asking, client)), ElementsAre("Explain “demo/junkie”"));
}

Titles kinds_for(const Json& context) {
  Asking asking = ask("His [[]]drug abuse stopped.", able_client());
  asking.params["context"].update(context);
  Titles kinds;
  for (const Json& action : actions_for(asking, able_client())) {
    if (kinds.empty() || kinds.back() != action.at("kind")) kinds.push_back(action.at("kind"));
  }
  return kinds;
}

TEST(CodeActions, OnlyTheWantedKindsAreOffered) {
  const std::string fix_all = "source.fixAll.personfirst";
  EXPECT_THAT(kinds_for({{"only", {"quickfix"}}}), ElementsAre("quickfix"));
  for (const char* only : {"source", "source.fixAll", "source.fixAll.personfirst"})
    EXPECT_THAT(kinds_for({{"only", {only}}}), ElementsAre(fix_all)) << only;
  for (const char* only : {"refactor", "quickfix.other", "source.organizeImports", "sourc",
                           "source.fixAll.personfirst.more", "source.fixAll.other"})
    EXPECT_THAT(kinds_for({{"only", {only}}}), IsEmpty()) << only;
  EXPECT_THAT(kinds_for({{"only", {""}}}), ElementsAre("quickfix", fix_all));
  EXPECT_THAT(kinds_for({{"only", {"refactor", 3, "source", "quickfix"}}}),
              ElementsAre("quickfix", fix_all));
}

TEST(CodeActions, WithoutAWishSourceActionsAreForThoseWhoAsk) {
  EXPECT_THAT(kinds_for({{"triggerKind", 1}}),
              ElementsAre("quickfix", "source.fixAll.personfirst"));
  EXPECT_THAT(kinds_for(Json::object()), ElementsAre("quickfix", "source.fixAll.personfirst"));
  EXPECT_THAT(kinds_for({{"triggerKind", 2}}), ElementsAre("quickfix"));
}

TEST(CodeActions, AQuotationIsNotReworded) {
  ClientCapabilities client = able_client();
  const Asking asking = ask("“A [[]]junkie came,” she said.", client);
  EXPECT_THAT(titles_of(actions_for(asking, client)),
              ElementsAre("Ignore “junkie” here", "Explain “demo/junkie”"));
  client.disabled_actions = true;
  const Json first = actions_for(asking, client).at(0);
  EXPECT_EQ(first.at("title"), "Use “person who uses drugs”");
  EXPECT_EQ(first.at("disabled"),
            Json::parse(R"({"reason": "These are somebody’s own words in a quotation"})"));
  EXPECT_FALSE(first.contains("edit"));
}

TEST(CodeActions, AMenuHasAnEnd) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "A junkie came.\n\n";
  const Json actions = actions_for(ask("[[" + text + "]]", able_client()), able_client());
  EXPECT_LT(actions.size(), 40U);
  titled(actions, "Fix all 100 “demo/junkie” in this file");
}

TEST(CodeActions, WhatIsAboutASuppressionIsNotSuppressed) {
  Knowledge knowledge = demo_knowledge();
  for (RuleInfo& rule : knowledge.rule_infos) rule.about_words = rule.id != "demo/junkie";
  Asking asking = ask("A [[]]junkie came.", able_client());
  asking.snapshot.config_path = "/home/a/.personfirst.json";
  EXPECT_THAT(titles_of(code_actions(knowledge, able_client(), asking.snapshot, asking.params)),
              ElementsAre("Use “person who uses drugs”",
                          "Use “person with a substance use disorder” (if a diagnosis is stated)",
                          "Switch “demo/junkie” off in this project", "Explain “demo/junkie”"));
}

TEST(CodeActions, BadParametersGetNothing) {
  const Asking asking = ask("A junkie came.", able_client());
  for (const char* params :
       {"null", "{}", "[]", R"({"range": 3, "context": {"only": ["quickfix"]}})",
        R"({"range": {"start": {"line": -1}}, "context": []})", R"({"context": {"only": 3}})"})
    EXPECT_EQ(code_actions(demo_knowledge(), able_client(), asking.snapshot, Json::parse(params)),
              Json::array())
        << params;
}

// ---- keeping words, and the project's configuration ----

TEST(CodeActions, IgnoringInsertsTheCommentOfTheFormat) {
  check_edit("Hello.\n\nA [[]]junkie came.\n", "Ignore “junkie” here",
             "Hello.\n\n<!-- personfirst-disable-next-line demo/junkie -->\nA junkie came.\n");
  check_edit("<p>Hello.</p>\n  <p>A [[]]junkie came.</p>\n", "Ignore “junkie” here",
             "<p>Hello.</p>\n  <!-- personfirst-disable-next-line demo/junkie -->\n"
             "  <p>A junkie came.</p>\n",
             Format::Html);
}

TEST(CodeActions, PlainTextHasNoComments) {
  const Asking asking = ask("A [[]]junkie came.", able_client(), Format::PlainText);
  for (const std::string& title : titles_of(actions_for(asking, able_client())))
    EXPECT_FALSE(title.starts_with("Ignore")) << title;
}

struct Config {
  std::string text;
  std::optional<std::int32_t> version;
};

// The edit of the action with this title, for a project with this configuration.
Json config_edit(std::string_view marked, const Config& config, std::string_view title,
                 const ClientCapabilities& client = able_client()) {
  Asking asking = ask(marked, client);
  asking.snapshot.config_path = "/home/a b/.personfirst.json";
  asking.snapshot.config_text = config.text;
  asking.snapshot.config_version = config.version;
  const Json action = titled(actions_for(asking, client), title);
  return action.is_null() ? Json::object() : action.at("edit");
}

std::string config_after(const Config& config, const Json& text_edits) {
  const Document document = make_document("c", Format::PlainText, config.text);
  return after_edits(document, ColumnUnit::Utf16, text_edits);
}

TEST(CodeActions, AllowingAddsThePhraseToTheProject) {
  const Config config{"{\n  // é😀 names\n  \"allow\": [\"é😀\"]\n}\n", 3};
  const Json edit =
      config_edit("A heroin\n[[]]junkie.", config, "Allow “heroin junkie” in this project");
  ASSERT_EQ(edit.at("documentChanges").size(), 1U);
  const Json& change = edit["documentChanges"][0];
  EXPECT_EQ(change.at("textDocument"),
            Json::parse(R"({"uri": "file:///home/a%20b/.personfirst.json", "version": 3})"));
  EXPECT_EQ(config_after(config, change.at("edits")),
            "{\n  // é😀 names\n  \"allow\": [\"é😀\", \"heroin junkie\"]\n}\n");
}

TEST(CodeActions, SwitchingOffSetsTheRuleInTheProject) {
  const Config config{"{\n  \"rules\": {}\n}\n", std::nullopt};
  const Json edit =
      config_edit("A [[]]junkie.", config, "Switch “demo/junkie” off in this project");
  const Json& change = edit.at("documentChanges").at(0);
  EXPECT_EQ(change.at("textDocument").at("version"), nullptr);
  const std::string after = config_after(config, change.at("edits"));
  EXPECT_EQ(Json::parse(after), Json::parse(R"({"rules": {"demo/junkie": "off"}})")) << after;
}

TEST(CodeActions, AConfigurationThatIsNotThereIsMade) {
  const Json edit = config_edit("A [[]]junkie.", {}, "Allow “junkie” in this project");
  ASSERT_EQ(edit.at("documentChanges").size(), 2U);
  EXPECT_EQ(edit["documentChanges"][0],
            Json::parse(R"({"kind": "create", "uri": "file:///home/a%20b/.personfirst.json",
                            "options": {"ignoreIfExists": true}})"));
  const std::string after = config_after({}, edit["documentChanges"][1].at("edits"));
  EXPECT_EQ(Json::parse(after).at("allow"), Json::array({"junkie"})) << after;
}

TEST(CodeActions, AnEmptyBufferIsAConfigurationThatIsThere) {
  const Json edit = config_edit("A [[]]junkie.", {"", 1}, "Allow “junkie” in this project");
  ASSERT_EQ(edit.at("documentChanges").size(), 1U);
  EXPECT_EQ(edit["documentChanges"][0].at("textDocument").at("version"), 1);
}

// How many actions change the project.
std::size_t project_actions(std::string_view marked, const ClientCapabilities& client,
                            std::string config_path, std::string config_text) {
  Asking asking = ask(marked, client);
  asking.snapshot.config_path = std::move(config_path);
  asking.snapshot.config_text = std::move(config_text);
  std::size_t count = 0;
  for (const std::string& title : titles_of(actions_for(asking, client)))
    count += title.ends_with("in this project") ? 1U : 0U;
  return count;
}

TEST(CodeActions, TheProjectIsChangedOnlyWhereThatWorks) {
  ClientCapabilities client = able_client();
  const std::string path = "/home/a/.personfirst.json";
  EXPECT_EQ(project_actions("A [[]]junkie.", client, path, "{}"), 2U);
  EXPECT_EQ(project_actions("A [[]]junkie.", client, path, ""), 2U);
  EXPECT_EQ(project_actions("A [[]]junkie.", client, "", "{}"), 0U);
  EXPECT_EQ(project_actions("A [[]]junkie.", client, path, "{ broken"), 0U);
  // Words with markup in them would mean something else in a list of phrases.
  EXPECT_EQ(project_actions("A ju[[]]nk*ie*.", client, path, "{}"), 1U);
  client.create_files = false;
  EXPECT_EQ(project_actions("A [[]]junkie.", client, path, ""), 0U);
  EXPECT_EQ(project_actions("A [[]]junkie.", client, path, "{}"), 2U);
  client = {};
  client.apply_edit = true;
  EXPECT_EQ(project_actions("A [[]]junkie.", client, path, "{}"), 2U);
  EXPECT_EQ(project_actions("A [[]]junkie.", client, path, ""), 0U);
}

// ---- resolved later ----

ClientCapabilities resolving_client() {
  ClientCapabilities client = able_client();
  client.code_action_data = true;
  client.code_action_resolve_edit = true;
  client.disabled_actions = true;
  return client;
}

TEST(CodeActions, CostlyEditsAreMadeWhenTheyAreWanted) {
  const ClientCapabilities client = resolving_client();
  const Asking asking = ask("A [[]]junkie, drug abuse. Junkies.", client);
  for (const Json& action : actions_for(asking, client)) {
    const std::string title = action.at("title");
    const bool lazy = title.starts_with("Fix all") || title.starts_with("Apply all") ||
                      title.starts_with("Ignore");
    EXPECT_EQ(action.contains("edit"), !lazy && !title.starts_with("Explain")) << title;
    EXPECT_EQ(document_of_action(action), lazy ? asking.snapshot.uri : "") << title;
    const Json resolved = resolve_code_action(demo_knowledge(), client, &asking.snapshot, action);
    Json expected = titled(actions_for(asking, able_client()), title);
    if (lazy) expected["data"] = action.at("data");
    EXPECT_EQ(resolved, expected) << title;
  }
}

TEST(CodeActions, WhatCannotBeResolvedSaysWhy) {
  const ClientCapabilities client = resolving_client();
  const Asking asking = ask("Drug [[]]abuse.", client);
  const Json action = titled(actions_for(asking, client), "Apply all safe rewordings in this file");
  const Json closed = resolve_code_action(demo_knowledge(), client, nullptr, action);
  EXPECT_EQ(closed["disabled"]["reason"], "The document is not open any more");
  const Snapshot fixed = testing::open_text("Drug use.");
  const Json done = resolve_code_action(demo_knowledge(), client, &fixed, action);
  EXPECT_EQ(done["disabled"]["reason"], "Nothing is left to change here");
  EXPECT_FALSE(done.contains("edit"));
}

TEST(CodeActions, AnIgnoredFindingIsLookedForWhereItWas) {
  const ClientCapabilities client = resolving_client();
  const Asking asking = ask("A [[]]junkie came.", client);
  Json action = titled(actions_for(asking, client), "Ignore “junkie” here");
  const Snapshot gone = testing::open_text("A person came.");
  const Json done = resolve_code_action(demo_knowledge(), client, &gone, action);
  EXPECT_EQ(done["disabled"]["reason"], "Nothing is left to ignore here");
  action["data"]["range"] = 3;
  const Json bad = resolve_code_action(demo_knowledge(), client, &asking.snapshot, action);
  EXPECT_FALSE(bad.contains("edit"));
}

TEST(CodeActions, ActionsThatAreNotOursComeBackAsTheyAre) {
  for (const char* text : {"null", "3", "{}", R"({"title": "a", "data": {"uri": "x"}})",
                           R"({"data": {"uri": 3, "plan": "boil", "what": ""}})"}) {
    const Json action = Json::parse(text);
    EXPECT_EQ(resolve_code_action(demo_knowledge(), able_client(), nullptr, action), action);
    EXPECT_EQ(document_of_action(action), "");
  }
}

}  // namespace
}  // namespace personfirst::lsp
