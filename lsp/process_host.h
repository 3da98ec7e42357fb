// The process around the server: its threads, its client, its files.
//
// One thread reads, one writes, the server has one of its own (the caller's of run()), and a pool
// does the jobs. Memory stays bounded whatever the client does: what comes in waits while the
// server or the client's reading is behind.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lsp/host.h"
#include "lsp/process_events.h"
#include "lsp/process_log.h"
#include "lsp/process_output.h"
#include "lsp/process_watch.h"
#include "lsp/server.h"
#include "lsp/transport.h"
#include "lsp/worker_pool.h"

namespace personfirst::lsp {

struct ProcessOptions {
  std::size_t threads = 2;  // for edits and requests, see WorkerPool
  Log::Level log_level = Log::Level::Info;
  std::optional<std::int64_t> client_process;  // besides the one that `initialize` names
};

class ProcessHost : public Host {
 public:
  ProcessHost(Connection client, const ProcessOptions& options);
  ~ProcessHost() override;

  // Serves the client until the server stops: the exit status. Once.
  [[nodiscard]] int run(Server& server);

  void send(std::string message, std::string_view replaces) override;
  void start(Job job) override;
  Result<std::optional<std::string>> read_file(const std::string& path) override;
  std::string real_path(const std::string& path) override;
  std::vector<FoundFile> list_documents(const std::string& folder) override;
  void log(std::string_view line) override;
  void stop(int status) override;

 private:
  void read_input();
  void handle(Server& server, Event event);
  void receive(Server& server, const Frame& frame);

  Connection client_;
  const Log log_;
  std::optional<int> status_;  // the server has stopped; on its own thread

  WakeUp stop_reading_;
  EventQueue events_;
  WorkerPool workers_;
  OutputQueue output_;
  ProcessWatch watch_;
  std::thread reader_;
};

}  // namespace personfirst::lsp
