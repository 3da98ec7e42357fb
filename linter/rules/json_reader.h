// JSON text -> a checked tree, and checked access to its objects.
//
// Only the readers in this folder use it. Hostile input ends in an Error: nesting and size are
// bounded, equal keys are refused, and every error says where it is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/result.h"

namespace personfirst {

struct JsonMember;

struct JsonValue {
  enum class Kind { Null, Boolean, Number, String, Array, Object };

  Kind kind = Kind::Null;
  bool boolean = false;
  std::optional<std::uint32_t> whole;  // for a number that is one
  std::string string;
  std::vector<JsonValue> items;
  std::vector<JsonMember>
      members;  // in the order of the file; a key may occur twice (ObjectReader refuses it)

  [[nodiscard]] const JsonValue* find(std::string_view key) const;  // the first of that name
};

struct JsonMember {
  std::string key;
  JsonValue value;
};

// Errors: "file:line:column: ..." (both count from 1, columns in bytes).
[[nodiscard]] Result<JsonValue> parse_json(const std::string& file, std::string_view text);

// Reads the fields of one object. It remembers the first thing that is wrong and hands out empty
// values after it, so that a reader can be a plain list of its fields; finish() gives the verdict.
// Fields that nobody asked for are unknown ones. `where` is the place for messages:
// "rules/en/people.json: people/addict". The value must outlive the reader.
class ObjectReader {
 public:
  ObjectReader(const JsonValue& value, std::string where);

  // A required text must not be empty; an optional one is empty when it is absent.
  std::string required_text(std::string_view key);
  std::string optional_text(std::string_view key);
  bool flag(std::string_view key);  // false when absent
  std::optional<std::uint32_t> optional_number(std::string_view key);
  // Texts are not empty. An empty list is refused: leave the field out.
  std::vector<std::string> required_texts(std::string_view key);
  std::vector<std::string> optional_texts(std::string_view key);
  // Null when absent or of another kind.
  const JsonValue* required(std::string_view key, JsonValue::Kind kind);
  const JsonValue* optional(std::string_view key, JsonValue::Kind kind);
  void skip(std::string_view key);  // known, but of no interest

  bool has(std::string_view key);      // makes it known
  bool require(std::string_view key);  // the same, and refuses its absence
  // The index of the text in `names`; 0 when it is none of them, which is refused, or absent.
  std::size_t choice(std::string_view key, const std::vector<std::string_view>& names);

  [[nodiscard]] std::string place(std::string_view key) const;  // "where: key"
  [[nodiscard]] std::string place(std::string_view key,
                                  std::size_t index) const;  // "where: key[index]"
  void refuse(std::string place, std::string what);          // kept when it is the first
  void refuse(const Result<void>& result);

  [[nodiscard]] Result<void> finish() const;

  // For objects whose keys are data (word -> attributes): all members, and the verdict without a
  // look at unknown fields.
  [[nodiscard]] const std::vector<JsonMember>& entries() const { return value_.members; }
  [[nodiscard]] Result<void> finish_entries() const;

 private:
  std::vector<std::string> texts(std::string_view key, const JsonValue* list);

  const JsonValue& value_;
  std::string where_;
  std::vector<std::string_view> known_;
  std::optional<Error> error_;
};

[[nodiscard]] std::string_view to_string(JsonValue::Kind kind);  // "a text", "a list", ...

}  // namespace personfirst
