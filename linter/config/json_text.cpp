#include "linter/config/json_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <utility>

#include "linter/text/utf8.h"

namespace personfirst {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

tl::unexpected<JsonFault> fault(std::size_t offset, std::string what) {
  return tl::unexpected(JsonFault{static_cast<std::uint32_t>(offset), std::move(what)});
}

// Just behind the string that begins at `begin`; a line break ends a broken one.
std::size_t string_end(std::string_view text, std::size_t begin) {
  std::size_t at = begin + 1;
  while (at < text.size() && text[at] != '"' && text[at] != '\n')
    at += text[at] == '\\' ? std::size_t{2} : std::size_t{1};
  return std::min(at + 1, text.size());
}

// Puts spaces in the place of comments, trailing commas and a byte order mark; line breaks stay.
class Blanker {
 public:
  explicit Blanker(std::string_view text) : text_(text), plain_(text) {}

  JsonResult<std::string> run() {
    std::size_t at = 0;
    if (text_.starts_with(kByteOrderMark)) blank(0, at = kByteOrderMark.size());
    while (at < text_.size()) {
      const char c = text_[at];
      if (text_.substr(at, 2) == "//") {
        const std::size_t end = std::min(text_.find('\n', at), text_.size());
        blank(at, end);
        at = end;
      } else if (text_.substr(at, 2) == "/*") {
        const std::size_t end = text_.find("*/", at + 2);
        if (end == std::string_view::npos) return fault(at, "this comment has no end: */");
        blank(at, end + 2);
        at = end + 2;
      } else {
        if (!is_space(c)) take(c, at);
        at = c == '"' ? string_end(text_, at) : at + 1;
      }
    }
    return std::move(plain_);
  }

 private:
  void blank(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      if (!is_space(plain_[i])) plain_[i] = ' ';
    }
  }

  // A comma is a trailing one when a value stands before it and a bracket behind it.
  void take(char c, std::size_t at) {
    if ((c == '}' || c == ']') && comma_) plain_[*comma_] = ' ';
    comma_.reset();
    if (c == ',' && before_ != ',' && before_ != '{' && before_ != '[' && before_ != ':')
      comma_ = at;
    before_ = c;
  }

  std::string_view text_;
  std::string plain_;
  std::optional<std::size_t> comma_;
  char before_ = '{';
};

// Builds the tree. While a value is open its parent does not grow, so the pointers in `open_` stay
// good.
class TreeBuilder : public nlohmann::json_sax<nlohmann::json> {
 public:
  explicit TreeBuilder(std::string_view plain) : plain_(plain) {}

  JsonNode root;
  std::optional<JsonFault> found;

  bool null() override { return add(JsonNode::Kind::Null, {}); }
  bool boolean(bool value) override {
    JsonNode* node = place(JsonNode::Kind::Boolean);
    node->boolean = value;
    return true;
  }
  bool number_integer(number_integer_t) override { return add(JsonNode::Kind::Number, {}); }
  bool number_unsigned(number_unsigned_t) override { return add(JsonNode::Kind::Number, {}); }
  bool number_float(number_float_t, const string_t&) override {
    return add(JsonNode::Kind::Number, {});
  }
  bool string(string_t& value) override { return add(JsonNode::Kind::Text, std::move(value)); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(JsonNode::Kind::Object); }
  bool start_array(std::size_t) override { return open(JsonNode::Kind::List); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& value) override {
    const Span span = next_token();
    last_ = Last::Key;
    if (!open_.back().keys.insert(value).second) {
      found = JsonFault{span.begin, fmt::format("“{}” is given twice", value)};
      return false;
    }
    open_.back().node->fields.push_back({std::move(value), span, {}});
    return true;
  }

  bool parse_error(std::size_t, const std::string&,
                   const nlohmann::detail::exception& exception) override {
    const Span token = next_token();
    found = JsonFault{token.begin, reason(token, exception.what())};
    return false;
  }

 private:
  enum class Last { Nothing, Open, Key, Value };
  struct Open {
    JsonNode* node;
    std::set<std::string> keys;
  };

  // The token after the last one, without the punctuation before it.
  Span next_token() {
    std::size_t begin = at_;
    separators_.clear();
    while (begin < plain_.size() &&
           (is_space(plain_[begin]) || plain_[begin] == ',' || plain_[begin] == ':')) {
      if (!is_space(plain_[begin])) separators_ += plain_[begin];
      ++begin;
    }
    std::size_t end = std::min(begin + 1, plain_.size());
    if (begin < plain_.size() && plain_[begin] == '"') {
      end = string_end(plain_, begin);
    } else if (begin < plain_.size() && is_word(plain_[begin])) {
      while (end < plain_.size() && is_word(plain_[end])) ++end;
    }
    at_ = end;
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  static bool is_word(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '+' ||
           c == '-' || c == '.';
  }

  JsonNode* place(JsonNode::Kind kind) {
    JsonNode* target = &root;
    if (!open_.empty()) {
      JsonNode* parent = open_.back().node;
      target = parent->kind == JsonNode::Kind::List ? &parent->items.emplace_back()
                                                    : &parent->fields.back().value;
    }
    target->kind = kind;
    target->span = next_token();
    last_ = Last::Value;
    return target;
  }
  bool add(JsonNode::Kind kind, std::string text) {
    place(kind)->text = std::move(text);
    return true;
  }
  bool open(JsonNode::Kind kind) {
    JsonNode* node = place(kind);
    if (open_.size() == kConfigDepthLimit) {
      found =
          JsonFault{node->span.begin, fmt::format("nested more than {} deep", kConfigDepthLimit)};
      return false;
    }
    open_.push_back({node, {}});
    last_ = Last::Open;
    return true;
  }
  bool close() {
    open_.back().node->span.end = next_token().end;
    open_.pop_back();
    last_ = Last::Value;
    return true;
  }

  // The parser's own reasons speak of literals and tokens.
  [[nodiscard]] std::string reason(Span token, std::string_view parsers) {
    if (token.begin < plain_.size() && plain_[token.begin] == '"') {
      if (parsers.find("invalid string") != std::string_view::npos) return string_reason(parsers);
    }
    const std::string expected = expected_here();
    if (token.begin == plain_.size())
      return fmt::format("the file ends where {} should be", expected);
    return fmt::format("{} should be here", expected);
  }

  static std::string string_reason(std::string_view parsers) {
    const auto says = [&](std::string_view part) {
      return parsers.find(part) != std::string_view::npos;
    };
    if (says("ill-formed UTF-8")) return "this text is not valid UTF-8";
    if (says("control character") || says("missing closing quote"))
      return "this text has no closing quotation mark in its line";
    return "this text holds a backslash that means nothing in JSON (write \\\\ for one)";
  }

  [[nodiscard]] std::string expected_here() const {
    if (open_.empty()) return last_ == Last::Nothing ? "an object { … }" : "the end, or a comment,";
    const bool list = open_.back().node->kind == JsonNode::Kind::List;
    const std::string_view bracket = list ? "]" : "}";
    const std::string_view item = list ? "a value" : "a key in quotation marks";
    if (last_ == Last::Key) return separators_ == ":" ? "a value" : "a colon";
    if (last_ == Last::Open || separators_ == ",") return fmt::format("{} or {}", item, bracket);
    if (separators_.empty()) return fmt::format("a comma or {}", bracket);
    return std::string(item);
  }

  std::string_view plain_;
  std::size_t at_ = 0;
  std::string separators_;  // between the last two tokens
  Last last_ = Last::Nothing;
  std::vector<Open> open_;
};

}  // namespace

const JsonField* JsonNode::find(std::string_view key) const {
  const auto field = std::find_if(fields.begin(), fields.end(),
                                  [&](const JsonField& each) { return each.key == key; });
  return field == fields.end() ? nullptr : &*field;
}

JsonResult<JsonNode> parse_json_text(std::string_view text) {
  if (text.size() > kConfigSizeLimit) return fault(0, "larger than 1 MiB");
  const JsonResult<std::string> plain = Blanker(text).run();
  if (!plain) return tl::unexpected(plain.error());
  TreeBuilder builder(*plain);
  const bool parsed = nlohmann::json::sax_parse(plain->begin(), plain->end(), &builder);
  if (builder.found) return tl::unexpected(*std::move(builder.found));
  if (!parsed) return fault(0, "not JSON");
  return std::move(builder.root);
}

std::string to_json_string(std::string_view text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string_view to_string(JsonNode::Kind kind) {
  switch (kind) {
    case JsonNode::Kind::Null:
      return "null";
    case JsonNode::Kind::Boolean:
      return "true or false";
    case JsonNode::Kind::Number:
      return "a number";
    case JsonNode::Kind::Text:
      return "a text";
    case JsonNode::Kind::List:
      return "a list";
    case JsonNode::Kind::Object:
      return "an object";
  }
  return {};
}

}  // namespace personfirst
