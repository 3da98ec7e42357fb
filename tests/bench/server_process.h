// A running language server, and the way to it: for the programs here that measure it.
#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "lsp/framing.h"
#include "lsp/transport.h"

namespace personfirst::lsp {

[[noreturn]] inline void give_up(const char* why) {
  std::fprintf(stderr, "%s\n", why);
  std::exit(2);
}

inline std::string quoted(std::string_view text) {
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

  // As an editor does that counts in UTF-8.
  void greet() {
    send(
        R"({"jsonrpc":"2.0","id":0,"method":"initialize","params":{"processId":null,"rootUri":null,)"
        R"("capabilities":{"general":{"positionEncodings":["utf-8"]},"textDocument":{)"
        R"("publishDiagnostics":{"versionSupport":true,"dataSupport":true,)"
        R"("codeDescriptionSupport":true}}}}})");
    receive();
    send(R"({"jsonrpc":"2.0","method":"initialized","params":{}})");
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
  void wait_until_it_rests() const {
    for (double before = -1; cpu_ms() > before;) {
      before = cpu_ms();
      ::usleep(300'000);
    }
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

}  // namespace personfirst::lsp
