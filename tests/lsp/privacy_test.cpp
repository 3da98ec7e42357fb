// No text of a document reaches the log or an error, whatever goes wrong.
#include <gtest/gtest.h>

#include "tests/lsp/test_client.h"

namespace personfirst::lsp {
namespace {

const std::string kSecret = "Xyzzyplugh";
const std::string kUri = "file:///ws/a.md";
const std::string kText = kSecret + " met an addict then.\n";

TEST(Privacy, NothingOfATextIsInTheLogOrInAnError) {
  TestClient client;
  client.host.files["/ws/b.md"] = kText;
  client.host.files["/ws/.personfirst.json"] = "{ \"root\": true }";
  client.start();
  client.notify("$/setTrace", {{"value", "verbose"}});
  client.open(kUri, kText);
  client.open(kUri, kText);
  client.open("untitled:" + kSecret, kText);
  client.change(kUri, 2, Json::array({{{"range", kSecret}, {"text", kText}}}));
  client.change("file:///ws/closed.md", 2, Json::array({{{"text", kText}}}));
  client.close("untitled:" + kSecret + "2");
  client.notify(kSecret, {{"text", kText}});
  client.request(kSecret, {{"text", kText}});
  client.request("textDocument/hover", {{"text", kText}});
  client.request("workspace/executeCommand", {{"command", kSecret}});
  client.request("workspace/executeCommand",
                 {{"command", "personfirst.applyFix"}, {"arguments", {kSecret}}});
  client.server().receive("{\"jsonrpc\":\"2.0\",\"method\":\"" + kText);
  client.server().receive("{\"jsonrpc\":\"2.0\",\"id\":{\"a\":\"" + kSecret +
                          "\"},\"method\":\"x\"}");
  client.server().receive("[\"" + kSecret + "\"]");
  client.notify("notebookDocument/didOpen", {{"notebookDocument", {{"uri", kSecret}}}});
  client.notify("notebookDocument/didChange", {{"notebookDocument", {{"uri", kSecret}}}});
  const int lint =
      client.request("workspace/executeCommand", {{"command", "personfirst.lintWorkspace"}});
  EXPECT_EQ(client.answer(lint)["result"]["files"], 1);

  EXPECT_FALSE(client.host.log_lines.empty());
  for (const std::string& line : client.host.log_lines)
    EXPECT_EQ(line.find(kSecret), std::string::npos) << line;
  for (const Json& message : client.notifications)
    EXPECT_EQ(message.dump().find(kSecret), std::string::npos) << message;
  for (const auto& [id, answers] : client.answers)
    for (const Json& answer : answers)
      EXPECT_EQ(answer.dump().find(kSecret), std::string::npos) << answer;
}

TEST(Privacy, TheServerReadsConfigurationsAndWritesNothing) {
  TestClient client;
  client.start();
  const auto before = client.host.files;
  client.open(kUri, kText);
  client.hover(kUri, 0, 20);
  client.close(kUri);
  EXPECT_EQ(client.host.files, before);
}

}  // namespace
}  // namespace personfirst::lsp
