#include "lsp/json_rpc.h"

#include <utility>

namespace personfirst::lsp {
namespace {

// Far more than any message needs; what is deeper could exhaust the stack when it is written back.
constexpr int kMaxDepth = 100;

Json parse_shallow(std::string_view body) {
  const auto shallow = [](int depth, Json::parse_event_t event, Json&) {
    const bool opens =
        event == Json::parse_event_t::object_start || event == Json::parse_event_t::array_start;
    return !opens || depth < kMaxDepth;
  };
  return Json::parse(body.begin(), body.end(), shallow, false);
}

// The value of \uXXXX at `at`, or -1.
int escaped_unit(std::string_view text, std::size_t at) {
  if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u') return -1;
  int unit = 0;
  for (std::size_t i = at + 2; i < at + 6; ++i) {
    const char c = text[i];
    const int digit = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                             : -1;
    if (digit < 0) return -1;
    unit = unit * 16 + digit;
  }
  return unit;
}

bool is_high(int unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low(int unit) { return unit >= 0xDC00 && unit < 0xE000; }

// Escaped halves of surrogate pairs become U+FFFD: the JSON parser refuses them.
std::string mend_surrogates(std::string_view body) {
  std::string mended(body);
  for (std::size_t at = mended.find('\\'); at != std::string::npos && at + 1 < mended.size();
       at = mended.find('\\', at)) {
    const int unit = escaped_unit(mended, at);
    if (is_high(unit) && is_low(escaped_unit(mended, at + 6))) {
      at += 12;
    } else if (is_high(unit) || is_low(unit)) {
      mended.replace(at, 6, "\\uFFFD");
      at += 6;
    } else {
      at += 2;
    }
  }
  return mended;
}

Message invalid(const char* reason) {
  Message message;
  message.reason = reason;
  return message;
}

bool is_id(const Json& id) { return id.is_string() || id.is_number_integer(); }

Message to_message(Json&& value) {
  if (value.is_array()) return invalid("batches are not part of the protocol");
  if (!value.is_object()) return invalid("the message is no object");
  Message message;
  const Json* id = find(value, "id");
  const bool has_id = id != nullptr;
  if (has_id && is_id(*id)) message.id = *id;
  if (string_at(value, "jsonrpc") != "2.0") {
    message.reason = "jsonrpc is not 2.0";
    return message;
  }
  if (const Json* method = find(value, "method")) {
    if (!method->is_string()) {
      message.reason = "the method is no string";
      return message;
    }
    if (has_id && !is_id(*id)) return invalid("the id is neither a string nor an integer");
    message.kind = has_id ? Message::Kind::Request : Message::Kind::Notification;
    message.method = *method->get_ptr<const Json::string_t*>();
    const auto params = value.find("params");
    if (params != value.end()) message.params = std::move(*params);
    return message;
  }
  const auto result = value.find("result");
  message.failed = find(value, "error") != nullptr;
  if (!has_id || (result == value.end() && !message.failed)) {
    message.reason = "the message has no method";
    return message;
  }
  message.kind = Message::Kind::Response;
  if (result != value.end()) message.result = std::move(*result);
  return message;
}

std::string opening(std::size_t room) {
  std::string text;
  text.reserve(room + 128);
  text += R"({"jsonrpc":"2.0",)";
  return text;
}

}  // namespace

Message parse_message(std::string_view body) {
  Json value = parse_shallow(body);
  if (value.is_discarded()) value = parse_shallow(mend_surrogates(body));
  if (!value.is_discarded()) return to_message(std::move(value));
  Message message;
  message.kind = Message::Kind::NotJson;
  return message;
}

std::string make_response(const Json& id, std::string_view result) {
  std::string text = opening(result.size());
  text.append(R"("id":)").append(dump(id)).append(R"(,"result":)").append(result).append("}");
  return text;
}

std::string make_error(const Json& id, ErrorCode code, std::string_view message) {
  std::string text = opening(message.size());
  const Json error = {{"code", static_cast<std::int32_t>(code)}, {"message", message}};
  text.append(R"("id":)").append(dump(id)).append(R"(,"error":)").append(dump(error)).append("}");
  return text;
}

std::string make_notification(std::string_view method,
                              std::initializer_list<std::string_view> params) {
  std::size_t size = 0;
  for (const std::string_view part : params) size += part.size();
  std::string text = opening(size);
  text.append(R"("method":")").append(method).append(R"(","params":)");
  for (const std::string_view part : params) text.append(part);
  return text.append("}");
}

std::string make_request(std::int64_t id, std::string_view method, std::string_view params) {
  std::string text = opening(params.size());
  text.append(R"("id":)").append(std::to_string(id)).append(R"(,"method":")").append(method);
  if (params.empty()) return text.append("\"}");
  return text.append(R"(","params":)").append(params).append("}");
}

}  // namespace personfirst::lsp
