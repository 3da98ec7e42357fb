// JSON-RPC 2.0 as the protocol uses it: a message's bytes to its parts, and parts to bytes.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "lsp/json.h"

namespace personfirst::lsp {

enum class ErrorCode : std::int32_t {
  ParseError = -32700,
  InvalidRequest = -32600,
  MethodNotFound = -32601,
  InvalidParams = -32602,
  InternalError = -32603,
  ServerNotInitialized = -32002,
  RequestFailed = -32803,
  ServerCancelled = -32802,
  ContentModified = -32801,
  RequestCancelled = -32800,
};

// NOLINTNEXTLINE(bugprone-exception-escape): of Json, which does not throw when it is moved
struct Message {
  enum class Kind { Request, Notification, Response, NotJson, Invalid };
  Kind kind = Kind::Invalid;
  Json id;                  // of requests and responses; null where an invalid message has none
  std::string method;       // of requests and notifications
  Json params;              // null when there are none
  Json result;              // of responses
  bool failed = false;      // a response with "error"
  const char* reason = "";  // for Invalid: what is wrong, without bytes of the message
};

// Never fails. Values nested deeper than any message of the protocol are left out, and halves of
// surrogate pairs, which editors do send, become U+FFFD (as wide as they are).
[[nodiscard]] Message parse_message(std::string_view body);

// `result` and `params` are JSON texts, the latter perhaps in parts; a request's
// empty `params` are left out.
[[nodiscard]] std::string make_response(const Json& id, std::string_view result);
[[nodiscard]] std::string make_error(const Json& id, ErrorCode code, std::string_view message);
[[nodiscard]] std::string make_notification(std::string_view method,
                                            std::initializer_list<std::string_view> params);
[[nodiscard]] std::string make_request(std::int64_t id, std::string_view method,
                                       std::string_view params);

}  // namespace personfirst::lsp
