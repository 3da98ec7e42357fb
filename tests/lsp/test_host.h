// A host without threads, files or clock: what the server is tested on.
//
// Files are those in `files`. Jobs run at once, or wait until the test runs them in whatever order
// it likes. Every message that the server sends is checked a little, kept, and appended to the file
// that PERSONFIRST_LSP_MESSAGES names, for checking against the protocol's model: one line each,
// {"method": of a response's request, "message": {...}}.
#pragma once

#include <cstddef>
#include <deque>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lsp/host.h"

namespace personfirst::lsp {

using Json = nlohmann::json;

class TestHost : public Host {
 public:
  // ---- Host ----
  void send(std::string message, std::string_view replaces) override;
  void start(Job job) override;
  Result<std::optional<std::string>> read_file(const std::string& path) override;
  std::vector<FoundFile> list_documents(const std::string& folder) override;
  void log(std::string_view line) override { log_lines.emplace_back(line); }
  void stop(int status) override { stops.push_back(status); }

  // ---- jobs that wait ----
  [[nodiscard]] std::size_t waiting() const { return jobs_.size(); }
  // One step of a job: its work, or, when that is done, its end.
  void step(std::size_t job);
  void run();  // until nothing waits
  bool hold = false;

  // ---- what the server did ----
  void note_request(const Json& request);  // of the client: so that answers are known
  std::deque<Json> sent;                   // in order; the test takes them away
  std::vector<std::string> log_lines;
  std::vector<int> stops;
  std::size_t jobs_started = 0;
  std::map<std::string, std::string> files;

 private:
  struct Waiting {
    Job job;
    bool worked = false;
  };
  void record(const Json& message);

  std::deque<Waiting> jobs_;
  std::map<std::string, std::string> methods_;  // of requests, by id
};

}  // namespace personfirst::lsp
