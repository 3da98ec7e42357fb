// workspace/executeCommand.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "lsp/capabilities.h"
#include "lsp/server_impl.h"

namespace personfirst::lsp {
namespace {

const Json* argument(const Json& arguments, std::size_t at) {
  return arguments.is_array() && at < arguments.size() ? &arguments[at] : nullptr;
}

std::optional<std::string> text_argument(const Json& arguments, std::size_t at) {
  const Json* value = argument(arguments, at);
  const auto* text = value == nullptr ? nullptr : value->get_ptr<const Json::string_t*>();
  return text == nullptr ? std::nullopt : std::optional(*text);
}

}  // namespace

void Server::Impl::execute_command(const Json& params, const ReplyPtr& reply) {
  const auto name = string_at(params, "command");
  const Json* given = find(params, "arguments");
  const Json arguments = given == nullptr ? Json::array() : *given;
  if (name == command::kLintWorkspace) return lint_workspace(params, reply);
  if (name == command::kRestart) return restart(reply);
  if (name == command::kShowRule) return show_rule(arguments, reply);
  if (name == command::kReport) return make_report(params, reply);
  if (name == command::kApplyFix) return apply_fix(arguments, reply);
  reply->error(ErrorCode::InvalidParams, "there is no such command");
}

namespace {

// Progress with the client's token, else one of our own.
std::string own_token(std::int64_t number) { return "personfirst-" + std::to_string(number); }

}  // namespace

// Open documents have their diagnostics already; what is found in the others is published.
void Server::Impl::lint_workspace(const Json& params, const ReplyPtr& reply) {
  struct Totals {
    std::size_t files = 0, findings = 0;
    std::set<std::string> found;
  };
  auto totals = std::make_shared<Totals>();
  ScanOrder order;
  order.reply = reply;
  order.progress = start_progress(params, "Checking the workspace");
  if (order.progress->token().empty() && client_.work_done_progress)
    Progress::begin_own(order.progress, own_token(next_token_++), "Checking the workspace");
  if (const std::string& token = order.progress->token(); !token.empty()) by_token_[token] = reply;
  order.each = [this, totals](ScannedFile&& file) {
    ++totals->files;
    totals->findings += file.finding_count;
    if (file.is_open || documents_.find(file.uri)) return;
    const bool was_there = scanned_.erase(file.uri) > 0;
    const bool has_findings = file.diagnostics != "[]";
    if (has_findings) scanned_.insert(file.uri);
    if (has_findings || was_there) publish(file.uri, std::nullopt, file.diagnostics);
    totals->found.insert(std::move(file.uri));
  };
  order.end = [this, totals, reply] {
    std::erase_if(scanned_, [&](const std::string& uri) {  // files that are gone
      if (totals->found.contains(uri)) return false;
      publish(uri, std::nullopt, "[]");
      return true;
    });
    reply->value(Json{{"files", totals->files}, {"findings", totals->findings}});
  };
  start_scan(scan_tools(), std::move(order));
}

void Server::Impl::restart(const ReplyPtr& reply) {
  workspace_.reload();
  settings_changed();
  reply->result("null");
}

// A project that is open may have rules of its own.
RuleBookPtr Server::Impl::book_with(const std::string& rule) {
  const auto knows = [&](const RuleBookPtr& book) {
    const auto& ids = book->names.rules;
    return std::binary_search(ids.begin(), ids.end(), rule);
  };
  RuleBookPtr common = workspace_.book();
  if (knows(common)) return common;
  for (const auto& [uri, document] : documents_.all()) {
    if (knows(document->settings.book)) return document->settings.book;
  }
  return common;
}

// The source in a browser, where the client opens one; else the explanation as Markdown.
void Server::Impl::show_rule(const Json& arguments, const ReplyPtr& reply) {
  const auto rule = text_argument(arguments, 0);
  if (!rule) return reply->error(ErrorCode::InvalidParams, "the rule's id is missing");
  const RuleBookPtr book = book_with(*rule);
  const std::string url = explanation_url(book->knowledge, client_, *rule);
  const auto answer = [book, reply, id = *rule] {
    const std::string text = explain(book->knowledge, id, true);
    if (text.empty()) return reply->error(ErrorCode::InvalidParams, "there is no such rule");
    reply->value(Json(text));
  };
  if (url.empty() || !client_.show_document) return answer();
  const Json params = {{"uri", url}, {"external", true}};
  dispatcher_->call("window/showDocument", dump(params), [reply, answer](const Message& shown) {
    if (!shown.failed && bool_at(shown.result, "success")) return reply->result("null");
    answer();
  });
}

void Server::Impl::make_report(const Json& params, const ReplyPtr& reply) {
  auto findings = std::make_shared<std::vector<DocumentFindings>>();
  ScanOrder order;
  order.reply = reply;
  order.progress = start_progress(params, "Writing the report");
  if (order.progress->token().empty() && client_.work_done_progress)
    Progress::begin_own(order.progress, own_token(next_token_++), "Writing the report");
  if (const std::string& token = order.progress->token(); !token.empty()) by_token_[token] = reply;
  order.with_findings = true;
  order.each = [findings](ScannedFile&& file) {
    findings->push_back({std::move(file.uri), std::move(file.findings)});
  };
  order.end = [this, findings, reply] {
    auto text = std::make_shared<std::string>();
    Job job;
    job.priority = Job::Priority::Background;
    job.work = [book = workspace_.book(), findings, text] {
      *text = dump(Json(report(book->knowledge, *findings)));
    };
    job.done = [reply, text] { reply->result(*text); };
    dispatcher_->start(std::move(job));
  };
  start_scan(scan_tools(), std::move(order));
}

// For clients that get commands instead of code actions: URI, version or null, text edits.
void Server::Impl::apply_fix(const Json& arguments, const ReplyPtr& reply) {
  const auto uri = text_argument(arguments, 0);
  const Json* edits = argument(arguments, 2);
  if (!uri || edits == nullptr || !edits->is_array())
    return reply->error(ErrorCode::InvalidParams, "the arguments are no edit");
  if (!client_.apply_edit)
    return reply->error(ErrorCode::RequestFailed, "the client cannot apply edits");
  const Json& version = arguments[1];
  const OpenDocumentPtr document = documents_.find(*uri);
  if (document && version.is_number_integer() && document->version && version != *document->version)
    return reply->error(ErrorCode::ContentModified, "the document has changed");
  Json edit;
  if (client_.document_changes) {
    const Json identifier = {{"uri", *uri}, {"version", version}};
    const Json change = {{"textDocument", identifier}, {"edits", *edits}};
    edit["documentChanges"] = Json::array({change});
  } else {
    edit["changes"][*uri] = *edits;
  }
  const Json params = {{"edit", std::move(edit)}};
  dispatcher_->call("workspace/applyEdit", dump(params), [reply](const Message& applied) {
    if (!applied.failed && bool_at(applied.result, "applied")) return reply->result("null");
    reply->error(ErrorCode::RequestFailed, "the client has not applied the edit");
  });
}

}  // namespace personfirst::lsp
