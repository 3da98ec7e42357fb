// What must hold in whatever order jobs end and messages come.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "tests/lsp/test_client.h"

namespace personfirst::lsp {
namespace {

const std::string kUri = "file:///ws/a.md";
const std::string kText = "He met an addict then.\n";
constexpr int kRequestCancelled = -32800;
constexpr int kContentModified = -32801;

Json versions() { return {{"textDocument", {{"publishDiagnostics", {{"versionSupport", true}}}}}}; }

std::vector<int> published_versions(const TestClient& client, const std::string& uri) {
  std::vector<int> versions;
  const auto found = client.published.find(uri);
  if (found == client.published.end()) return versions;
  for (const Json& params : found->second) versions.push_back(params.value("version", -1));
  return versions;
}

int error_code(const Json& answer) {
  return answer.contains("error") ? answer["error"]["code"].get<int>() : 0;
}

struct Held : testing::Test {
  Held() {
    client.start(versions());
    client.listen();
    client.host.hold = true;
  }
  TestClient client;
};

TEST_F(Held, StaleResultsAreNeverPublished) {
  client.open(kUri, kText);
  client.host.step(0);  // the first text is linted, but not yet published
  client.replace(kUri, 2, "Nothing here.\n");
  client.host.run();
  client.listen();
  EXPECT_EQ(published_versions(client, kUri), std::vector<int>{2});
  EXPECT_EQ(client.published[kUri][0]["diagnostics"], Json::array());
}

TEST_F(Held, TenThousandEditsInARowAreLintedTwice) {
  client.open(kUri, kText);
  for (int i = 0; i < 10000; ++i) client.replace(kUri, 2 + i, kText);
  EXPECT_EQ(client.host.waiting(), 1U);
  client.host.run();
  client.listen();
  EXPECT_EQ(client.host.jobs_started, 2U);
  EXPECT_EQ(published_versions(client, kUri), std::vector<int>{10001});
}

TEST_F(Held, ARequestThatIsCancelledWhileItWaitsIsAnsweredOnceAndAtOnce) {
  client.open(kUri, kText);
  const int id = client.hover(kUri, 0, 12);
  client.cancel(id);
  EXPECT_EQ(error_code(client.answer(id)), kRequestCancelled);
  client.cancel(id);
  client.host.run();
  EXPECT_EQ(error_code(client.answer(id)), kRequestCancelled);
}

TEST_F(Held, ARequestThatIsCancelledWhileItsJobRunsIsAnsweredOnce) {
  client.open(kUri, kText);
  client.host.run();
  const int id = client.hover(kUri, 0, 12);
  ASSERT_EQ(client.host.waiting(), 1U);
  client.host.step(0);
  client.cancel(id);
  client.host.run();
  EXPECT_EQ(error_code(client.answer(id)), kRequestCancelled);
}

TEST_F(Held, ARequestWaitsForTheFindingsOfItsText) {
  client.open(kUri, kText);
  const int id = client.hover(kUri, 0, 12);
  client.listen();
  EXPECT_TRUE(client.answers[std::to_string(id)].empty());
  client.host.run();
  EXPECT_TRUE(client.answer(id)["result"].is_object());
}

TEST_F(Held, AnswersAboutATextThatHasChangedSayContentModified) {
  client.open(kUri, kText);
  const int waiting = client.hover(kUri, 0, 12);
  client.replace(kUri, 2, kText);
  EXPECT_EQ(error_code(client.answer(waiting)), kContentModified);
  client.host.run();
  const int running = client.hover(kUri, 0, 12);
  client.replace(kUri, 3, kText);
  client.host.run();
  EXPECT_EQ(error_code(client.answer(running)), kContentModified);
}

TEST_F(Held, ADocumentThatIsClosedWhileItIsLintedStaysEmpty) {
  client.open(kUri, kText);
  const int id = client.hover(kUri, 0, 12);
  client.host.step(0);
  client.close(kUri);
  client.host.run();
  EXPECT_EQ(error_code(client.answer(id)), kContentModified);
  ASSERT_EQ(client.published[kUri].size(), 1U);
  EXPECT_EQ(client.published[kUri][0]["diagnostics"], Json::array());
}

TEST_F(Held, ADocumentThatIsOpenedAgainWhileItIsLintedHasOnlyItsNewFindings) {
  client.open(kUri, kText, 1);
  client.host.step(0);
  client.close(kUri);
  client.open(kUri, "Nothing here.\n", 7);
  client.host.run();
  client.listen();
  EXPECT_EQ(published_versions(client, kUri), (std::vector<int>{-1, 7}));
  EXPECT_EQ(client.published[kUri].back()["diagnostics"], Json::array());
}

TEST_F(Held, AScanHasOneJobAtATimeAndEndsWhenItIsCancelled) {
  for (char name = 'a'; name <= 'z'; ++name)
    client.host.files[std::string("/ws/") + name + ".md"] = kText;
  const int id =
      client.request("workspace/executeCommand", {{"command", "personfirst.lintWorkspace"}});
  for (int i = 0; i < 10; ++i) {
    ASSERT_EQ(client.host.waiting(), 1U);
    client.host.step(0);
  }
  client.cancel(id);
  client.host.run();
  EXPECT_EQ(error_code(client.answer(id)), kRequestCancelled);
  EXPECT_LT(client.published.size(), 6U);
}

TEST_F(Held, ShutdownAnswersWhatIsStillOpen) {
  client.open(kUri, kText);
  const int id = client.hover(kUri, 0, 12);
  const int shutdown = client.request("shutdown", nullptr);
  EXPECT_EQ(error_code(client.answer(id)), kRequestCancelled);
  EXPECT_TRUE(client.answer(shutdown)["result"].is_null());
  client.host.run();
  EXPECT_EQ(error_code(client.answer(id)), kRequestCancelled);
}

TEST(Order, JobsThatEndAfterTheServerDoNothing) {
  TestHost host;
  host.hold = true;
  {
    Server server(host, {});
    host.note_request({{"id", 1}, {"method", "initialize"}});
    server.receive(
        R"({"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}})");
    const Json open = {{"jsonrpc", "2.0"},
                       {"method", "textDocument/didOpen"},
                       {"params", {{"textDocument", {{"uri", kUri}, {"text", kText}}}}}};
    server.receive(open.dump());
  }
  ASSERT_EQ(host.waiting(), 1U);
  host.sent.clear();
  host.run();
  EXPECT_TRUE(host.sent.empty());
}

TEST(Order, RulesAreWarmedUpByOneJobInTheBackgroundThatSaysNothing) {
  TestHost host;
  host.hold = true;
  ServerOptions options;
  options.warm_up = true;
  Server server(host, options);
  host.note_request({{"id", 1}, {"method", "initialize"}});
  server.receive(R"({"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}})");
  EXPECT_EQ(host.waiting(), 0U);
  server.receive(R"({"jsonrpc":"2.0","method":"initialized","params":{}})");
  EXPECT_EQ(host.waiting(), 1U);
  host.sent.clear();
  host.run();
  EXPECT_TRUE(host.sent.empty());
  EXPECT_TRUE(host.log_lines.empty());
}

TEST(Order, AmongVeryManyDocumentsEachIsPublishedOnceAndAnswersWhenItIsAsked) {
  constexpr int kMany = 1500;
  TestClient client;
  client.start(versions());
  const auto name = [](int i) { return "untitled:" + std::to_string(i); };
  for (int i = 0; i < kMany; ++i) client.open(name(i), kText);
  const int first = client.hover(name(0), 0, 12);
  client.listen();
  EXPECT_TRUE(client.answer(first)["result"].is_object());
  client.replace(name(1), 2, "Nothing here.\n");
  client.listen();
  EXPECT_EQ(published_versions(client, name(0)), std::vector<int>{1});
  EXPECT_EQ(published_versions(client, name(1)), (std::vector<int>{1, 2}));
}

// Does something at random, and knows what was asked.
class Chaos {
 public:
  Chaos(bool pulls, unsigned seed) : random_(seed) {
    Json capabilities = versions();
    if (pulls) capabilities["textDocument"]["diagnostic"] = Json::object();
    client.start(capabilities);
    client.host.hold = true;
    client.host.files = {{"/ws/x.md", kText}, {"/ws/y.md", kText}, {"/ws/a.md", kText}};
  }

  void act() {
    const std::string uri = uris_[pick(uris_.size())];
    const Json document = {{"textDocument", {{"uri", uri}}}};
    switch (pick(12)) {
      case 0:
        open_.insert(uri);
        return client.open(uri, text(), ++version_);
      case 1:
        open_.erase(uri);
        return client.close(uri);
      case 2:
      case 3:
        return client.replace(uri, ++version_, text());
      case 4:
        return ask("textDocument/hover", {{"textDocument", {{"uri", uri}}},
                                          {"position", {{"line", 0}, {"character", 12}}}});
      case 5:
        return ask("textDocument/codeAction", {{"textDocument", {{"uri", uri}}},
                                               {"range",
                                                {{"start", {{"line", 0}, {"character", 12}}},
                                                 {"end", {{"line", 0}, {"character", 12}}}}},
                                               {"context", {{"diagnostics", Json::array()}}}});
      case 6:
        return ask("textDocument/diagnostic", document);
      case 7:
        return pick(2) == 0
                   ? ask("workspace/diagnostic", {{"previousResultIds", Json::array()}})
                   : ask("workspace/executeCommand", {{"command", "personfirst.lintWorkspace"}});
      case 8:
        if (!asked.empty()) client.cancel(asked[pick(asked.size())]);
        return;
      case 9:
        return client.notify(
            "workspace/didChangeWatchedFiles",
            {{"changes", Json::array({{{"uri", "file:///ws/.personfirst.json"}, {"type", 2}}})}});
      default:
        if (client.host.waiting() > 0) client.host.step(pick(client.host.waiting()));
        return;
    }
  }

  void check() {
    client.host.run();
    client.listen();
    client.host.run();
    for (const int id : asked) static_cast<void>(client.answer(id));
    for (const auto& [uri, all] : client.published) {
      int last = 0;
      for (const int version : published_versions(client, uri)) {
        if (version < 0) continue;  // closed
        EXPECT_LT(last, version) << uri;
        last = std::max(last, version);
      }
    }
  }

  TestClient client;
  std::vector<int> asked;

 private:
  std::size_t pick(std::size_t below) { return random_() % below; }
  std::string text() { return pick(2) == 0 ? kText : "Nothing here.\n"; }
  void ask(std::string_view method, Json params) {
    asked.push_back(client.request(method, std::move(params)));
  }

  std::mt19937 random_;
  std::vector<std::string> uris_ = {"file:///ws/a.md", "file:///ws/b.md", "untitled:1"};
  std::set<std::string> open_;
  int version_ = 0;
};

TEST(Order, EveryRequestIsAnsweredExactlyOnceAndVersionsOnlyGrow) {
  for (unsigned seed = 0; seed < 40; ++seed) {
    for (const bool pulls : {false, true}) {
      SCOPED_TRACE("seed " + std::to_string(seed));
      Chaos chaos(pulls, seed);
      for (int i = 0; i < 150; ++i) chaos.act();
      chaos.check();
    }
  }
}

}  // namespace
}  // namespace personfirst::lsp
