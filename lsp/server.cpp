#include "lsp/server.h"

#include <utility>

#include "lsp/capabilities.h"
#include "lsp/server_impl.h"
#include "lsp/uri.h"

namespace personfirst::lsp {
namespace {

std::vector<WorkspaceFolder> read_folders(const Json& params) {
  std::vector<WorkspaceFolder> folders;
  const auto add = [&](std::string_view uri) {
    folders.push_back({std::string(uri), path_of_uri(uri)});
  };
  if (const Json* list = find(params, "workspaceFolders"); list != nullptr && list->is_array()) {
    for (const Json& folder : *list) {
      if (const auto uri = string_at(folder, "uri")) add(*uri);
    }
  } else if (const auto uri = string_at(params, "rootUri")) {
    add(*uri);
  } else if (const auto path = string_at(params, "rootPath")) {
    add(uri_of_path(*path));
  }
  return folders;
}

}  // namespace

const std::map<std::string_view, Server::Impl::RequestHandler>& Server::Impl::request_handlers() {
  static const std::map<std::string_view, RequestHandler> handlers = {
      {"initialize", &Impl::initialize},
      {"shutdown", &Impl::shutdown},
      {"textDocument/diagnostic", &Impl::document_diagnostic},
      {"workspace/diagnostic", &Impl::workspace_diagnostic},
      {"textDocument/codeAction", &Impl::code_action},
      {"codeAction/resolve", &Impl::resolve_action},
      {"textDocument/hover", &Impl::hover_at},
      {"textDocument/completion", &Impl::complete},
      {"textDocument/documentLink", &Impl::links},
      {"workspace/executeCommand", &Impl::execute_command},
  };
  return handlers;
}

const std::map<std::string_view, Server::Impl::NotificationHandler>&
Server::Impl::notification_handlers() {
  static const std::map<std::string_view, NotificationHandler> handlers = {
      {"initialized", &Impl::initialized},
      {"exit", &Impl::exit_process},
      {"$/cancelRequest", &Impl::cancel_request},
      {"$/setTrace", &Impl::set_trace},
      {"window/workDoneProgress/cancel", &Impl::cancel_progress},
      {"textDocument/didOpen", &Impl::did_open},
      {"textDocument/didChange", &Impl::did_change},
      {"textDocument/didSave", &Impl::did_save},
      {"textDocument/didClose", &Impl::did_close},
      {"notebookDocument/didOpen", &Impl::notebook_did_open},
      {"notebookDocument/didChange", &Impl::notebook_did_change},
      {"notebookDocument/didSave", &Impl::notebook_did_save},
      {"notebookDocument/didClose", &Impl::notebook_did_close},
      {"workspace/didChangeConfiguration", &Impl::did_change_configuration},
      {"workspace/didChangeWatchedFiles", &Impl::did_change_watched_files},
      {"workspace/didChangeWorkspaceFolders", &Impl::did_change_folders},
  };
  return handlers;
}

Server::Impl::Impl(Host& host, ServerOptions options)
    : host_(host),
      warms_up_(options.warm_up),
      dispatcher_(std::make_shared<Dispatcher>(host)),
      workspace_(host, std::move(options)),
      linting_(*dispatcher_, client_,
               [this](OpenDocument& document, Linted& linted) { publish(document, linted); }) {}

void Server::Impl::receive(std::string_view body) {
  if (phase_ == Phase::Ended) return;
  const Message message = parse_message(body);
  switch (message.kind) {
    case Message::Kind::Request:
      return handle_request(message);
    case Message::Kind::Notification:
      return handle_notification(message);
    case Message::Kind::Response:
      return dispatcher_->answered(message);
    case Message::Kind::NotJson:
      log("a message was no JSON");
      return dispatcher_->refuse(nullptr, ErrorCode::ParseError, "the message is no JSON");
    case Message::Kind::Invalid:
      log("a message was no request, notification or response");
      return dispatcher_->refuse(message.id, ErrorCode::InvalidRequest, message.reason);
  }
}

void Server::Impl::handle_request(const Message& message) {
  const ReplyPtr reply = dispatcher_->accept(message);
  const bool initializes = message.method == "initialize";
  if (phase_ == Phase::ShutDown)
    return reply->error(ErrorCode::InvalidRequest, "the server is shut down");
  if (phase_ == Phase::New && !initializes)
    return reply->error(ErrorCode::ServerNotInitialized, "the server is not initialized");
  if (phase_ != Phase::New && initializes)
    return reply->error(ErrorCode::InvalidRequest, "the server is initialized already");
  const auto handler = request_handlers().find(message.method);
  if (handler == request_handlers().end())
    return reply->error(ErrorCode::MethodNotFound, "there is no such method");
  reply->set_method(handler->first);
  dispatcher_->trace("received", handler->first);
  (this->*handler->second)(message.params, reply);
  show_messages();
}

void Server::Impl::handle_notification(const Message& message) {
  const bool exits = message.method == "exit";
  if (phase_ != Phase::Running && !exits) return;
  const auto handler = notification_handlers().find(message.method);
  if (handler == notification_handlers().end()) {
    if (!message.method.starts_with("$/")) log("an unknown notification was ignored");
    return;
  }
  dispatcher_->trace("received", handler->first);
  (this->*handler->second)(message.params);
  show_messages();
  if (message.method.ends_with("/didOpen")) watch_files();
}

void Server::Impl::framing_error(std::string_view reason) {
  if (phase_ == Phase::Ended) return;
  log(reason);
  dispatcher_->refuse(nullptr, ErrorCode::ParseError, "the message's header cannot be read");
}

void Server::Impl::end_of_input() {
  if (phase_ == Phase::Ended) return;
  const int status = phase_ == Phase::ShutDown ? 0 : 1;
  phase_ = Phase::Ended;
  host_.stop(status);
}

void Server::Impl::initialize(const Json& params, const ReplyPtr& reply) {
  if (!params.is_object())
    return reply->error(ErrorCode::InvalidParams, "initialize has no parameters");
  phase_ = Phase::Running;
  client_ = read_capabilities(params);
  client_process = int_at(params, "processId");
  dispatcher_->set_trace(string_at(params, "trace").value_or("off"));
  workspace_.set_folders(read_folders(params));
  if (const Json* options = find(params, "initializationOptions")) {
    const Json* trusted = find(*options, "trusted");
    workspace_.set_trusted(trusted == nullptr || !trusted->is_boolean() || trusted->get<bool>());
    const Json* settings = find(*options, "settings");
    first_settings_ = settings != nullptr ? *settings : *options;
    workspace_.set_editor_settings(first_settings_, {});
  }
  reply->value(initialize_result(client_));
}

void Server::Impl::initialized(const Json& /*params*/) {
  register_capabilities();
  if (client_.configuration) ask_for_settings();
}

void Server::Impl::shutdown(const Json& /*params*/, const ReplyPtr& reply) {
  phase_ = Phase::ShutDown;
  reply->result("null");
  dispatcher_->cancel_all();
}

void Server::Impl::exit_process(const Json& /*params*/) { end_of_input(); }

void Server::Impl::cancel_request(const Json& params) {
  if (const Json* id = find(params, "id")) dispatcher_->cancel(*id);
}

void Server::Impl::set_trace(const Json& params) {
  dispatcher_->set_trace(string_at(params, "value").value_or("off"));
}

std::optional<std::string> document_uri(const Json& params, const ReplyPtr& reply) {
  const Json* document = find(params, "textDocument");
  const auto uri = document == nullptr ? std::nullopt : string_at(*document, "uri");
  if (uri) return std::string(*uri);
  reply->error(ErrorCode::InvalidParams, "textDocument.uri is missing");
  return std::nullopt;
}

Server::Server(Host& host, ServerOptions options)
    : impl_(std::make_unique<Impl>(host, std::move(options))) {}

Server::~Server() = default;

void Server::receive(std::string_view body) { impl_->receive(body); }

void Server::framing_error(std::string_view reason) { impl_->framing_error(reason); }

void Server::end_of_input() { impl_->end_of_input(); }

std::optional<std::int64_t> Server::client_process() const { return impl_->client_process; }

}  // namespace personfirst::lsp
