// Diagnostics: pushed to clients that wait for them, answered to clients that ask.
#include <nlohmann/json.hpp>
#include <utility>

#include "lsp/server_impl.h"
#include "lsp/uri.h"

namespace personfirst::lsp {
namespace {

std::string json_string(std::string_view text) { return dump(Json(text)); }

// A DocumentDiagnosticReport; with `uri`, a WorkspaceDocumentDiagnosticReport.
std::string report_of(const ScannedFile& file, bool in_workspace) {
  std::string text = file.unchanged ? R"({"kind":"unchanged")" : R"({"kind":"full")";
  if (in_workspace) {
    text += R"(,"uri":)" + json_string(file.uri) + R"(,"version":)";
    text += file.version ? std::to_string(*file.version) : "null";
  }
  text += R"(,"resultId":)" + json_string(file.result_id);
  if (!file.unchanged) text.append(R"(,"items":)").append(file.diagnostics);
  return text + "}";
}

std::map<std::string, std::string> read_known(const Json& params) {
  std::map<std::string, std::string> known;
  const Json* ids = find(params, "previousResultIds");
  if (ids == nullptr || !ids->is_array()) return known;
  for (const Json& id : *ids) {
    const auto uri = string_at(id, "uri");
    const auto value = string_at(id, "value");
    if (uri && value) known[std::string(*uri)] = *value;
  }
  return known;
}

// Of an answer that cannot be sent bit by bit. Files that have no room in it are left out: they
// come with the next answer, where those that the client knows by then take no room.
constexpr std::size_t kMostItems = 32 * 1024 * 1024;

// What a workspace/diagnostic request has found: sent bit by bit, or kept for the answer.
struct WorkspaceReport {
  std::string items;
  std::string token;  // for partial results; a JSON text
  bool has_left_out = false;
  std::map<std::string, std::string> unseen;

  void add(Dispatcher& dispatcher, const ScannedFile& file) {
    const bool was_known = unseen.erase(file.uri) > 0;
    if (!was_known && !file.unchanged && file.diagnostics == "[]") return;
    const std::string report = report_of(file, true);
    if (!token.empty()) {
      dispatcher.notify("$/progress",
                        R"({"token":)" + token + R"(,"value":{"items":[)" + report + "]}}");
      return;
    }
    if (!file.unchanged && items.size() + report.size() > kMostItems) {
      if (!std::exchange(has_left_out, true))
        dispatcher.log("an answer about the workspace was too long: the rest comes with the next");
      return;
    }
    if (!items.empty()) items += ',';
    items += report;
  }

  // Files that the client knows and that are no more.
  void add_gone(Dispatcher& dispatcher, const Documents& documents) {
    for (const auto& [uri, id] : std::map(unseen)) {
      if (documents.find(uri)) continue;
      ScannedFile gone;
      gone.uri = uri;
      gone.diagnostics = "[]";
      gone.result_id = result_id_of("[]");
      gone.unchanged = gone.result_id == id;
      add(dispatcher, gone);
    }
  }
};

}  // namespace

// Diagnostics that nobody will ask for again are not kept.
void Server::Impl::publish(OpenDocument& document, Linted& linted) {
  if (client_.pull_diagnostics) return;
  if (std::exchange(document.lint.published, linted.revision) != linted.revision)
    publish(document.uri, document.version, linted.diagnostics);
  linted.diagnostics = std::string();
}

void Server::Impl::publish(const std::string& uri, std::optional<std::int32_t> version,
                           std::string_view diagnostics) {
  std::string head = R"({"uri":)" + json_string(uri);
  if (version && client_.diagnostic_version) head += R"(,"version":)" + std::to_string(*version);
  dispatcher_->notify("textDocument/publishDiagnostics",
                      {head, R"(,"diagnostics":)", diagnostics, "}"}, "diagnostics:" + uri);
}

// Diagnostics that a scan has sent give way to the document's own.
void Server::Impl::clear_scanned(const std::string& uri) {
  if (scanned_.erase(uri) > 0 && client_.pull_diagnostics) publish(uri, std::nullopt, "[]");
}

void Server::Impl::document_diagnostic(const Json& params, const ReplyPtr& reply) {
  const auto uri = document_uri(params, reply);
  if (!uri) return;
  const std::string previous(string_at(params, "previousResultId").value_or(""));
  const OpenDocumentPtr document = documents_.find(*uri);
  if (!document) return pull_closed(*uri, previous, reply);
  LintWaiter waiter;
  waiter.reply = reply;
  waiter.call = [this, reply, previous](const LintedPtr& linted) {
    if (!linted) return reply->error(ErrorCode::ContentModified, "the document was closed");
    ScannedFile file;
    file.result_id = result_id_of(*linted, client_);
    file.unchanged = file.result_id == previous;
    if (!file.unchanged && reply->open()) file.diagnostics = diagnostics_of(*linted, client_);
    reply->result(report_of(file, false));
  };
  linting_.when_linted(document, std::move(waiter));
}

// Clients ask about files in tabs that they have not opened yet, too.
void Server::Impl::pull_closed(const std::string& uri, const std::string& previous,
                               const ReplyPtr& reply) {
  FileToScan wanted;
  wanted.path = path_of_uri(uri);
  wanted.uri = uri;
  const auto answer = [reply, previous](ScannedFile file) {
    file.unchanged = file.result_id == previous;
    reply->result(report_of(file, false));
  };
  if (wanted.path.empty()) {
    ScannedFile nothing;
    nothing.diagnostics = "[]";
    nothing.result_id = result_id_of(nothing.diagnostics);
    return answer(std::move(nothing));
  }
  wanted.settings = workspace_.settings_of(wanted.path);
  auto result = std::make_shared<std::optional<FileScan>>();
  Job job;
  job.priority = Job::Priority::Request;
  job.work = [host = &host_, client = &client_, wanted = std::move(wanted), result] {
    *result = scan_file(*host, *client, wanted);
  };
  job.done = [reply, result, answer] {
    if (*result) return answer(std::move((*result)->file));
    reply->error(ErrorCode::RequestFailed, "the file cannot be read");
  };
  dispatcher_->start(std::move(job));
}

void Server::Impl::workspace_diagnostic(const Json& params, const ReplyPtr& reply) {
  auto report = std::make_shared<WorkspaceReport>();
  if (const Json* token = find(params, "partialResultToken")) report->token = dump(*token);
  ScanOrder order;
  order.reply = reply;
  order.progress = start_progress(params, "Checking the workspace");
  order.known = read_known(params);
  order.with_diagnostics = true;
  report->unseen = order.known;
  order.each = [this, report](ScannedFile&& file) { report->add(*dispatcher_, file); };
  order.end = [this, report, reply] {
    report->add_gone(*dispatcher_, documents_);
    reply->result(R"({"items":[)" + report->items + "]}");
  };
  if (const std::string& token = order.progress->token(); !token.empty()) by_token_[token] = reply;
  start_scan(scan_tools(), std::move(order));
}

ScanTools Server::Impl::scan_tools() {
  return {host_, *dispatcher_, client_, documents_, linting_, workspace_, seen_};
}

// With the client's token, if it has sent one.
std::shared_ptr<Progress> Server::Impl::start_progress(const Json& params, std::string_view title) {
  std::erase_if(by_token_, [](const auto& entry) { return entry.second.expired(); });
  auto progress = std::make_shared<Progress>(*dispatcher_);
  if (const Json* token = find(params, "workDoneToken")) progress->begin(*token, title);
  return progress;
}

void Server::Impl::cancel_progress(const Json& params) {
  const Json* token = find(params, "token");
  const auto found = token == nullptr ? by_token_.end() : by_token_.find(dump(*token));
  if (found == by_token_.end()) return;
  if (const auto reply = found->second.lock())
    reply->error(ErrorCode::RequestCancelled, "the request was cancelled");
}

}  // namespace personfirst::lsp
