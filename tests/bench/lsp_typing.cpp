// What somebody who types feels: keystrokes sent to the real server, one by one, until the
// diagnostics of that version are there.
//
//   lsp_typing SERVER [KEYSTROKES]
//
// Prints a table: Markdown and HTML of 20 kB, 1 MB and 10 MB with a finding every 2 kB. "time" is
// the server's processor time from one keystroke to its diagnostics, all threads added up; "wait"
// is the time on the clock, this program's reading included. Memory is what is resident.
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "lsp/framing.h"
#include "lsp/transport.h"

namespace personfirst::lsp {
namespace {

struct Case {
  const char* language;
  const char* size_name;
  std::size_t size;
  double limit_ms;  // of "time", for 99 of 100 keystrokes
};

constexpr Case kCases[] = {
    {"markdown", "20 kB", 20'000, 1},       {"html", "20 kB", 20'000, 1},
    {"markdown", "1 MB", 1'000'000, 10},    {"html", "1 MB", 1'000'000, 10},
    {"markdown", "10 MB", 10'000'000, 100}, {"html", "10 MB", 10'000'000, 100},
};
constexpr double kOpenLimitMs = 50;  // of 1 MB

[[noreturn]] void give_up(const char* why) {
  std::fprintf(stderr, "lsp_typing: %s\n", why);
  std::exit(2);
}

// ---- the server's process ----

class ServerProcess {
 public:
  explicit ServerProcess(const char* program) {
    int in[2];
    int out[2];
    if (::pipe(in) != 0 || ::pipe(out) != 0) give_up("no pipes");
    process_ = ::fork();
    if (process_ == 0) {
      ::dup2(in[0], STDIN_FILENO);
      ::dup2(out[1], STDOUT_FILENO);
      for (const int fd : {in[0], in[1], out[0], out[1]}) ::close(fd);
      ::execl(program, program, static_cast<char*>(nullptr));
      ::_exit(127);
    }
    to_ = Fd(in[1]);
    from_ = Fd(out[0]);
    ::close(in[0]);
    ::close(out[1]);
    if (::clock_getcpuclockid(process_, &clock_) != 0) give_up("the server has no clock");
  }
  ~ServerProcess() {
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
  }

  void send(std::string_view body) {
    const std::string header = frame_header(body.size());
    if (!write_all(to_.number(), header, wake_) || !write_all(to_.number(), body, wake_))
      give_up("the server does not read");
  }
  // The next message.
  std::string receive() {
    while (frames_.empty()) {
      const std::size_t size = read_some(from_.number(), buffer_, wake_);
      if (size == 0) give_up("the server has ended");
      reader_.read({buffer_.data(), size}, frames_);
    }
    std::string message = frames_.front().value_or("");
    frames_.erase(frames_.begin());
    return message;
  }

  [[nodiscard]] double cpu_ms() const {
    timespec time{};
    ::clock_gettime(clock_, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
  }
  // "VmRSS" is what it takes now, "VmHWM" the most it ever took.
  [[nodiscard]] double memory_mb(std::string_view which) const {
    std::ifstream status("/proc/" + std::to_string(process_) + "/status");
    for (std::string line; std::getline(status, line);) {
      if (line.starts_with(which))
        return std::strtod(line.c_str() + which.size() + 1, nullptr) / 1e3;
    }
    return 0;
  }

 private:
  pid_t process_ = -1;
  clockid_t clock_{};
  Fd to_;
  Fd from_;
  WakeUp wake_;
  std::vector<char> buffer_ = std::vector<char>(1 << 20);
  FrameReader reader_;
  std::vector<Frame> frames_;
};

// ---- the document ----

using Lines = std::vector<std::string>;

constexpr std::string_view kSentences[] = {
    "The clinic opens at eight and closes when the last visitor has gone home. ",
    "A nurse writes the names down, and the kettle is always on. ",
    "In winter the rooms are cold, so people bring *blankets* and soup. ",
    "Bus 12 stops at the corner; the [timetable](/times) hangs by the door. ",
    "Nobody is asked for more than a first name, and most stay for an hour. ",
};

Lines make_document(const Case& wanted) {
  const bool html = std::string_view(wanted.language) == "html";
  Lines lines;
  std::size_t size = 0;
  std::size_t next_finding = 1000;
  for (std::size_t i = 0; size < wanted.size; ++i) {
    std::string line = html ? "<p>" : "";
    for (std::size_t k = 0; k < 4; ++k) line += kSentences[(i + k * k) % std::size(kSentences)];
    if (size > next_finding) {
      line += "He met an addict there.";
      next_finding += 2000;
    }
    if (i % 30 == 0) line = html ? "<h2>Part</h2>" : "## Part";
    if (html) line += i % 30 == 0 ? "" : "</p>";
    size += line.size() + 1;
    lines.push_back(std::move(line));
    if (html) continue;
    lines.emplace_back();
    ++size;
  }
  return lines;
}

std::string quoted(std::string_view text) {
  std::string json = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') json += '\\';
    if (c == '\n') {
      json += "\\n";
    } else {
      json += c;
    }
  }
  return json + "\"";
}

// ---- typing ----

constexpr std::string_view kNotice = R"({"jsonrpc":"2.0","method":"textDocument/)";
constexpr std::string_view kUri = R"({"textDocument":{"uri":"untitled:a")";

class Typist {
 public:
  Typist(ServerProcess& server, Lines lines) : server_(server), lines_(std::move(lines)) {}

  void greet() {
    server_.send(
        R"({"jsonrpc":"2.0","id":0,"method":"initialize","params":{"processId":null,"rootUri":null,)"
        R"("capabilities":{"general":{"positionEncodings":["utf-8"]},"textDocument":{)"
        R"("publishDiagnostics":{"versionSupport":true,"dataSupport":true,)"
        R"("codeDescriptionSupport":true}}}}})");
    server_.receive();
    server_.send(R"({"jsonrpc":"2.0","method":"initialized","params":{}})");
  }
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
    column_ = lines_[line_].find(' ', 20 + random_() % 60);
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
  typist.greet();
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
  std::printf("%-8s %-6s %8.2f %8.2f %8.0f %8.2f %8.2f %8.1f %8.1f %8.0f %8.0f %8.0f  %s\n",
              wanted.language, wanted.size_name, percentile(times, 0.5), time99, wanted.limit_ms,
              percentile(waits, 0.5), percentile(waits, 0.99), open.time, open.wait, memory,
              memory_limit, server.memory_mb("VmHWM"), fits ? "" : "over");
  std::fflush(stdout);
  return fits;
}

int run(int argc, char** argv) {
  if (argc < 2) give_up("usage: lsp_typing SERVER [KEYSTROKES]");
  std::signal(SIGPIPE, SIG_IGN);
  const int keystrokes = argc > 2 ? std::max(1, std::atoi(argv[2])) : 1000;
  std::printf("%-8s %-6s %8s %8s %8s %8s %8s %8s %8s %8s %8s %8s\n", "", "ms, MB", "time p50",
              "time p99", "(limit)", "wait p50", "wait p99", "open", "wait", "memory", "(limit)",
              "peak");
  bool fits = true;
  for (const Case& wanted : kCases) fits &= measure(argv[1], wanted, keystrokes);
  return fits ? 0 : 1;
}

}  // namespace
}  // namespace personfirst::lsp

int main(int argc, char** argv) { return personfirst::lsp::run(argc, argv); }
