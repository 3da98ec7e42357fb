// A client of the real server: starts it, talks to it, and sees how it ends. Fails the test instead
// of waiting for ever.
//
// What the server sends is appended to the file that PERSONFIRST_LSP_MESSAGES names, for checking
// against the protocol, up to a hundred messages of each client.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <deque>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lsp/framing.h"
#include "lsp/transport.h"

namespace personfirst::testing {

using Json = nlohmann::json;

enum class How { Stdio, Socket, Pipe };

struct ClientOptions {
  How how = How::Stdio;
  std::vector<std::string> arguments;
  bool in_cage = false;
};

class Client {
 public:
  explicit Client(const ClientOptions& options = {});
  ~Client();  // kills the server when it still runs
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  void send_bytes(std::string_view bytes);
  // As much as the server takes without being waited for long; the rest is returned.
  [[nodiscard]] std::string_view try_to_send(std::string_view bytes);
  void send(const Json& message);
  void notify(const std::string& method, const Json& params);
  // Returns the whole response. What comes before it is kept for receive().
  Json request(const std::string& method, const Json& params);
  // The next message; null when there are no more.
  Json receive();
  // The next notification or request of the server with this method; the others stay.
  Json receive(const std::string& method);

  // initialize and initialized.
  void greet(std::optional<std::int64_t> process = std::nullopt);
  void open(const std::string& uri, const std::string& text, std::int32_t version = 1);

  void close_input();   // the server's
  void close_output();  // the server's
  // The exit status; 128 and the signal when one ended it.
  int wait_for_end();
  void signal(int number) const;
  [[nodiscard]] std::string log() const;  // standard error so far
  [[nodiscard]] std::size_t resident_bytes() const;

 private:
  bool fill();  // reads some more; false at the end
  void record(const Json& message);

  pid_t process_ = -1;
  lsp::Fd to_server_;
  lsp::Fd from_server_;
  lsp::Fd log_;
  lsp::FrameReader reader_;
  std::vector<lsp::Frame> frames_;
  std::deque<Json> inbox_;
  int next_id_ = 1;
  std::map<int, std::string> methods_;  // of requests
  int recorded_ = 0;
};

// A whole message with its header.
[[nodiscard]] std::string framed(const Json& message);

// Runs a command in the cage: its status as from wait_for_end().
[[nodiscard]] int run_in_cage(const std::vector<std::string>& command);

}  // namespace personfirst::testing
