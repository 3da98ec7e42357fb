// The language server after a long day, and with very many documents: does its memory stay where it
// was?
//
//   lsp_long_run SERVER [HOURS] [DOCUMENTS]
//
// A day of typing (24 hours) is what somebody types who never stops: five keystrokes a second, in
// ten documents of 20 kB that are closed and opened again now and then, with lines that come and
// go, undo, hovers and code actions. Then so many documents (100,000) of 500 bytes are open at
// once, one of them is typed in, and all are closed. Exit status 1: memory grew.
#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <string_view>

#include "tests/bench/server_process.h"

namespace personfirst::lsp {
namespace {

constexpr std::string_view kSentences[] = {
    "The clinic opens at eight. ", "A nurse writes the names down. ", "He met an addict there. ",
    "See [the list][names] by the door. ", "Nobody was *clean* that day, they said. "};

std::string text_of(std::size_t size, std::mt19937& random) {
  std::string text = "# Notes\n\n[names]: /names \"who came\"\n\n";
  while (text.size() < size) {
    text += kSentences[random() % std::size(kSentences)];
    if (random() % 5 == 0) text += "\n\n";
  }
  return text + "\n";
}

class Desk {
 public:
  explicit Desk(const char* program) : server_(program) {
    server_.greet();
    server_.wait_until_it_rests();
  }

  void open(std::size_t document, std::size_t size) {
    notify("didOpen", R"({"textDocument":{"uri":)" + uri(document) +
                          R"(,"languageId":"markdown","version":1,"text":)" +
                          quoted(text_of(size, random_)) + "}}");
    wait_for_publish(document);
  }
  void close(std::size_t document) {
    notify("didClose", R"({"textDocument":{"uri":)" + uri(document) + "}}");
    wait_for_publish(document);
  }
  // A word comes, or goes, or a line, or the line of a definition.
  void type(std::size_t document) {
    constexpr std::string_view kTyped[] = {"a", "x", " ", "\n", "addict ", "[names]: /n\n\n", "`"};
    const std::size_t line = random_() % 12;
    const std::size_t column = random_() % 30;
    const bool erases = random_() % 2 == 0;
    const auto place = [&](std::size_t at) {
      return R"({"line":)" + std::to_string(line) + R"(,"character":)" + std::to_string(at) + "}";
    };
    const std::string_view text = erases ? "" : kTyped[random_() % std::size(kTyped)];
    notify("didChange", R"({"textDocument":{"uri":)" + uri(document) + R"(,"version":)" +
                            std::to_string(++version_) +
                            R"(},"contentChanges":[{"range":{"start":)" + place(column) +
                            R"(,"end":)" + place(column + (erases ? 3 : 0)) + R"(},"text":)" +
                            quoted(text) + "}]}");
    wait_for_publish(document);
  }
  void ask(std::size_t document) {
    const std::string id = std::to_string(++version_);
    server_.send(R"({"jsonrpc":"2.0","id":)" + id + R"(,"method":"textDocument/codeAction",)" +
                 R"("params":{"textDocument":{"uri":)" + uri(document) +
                 R"(},"range":{"start":{"line":0,"character":0},"end":{"line":9,"character":0}},)" +
                 R"("context":{"diagnostics":[]}}})");
    while (server_.receive().find(R"("id":)" + id) == std::string::npos) {
    }
  }

  [[nodiscard]] double memory_mb() const { return server_.memory_mb("VmRSS"); }
  [[nodiscard]] double cpu_ms() const { return server_.cpu_ms(); }

 private:
  static std::string uri(std::size_t document) {
    return "\"untitled:" + std::to_string(document) + "\"";
  }
  void notify(const char* method, const std::string& params) {
    server_.send(std::string(R"({"jsonrpc":"2.0","method":"textDocument/)") + method +
                 R"(","params":)" + params + "}");
  }
  void wait_for_publish(std::size_t document) {
    while (true) {
      const std::string message = server_.receive();
      if (message.find("publishDiagnostics") != std::string::npos &&
          message.find(uri(document)) != std::string::npos)
        return;
    }
  }

  ServerProcess server_;
  std::mt19937 random_{1};
  std::size_t version_ = 1;
};

constexpr std::size_t kDocuments = 10;
constexpr std::size_t kBytes = 20'000;

// True: memory has not grown.
bool type_all_day(const char* program, std::size_t hours) {
  constexpr std::size_t kAnHour = 5 * 60 * 60;
  constexpr double kGrowth = 4;  // MB, from the second hour on
  Desk desk(program);
  for (std::size_t i = 0; i < kDocuments; ++i) desk.open(i, kBytes);
  double settled = 0;
  double highest = 0;
  for (std::size_t hour = 1; hour <= hours; ++hour) {
    for (std::size_t key = 0; key < kAnHour; ++key) {
      const std::size_t document = key / 200 % kDocuments;
      if (key % 1000 == 999) {
        desk.close(document);
        desk.open(document, kBytes);
      }
      if (key % 100 == 50) desk.ask(document);
      desk.type(document);
    }
    const double memory = desk.memory_mb();
    if (hour == 2) settled = memory;
    highest = std::max(highest, memory);
    std::printf("hour %2zu  %6.1f MB  %8.0f ms of its processor\n", hour, memory, desk.cpu_ms());
    std::fflush(stdout);
  }
  return hours <= 2 || highest <= settled + kGrowth;
}

bool open_many(const char* program, std::size_t documents) {
  constexpr std::size_t kSmall = 500;
  Desk desk(program);
  const double before = desk.memory_mb();
  double cpu = desk.cpu_ms();
  for (std::size_t i = 0; i < documents; ++i) desk.open(i, kSmall);
  const double open = desk.memory_mb();
  std::printf("%zu documents open  %6.1f MB (%.1f kB each)  %.3f ms each\n", documents, open,
              (open - before) * 1e3 / static_cast<double>(documents),
              (desk.cpu_ms() - cpu) / static_cast<double>(documents));
  constexpr std::size_t kKeys = 1000;
  cpu = desk.cpu_ms();
  for (std::size_t i = 0; i < kKeys; ++i) desk.type(documents / 2);
  std::printf("a keystroke among them  %.3f ms\n", (desk.cpu_ms() - cpu) / kKeys);
  // The system gets its memory back late, if at all; what is free must be used again.
  double settled = 0;
  double highest = 0;
  for (int round = 1; round <= 5; ++round) {
    for (std::size_t i = 0; i < documents; ++i) desk.close(i);
    for (std::size_t i = 0; i < documents; ++i) desk.open(i, kSmall);
    highest = std::max(highest, desk.memory_mb());
    if (round == 2) settled = highest;
    std::printf("closed, and open again  %6.1f MB\n", desk.memory_mb());
    std::fflush(stdout);
  }
  constexpr double kFactor = 1.05, kNoiseMb = 8;  // of holes between what is in use
  return highest <= settled * kFactor + kNoiseMb;
}

int run(int argc, char** argv) {
  if (argc < 2) give_up("usage: lsp_long_run SERVER [HOURS] [DOCUMENTS]");
  std::signal(SIGPIPE, SIG_IGN);
  const auto number = [&](int at, std::size_t otherwise) {
    return argc > at ? std::strtoul(argv[at], nullptr, 10) : otherwise;
  };
  const bool typed = type_all_day(argv[1], number(2, 24));
  const bool opened = open_many(argv[1], number(3, 100'000));
  if (!typed) std::puts("memory grew while typing");
  if (!opened) std::puts("closed documents still take memory");
  return typed && opened ? 0 : 1;
}

}  // namespace
}  // namespace personfirst::lsp

int main(int argc, char** argv) { return personfirst::lsp::run(argc, argv); }
