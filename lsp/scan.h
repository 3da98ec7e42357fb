// Lints all documents of the workspace, one small background job after the other, so that it can be
// cancelled between two of them and never delays a keystroke. Server's thread, but for the jobs.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "lsp/documents.h"
#include "lsp/host.h"
#include "lsp/linting.h"
#include "lsp/progress.h"
#include "lsp/workspace.h"

namespace personfirst::lsp {

// What a scan found in one document.
struct ScannedFile {
  std::string uri;
  std::string path;
  std::optional<std::int32_t> version;  // of open documents
  bool is_open = false;
  bool unchanged = false;   // the same as `known` says: no diagnostics then
  std::string diagnostics;  // a JSON array
  std::string result_id;
  std::vector<Finding> findings;  // when they were asked for
  std::size_t finding_count = 0;
};

// What the last scan saw of files that nobody has open, so that the next one need not lint those
// that are the same.
struct SeenFile {
  std::size_t content = 0;  // a hash
  std::uint64_t generation = 0;
  std::string result_id;
};
using SeenFiles = std::map<std::string, SeenFile>;  // by path

// What scans work with; all outlive them.
struct ScanTools {
  Host& host;
  Dispatcher& dispatcher;
  const ClientCapabilities& client;
  Documents& documents;
  Linting& linting;
  Workspace& workspace;
  SeenFiles& seen;
};

struct ScanOrder {
  ReplyPtr reply;                            // answered or cancelled: the scan ends
  std::shared_ptr<Progress> progress;        // never null
  std::map<std::string, std::string> known;  // URI -> the client's last result id
  bool with_diagnostics = false;             // of open documents too
  bool with_findings = false;
  std::function<void(ScannedFile&&)> each;
  std::function<void()> end;  // not called when the scan is given up
};

// Runs until its end or until nobody waits for it any more.
void start_scan(const ScanTools& tools, ScanOrder order);

// One file that nobody has open, read and linted on any thread. Nothing when it cannot be read or
// is no text.
struct FileToScan {
  std::string path;
  std::string uri;
  DocumentSettings settings;
  SeenFile seen;          // of the last scan
  bool may_skip = false;  // the client still has what `seen` says
  bool with_findings = false;
};
struct FileScan {
  ScannedFile file;
  std::size_t content = 0;
};
[[nodiscard]] std::optional<FileScan> scan_file(Host& host, const ClientCapabilities& client,
                                                const FileToScan& wanted);

}  // namespace personfirst::lsp
