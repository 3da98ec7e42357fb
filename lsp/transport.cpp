#include "lsp/transport.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

namespace personfirst::lsp {
namespace {

// POSIX: a pipe that poll() calls writable takes at least this much without waiting.
constexpr std::size_t kPipePiece = 4096;

tl::unexpected<Error> failure(const std::string& where) {
  return tl::unexpected(Error{where, std::generic_category().message(errno)});
}

int duplicate(int fd) { return ::fcntl(fd, F_DUPFD_CLOEXEC, STDERR_FILENO + 1); }

bool is_socket(int fd) {
  int type = 0;
  socklen_t size = sizeof type;
  return ::getsockopt(fd, SOL_SOCKET, SO_TYPE, &type, &size) == 0;
}

Result<Connection> connect_to(int family, const sockaddr* address, socklen_t size,
                              const std::string& name) {
  Connection connection;
  connection.in = Fd(::socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0));
  if (connection.in.number() < 0) return failure(name);
  if (::connect(connection.in.number(), address, size) != 0) return failure(name);
  connection.out = Fd(duplicate(connection.in.number()));
  if (connection.out.number() < 0) return failure(name);
  return connection;
}

// Waits until `fd` is ready. False: woken.
bool wait_for(int fd, short events, const WakeUp& wake) {
  pollfd waited[] = {{fd, events, 0}, {wake.number(), POLLIN, 0}};
  while (::poll(waited, 2, -1) < 0) {
    if (errno != EINTR) return false;
  }
  return waited[1].revents == 0;
}

}  // namespace

Fd::~Fd() { close(); }

Fd::Fd(Fd&& other) noexcept : number_(std::exchange(other.number_, -1)) {}

Fd& Fd::operator=(Fd&& other) noexcept {
  std::swap(number_, other.number_);
  return *this;
}

void Fd::close() {
  if (number_ >= 0) ::close(number_);
  number_ = -1;
}

Result<Connection> take_standard_streams() {
  Connection connection;
  connection.in = Fd(duplicate(STDIN_FILENO));
  if (connection.in.number() < 0) return failure("standard input");
  connection.out = Fd(duplicate(STDOUT_FILENO));
  if (connection.out.number() < 0) return failure("standard output");
  const Fd nothing(::open("/dev/null", O_RDONLY | O_CLOEXEC));
  if (nothing.number() >= 0) ::dup2(nothing.number(), STDIN_FILENO);
  ::dup2(STDERR_FILENO, STDOUT_FILENO);
  return connection;
}

Result<Connection> connect_to_port(std::uint16_t port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  auto connection = connect_to(AF_INET, reinterpret_cast<const sockaddr*>(&address), sizeof address,
                               "127.0.0.1:" + std::to_string(port));
  if (connection) {
    const int now = 1;  // messages are small and whole: none waits for the next
    ::setsockopt(connection->in.number(), IPPROTO_TCP, TCP_NODELAY, &now, sizeof now);
  }
  return connection;
}

Result<Connection> connect_to_socket(const std::string& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (path.empty() || path.size() >= sizeof address.sun_path)
    return tl::unexpected(Error{path, "is no path of a socket: empty or too long"});
  std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
  return connect_to(AF_UNIX, reinterpret_cast<const sockaddr*>(&address), sizeof address, path);
}

WakeUp::WakeUp() {
  int ends[2] = {-1, -1};
  if (::pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
    throw std::system_error(errno, std::generic_category(), "pipe");
  read_ = Fd(ends[0]);
  write_ = Fd(ends[1]);
}

void WakeUp::wake() {
  const char byte = 0;
  if (::write(write_.number(), &byte, 1) < 0) return;  // full: it is awake
}

std::size_t read_some(int fd, std::span<char> buffer, const WakeUp& wake) {
  while (wait_for(fd, POLLIN, wake)) {
    const ssize_t got = ::read(fd, buffer.data(), buffer.size());
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno != EINTR && errno != EAGAIN) return 0;
  }
  return 0;
}

bool write_all(int fd, std::string_view bytes, const WakeUp& wake) {
  const bool socket = is_socket(fd);
  while (!bytes.empty()) {
    if (!wait_for(fd, POLLOUT, wake)) return false;
    // Nothing here may wait but poll(): whoever stops the process must be able to.
    const ssize_t put = socket ? ::send(fd, bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL)
                               : ::write(fd, bytes.data(), std::min(bytes.size(), kPipePiece));
    if (put >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(put));
    } else if (errno != EINTR && errno != EAGAIN) {
      return false;
    }
  }
  return true;
}

}  // namespace personfirst::lsp
