// Requests about one document: they wait for its findings, then a pure function answers.
#include <utility>

#include "lsp/server_impl.h"
#include "lsp/uri.h"

namespace personfirst::lsp {

void Server::Impl::hover_at(const Json& params, const ReplyPtr& reply) {
  answer(&hover, params, reply);
}

void Server::Impl::complete(const Json& params, const ReplyPtr& reply) {
  answer(&completion, params, reply);
}

void Server::Impl::links(const Json& params, const ReplyPtr& reply) {
  answer(&document_links, params, reply);
}

void Server::Impl::code_action(const Json& params, const ReplyPtr& reply) {
  answer(&code_actions, params, reply);
}

void Server::Impl::answer(Feature feature, const Json& params, const ReplyPtr& reply) {
  const auto uri = document_uri(params, reply);
  if (!uri) return;
  const OpenDocumentPtr document = documents_.find(*uri);
  if (!document) return reply->result("null");
  LintWaiter waiter;
  waiter.of_this_text = true;
  waiter.reply = reply;
  waiter.call = [this, feature, params, reply](const LintedPtr& linted) {
    if (!reply->open()) return;
    if (!linted) return reply->error(ErrorCode::ContentModified, "the document has changed");
    auto snapshot = std::make_shared<Snapshot>(linted->snapshot);
    if (feature == &code_actions) add_config(*snapshot);
    auto text = std::make_shared<std::string>();
    Job job;
    job.priority = Job::Priority::Request;
    job.work = [feature, client = &client_, book = linted->book, snapshot, params, text] {
      *text = dump(feature(book->knowledge, *client, *snapshot, params));
    };
    job.done = [this, reply, text, uri = snapshot->uri, revision = linted->revision] {
      const OpenDocumentPtr now = documents_.find(uri);
      if (now && now->revision == revision) return reply->result(*text);
      reply->error(ErrorCode::ContentModified, "the document has changed");
    };
    dispatcher_->start(std::move(job));
  };
  linting_.when_linted(*document, std::move(waiter));
}

// As the configuration is now: an open buffer's text before the disk's.
void Server::Impl::add_config(Snapshot& snapshot) {
  if (snapshot.config_path.empty()) return;
  if (const OpenDocumentPtr open = documents_.find_path(snapshot.config_path)) {
    snapshot.config_text = open->text->text;
    snapshot.config_version = open->version;
    return;
  }
  const auto text = host_.read_file(snapshot.config_path);
  if (text && *text) snapshot.config_text = **text;
}

void Server::Impl::resolve_action(const Json& params, const ReplyPtr& reply) {
  if (!params.is_object())
    return reply->error(ErrorCode::InvalidParams, "the code action is no object");
  const OpenDocumentPtr document = documents_.find(document_of_action(params));
  if (!document) {
    const RuleBookPtr book = workspace_.book();
    return reply->value(resolve_code_action(book->knowledge, client_, nullptr, params));
  }
  LintWaiter waiter;
  waiter.of_this_text = true;
  waiter.reply = reply;
  waiter.call = [this, params, reply](const LintedPtr& linted) {
    if (!linted) return reply->error(ErrorCode::ContentModified, "the document has changed");
    Snapshot snapshot = linted->snapshot;
    add_config(snapshot);
    reply->value(resolve_code_action(linted->book->knowledge, client_, &snapshot, params));
  };
  linting_.when_linted(*document, std::move(waiter));
}

}  // namespace personfirst::lsp
