#include "lsp/scan.h"

#include <algorithm>
#include <set>
#include <utility>

#include "linter/text/decode.h"
#include "lsp/placed.h"
#include "lsp/uri.h"

namespace personfirst::lsp {
namespace {

bool is_configuration(std::string_view path) {
  return path.substr(path.rfind('/') + 1) == kConfigFileName;
}

class Scan : public std::enable_shared_from_this<Scan> {
 public:
  Scan(const ScanTools& tools, ScanOrder order) : tools_(tools), order_(std::move(order)) {}

  // First the names, then the files.
  void run() {
    auto found = std::make_shared<std::set<std::string>>();
    std::vector<std::string> folders;
    for (const WorkspaceFolder& folder : tools_.workspace.folders()) {
      if (!folder.path.empty()) folders.push_back(folder.path);
    }
    Job job;
    job.priority = Job::Priority::Background;
    job.work = [host = &tools_.host, folders, found] {
      for (const std::string& folder : folders) {
        for (FoundFile& file : host->list_documents(folder)) found->insert(std::move(file.path));
      }
    };
    job.done = [self = shared_from_this(), found] {
      for (const std::string& path : *found) {
        if (!is_configuration(path)) self->paths_.push_back(path);
      }
      self->ready();
    };
    tools_.dispatcher.start(std::move(job));
  }

 private:
  // A host that works at once comes back here from inside of next(): a loop, not a recursion.
  void ready() {
    ready_ = true;
    if (looping_) return;
    looping_ = true;
    while (std::exchange(ready_, false)) next();
    looping_ = false;
  }

  void next() {
    if (order_.reply && !order_.reply->open()) return order_.progress->end();
    order_.progress->report(at_, paths_.size());
    if (at_ == paths_.size()) {
      order_.progress->end();
      return order_.end();
    }
    const std::string& path = paths_[at_++];
    if (const OpenDocumentPtr open = tools_.documents.find_path(path)) return take_open(open);
    scan_closed(path);
  }

  void take_open(const OpenDocumentPtr& document) {
    LintWaiter waiter;
    waiter.reply = order_.reply;
    waiter.call = [self = shared_from_this(), path = document->path](const LintedPtr& linted) {
      if (!linted) return self->scan_closed(path);
      ScannedFile file;
      file.uri = linted->snapshot.uri;
      file.path = path;
      if (const auto open = self->tools_.documents.find(file.uri)) file.version = open->version;
      file.is_open = true;
      if (self->order_.with_diagnostics) self->compare(*linted, file);
      const auto findings = all_findings(linted->snapshot);
      file.finding_count = findings.size();
      if (self->order_.with_findings) {
        for (const Placed& finding : findings) file.findings.push_back(finding_of(finding));
      }
      self->take(std::move(file));
    };
    tools_.linting.when_linted(document, std::move(waiter));
  }

  // With what the client has already.
  void compare(const Linted& linted, ScannedFile& file) const {
    file.result_id = result_id_of(linted, tools_.client);
    const auto known = order_.known.find(file.uri);
    file.unchanged = known != order_.known.end() && known->second == file.result_id;
    if (!file.unchanged) file.diagnostics = diagnostics_of(linted, tools_.client);
  }

  void scan_closed(const std::string& path) {
    FileToScan wanted;
    wanted.path = path;
    wanted.uri = uri_of_path(path);
    wanted.settings = tools_.workspace.settings_of(path);
    if (!wanted.settings.enabled) return ready();
    wanted.with_findings = order_.with_findings;
    const std::uint64_t generation = tools_.workspace.generation();
    const auto seen = tools_.seen.find(path);
    const auto known = order_.known.find(wanted.uri);
    if (seen != tools_.seen.end() && known != order_.known.end()) {
      wanted.seen = seen->second;
      wanted.may_skip = wanted.seen.generation == generation &&
                        wanted.seen.result_id == known->second && !wanted.with_findings;
    }
    auto result = std::make_shared<std::optional<FileScan>>();
    Job job;
    job.priority = Job::Priority::Background;
    job.work = [host = &tools_.host, client = &tools_.client, wanted = std::move(wanted), result] {
      *result = scan_file(*host, *client, wanted);
    };
    job.done = [self = shared_from_this(), result, path, generation] {
      if (!*result) return self->ready();
      self->tools_.seen[path] = {(*result)->content, generation, (*result)->file.result_id};
      self->take(std::move((*result)->file));
    };
    tools_.dispatcher.start(std::move(job));
  }

  void take(ScannedFile&& file) {
    if (!order_.reply || order_.reply->open()) order_.each(std::move(file));
    ready();
  }

  ScanTools tools_;
  ScanOrder order_;
  std::vector<std::string> paths_;
  std::size_t at_ = 0;
  bool ready_ = false;
  bool looping_ = false;
};

LintedSection whole(LintResult result) {
  return {0, 0, std::make_shared<const LintResult>(std::move(result))};
}

}  // namespace

void start_scan(const ScanTools& tools, ScanOrder order) {
  std::make_shared<Scan>(tools, std::move(order))->run();
}

std::optional<FileScan> scan_file(Host& host, const ClientCapabilities& client,
                                  const FileToScan& wanted) {
  FileScan scan;
  scan.file.uri = wanted.uri;
  scan.file.path = wanted.path;
  scan.file.diagnostics = "[]";
  auto bytes = host.read_file(wanted.path);
  if (!bytes || !*bytes || looks_binary(**bytes)) return std::nullopt;
  scan.content = std::hash<std::string>{}(**bytes);
  if (wanted.may_skip && wanted.seen.content == scan.content) {
    scan.file.unchanged = true;
    scan.file.result_id = wanted.seen.result_id;
    return scan;
  }
  if (wanted.settings.enabled) {
    const Settings& settings = *wanted.settings.settings;
    Snapshot snapshot;
    snapshot.uri = wanted.uri;
    snapshot.path = wanted.path;
    Document document =
        make_document(wanted.path, settings.format.value_or(format_of_name(wanted.path)),
                      decode(std::move(**bytes)), settings.language);
    document.values = settings.values;
    snapshot.document = std::make_shared<const Document>(std::move(document));
    snapshot.settings = wanted.settings.settings;
    snapshot.config_path = wanted.settings.config_path;
    const RuleBook& book = *wanted.settings.book;
    snapshot.sections = {whole(lint(*book.rules, *snapshot.document, settings.options))};
    scan.file.diagnostics = DiagnosticsWriter(book.knowledge, client).write(snapshot);
    scan.file.finding_count = snapshot.sections[0].result->findings.size();
    if (wanted.with_findings) scan.file.findings = snapshot.sections[0].result->findings;
  }
  scan.file.result_id = result_id_of(scan.file.diagnostics);
  return scan;
}

}  // namespace personfirst::lsp
