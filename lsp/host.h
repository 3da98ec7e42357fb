// What the server needs of the process around it. The server itself is a state machine without
// threads, files or clock; a host gives it those. Tests have a host that does everything at once,
// in the test's own thread.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/config/paths.h"
#include "linter/result.h"

namespace personfirst::lsp {

// Work that may take long, made of values only: it shares nothing with the server but constant data
// and what the job owns.
struct Job {
  enum class Priority { Edit, Request, Background };  // Background work never delays the others
  Priority priority = Priority::Request;
  std::function<void()> work;  // on any thread; one call
  std::function<void()> done;  // afterwards, on the server's own thread
};

struct FoundFile {
  std::string path;  // absolute
};

class Host {
 public:
  virtual ~Host() = default;

  // One JSON-RPC message, without header. `replaces`: when a message with the same non-empty key
  // still waits to be written, this one takes its place (diagnostics of one document, for a client
  // that reads slowly).
  virtual void send(std::string message, std::string_view replaces) = 0;
  virtual void start(Job job) = 0;

  // read_file and list_documents are called from jobs too: any thread, several at once.
  // nullopt: there is no such file. Error: it cannot be read. Bytes as they are.
  virtual Result<std::optional<std::string>> read_file(const std::string& path) = 0;
  // Where that file really is: without `..`, and without symbolic links where there are any.
  virtual std::string real_path(const std::string& path) { return normal_path(path); }
  // Documents below a folder, in a stable order: what the command line would read; heeds
  // .gitignore.
  virtual std::vector<FoundFile> list_documents(const std::string& folder) = 0;

  // One line for the log (standard error). Never text of a document, never part of one.
  virtual void log(std::string_view line) = 0;
  // Ends the process after what has been sent is written.
  virtual void stop(int status) = 0;
};

}  // namespace personfirst::lsp
