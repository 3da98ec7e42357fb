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
  answer(document, feature == &code_actions, reply, [this, feature, params](const Linted& linted) {
    return [feature, client = &client_, book = linted.book, params](const Snapshot& snapshot) {
      return feature(book->knowledge, *client, snapshot, params);
    };
  });
}

void Server::Impl::resolve_action(const Json& params, const ReplyPtr& reply) {
  if (!params.is_object())
    return reply->error(ErrorCode::InvalidParams, "the code action is no object");
  const OpenDocumentPtr document = documents_.find(document_of_action(params));
  if (!document) {
    const RuleBookPtr book = workspace_.book();
    return reply->value(resolve_code_action(book->knowledge, client_, nullptr, params));
  }
  answer(document, true, reply, [this, params](const Linted& linted) {
    return [client = &client_, book = linted.book, params](const Snapshot& snapshot) {
      return resolve_code_action(book->knowledge, *client, &snapshot, params);
    };
  });
}

namespace {

// The configuration as it is on disk.
void read_config(Host& host, Snapshot& snapshot) {
  const auto text = host.read_file(snapshot.config_path);
  if (text && *text) snapshot.config_text = **text;
}

}  // namespace

// `with_config`: the answer may change the project's configuration, as it is now: an open buffer's
// text before the disk's.
void Server::Impl::answer(const OpenDocumentPtr& document, bool with_config, const ReplyPtr& reply,
                          std::function<Answer(const Linted&)> make_answer) {
  LintWaiter waiter;
  waiter.of_this_text = true;
  waiter.reply = reply;
  waiter.call = [this, with_config, reply,
                 make_answer = std::move(make_answer)](const LintedPtr& linted) {
    if (!reply->open()) return;
    if (!linted) return reply->error(ErrorCode::ContentModified, "the document has changed");
    auto snapshot = std::make_shared<Snapshot>(linted->snapshot);
    bool reads = with_config && !snapshot->config_path.empty();
    if (const auto open = reads ? documents_.find_path(snapshot->config_path) : nullptr) {
      snapshot->config_text = open->text->text;
      snapshot->config_version = open->version;
      reads = false;
    }
    auto text = std::make_shared<std::string>();
    Job job;
    job.priority = Job::Priority::Request;
    job.work = [host = &host_, book = linted->book, snapshot, reads, text,
                answer = make_answer(*linted)] {
      if (reads) read_config(*host, *snapshot);
      *text = dump(answer(*snapshot));
    };
    job.done = [this, reply, text, uri = snapshot->uri, revision = linted->revision] {
      const OpenDocumentPtr now = documents_.find(uri);
      if (now && now->revision == revision) return reply->result(*text);
      reply->error(ErrorCode::ContentModified, "the document has changed");
    };
    dispatcher_->start(std::move(job));
  };
  linting_.when_linted(document, std::move(waiter));
}

}  // namespace personfirst::lsp
