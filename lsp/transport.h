// Where the client's bytes come from and go to: standard streams, a TCP port of this machine, or a
// Unix socket. The client listens and we connect: so do the clients of this protocol expect it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "linter/result.h"

namespace personfirst::lsp {

// Closes its file descriptor.
class Fd {
 public:
  Fd() = default;
  explicit Fd(int number) : number_(number) {}
  ~Fd();
  Fd(Fd&& other) noexcept;
  Fd& operator=(Fd&& other) noexcept;
  [[nodiscard]] int number() const { return number_; }  // -1: none
  void close();

 private:
  int number_ = -1;
};

struct Connection {
  Fd in;
  Fd out;
};

// Takes the process's standard input and output for the protocol alone: what anything else writes
// to standard output from then on goes to standard error. Call once, before threads start.
[[nodiscard]] Result<Connection> take_standard_streams();
[[nodiscard]] Result<Connection> connect_to_port(std::uint16_t port);  // of 127.0.0.1
[[nodiscard]] Result<Connection> connect_to_socket(const std::string& path);

// Makes waiting threads go on, for good.
class WakeUp {
 public:
  WakeUp();
  void wake();  // from any thread
  [[nodiscard]] int number() const { return read_.number(); }

 private:
  Fd read_;
  Fd write_;
};

// Waits for bytes. 0: there are no more, or `wake` was woken.
[[nodiscard]] std::size_t read_some(int fd, std::span<char> buffer, const WakeUp& wake);
// False: the other side does not want them, or `wake` was woken before all were taken.
[[nodiscard]] bool write_all(int fd, std::string_view bytes, const WakeUp& wake);

}  // namespace personfirst::lsp
