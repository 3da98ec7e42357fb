// JSON with comments and trailing commas -> a tree that knows where each key and value stands.
//
// nlohmann-json decides what is JSON and decodes strings, but its callbacks have no positions and
// its version 3.11 takes no trailing commas. So comments and trailing commas are first replaced by
// spaces, byte for byte, and then each callback takes the next token of the same text. tree-sitter
// would give positions as well; its errors ("ERROR", "MISSING") are nothing to show to people.
//
// Hostile input ends in a fault: size and nesting are bounded, equal keys are refused. Offsets are
// bytes of the given text. Pure; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "linter/text/span.h"

namespace personfirst {

inline constexpr std::size_t kConfigSizeLimit = std::size_t{1} << 20;
inline constexpr std::size_t kConfigDepthLimit = 32;

struct JsonField;

struct JsonNode {
  enum class Kind { Null, Boolean, Number, Text, List, Object };

  Kind kind = Kind::Null;
  Span span;  // with quotes or brackets
  bool boolean = false;
  std::string text;  // decoded
  std::vector<JsonNode> items;
  std::vector<JsonField> fields;  // in the order of the text; no key occurs twice

  [[nodiscard]] const JsonField* find(std::string_view key) const;
};

struct JsonField {
  std::string key;
  Span key_span;  // with quotes
  JsonNode value;
};

struct JsonFault {
  std::uint32_t offset = 0;
  std::string what;
};

template <typename T>
using JsonResult = tl::expected<T, JsonFault>;

[[nodiscard]] JsonResult<JsonNode> parse_json_text(std::string_view text);

// A JSON string, with its quotes.
[[nodiscard]] std::string to_json_string(std::string_view text);

[[nodiscard]] std::string_view to_string(JsonNode::Kind kind);  // "a text", "a list", ...

}  // namespace personfirst
