// JSON values of the protocol, read without exceptions: a value of the wrong type is simply not
// there.
//
// Integers are those that fit; nlohmann's own accessors are never used on input.
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace personfirst::lsp {

using Json = nlohmann::json;

// The member, or null when `object` is no object or has none.
[[nodiscard]] const Json* find(const Json& object, std::string_view key);
// Along a path of keys.
[[nodiscard]] const Json* find(const Json& object, std::initializer_list<std::string_view> path);

[[nodiscard]] std::optional<std::string_view> string_at(const Json& object, std::string_view key);
[[nodiscard]] std::optional<std::int64_t> int_at(const Json& object, std::string_view key);
[[nodiscard]] bool bool_at(const Json& object, std::string_view key, bool otherwise = false);
[[nodiscard]] bool bool_at(const Json& object, std::initializer_list<std::string_view> path,
                           bool otherwise = false);

// Ill-formed UTF-8 becomes U+FFFD: never throws.
[[nodiscard]] std::string dump(const Json& value);

}  // namespace personfirst::lsp
