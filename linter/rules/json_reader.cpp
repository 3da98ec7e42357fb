#include "linter/rules/json_reader.h"

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>
#include <utility>

namespace personfirst {
namespace {

constexpr std::size_t kMaxDepth = 32;
constexpr std::size_t kMaxSize = std::size_t{4} << 20;  // the shipped files are a tenth of that

std::string line_and_column(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, std::min(offset, text.size()));
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  const std::size_t line_begin = before.rfind('\n') + 1;  // npos + 1 is 0
  return std::to_string(line) + ":" + std::to_string(before.size() - line_begin + 1);
}

// The parser's message without its number and place, which we give ourselves, and without the bytes
// it last read, which may be many.
std::string reason_of(std::string_view message) {
  constexpr std::string_view kPlace = ", column ";
  constexpr std::string_view kSyntax = "syntax error ";
  if (const auto place = message.find(kPlace); place != std::string_view::npos) {
    const auto end = message.find(": ", place);
    if (end != std::string_view::npos) message.remove_prefix(end + 2);
  }
  if (message.starts_with(kSyntax)) message.remove_prefix(kSyntax.size());
  std::string reason(message);
  const auto last_read = reason.find("; last read: '");
  if (last_read == std::string::npos) return reason;
  const auto expected = reason.rfind("; expected ");
  const bool has_expected = expected != std::string::npos && expected > last_read;
  return reason.substr(0, last_read) + (has_expected ? reason.substr(expected) : "");
}

// Builds the tree. While a value is open its parent does not grow, so the pointers in `open_` stay
// good.
class TreeBuilder : public nlohmann::json_sax<nlohmann::json> {
 public:
  TreeBuilder(const std::string& file, std::string_view text) : file_(file), text_(text) {}

  JsonValue root;
  std::optional<Error> error;

  bool null() override { return add({}); }
  bool boolean(bool value) override {
    JsonValue json;
    json.kind = JsonValue::Kind::Boolean;
    json.boolean = value;
    return add(std::move(json));
  }
  bool number_integer(number_integer_t) override { return add_number(std::nullopt); }
  bool number_unsigned(number_unsigned_t value) override {
    if (value > std::numeric_limits<std::uint32_t>::max()) return add_number(std::nullopt);
    return add_number(static_cast<std::uint32_t>(value));
  }
  bool number_float(number_float_t, const string_t&) override { return add_number(std::nullopt); }
  bool string(string_t& value) override {
    if (!check(value)) return false;
    JsonValue json;
    json.kind = JsonValue::Kind::String;
    json.string = std::move(value);
    return add(std::move(json));
  }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(JsonValue::Kind::Object); }
  bool start_array(std::size_t) override { return open(JsonValue::Kind::Array); }
  bool key(string_t& value) override {
    if (!check(value)) return false;
    open_.back()->members.push_back({std::move(value), {}});
    return true;
  }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception& exception) override {
    const std::size_t offset = position == 0 ? 0 : position - 1;
    error = Error{file_ + ":" + line_and_column(text_, offset),
                  "is not JSON: " + reason_of(exception.what())};
    return false;
  }

 private:
  // Folded text has none but ends of lines and tabs, and patterns are taken apart with them.
  bool check(std::string_view value) {
    const auto control = std::ranges::find_if(value, [](char c) {
      const auto byte = static_cast<unsigned char>(c);
      return (byte < 0x20 && c != '\n' && c != '\t' && c != '\r') || byte == 0x7F;
    });
    if (control == value.end()) return true;
    constexpr std::size_t kShown = 40;
    const auto at = static_cast<std::size_t>(control - value.begin());
    std::size_t begin = at - std::min(at, kShown);
    while (begin < at && (static_cast<unsigned char>(value[begin]) & 0xC0U) == 0x80) ++begin;
    error = Error{file_, "has a control character behind “" +
                             std::string(value.substr(begin, at - begin)) + "”"};
    return false;
  }

  JsonValue* place(JsonValue json) {
    JsonValue* target = &root;
    if (!open_.empty() && open_.back()->kind == JsonValue::Kind::Array) {
      target = &open_.back()->items.emplace_back();
    } else if (!open_.empty()) {
      target = &open_.back()->members.back().value;
    }
    *target = std::move(json);
    return target;
  }
  bool add(JsonValue json) {
    place(std::move(json));
    return true;
  }
  bool add_number(std::optional<std::uint32_t> whole) {
    JsonValue json;
    json.kind = JsonValue::Kind::Number;
    json.whole = whole;
    return add(std::move(json));
  }
  bool open(JsonValue::Kind kind) {
    if (open_.size() == kMaxDepth) {
      error = Error{file_, "is nested more than " + std::to_string(kMaxDepth) + " deep"};
      return false;
    }
    JsonValue json;
    json.kind = kind;
    open_.push_back(place(std::move(json)));
    return true;
  }
  bool close() {
    open_.pop_back();
    return true;
  }

  const std::string& file_;
  std::string_view text_;
  std::vector<JsonValue*> open_;
};

}  // namespace

const JsonValue* JsonValue::find(std::string_view key) const {
  const auto member = std::find_if(members.begin(), members.end(),
                                   [&](const JsonMember& m) { return m.key == key; });
  return member == members.end() ? nullptr : &member->value;
}

Result<JsonValue> parse_json(const std::string& file, std::string_view text) {
  if (text.size() > kMaxSize) return tl::unexpected(Error{file, "is larger than 4 MiB"});
  TreeBuilder builder(file, text);
  const bool parsed = nlohmann::json::sax_parse(text.begin(), text.end(), &builder);
  if (builder.error) return tl::unexpected(*std::move(builder.error));
  if (!parsed) return tl::unexpected(Error{file, "is not JSON"});
  return std::move(builder.root);
}

std::string_view to_string(JsonValue::Kind kind) {
  switch (kind) {
    case JsonValue::Kind::Null:
      return "null";
    case JsonValue::Kind::Boolean:
      return "true or false";
    case JsonValue::Kind::Number:
      return "a number";
    case JsonValue::Kind::String:
      return "a text";
    case JsonValue::Kind::Array:
      return "a list";
    case JsonValue::Kind::Object:
      return "an object";
  }
  return "";
}

ObjectReader::ObjectReader(const JsonValue& value, std::string where)
    : value_(value), where_(std::move(where)) {
  if (value_.kind != JsonValue::Kind::Object) {
    refuse(where_, "must be an object");
    return;
  }
  std::vector<std::string_view> keys;
  keys.reserve(value_.members.size());
  for (const JsonMember& member : value_.members) keys.push_back(member.key);
  std::sort(keys.begin(), keys.end());
  const auto twin = std::adjacent_find(keys.begin(), keys.end());
  if (twin != keys.end()) refuse(place(*twin), "is given twice");
}

std::string ObjectReader::required_text(std::string_view key) {
  const JsonValue* text = required(key, JsonValue::Kind::String);
  if (text == nullptr) return {};
  if (text->string.empty()) refuse(place(key), "must not be empty");
  return text->string;
}

std::string ObjectReader::optional_text(std::string_view key) {
  const JsonValue* text = optional(key, JsonValue::Kind::String);
  if (text == nullptr) return {};
  if (text->string.empty()) refuse(place(key), "must not be empty");
  return text->string;
}

bool ObjectReader::flag(std::string_view key) {
  const JsonValue* value = optional(key, JsonValue::Kind::Boolean);
  return value != nullptr && value->boolean;
}

std::optional<std::uint32_t> ObjectReader::optional_number(std::string_view key) {
  const JsonValue* number = optional(key, JsonValue::Kind::Number);
  if (number == nullptr) return std::nullopt;
  if (!number->whole) refuse(place(key), "must be a whole number from 0 up");
  return number->whole;
}

std::vector<std::string> ObjectReader::required_texts(std::string_view key) {
  return texts(key, required(key, JsonValue::Kind::Array));
}

std::vector<std::string> ObjectReader::optional_texts(std::string_view key) {
  return texts(key, optional(key, JsonValue::Kind::Array));
}

std::vector<std::string> ObjectReader::texts(std::string_view key, const JsonValue* list) {
  std::vector<std::string> result;
  if (list == nullptr) return result;
  if (list->items.empty()) refuse(place(key), "must not be empty");
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const JsonValue& item = list->items[i];
    if (item.kind != JsonValue::Kind::String) refuse(place(key, i), "must be a text");
    if (item.kind == JsonValue::Kind::String && item.string.empty())
      refuse(place(key, i), "must not be empty");
    result.push_back(item.string);
  }
  return result;
}

const JsonValue* ObjectReader::required(std::string_view key, JsonValue::Kind kind) {
  return require(key) ? optional(key, kind) : nullptr;
}

const JsonValue* ObjectReader::optional(std::string_view key, JsonValue::Kind kind) {
  known_.push_back(key);
  const JsonValue* value = value_.find(key);
  if (value == nullptr || value->kind == kind) return value;
  refuse(place(key), "must be " + std::string(to_string(kind)));
  return nullptr;
}

void ObjectReader::skip(std::string_view key) { known_.push_back(key); }

bool ObjectReader::has(std::string_view key) {
  known_.push_back(key);
  return value_.find(key) != nullptr;
}

bool ObjectReader::require(std::string_view key) {
  if (has(key)) return true;
  refuse(place(key), "is missing");
  return false;
}

std::size_t ObjectReader::choice(std::string_view key, const std::vector<std::string_view>& names) {
  const JsonValue* value = optional(key, JsonValue::Kind::String);
  if (value == nullptr) return 0;
  const auto name = std::find(names.begin(), names.end(), value->string);
  if (name != names.end()) return static_cast<std::size_t>(name - names.begin());
  std::string all;
  for (const std::string_view each : names)
    all += (all.empty() ? "“" : ", “") + std::string(each) + "”";
  refuse(place(key), (names.size() == 1 ? "must be " : "must be one of ") + all);
  return 0;
}

std::string ObjectReader::place(std::string_view key) const {
  return where_ + ": " + std::string(key);
}

std::string ObjectReader::place(std::string_view key, std::size_t index) const {
  return place(key) + "[" + std::to_string(index) + "]";
}

void ObjectReader::refuse(std::string place, std::string what) {
  if (!error_) error_ = Error{std::move(place), std::move(what)};
}

void ObjectReader::refuse(const Result<void>& result) {
  if (!result) refuse(result.error().where, result.error().what);
}

Result<void> ObjectReader::finish() const {
  // A misspelt field is more often the cause than the fault, so it is named first.
  for (const JsonMember& member : value_.members) {
    if (std::find(known_.begin(), known_.end(), member.key) != known_.end()) continue;
    return tl::unexpected(Error{place(member.key), "is not a known field"});
  }
  return finish_entries();
}

Result<void> ObjectReader::finish_entries() const {
  if (error_) return tl::unexpected(*error_);
  return {};
}

}  // namespace personfirst
