#include "wasm/options_reader.h"

#include <nlohmann/json.hpp>

#include "lsp/json.h"

namespace personfirst::wasm {

using Json = nlohmann::json;

OptionsReader::OptionsReader(const Json& json, std::string_view where)
    : json_(json), where_(where) {
  if (!json.is_object() && !json.is_null()) error_ = Error{where_, "must be an object"};
}

const Json* OptionsReader::value(std::string_view key) {
  known_.emplace(key);
  const Json* found = lsp::find(json_, key);
  return found == nullptr || found->is_null() ? nullptr : found;
}

const Json* OptionsReader::list(std::string_view key) {
  const Json* found = value(key);
  if (found == nullptr || found->is_array()) return found;
  complain(key, "must be a list");
  return nullptr;
}

std::optional<std::string> OptionsReader::text(std::string_view key) {
  const Json* found = value(key);
  if (found == nullptr) return std::nullopt;
  if (found->is_string()) return found->get_ref<const std::string&>();
  complain(key, "must be a text");
  return std::nullopt;
}

std::vector<std::string> OptionsReader::texts(std::string_view key) {
  std::vector<std::string> texts;
  const Json* found = list(key);
  if (found == nullptr) return texts;
  for (const Json& item : *found) {
    if (!item.is_string()) {
      complain(key, "must be a list of texts");
      break;
    }
    texts.push_back(item.get_ref<const std::string&>());
  }
  return texts;
}

bool OptionsReader::flag(std::string_view key) {
  const Json* found = value(key);
  if (found == nullptr) return false;
  if (!found->is_boolean()) complain(key, "must be true or false");
  return found->is_boolean() && *found->get_ptr<const bool*>();
}

std::optional<std::int64_t> OptionsReader::number(std::string_view key) {
  if (value(key) == nullptr) return std::nullopt;
  const auto number = lsp::int_at(json_, key);
  if (!number) complain(key, "must be a whole number");
  return number;
}

std::optional<Severity> OptionsReader::severity(std::string_view key) {
  const auto word = text(key);
  if (!word) return std::nullopt;
  const auto severity = parse_severity(*word);
  if (!severity) complain(key, "must be “hint”, “warning” or “error”");
  return severity;
}

std::vector<RuleFile> OptionsReader::rule_files(std::string_view key) {
  std::vector<RuleFile> files;
  const Json* items = list(key);
  if (items == nullptr) return files;
  for (const Json& item : *items) {
    const auto name = lsp::string_at(item, "name");
    const auto text = lsp::string_at(item, "text");
    if (!name || !text) {
      complain(key, "must be a list of {\"name\", \"text\"}");
      break;
    }
    files.push_back({std::string(*name), std::string(*text)});
  }
  return files;
}

void OptionsReader::complain(std::string_view key, std::string_view what) {
  if (!error_) error_ = Error{where_ + "." + std::string(key), std::string(what)};
}

Result<void> OptionsReader::finish() {
  if (json_.is_object()) {
    for (const auto& item : json_.items()) {
      if (!known_.contains(item.key())) complain(item.key(), "there is no such option");
    }
  }
  if (error_) return tl::unexpected(*error_);
  return {};
}

std::optional<Severity> parse_severity(std::string_view word) {
  for (const Severity severity : {Severity::Hint, Severity::Warning, Severity::Error}) {
    if (word == to_string(severity)) return severity;
  }
  return std::nullopt;
}

}  // namespace personfirst::wasm
