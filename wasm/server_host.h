// The language server in a module: one thread, which the host lends it step by step, and files that
// the host gives.
//
// Messages wait in an inbox, jobs in three queues. A step is one message handed to the server, or
// one job; messages first. The host decides when the next step is taken, and so what goes on
// between two.
//
// Files. A job that asks for a file that nobody has given stops counting: its work is done again
// when the file is there (jobs are made of values, and write what they found anew each time). The
// server's own thread cannot be asked to do something again. So the configuration of folders and
// documents that a message names is asked for before the server gets the message, and all that it
// has read is asked for again before messages after which it reads files again (a file was saved,
// settings changed). What it misses nonetheless (an editor's settings may name any file) is not
// there as far as it is told; when it is there after all, the server is told that it has changed,
// as an editor would tell it. Until then nothing else is done, and complaints wait, so that nobody
// sees the difference.
#pragma once

#include <array>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "lsp/host.h"
#include "lsp/server.h"
#include "wasm/given_files.h"

namespace personfirst::wasm {

class ServerHost : public lsp::Host {
 public:
  explicit ServerHost(lsp::ServerOptions options);

  // ---- for the host ----
  void receive(std::string message);
  void step();
  void end_of_input() { server_.end_of_input(); }
  void give_file(const std::string& path, FileAnswer answer);
  void give_folder(const std::string& path, std::vector<std::string> files);

  [[nodiscard]] bool can_step() const;
  [[nodiscard]] std::set<std::string> wanted_files() const;
  [[nodiscard]] std::set<std::string> wanted_folders() const;
  [[nodiscard]] std::optional<int> stopped() const { return stopped_; }
  [[nodiscard]] std::vector<std::string> take_messages();
  [[nodiscard]] std::vector<std::string> take_log();

  // ---- lsp::Host ----
  void send(std::string message, std::string_view replaces) override;
  void start(lsp::Job job) override;
  Result<std::optional<std::string>> read_file(const std::string& path) override;
  std::vector<lsp::FoundFile> list_documents(const std::string& folder) override;
  void log(std::string_view line) override { log_.emplace_back(line); }
  void stop(int status) override;

 private:
  struct Message {
    std::string key;
    std::string body;
  };
  // A job that waits for files, or has them.
  struct Fed {
    lsp::Job job;
    GivenFiles files;
    std::map<std::string, std::vector<std::string>> folders;
    std::set<std::string> wanted_files, wanted_folders;
    [[nodiscard]] bool waits() const { return !wanted_files.empty() || !wanted_folders.empty(); }
  };
  using Queue = std::deque<std::shared_ptr<Fed>>;

  [[nodiscard]] Queue* next_queue();
  [[nodiscard]] const Queue* next_queue() const;
  void run(Queue& queue);
  [[nodiscard]] bool has_files_for(const std::string& message);
  void look_for_configuration(const std::string& folder);
  [[nodiscard]] bool has_configurations_for(const Fed& job);
  void after_servers_turn();
  void settle();

  std::deque<std::string> inbox_;
  std::array<Queue, 3> jobs_;  // by priority
  std::vector<Message> outbox_;
  std::vector<std::string> complaints_;  // that may turn out to be wrong
  std::vector<std::string> log_;
  std::optional<int> stopped_;

  GivenFiles files_;                   // that the server's own thread has read
  std::set<std::string> wanted_;       // for that thread
  std::set<std::string> told_absent_;  // of these, what it was told not to be there
  std::vector<std::string> there_after_all_;
  bool refreshed_ = false;        // for the message that comes next
  std::shared_ptr<Fed> running_;  // null: the server's own thread reads

  lsp::Server server_;  // last: it may call this while it goes
};

}  // namespace personfirst::wasm
