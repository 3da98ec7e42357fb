#include "tests/lsp/process/client.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <thread>

#include "tests/lsp/process/cage.h"

namespace personfirst::testing {
namespace {

using lsp::Fd;

constexpr int kPatienceMs = 60'000;  // only reached when a test fails
constexpr int kAWhileMs = 300;

[[noreturn]] void fail(const std::string& what) { throw std::runtime_error(what); }

bool wait_for(int fd, short events, int patience_ms) {
  pollfd waited{fd, events, 0};
  return ::poll(&waited, 1, patience_ms) == 1;
}

struct Stream {
  Fd read;
  Fd write;
};

Stream make_pipe() {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) fail("pipe");
  return {Fd(ends[0]), Fd(ends[1])};
}

Fd accept_one(const Fd& listener) {
  if (!wait_for(listener.number(), POLLIN, kPatienceMs)) fail("the server does not connect");
  return Fd(::accept4(listener.number(), nullptr, nullptr, SOCK_CLOEXEC));
}

struct Listener {
  Fd fd;
  std::string argument;
  std::string path;  // to be removed
};

Listener listen_on_port() {
  Listener listener{Fd(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)), {}, {}};
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* any = reinterpret_cast<sockaddr*>(&address);
  if (::bind(listener.fd.number(), any, size) != 0 || ::listen(listener.fd.number(), 1) != 0 ||
      ::getsockname(listener.fd.number(), any, &size) != 0)
    fail("listen");
  listener.argument = "--socket=" + std::to_string(ntohs(address.sin_port));
  return listener;
}

Listener listen_on_socket() {
  std::string folder = ::testing::TempDir() + "personfirst-XXXXXX";
  if (::mkdtemp(folder.data()) == nullptr) fail("mkdtemp");
  Listener listener{Fd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)), {}, folder + "/socket"};
  listener.argument = "--pipe=" + listener.path;
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  listener.path.copy(address.sun_path, sizeof address.sun_path - 1);
  if (::bind(listener.fd.number(), reinterpret_cast<sockaddr*>(&address), sizeof address) != 0 ||
      ::listen(listener.fd.number(), 1) != 0)
    fail("listen");
  return listener;
}

void remove(const Listener& listener) {
  if (listener.path.empty()) return;
  ::unlink(listener.path.c_str());
  ::rmdir(listener.path.substr(0, listener.path.rfind('/')).c_str());
}

// Standard streams that are -1 stay what they are.
pid_t spawn(const std::vector<std::string>& command, bool in_cage, std::array<int, 3> streams) {
  std::vector<char*> argv;
  for (const std::string& argument : command) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  const pid_t process = ::fork();
  if (process != 0) return process;
  for (int i = 0; i < 3; ++i) {
    if (streams[static_cast<std::size_t>(i)] >= 0) ::dup2(streams[static_cast<std::size_t>(i)], i);
  }
  ::signal(SIGPIPE, SIG_DFL);
  if (!in_cage || enter_cage()) ::execv(argv[0], argv.data());
  ::_exit(127);
}

int wait_for_process(pid_t process) {
  const auto limit = std::chrono::steady_clock::now() + std::chrono::milliseconds(kPatienceMs);
  int status = 0;
  while (::waitpid(process, &status, WNOHANG) == 0) {
    if (std::chrono::steady_clock::now() > limit) fail("the process does not end");
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

}  // namespace

std::string framed(const Json& message) {
  const std::string body = message.dump();
  return lsp::frame_header(body.size()) + body;
}

int run_in_cage(const std::vector<std::string>& command) {
  return wait_for_process(spawn(command, true, {-1, -1, -1}));
}

Client::Client(const ClientOptions& options) : log_(::memfd_create("log", MFD_CLOEXEC)) {
  ::signal(SIGPIPE, SIG_IGN);
  std::vector<std::string> command = {SERVER};
  command.insert(command.end(), options.arguments.begin(), options.arguments.end());
  if (options.how == How::Stdio) {
    Stream in = make_pipe();
    Stream out = make_pipe();
    process_ =
        spawn(command, options.in_cage, {in.read.number(), out.write.number(), log_.number()});
    to_server_ = std::move(in.write);
    from_server_ = std::move(out.read);
    return;
  }
  const Listener listener = options.how == How::Socket ? listen_on_port() : listen_on_socket();
  command.push_back(listener.argument);
  process_ = spawn(command, options.in_cage, {-1, -1, log_.number()});
  from_server_ = accept_one(listener.fd);
  to_server_ = Fd(::fcntl(from_server_.number(), F_DUPFD_CLOEXEC, 3));
  remove(listener);
}

Client::~Client() {
  if (process_ < 0) return;
  ::kill(process_, SIGKILL);
  ::waitpid(process_, nullptr, 0);
}

void Client::send_bytes(std::string_view bytes) {
  while (!bytes.empty()) {
    if (!wait_for(to_server_.number(), POLLOUT, kPatienceMs)) fail("the server does not read");
    const ssize_t put =
        ::write(to_server_.number(), bytes.data(), std::min<std::size_t>(bytes.size(), 4096));
    if (put < 0) return;  // it has ended: the test will see how
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
}

std::string_view Client::try_to_send(std::string_view bytes) {
  while (!bytes.empty() && wait_for(to_server_.number(), POLLOUT, kAWhileMs)) {
    const ssize_t put =
        ::write(to_server_.number(), bytes.data(), std::min<std::size_t>(bytes.size(), 4096));
    if (put < 0) break;
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return bytes;
}

void Client::send(const Json& message) { send_bytes(framed(message)); }

void Client::notify(const std::string& method, const Json& params) {
  send({{"jsonrpc", "2.0"}, {"method", method}, {"params", params}});
}

Json Client::request(const std::string& method, const Json& params) {
  const int id = next_id_++;
  methods_.emplace(id, method);
  send({{"jsonrpc", "2.0"}, {"id", id}, {"method", method}, {"params", params}});
  std::deque<Json> others;
  Json response = receive();
  while (!response.is_null() &&
         (response.contains("method") || response.value("id", Json()) != id)) {
    others.push_back(std::move(response));
    response = receive();
  }
  inbox_.insert(inbox_.begin(), others.begin(), others.end());
  if (response.is_null()) fail("no answer to " + method);
  return response;
}

Json Client::receive() {
  while (inbox_.empty() && fill()) {
  }
  if (inbox_.empty()) return nullptr;
  Json message = std::move(inbox_.front());
  inbox_.pop_front();
  return message;
}

Json Client::receive(const std::string& method) {
  std::deque<Json> others;
  Json message = receive();
  while (!message.is_null() && message.value("method", "") != method) {
    others.push_back(std::move(message));
    message = receive();
  }
  inbox_.insert(inbox_.begin(), others.begin(), others.end());
  if (message.is_null()) fail("no " + method + " came");
  return message;
}

bool Client::fill() {
  if (!wait_for(from_server_.number(), POLLIN, kPatienceMs)) fail("the server says nothing");
  std::array<char, 65536> buffer;
  const ssize_t size = ::read(from_server_.number(), buffer.data(), buffer.size());
  if (size <= 0) return false;
  reader_.read({buffer.data(), static_cast<std::size_t>(size)}, frames_);
  for (const lsp::Frame& frame : frames_) {
    if (!frame) fail("the server's header cannot be read");
    inbox_.push_back(Json::parse(*frame));
    record(inbox_.back());
  }
  frames_.clear();
  return true;
}

void Client::record(const Json& message) {
  static const char* const kFile = std::getenv("PERSONFIRST_LSP_MESSAGES");
  constexpr int kEnough = 100;
  if (kFile == nullptr || recorded_++ >= kEnough) return;
  const Json id = message.value("id", Json());
  const auto asked = id.is_number_integer() ? methods_.find(id.get<int>()) : methods_.end();
  std::ofstream(kFile, std::ios::app)
      << Json{{"method", asked == methods_.end() ? "" : asked->second}, {"message", message}}.dump()
      << '\n';
}

void Client::greet(std::optional<std::int64_t> process) {
  const Json answer =
      request("initialize",
              {{"processId", process ? Json(*process) : Json()},
               {"rootUri", nullptr},
               {"capabilities", {{"textDocument", {{"publishDiagnostics", Json::object()}}}}}});
  if (!answer.contains("result")) fail("initialize: " + answer.dump());
  notify("initialized", Json::object());
}

void Client::open(const std::string& uri, const std::string& text, std::int32_t version) {
  notify("textDocument/didOpen",
         {{"textDocument",
           {{"uri", uri}, {"languageId", "markdown"}, {"version", version}, {"text", text}}}});
}

void Client::close_input() {
  if (::shutdown(to_server_.number(), SHUT_WR) != 0) to_server_.close();
}

void Client::close_output() { from_server_.close(); }

int Client::wait_for_end() {
  const int status = wait_for_process(process_);
  process_ = -1;
  return status;
}

void Client::signal(int number) const { ::kill(process_, number); }

std::string Client::log() const {
  struct stat status {};
  ::fstat(log_.number(), &status);
  std::string text(static_cast<std::size_t>(status.st_size), '\0');
  const ssize_t size = ::pread(log_.number(), text.data(), text.size(), 0);
  text.resize(size < 0 ? 0 : static_cast<std::size_t>(size));
  return text;
}

std::size_t Client::resident_bytes() const {
  std::ifstream statm("/proc/" + std::to_string(process_) + "/statm");
  std::size_t total = 0;
  std::size_t resident = 0;
  statm >> total >> resident;
  return resident * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

}  // namespace personfirst::testing
