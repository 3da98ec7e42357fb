// What somebody who types feels: keystrokes sent to the real server, one by one, until the
// diagnostics of that version are there.
//
//   lsp_typing SERVER [KEYSTROKES] [CASE]
//
// Prints a table: Markdown and HTML of 20 kB, 1 MB and 10 MB with a finding every 2 kB, and texts
// that are harder to cut into sections. CASE: only those whose names contain it. "time" is the
// server's processor time from one keystroke to its diagnostics, all threads added up; "wait" is
// the time on the clock, this program's reading included. Memory is what is resident. A document
// is opened when the server has started and rests.

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "tests/bench/server_process.h"

namespace personfirst::lsp {
namespace {

// How the document is made.
enum class Shape { Paragraphs, Links, LinksBelow, OpenFrontMatter, List, Table, OneLine };

struct Case {
  const char* name;
  const char* language;
  Shape shape;
  const char* size_name;
  std::size_t size;
  double limit_ms;  // of "time", for 99 of 100 keystrokes
};

constexpr Case kCases[] = {
    {"markdown", "markdown", Shape::Paragraphs, "20 kB", 20'000, 1},
    {"html", "html", Shape::Paragraphs, "20 kB", 20'000, 1},
    {"markdown", "markdown", Shape::Paragraphs, "1 MB", 1'000'000, 10},
    {"html", "html", Shape::Paragraphs, "1 MB", 1'000'000, 10},
    {"markdown", "markdown", Shape::Paragraphs, "10 MB", 10'000'000, 100},
    {"html", "html", Shape::Paragraphs, "10 MB", 10'000'000, 100},
    {"md links", "markdown", Shape::Links, "1 MB", 1'000'000, 10},
    {"md links", "markdown", Shape::Links, "10 MB", 10'000'000, 100},
    {"md links below", "markdown", Shape::LinksBelow, "1 MB", 1'000'000, 10},
    {"md links below", "markdown", Shape::LinksBelow, "10 MB", 10'000'000, 100},
    {"md open matter", "markdown", Shape::OpenFrontMatter, "1 MB", 1'000'000, 10},
    {"md open matter", "markdown", Shape::OpenFrontMatter, "10 MB", 10'000'000, 100},
    {"md list", "markdown", Shape::List, "1 MB", 1'000'000, 10},
    {"md list", "markdown", Shape::List, "10 MB", 10'000'000, 100},
    {"md table", "markdown", Shape::Table, "1 MB", 1'000'000, 10},
    {"md one line", "markdown", Shape::OneLine, "1 MB", 1'000'000, 100},
    {"html list", "html", Shape::List, "1 MB", 1'000'000, 10},
    {"html table", "html", Shape::Table, "1 MB", 1'000'000, 10},
    {"html one line", "html", Shape::OneLine, "1 MB", 1'000'000, 100},
};
constexpr double kOpenLimitMs = 50;  // of 1 MB

// ---- the document ----

using Lines = std::vector<std::string>;

constexpr std::string_view kSentences[] = {
    "The clinic opens at eight and closes when the last visitor has gone home. ",
    "A nurse writes the names down, and the kettle is always on. ",
    "In winter the rooms are cold, so people bring *blankets* and soup. ",
    "Bus 12 stops at the corner; the [timetable](/times) hangs by the door. ",
    "Nobody is asked for more than a first name, and most stay for an hour. ",
};

std::string paragraph(std::size_t number, std::size_t& size, std::size_t& next_finding) {
  std::string text;
  for (std::size_t k = 0; k < 4; ++k) text += kSentences[(number + k * k) % std::size(kSentences)];
  if (size > next_finding) {
    text += "He met an addict there.";
    next_finding += 2000;
  }
  return text;
}

// What stands before and after the paragraph in its line, and whether a blank line follows.
struct Dress {
  std::string before, after;
  bool blank_line = false;
};

Dress dress_of(const Case& wanted, std::size_t number) {
  const bool html = std::string_view(wanted.language) == "html";
  switch (wanted.shape) {
    case Shape::List:
      return html ? Dress{"<li>", "</li>"} : Dress{"- ", ""};
    case Shape::Table:
      return html ? Dress{"<tr><td>", "</td><td>and more</td></tr>"} : Dress{"| ", "| and more |"};
    case Shape::Links:
    case Shape::LinksBelow:
      return {"", " See [place " + std::to_string(number % 1000) + "] and [that][one].", true};
    default:
      return html ? Dress{"<p>", "</p>"} : Dress{"", "", true};
  }
}

Lines first_lines(const Case& wanted) {
  const bool html = std::string_view(wanted.language) == "html";
  switch (wanted.shape) {
    case Shape::List:
      return {html ? "<ul>" : "Visits:", ""};
    case Shape::Table:
      return html ? Lines{"<table>", "<tr><th>Visit<th>More</tr>"}
                  : Lines{"| Visit | More |", "| --- | --- |"};
    case Shape::OpenFrontMatter:
      return {"---", "title: about visits"};
    case Shape::Links:
      return {"[one]: https://example.org/one", ""};
    default:
      return {};
  }
}

// So that labels of every paragraph are defined: one by one, or all at the end.
void add_definition(const Case& wanted, std::size_t number, Lines& lines) {
  if (wanted.shape != Shape::Links && wanted.shape != Shape::LinksBelow) return;
  if (number >= 1000 || (wanted.shape == Shape::Links && number % 10 != 0)) return;
  const std::string name = std::to_string(number);
  lines.push_back("[place " + name + "]: https://example.org/" + name + " \"place " + name + "\"");
  if (wanted.shape == Shape::Links) lines.emplace_back();
}

Lines make_document(const Case& wanted) {
  const bool html = std::string_view(wanted.language) == "html";
  Lines lines = first_lines(wanted);
  const bool has_headings = wanted.shape != Shape::List && wanted.shape != Shape::Table;
  std::size_t size = 0;
  std::size_t next_finding = 1000;
  std::size_t number = 0;
  for (; size < wanted.size; ++number) {
    const Dress dress = dress_of(wanted, number);
    std::string line = dress.before + paragraph(number, size, next_finding) + dress.after;
    if (number % 30 == 0 && has_headings) line = html ? "<h2>Part</h2>" : "## Part";
    size += line.size() + 1;
    lines.push_back(std::move(line));
    if (dress.blank_line) lines.emplace_back();
    if (wanted.shape == Shape::Links) add_definition(wanted, number, lines);
  }
  if (wanted.shape == Shape::LinksBelow) {
    lines.emplace_back("[one]: https://example.org/one");
    for (std::size_t i = 0; i < number; ++i) add_definition(wanted, i, lines);
  }
  if (wanted.shape != Shape::OneLine) return lines;
  std::string all;
  for (const std::string& line : lines) all += line + ' ';
  return {all};
}

// ---- typing ----

constexpr std::string_view kNotice = R"({"jsonrpc":"2.0","method":"textDocument/)";
constexpr std::string_view kUri = R"({"textDocument":{"uri":"untitled:a")";

class Typist {
 public:
  Typist(ServerProcess& server, Lines lines) : server_(server), lines_(std::move(lines)) {}

  void open(const char* language) {
    std::string text;
    for (const std::string& line : lines_) text += line + '\n';
    server_.send(std::string(kNotice) + R"(didOpen","params":)" + std::string(kUri) +
                 R"(,"version":1,"languageId":")" + language + R"(","text":)" + quoted(text) +
                 "}}}");
    wait_for_version();
  }
  // One key, until its diagnostics are there.
  void type() {
    if (left_in_burst_ == 0) move();
    --left_in_burst_;
    const std::size_t kind = random_() % 20;
    if (kind < 2 && column_ > first_column_) {
      change(column_ - 1, column_, "");
    } else {
      const std::string_view text = "the road to an addict and then home. ";
      change(column_, column_, text.substr(typed_++ % text.size(), 1));
    }
    wait_for_version();
  }

 private:
  // To a place between two words of some line.
  void move() {
    left_in_burst_ = 25;
    do {
      line_ = random_() % lines_.size();
    } while (lines_[line_].size() < 100);
    column_ = lines_[line_].find(' ', 20 + random_() % (lines_[line_].size() - 40));
    if (column_ == std::string::npos) column_ = lines_[line_].find(' ', 20);
    first_column_ = column_;
  }

  void change(std::size_t from, std::size_t to, std::string_view text) {
    lines_[line_].replace(from, to - from, text);
    column_ = from + text.size();
    const auto place = [&](std::size_t column) {
      return R"({"line":)" + std::to_string(line_) + R"(,"character":)" + std::to_string(column) +
             "}";
    };
    ++version_;
    server_.send(std::string(kNotice) + R"(didChange","params":)" + std::string(kUri) +
                 R"(,"version":)" + std::to_string(version_) +
                 R"(},"contentChanges":[{"range":{"start":)" + place(from) + R"(,"end":)" +
                 place(to) + R"(},"text":)" + quoted(text) + "}]}}");
  }

  void wait_for_version() {
    const std::string wanted = R"("version":)" + std::to_string(version_);
    while (true) {
      const std::string message = server_.receive();
      if (message.find("publishDiagnostics") == std::string::npos) continue;
      for (std::size_t at = message.find(wanted); at != std::string::npos;
           at = message.find(wanted, at + 1)) {
        const char after = message[at + wanted.size()];
        if (after == ',' || after == '}') return;
      }
    }
  }

  ServerProcess& server_;
  Lines lines_;
  int version_ = 1;
  std::mt19937 random_{1};
  std::size_t line_ = 0;
  std::size_t column_ = 0;
  std::size_t first_column_ = 0;
  std::size_t left_in_burst_ = 0;
  std::size_t typed_ = 0;
};

// ---- measuring ----

double clock_ms() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double, std::milli>(now).count();
}

double percentile(std::vector<double> values, double part) {
  std::sort(values.begin(), values.end());
  return values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1))];
}

struct Cost {
  double time;  // ms of the server's processor
  double wait;  // ms on the clock
};

template <typename Action>
Cost cost_of(const ServerProcess& server, Action action) {
  const double cpu = server.cpu_ms();
  const double clock = clock_ms();
  action();
  const double wait = clock_ms() - clock;
  return {server.cpu_ms() - cpu, wait};
}

// True: within the limits.
bool measure(const char* program, const Case& wanted, int keystrokes) {
  ServerProcess server(program);
  Typist typist(server, make_document(wanted));
  server.greet();
  server.wait_until_it_rests();
  const Cost open = cost_of(server, [&] { typist.open(wanted.language); });
  std::vector<double> times;
  std::vector<double> waits;
  for (int i = 0; i < keystrokes; ++i) {
    const Cost key = cost_of(server, [&] { typist.type(); });
    times.push_back(key.time);
    waits.push_back(key.wait);
  }
  const double memory = server.memory_mb("VmRSS");
  const double memory_limit = 60 + 4 * static_cast<double>(wanted.size) / 1e6;
  const double time99 = percentile(times, 0.99);
  const bool fits = time99 <= wanted.limit_ms && memory <= memory_limit &&
                    (wanted.size != 1'000'000 || open.time <= kOpenLimitMs);
  std::printf("%-14s %-6s %8.2f %8.2f %8.0f %8.2f %8.2f %8.1f %8.1f %8.0f %8.0f %8.0f  %s\n",
              wanted.name, wanted.size_name, percentile(times, 0.5), time99, wanted.limit_ms,
              percentile(waits, 0.5), percentile(waits, 0.99), open.time, open.wait, memory,
              memory_limit, server.memory_mb("VmHWM"), fits ? "" : "over");
  std::fflush(stdout);
  return fits;
}

int run(int argc, char** argv) {
  if (argc < 2) give_up("usage: lsp_typing SERVER [KEYSTROKES] [CASE]");
  std::signal(SIGPIPE, SIG_IGN);
  const int keystrokes = argc > 2 ? std::max(1, std::atoi(argv[2])) : 1000;
  std::printf("%-14s %-6s %8s %8s %8s %8s %8s %8s %8s %8s %8s %8s\n", "", "ms, MB", "time p50",
              "time p99", "(limit)", "wait p50", "wait p99", "open", "wait", "memory", "(limit)",
              "peak");
  bool fits = true;
  const std::string_view only = argc > 3 ? argv[3] : "";
  for (const Case& wanted : kCases) {
    if (std::string_view(wanted.name).find(only) != std::string_view::npos)
      fits &= measure(argv[1], wanted, keystrokes);
  }
  return fits ? 0 : 1;
}

}  // namespace
}  // namespace personfirst::lsp

int main(int argc, char** argv) { return personfirst::lsp::run(argc, argv); }
