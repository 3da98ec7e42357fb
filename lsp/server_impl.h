// The inside of Server: its collaborators, and one handler for each method of the protocol. The
// handlers stand in server_<topic>.cpp; the table of them in server.cpp. Internal to server_*.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "lsp/dispatcher.h"
#include "lsp/documents.h"
#include "lsp/features.h"
#include "lsp/linting.h"
#include "lsp/notebooks.h"
#include "lsp/progress.h"
#include "lsp/scan.h"
#include "lsp/server.h"
#include "lsp/workspace.h"

namespace personfirst::lsp {

class Server::Impl {
 public:
  Impl(Host& host, ServerOptions options);

  void receive(std::string_view body);
  void framing_error(std::string_view reason);
  void end_of_input();

  std::optional<std::int64_t> client_process;

 private:
  enum class Phase { New, Running, ShutDown, Ended };
  using RequestHandler = void (Impl::*)(const Json& params, const ReplyPtr& reply);
  using NotificationHandler = void (Impl::*)(const Json& params);
  static const std::map<std::string_view, RequestHandler>& request_handlers();
  static const std::map<std::string_view, NotificationHandler>& notification_handlers();

  void handle_request(const Message& message);
  void handle_notification(const Message& message);

  // ---- lifecycle: server.cpp ----
  void initialize(const Json& params, const ReplyPtr& reply);
  void initialized(const Json& params);
  void shutdown(const Json& params, const ReplyPtr& reply);
  void exit_process(const Json& params);
  void cancel_request(const Json& params);
  void set_trace(const Json& params);
  void register_capabilities();
  void warm_up(const RuleBookPtr& book);
  void watch_files();  // registers what must be watched, when that is something new

  // ---- documents: server_documents.cpp ----
  void did_open(const Json& params);
  void did_change(const Json& params);
  void did_save(const Json& params);
  void did_close(const Json& params);
  void notebook_did_open(const Json& params);
  void notebook_did_change(const Json& params);
  void notebook_did_save(const Json& params);
  void notebook_did_close(const Json& params);
  // Null, and a line in the log, when `item` is no TextDocumentItem.
  OpenDocumentPtr open(const Json& item, const Notebook* notebook);
  bool change(const Json& identifier, const Json& changes);
  void close(const std::string& uri);
  void change_cells(Notebook& notebook, const Json& cells);
  void refresh_cells(const Notebook& notebook);
  void apply_settings(OpenDocument& document);

  // ---- diagnostics: server_diagnostics.cpp ----
  void document_diagnostic(const Json& params, const ReplyPtr& reply);
  void workspace_diagnostic(const Json& params, const ReplyPtr& reply);
  void publish(OpenDocument& document, Linted& linted);
  void publish(const std::string& uri, std::optional<std::int32_t> version,
               std::string_view diagnostics);
  void pull_closed(const std::string& uri, const std::string& previous, const ReplyPtr& reply);
  void clear_scanned(const std::string& uri);
  [[nodiscard]] ScanTools scan_tools();
  std::shared_ptr<Progress> start_progress(const Json& params, std::string_view title);
  void cancel_progress(const Json& params);

  // ---- answers about one document: server_features.cpp ----
  void code_action(const Json& params, const ReplyPtr& reply);
  void resolve_action(const Json& params, const ReplyPtr& reply);
  void hover_at(const Json& params, const ReplyPtr& reply);
  void complete(const Json& params, const ReplyPtr& reply);
  void links(const Json& params, const ReplyPtr& reply);
  using Feature = Json (*)(const Knowledge&, const ClientCapabilities&, const Snapshot&,
                           const Json&);
  void answer(Feature feature, const Json& params, const ReplyPtr& reply);
  using Answer = std::function<Json(const Snapshot&)>;  // on any thread
  void answer(const OpenDocumentPtr& document, bool with_config, const ReplyPtr& reply,
              std::function<Answer(const Linted&)> make_answer);

  // ---- commands: server_commands.cpp ----
  void execute_command(const Json& params, const ReplyPtr& reply);
  void lint_workspace(const Json& params, const ReplyPtr& reply);
  void restart(const ReplyPtr& reply);
  void show_rule(const Json& arguments, const ReplyPtr& reply);
  RuleBookPtr book_with(const std::string& rule);
  void make_report(const Json& params, const ReplyPtr& reply);
  void apply_fix(const Json& arguments, const ReplyPtr& reply);

  // ---- settings and folders: server_workspace.cpp ----
  void did_change_configuration(const Json& params);
  void did_change_watched_files(const Json& params);
  void did_change_folders(const Json& params);
  void ask_for_settings();
  // `sections`: that for everything, then that of each folder.
  void take_settings(const Json& sections, const std::vector<std::string>& scopes);
  // Settings or rules may be others now: everything open is linted again.
  void settings_changed();
  void show_messages();
  void log(std::string_view line) { dispatcher_->log(line); }

  Host& host_;
  bool warms_up_;
  std::shared_ptr<Dispatcher> dispatcher_;
  ClientCapabilities client_;  // constant after initialize: jobs read it
  Workspace workspace_;
  Documents documents_;
  Notebooks notebooks_;
  Linting linting_;
  SeenFiles seen_;
  Phase phase_ = Phase::New;
  Json first_settings_;  // of initialize: for clients that have none to give later
  std::optional<std::set<std::string>> watched_;  // as registered: Workspace::other_names()
  std::set<std::string> scanned_;  // URIs that nobody has open, with diagnostics at the client
  // Long requests whose progress can be cancelled, by the token's JSON text.
  std::map<std::string, std::weak_ptr<Reply>> by_token_;
  std::int64_t next_token_ = 1;
};

// The document that a request is about; answers InvalidParams when there is none.
[[nodiscard]] std::optional<std::string> document_uri(const Json& params, const ReplyPtr& reply);

}  // namespace personfirst::lsp
