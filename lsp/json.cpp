#include "lsp/json.h"

#include <nlohmann/json.hpp>

namespace personfirst::lsp {

const Json* find(const Json& object, std::string_view key) {
  if (!object.is_object()) return nullptr;
  const auto found = object.find(key);
  return found == object.end() ? nullptr : &*found;
}

const Json* find(const Json& object, std::initializer_list<std::string_view> path) {
  const Json* at = &object;
  for (const std::string_view key : path) {
    at = find(*at, key);
    if (at == nullptr) return nullptr;
  }
  return at;
}

std::optional<std::string_view> string_at(const Json& object, std::string_view key) {
  const Json* value = find(object, key);
  if (value == nullptr) return std::nullopt;
  const auto* text = value->get_ptr<const Json::string_t*>();
  if (text == nullptr) return std::nullopt;
  return std::string_view(*text);
}

std::optional<std::int64_t> int_at(const Json& object, std::string_view key) {
  const Json* value = find(object, key);
  if (value == nullptr) return std::nullopt;
  if (const auto* natural = value->get_ptr<const Json::number_unsigned_t*>()) {
    if (*natural > static_cast<std::uint64_t>(INT64_MAX)) return std::nullopt;
    return static_cast<std::int64_t>(*natural);
  }
  if (const auto* number = value->get_ptr<const Json::number_integer_t*>()) return *number;
  return std::nullopt;
}

bool bool_at(const Json& object, std::string_view key, bool otherwise) {
  const Json* value = find(object, key);
  const auto* truth = value == nullptr ? nullptr : value->get_ptr<const Json::boolean_t*>();
  return truth == nullptr ? otherwise : *truth;
}

bool bool_at(const Json& object, std::initializer_list<std::string_view> path, bool otherwise) {
  const Json* value = find(object, path);
  const auto* truth = value == nullptr ? nullptr : value->get_ptr<const Json::boolean_t*>();
  return truth == nullptr ? otherwise : *truth;
}

std::string dump(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace personfirst::lsp
