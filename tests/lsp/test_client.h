// A client in the test's own thread: says things to a server on a TestHost and sorts what it hears.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "lsp/server.h"
#include "tests/lsp/test_host.h"

namespace personfirst::lsp {

class TestClient {
 public:
  TestClient() : server_(host, {}) {}

  void send(Json message) {
    message["jsonrpc"] = "2.0";
    host.note_request(message);
    server_.receive(message.dump());
  }
  void notify(std::string_view method, Json params) {
    send({{"method", method}, {"params", std::move(params)}});
  }
  int request(std::string_view method, Json params) {
    const int id = next_id_++;
    send({{"id", id}, {"method", method}, {"params", std::move(params)}});
    return id;
  }

  void start(Json capabilities = Json::object()) {
    request("initialize", {{"processId", nullptr},
                           {"rootUri", "file:///ws"},
                           {"capabilities", std::move(capabilities)}});
    notify("initialized", Json::object());
  }
  void open(const std::string& uri, const std::string& text, int version = 1,
            const std::string& language = "markdown") {
    notify("textDocument/didOpen",
           {{"textDocument",
             {{"uri", uri}, {"languageId", language}, {"version", version}, {"text", text}}}});
  }
  void change(const std::string& uri, int version, Json changes) {
    notify("textDocument/didChange", {{"textDocument", {{"uri", uri}, {"version", version}}},
                                      {"contentChanges", std::move(changes)}});
  }
  void replace(const std::string& uri, int version, const std::string& text) {
    change(uri, version, Json::array({{{"text", text}}}));
  }
  void close(const std::string& uri) {
    notify("textDocument/didClose", {{"textDocument", {{"uri", uri}}}});
  }
  int hover(const std::string& uri, int line, int character) {
    return request("textDocument/hover",
                   {{"textDocument", {{"uri", uri}}},
                    {"position", {{"line", line}, {"character", character}}}});
  }
  void cancel(int id) { notify("$/cancelRequest", {{"id", id}}); }

  // Takes what the server has said. Requests of the server are answered with `null`.
  void listen() {
    while (!host.sent.empty()) {
      Json message = std::move(host.sent.front());
      host.sent.pop_front();
      if (!message.contains("method")) {
        answers[message["id"].dump()].push_back(std::move(message));
      } else if (message.contains("id")) {
        requests.push_back(message);
        send({{"id", message["id"]}, {"result", nullptr}});
      } else if (message["method"] == "textDocument/publishDiagnostics") {
        published[message["params"]["uri"]].push_back(message["params"]);
      } else {
        notifications.push_back(std::move(message));
      }
    }
  }
  // The only answer to a request; null and a failure when there is another number of them.
  Json answer(int id);

  TestHost host;
  std::map<std::string, std::vector<Json>> answers;    // by id
  std::map<std::string, std::vector<Json>> published;  // by URI
  std::vector<Json> notifications;                     // others
  std::vector<Json> requests;                          // of the server

  Server& server() { return server_; }

 private:
  Server server_;
  int next_id_ = 1;
};

}  // namespace personfirst::lsp
