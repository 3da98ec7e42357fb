// personfirst-lsp: the language server. Editors start it.
#include <fcntl.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <map>
#include <memory>
#include <thread>
#include <utility>
#include <variant>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "linter/linter.h"
#include "lsp/process_host.h"
#include "lsp/server.h"
#include "lsp/transport.h"

namespace personfirst::lsp {
namespace {

constexpr int kCannot = 2;

constexpr const char* kHelp =
    R"(personfirst-lsp is the language server of personfirst. An editor starts it and
speaks the Language Server Protocol 3.17 with it.

Usage: personfirst-lsp [OPTIONS]

How the editor is reached:
  --stdio                standard input and output (default)
  --socket PORT          connect to PORT of 127.0.0.1, where the editor listens
  --pipe PATH            connect to the Unix socket PATH, where the editor listens

Options:
  --clientProcessId PID  end when this process ends
  --config FILE          this configuration for every document
  --rules FILE           also your own rules (repeatable)
  --log-level LEVEL      off, info (default) or debug: lines on standard error,
                         never with text of a document
  -h, --help             this page
  --version              the version

Exit status: 0 shut down as agreed, 1 the editor went away, 2 could not start
)";

const std::map<std::string, Log::Level> kLevels = {
    {"off", Log::Level::Off}, {"info", Log::Level::Info}, {"debug", Log::Level::Debug}};

struct Args {
  bool stdio = false;
  std::optional<std::uint16_t> port;
  std::string pipe;
  ProcessOptions process;
  ServerOptions server;
};

struct Answer {
  int status = 0;
  std::string text;
};

Answer mistake(const std::string& what) {
  return {kCannot, "personfirst-lsp: " + what + "\nTry: personfirst-lsp --help\n"};
}

void add_options(CLI::App& app, Args& args) {
  CLI::Option* stdio = app.add_flag("--stdio", args.stdio);
  CLI::Option* port = app.add_option("--socket", args.port)->check(CLI::Range(1, 65535));
  CLI::Option* pipe = app.add_option("--pipe", args.pipe);
  stdio->excludes(port)->excludes(pipe);
  port->excludes(pipe);
  app.add_option("--clientProcessId", args.process.client_process);
  app.add_option("--config", args.server.config_file);
  app.add_option("--rules", args.server.rule_files)->allow_extra_args(false);
  app.add_option_function<std::string>(
         "--log-level",
         [&args](const std::string& word) { args.process.log_level = kLevels.at(word); })
      ->check(CLI::IsMember(kLevels));
}

void make_absolute(std::string& path) {
  if (!path.empty()) path = std::filesystem::absolute(path).lexically_normal().string();
}

std::variant<Answer, Args> parse_command_line(int argc, const char* const* argv) {
  Args args;
  CLI::App app;
  app.name("personfirst-lsp");
  app.set_version_flag("--version", "personfirst-lsp " + std::string(version()));
  add_options(app, args);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    return Answer{0, kHelp};
  } catch (const CLI::CallForVersion& asked) {
    return Answer{0, std::string(asked.what()) + "\n"};
  } catch (const CLI::ParseError& error) {
    return mistake(error.what());
  }
  make_absolute(args.server.config_file);
  for (std::string& file : args.server.rule_files) make_absolute(file);
  args.server.warm_up = true;
  // One thread a core; more than a few have nothing to do.
  args.process.threads = std::clamp(std::thread::hardware_concurrency(), 2U, 8U);
  return args;
}

Result<Connection> connect(const Args& args) {
  if (args.port) return connect_to_port(*args.port);
  if (!args.pipe.empty()) return connect_to_socket(args.pipe);
  return take_standard_streams();
}

// A file that is opened while a standard stream is closed would get its number.
void open_standard_streams() {
  int fd = 0;
  while (fd >= 0 && fd <= STDERR_FILENO) fd = ::open("/dev/null", O_RDONLY);
  if (fd >= 0) ::close(fd);
}

// One text of 10 MB after another comes and goes while somebody types: give such pieces back to the
// system at once, and keep smaller ones at hand.
void return_memory() {
#ifdef __GLIBC__
  constexpr int kLarge = 8 * 1024 * 1024;
  ::mallopt(M_MMAP_THRESHOLD, kLarge);
  ::mallopt(M_TRIM_THRESHOLD, kLarge);
  ::mallopt(M_ARENA_MAX, 2);
#endif
}

int run(int argc, const char* const* argv) {
  const auto parsed = parse_command_line(argc, argv);
  if (const auto* answer = std::get_if<Answer>(&parsed)) {
    std::fputs(answer->text.c_str(), answer->status == 0 ? stdout : stderr);
    return answer->status;
  }
  const Args& args = std::get<Args>(parsed);
  return_memory();
  Result<Connection> client = connect(args);
  if (!client) {
    std::fprintf(stderr, "personfirst-lsp: %s\n", to_string(client.error()).c_str());
    return kCannot;
  }
  ProcessHost host(*std::move(client), args.process);
  Server server(host, args.server);
  return host.run(server);
}

}  // namespace
}  // namespace personfirst::lsp

int main(int argc, char** argv) {
  personfirst::lsp::open_standard_streams();
  std::signal(SIGPIPE, SIG_IGN);  // a client that goes away is seen where we write
  try {
    return personfirst::lsp::run(argc, argv);
  } catch (const std::exception&) {
    std::fputs("personfirst-lsp: internal error\n", stderr);
  } catch (...) {
    std::fputs("personfirst-lsp: internal error\n", stderr);
  }
  return 2;
}
