// The two ways of the wire: every request of the client is answered exactly once, and the client's
// answers find who asked.
#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "lsp/host.h"
#include "lsp/json_rpc.h"

namespace personfirst::lsp {

class Dispatcher;

// The answer that a request waits for. The first answer counts and later ones are dropped, so that
// a cancelled request needs no care; one that is forgotten answers InternalError when it goes.
// Server's thread only: jobs hold it in `done`, never in `work`.
class Reply {
 public:
  Reply(std::weak_ptr<Dispatcher> dispatcher, Json id);
  ~Reply();  // NOLINT(bugprone-exception-escape): only memory can run out
  Reply(const Reply&) = delete;
  Reply& operator=(const Reply&) = delete;

  [[nodiscard]] bool open() const { return open_; }
  // The method as the server knows it, for traces; what a client calls its own is never repeated.
  void set_method(std::string_view known) { method_ = known; }
  void result(std::string_view json_text);
  void value(const Json& value);
  void error(ErrorCode code, std::string_view message);

 private:
  void answer(const std::function<std::string()>& message);

  std::weak_ptr<Dispatcher> dispatcher_;
  Json id_;
  std::string method_;  // empty: not one of ours
  bool open_ = true;
};
using ReplyPtr = std::shared_ptr<Reply>;

class Dispatcher : public std::enable_shared_from_this<Dispatcher> {
 public:
  explicit Dispatcher(Host& host) : host_(host) {}

  // ---- requests of the client ----
  [[nodiscard]] ReplyPtr accept(const Message& request);
  void cancel(const Json& id);  // of a request that is still open; else nothing
  void cancel_all();
  // An error for a message that is no request that could be accepted.
  void refuse(const Json& id, ErrorCode code, std::string_view message);

  // ---- to the client; `params` are JSON texts ----
  void notify(std::string_view method, std::string_view params, std::string_view replaces = {});
  // `params` in parts, which are copied only once: diagnostics can be long.
  void notify(std::string_view method, std::initializer_list<std::string_view> params,
              std::string_view replaces = {});
  using OnAnswer = std::function<void(const Message& answer)>;
  void call(std::string_view method, std::string_view params, OnAnswer on_answer = {});
  void answered(const Message& response);

  // ---- jobs ----
  // As Host::start(), but `done` is dropped when the server is gone.
  void start(Job job);

  void log(std::string_view line) { host_.log(line); }
  // $/setTrace: "off", "messages" or "verbose". Traces name methods that the server knows and
  // nothing else.
  void set_trace(std::string_view value) { tracing_ = value == "messages" || value == "verbose"; }
  void trace(std::string_view what, std::string_view method);

 private:
  friend class Reply;
  void send(std::string message, std::string_view replaces = {});
  void forget(const Json& id);

  Host& host_;
  bool tracing_ = false;
  std::map<std::string, std::weak_ptr<Reply>> open_requests_;  // by the id's JSON text
  std::int64_t next_id_ = 1;
  std::map<std::int64_t, OnAnswer> calls_;
};

}  // namespace personfirst::lsp
