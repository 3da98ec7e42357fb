// The language server: a state machine from messages to messages, without threads, files or clock.
//
// Everything is called on one thread, the server's own, and so are the `done` functions of the jobs
// that it gives to its host. A host without threads may run a job's work and done at once inside
// start(), or later in any order.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lsp/host.h"

namespace personfirst::lsp {

struct ServerOptions {
  // The user's own rule files, absolute paths, besides those that configurations name.
  std::vector<std::string> rule_files;
  // A configuration file for everything instead of the search beside each document; may be empty.
  std::string config_file;
  // Prepare the rules while the client starts, before there is anything to lint.
  bool warm_up = false;
};

class Server {
 public:
  // `host` must outlive the server. Jobs whose `done` comes after the server's end do nothing.
  Server(Host& host, ServerOptions options);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  // The body of one message. Whatever its bytes are, the server lives on; a message that is no
  // JSON is answered with ParseError.
  void receive(std::string_view body);
  // The header of a message could not be read. `reason` goes to the log: no bytes of the input.
  void framing_error(std::string_view reason);
  // The client closed its side, or its process is gone: Host::stop() with the status that the
  // specification wants (0 after shutdown, else 1). What `exit` does, too. Stops only once.
  void end_of_input();

  // The process to watch, as `initialize` named it.
  [[nodiscard]] std::optional<std::int64_t> client_process() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace personfirst::lsp
