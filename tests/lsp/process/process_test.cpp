// The server as editors start it: how it is reached, how it ends, and what it bears.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <set>
#include <string>
#include <vector>

#include "tests/lsp/process/client.h"

namespace personfirst::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr auto kUri = "untitled:letter";
constexpr auto kText = "# Letter\n\nHe met an addict on Monday.\n";
constexpr std::size_t kMegabyte = 1024 * 1024;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr std::size_t kOverhead = 10;  // sanitizers keep shadows and what was freed
#else
constexpr std::size_t kOverhead = 1;
#endif

#if defined(__SANITIZE_THREAD__)
constexpr bool kMayBeCaged = false;  // this sanitizer writes a file of its own
#else
constexpr bool kMayBeCaged = true;
#endif

Json edit(const std::string& uri, int version, const std::string& text) {
  return {{"textDocument", {{"uri", uri}, {"version", version}}},
          {"contentChanges", {{{"text", text}}}}};
}

std::size_t diagnostics_of(const Json& message) {
  return message.at("params").at("diagnostics").size();
}

void say_goodbye(Client& client) {
  client.request("shutdown", nullptr);
  client.notify("exit", nullptr);
}

// A whole session.
void check(const ClientOptions& options) {
  Client client(options);
  client.greet();
  client.open(kUri, kText);
  EXPECT_EQ(diagnostics_of(client.receive("textDocument/publishDiagnostics")), 1U);
  client.notify("textDocument/didChange", edit(kUri, 2, "He met a person.\n"));
  EXPECT_EQ(diagnostics_of(client.receive("textDocument/publishDiagnostics")), 0U);
  say_goodbye(client);
  EXPECT_EQ(client.wait_for_end(), 0) << client.log();
}

TEST(Process, IsReachedByStandardStreams) {
  check({How::Stdio, {}});
  check({How::Stdio, {"--stdio"}});
  check({How::Stdio, {"--stdio", "--clientProcessId=" + std::to_string(::getpid())}});
}

TEST(Process, IsReachedByAPort) { check({How::Socket, {}}); }

TEST(Process, IsReachedByASocketsPath) { check({How::Pipe, {}}); }

TEST(Process, WritesNoFileAndOpensNoConnection) {
  check({How::Stdio, {"--log-level=debug"}, kMayBeCaged});
}

TEST(Process, TheCageHolds) {
  const int killed = 128 + SIGSYS;
  EXPECT_EQ(run_in_cage({"/bin/sh", "-c", "true"}), 0);
  EXPECT_EQ(run_in_cage({"/bin/sh", "-c", ": < /dev/null"}), 0);
  EXPECT_EQ(run_in_cage({"/bin/sh", "-c", ": > /dev/null"}), killed);
  EXPECT_EQ(run_in_cage({"/bin/mkdir", "/nonexistent/a"}), killed);
  EXPECT_EQ(run_in_cage({"/bin/rm", "/nonexistent/a"}), killed);
  EXPECT_EQ(run_in_cage({SERVER, "--socket=9"}), killed);
}

int status_of(const std::vector<std::string>& arguments) {
  return Client({How::Stdio, arguments}).wait_for_end();
}

TEST(Process, AnswersOnTheCommandLine) {
  EXPECT_EQ(status_of({"--help"}), 0);
  EXPECT_EQ(status_of({"--version"}), 0);
  const std::vector<std::vector<std::string>> mistakes = {{"--unknown"},
                                                          {"file"},
                                                          {"--socket"},
                                                          {"--socket=0"},
                                                          {"--socket=65536"},
                                                          {"--socket=a"},
                                                          {"--stdio", "--socket=1"},
                                                          {"--pipe=a", "--socket=1"},
                                                          {"--clientProcessId=a"},
                                                          {"--log-level=all"},
                                                          {"--pipe=/nonexistent/socket"},
                                                          {"--socket=1"}};
  for (const auto& arguments : mistakes) EXPECT_EQ(status_of(arguments), 2) << arguments[0];
}

// What a client does at the end, and the status that the specification wants.
TEST(Process, TheExitStatusTellsWhetherItWasShutDown) {
  const auto check_end = [](const std::function<void(Client&)>& end, int status) {
    for (const How how : {How::Stdio, How::Socket, How::Pipe}) {
      Client client({how, {}});
      end(client);
      EXPECT_EQ(client.wait_for_end(), status);
    }
  };
  const auto exit = [](Client& client) { client.notify("exit", nullptr); };
  check_end(say_goodbye, 1);  // nobody said hello: the shutdown is refused
  check_end(exit, 1);
  check_end([](Client& client) { client.close_input(); }, 1);
  check_end(
      [](Client& client) {
        client.send_bytes("Content-Length: 10\r\n\r\n{"), client.close_input();
      },
      1);
  const auto greeted = [&](const std::function<void(Client&)>& end) {
    return [end](Client& client) {
      client.greet();
      end(client);
    };
  };
  check_end(greeted(say_goodbye), 0);
  check_end(greeted(exit), 1);
  check_end(greeted([](Client& client) { client.close_input(); }), 1);
  check_end(greeted([](Client& client) {
              client.request("shutdown", nullptr);
              client.close_input();
            }),
            0);
  check_end(greeted([](Client& client) {
              client.open(kUri, kText);
              client.send_bytes("Content-Length: 1000\r\n\r\n{\"jsonrpc\"");
              client.close_input();
            }),
            1);
}

class OtherProcess {
 public:
  OtherProcess() : process_(::fork()) {
    if (process_ == 0) {
      while (true) ::pause();
    }
  }
  ~OtherProcess() {
    end();
    ::waitpid(process_, nullptr, 0);
  }
  void end() const { ::kill(process_, SIGKILL); }
  [[nodiscard]] std::int64_t number() const { return process_; }

 private:
  const pid_t process_;
};

TEST(Process, EndsWithTheProcessThatStartedIt) {
  {
    const OtherProcess editor;
    Client client({How::Stdio, {"--clientProcessId", std::to_string(editor.number())}});
    client.greet();
    editor.end();
    EXPECT_EQ(client.wait_for_end(), 1);
  }
  const OtherProcess editor;
  Client client;
  client.greet(editor.number());
  editor.end();
  EXPECT_EQ(client.wait_for_end(), 1);
}

TEST(Process, LivesOnAfterWhatCannotBeRead) {
  Client client;
  client.greet();
  const std::vector<std::string> bad = {
      "no header\r\n\r\n",
      "Content-Length: -1\r\n\r\n{}",
      "Content-Length: 99999999999999999999\r\n\r\n{}",
      "Content-Length: 3000000000\r\n\r\n{}",
      "Content-Type: text/plain\r\n\r\n{}",
      "Content-Length: 2\r\nContent-Type: a; charset=latin1\r\n\r\n{}",
      std::string(20'000, 'x') + "\r\n\r\n",
      "Content-Length: 0\r\n\r\n",
      "Content-Length: 1\r\n\r\n{",
      "Content-Length: 4\r\n\r\n\xFF\xFE\x80{",
      "Content-Length: 4\r\n\r\nnull",
      "Content-Length: 2\r\n\r\n[]",
      "Content-Length: 2\r\n\r\n{}",
      framed({{"jsonrpc", "2.0"}, {"method", 5}}),
      framed({{"jsonrpc", "2.0"}, {"id", {1}}, {"method", "shutdown"}}),
  };
  for (const std::string& bytes : bad) {
    client.send_bytes(bytes);
    EXPECT_TRUE(client.request("textDocument/hover", {{"a", 1}}).contains("id")) << bytes;
  }
  client.open(kUri, kText);
  EXPECT_EQ(diagnostics_of(client.receive("textDocument/publishDiagnostics")), 1U);
  say_goodbye(client);
  EXPECT_EQ(client.wait_for_end(), 0);
}

TEST(Process, SplitAndJoinedMessagesAreTheSame) {
  Client client;
  client.greet();
  const Json opened = {
      {"jsonrpc", "2.0"},
      {"method", "textDocument/didOpen"},
      {"params",
       {{"textDocument",
         {{"uri", kUri}, {"languageId", "markdown"}, {"version", 1}, {"text", kText}}}}}};
  std::string bytes = framed(opened);
  for (int version = 2; version < 20; ++version)
    bytes += framed({{"jsonrpc", "2.0"},
                     {"method", "textDocument/didChange"},
                     {"params", edit(kUri, version, std::string(kText) + "An addict.")}});
  for (const char& byte : bytes) client.send_bytes({&byte, 1});
  Json last = client.receive("textDocument/publishDiagnostics");
  while (diagnostics_of(last) != 2) last = client.receive("textDocument/publishDiagnostics");
  say_goodbye(client);
  EXPECT_EQ(client.wait_for_end(), 0);
}

TEST(Process, ALengthTakesNoMemoryBeforeItsBytesCome) {
  Client client;
  client.greet();
  const std::size_t before = client.resident_bytes();
  ASSERT_GT(before, 0U);
  client.send_bytes("Content-Length: 268435456\r\n\r\n");
  // One byte more than is read at once, so that the header has been dealt with.
  client.send_bytes(std::string(70'000, ' '));
  EXPECT_LT(client.resident_bytes(), before + 32 * kMegabyte * kOverhead);
  client.close_input();
  EXPECT_EQ(client.wait_for_end(), 1);
}

TEST(Process, ManyEditsAtOnceEndInTheLastVersion) {
  constexpr int kEdits = 10'000;
  Client client;
  client.greet();
  client.open(kUri, "");
  std::string bytes;
  for (int i = 0; i < kEdits; ++i) {
    const Json start = {{"line", 0}, {"character", 0}};
    bytes += framed({{"jsonrpc", "2.0"},
                     {"method", "textDocument/didChange"},
                     {"params",
                      {{"textDocument", {{"uri", kUri}, {"version", i + 2}}},
                       {"contentChanges",
                        {{{"range", {{"start", start}, {"end", start}}},
                          {"text", i % 1000 == 999 ? "An addict. " : "x "}}}}}}});
  }
  client.send_bytes(bytes);
  Json last = client.receive("textDocument/publishDiagnostics");
  while (diagnostics_of(last) < kEdits / 1000)
    last = client.receive("textDocument/publishDiagnostics");
  EXPECT_EQ(diagnostics_of(last), kEdits / 1000U);
  say_goodbye(client);
  EXPECT_EQ(client.wait_for_end(), 0);
}

// Answers pile up, until the server reads no more; then nothing is lost.
TEST(Process, AClientThatDoesNotReadIsKeptWaiting) {
  Client client;
  client.greet();
  const std::size_t before = client.resident_bytes();
  // Of a kind with an answer as long as the question.
  const std::string name(20'000, 'm');
  std::string bytes;
  constexpr int kAsked = 4000;
  for (int i = 0; i < kAsked; ++i)
    bytes += framed({{"jsonrpc", "2.0"}, {"id", name + std::to_string(i)}, {"method", "no/such"}});
  const std::string_view rest = client.try_to_send(bytes);
  ASSERT_FALSE(rest.empty()) << "the server takes more than " << bytes.size() << " bytes";
  EXPECT_LT(client.resident_bytes(), before + 150 * kMegabyte * kOverhead);
  std::thread sender([&] { client.send_bytes(rest); });
  std::set<std::string> answered;
  for (int i = 0; i < kAsked; ++i) answered.insert(client.receive().at("id").get<std::string>());
  sender.join();
  EXPECT_EQ(answered.size(), static_cast<std::size_t>(kAsked));
  say_goodbye(client);
  EXPECT_EQ(client.wait_for_end(), 0);
}

TEST(Process, DiagnosticsThatNobodyReadsGiveWayToNewerOnes) {
  Client client;
  client.greet();
  std::string text;
  for (int i = 0; i < 400; ++i) text += "An addict on Monday.\n\n";
  client.open(kUri, text);
  client.receive("textDocument/publishDiagnostics");
  const std::size_t before = client.resident_bytes();
  constexpr int kVersions = 2000;  // about 200 kB of diagnostics each
  for (int version = 2; version <= kVersions; ++version)
    client.notify("textDocument/didChange",
                  edit(kUri, version, version % 2 == 0 ? text : text + "x"));
  EXPECT_LT(client.resident_bytes(), before + 150 * kMegabyte * kOverhead);
  client.notify("textDocument/didChange", edit(kUri, kVersions + 1, kText));
  const Json answer = client.request("shutdown", nullptr);
  EXPECT_TRUE(answer.contains("result"));
  client.notify("exit", nullptr);
  EXPECT_EQ(client.wait_for_end(), 0);
}

TEST(Process, EndsThoughNobodyReads) {
  std::string bytes;
  for (int i = 0; i < 3000; ++i)
    bytes += framed({{"jsonrpc", "2.0"}, {"id", i}, {"method", "no/such/method"}});
  {
    Client client;
    client.greet();
    client.send_bytes(bytes);
    client.send({{"jsonrpc", "2.0"}, {"id", "end"}, {"method", "shutdown"}});
    client.notify("exit", nullptr);
    EXPECT_EQ(client.wait_for_end(), 0);
  }
  {
    Client client;
    client.greet();
    client.send_bytes(bytes);
    client.close_input();
    EXPECT_EQ(client.wait_for_end(), 1);
  }
  Client client;
  client.greet();
  client.send_bytes(bytes);
  client.signal(SIGTERM);
  EXPECT_EQ(client.wait_for_end(), 128 + SIGTERM);
}

TEST(Process, AClientThatClosesItsSideIsNoReasonToCrash) {
  Client client;
  client.greet();
  client.close_output();
  client.open(kUri, kText);
  EXPECT_EQ(client.wait_for_end(), 1);
}

// Whatever is asked and however wrongly, standard error holds no word of it.
TEST(Process, TheLogHoldsNoText) {
  const std::string secret = "Zyxomma";
  for (const std::string level : {"off", "info", "debug"}) {
    Client client({How::Stdio, {"--log-level", level}});
    client.greet();
    client.open(kUri, secret + " met an addict " + secret + ".\n");
    client.receive("textDocument/publishDiagnostics");
    const Json place = {{"line", 0}, {"character", 17}};
    const Json document = {{"uri", kUri}};
    client.request("textDocument/hover", {{"textDocument", document}, {"position", place}});
    client.request("textDocument/codeAction", {{"textDocument", document},
                                               {"range", {{"start", place}, {"end", place}}},
                                               {"context", {{"diagnostics", Json::array()}}}});
    client.notify("textDocument/didChange", edit(kUri, 2, secret));
    client.notify("textDocument/didChange", edit("untitled:unknown", 2, secret));
    client.notify("textDocument/didOpen", {{"textDocument", secret}});
    client.request("no/such", {{"text", secret}});
    client.send_bytes("Content-Length: " + secret + "\r\n\r\n" + secret);
    client.send_bytes(secret + "\r\n\r\n");
    client.send_bytes("Content-Length: 10\r\n\r\n\"" + secret + "\\\xFF");
    client.request("$/" + secret, {{"text", secret}});
    say_goodbye(client);
    EXPECT_EQ(client.wait_for_end(), 0);
    EXPECT_THAT(client.log(), Not(HasSubstr(secret))) << level;
    if (level == "off") {
      EXPECT_THAT(client.log(), IsEmpty());
    } else {
      EXPECT_THAT(client.log(), HasSubstr("Content-Length is not a length"));
    }
  }
}

}  // namespace
}  // namespace personfirst::testing
