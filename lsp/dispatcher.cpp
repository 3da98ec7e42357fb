#include "lsp/dispatcher.h"

#include <utility>
#include <vector>

namespace personfirst::lsp {

Reply::Reply(std::weak_ptr<Dispatcher> dispatcher, Json id)
    : dispatcher_(std::move(dispatcher)), id_(std::move(id)) {}

// NOLINTNEXTLINE(bugprone-exception-escape): only memory can run out
Reply::~Reply() { error(ErrorCode::InternalError, "the server has no answer"); }

void Reply::result(std::string_view json_text) {
  answer([&] { return make_response(id_, json_text); });
}

void Reply::value(const Json& value) {
  answer([&] { return make_response(id_, dump(value)); });
}

void Reply::error(ErrorCode code, std::string_view message) {
  answer([&] { return make_error(id_, code, message); });
}

void Reply::answer(const std::function<std::string()>& message) {
  if (!open_) return;
  open_ = false;
  const auto dispatcher = dispatcher_.lock();
  if (!dispatcher) return;
  dispatcher->forget(id_);
  dispatcher->send(message());
  dispatcher->trace("answered", method_);
}

ReplyPtr Dispatcher::accept(const Message& request) {
  auto reply = std::make_shared<Reply>(weak_from_this(), request.id);
  open_requests_[dump(request.id)] = reply;
  return reply;
}

void Dispatcher::cancel(const Json& id) {
  const auto found = open_requests_.find(dump(id));
  if (found == open_requests_.end()) return;
  if (const auto reply = found->second.lock())
    reply->error(ErrorCode::RequestCancelled, "the request was cancelled");
}

void Dispatcher::cancel_all() {
  std::vector<ReplyPtr> open;
  for (const auto& [id, request] : open_requests_) {
    if (auto reply = request.lock()) open.push_back(std::move(reply));
  }
  for (const ReplyPtr& reply : open)
    reply->error(ErrorCode::RequestCancelled, "the server shuts down");
}

void Dispatcher::refuse(const Json& id, ErrorCode code, std::string_view message) {
  send(make_error(id, code, message));
}

void Dispatcher::notify(std::string_view method, std::string_view params,
                        std::string_view replaces) {
  notify(method, {params}, replaces);
}

void Dispatcher::notify(std::string_view method, std::initializer_list<std::string_view> params,
                        std::string_view replaces) {
  send(make_notification(method, params), replaces);
}

void Dispatcher::call(std::string_view method, std::string_view params, OnAnswer on_answer) {
  const std::int64_t id = next_id_++;
  calls_[id] = std::move(on_answer);
  send(make_request(id, method, params));
}

void Dispatcher::answered(const Message& response) {
  const auto* id = response.id.get_ptr<const Json::number_integer_t*>();
  const auto found = id == nullptr ? calls_.end() : calls_.find(*id);
  if (found == calls_.end()) return log("an answer to no request was ignored");
  const OnAnswer on_answer = std::move(found->second);
  calls_.erase(found);
  if (on_answer) on_answer(response);
}

void Dispatcher::start(Job job) {
  job.done = [alive = weak_from_this(), done = std::move(job.done)] {
    if (alive.lock() && done) done();
  };
  host_.start(std::move(job));
}

void Dispatcher::trace(std::string_view what, std::string_view method) {
  if (!tracing_ || method.empty()) return;
  const Json params = {{"message", std::string(what) + " " + std::string(method)}};
  send(make_notification("$/logTrace", {dump(params)}));
}

void Dispatcher::send(std::string message, std::string_view replaces) {
  host_.send(std::move(message), replaces);
}

void Dispatcher::forget(const Json& id) { open_requests_.erase(dump(id)); }

}  // namespace personfirst::lsp
