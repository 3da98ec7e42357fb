#include "lsp/editor_settings.h"

#include <array>
#include <nlohmann/json.hpp>
#include <string_view>

#include "lsp/json.h"

namespace personfirst::lsp {
namespace {

struct Name {
  std::string_view editor;
  std::string_view config;
};

constexpr std::array<Name, 14> kNames = {{{"audience", "extends"},
                                          {"severity", "minSeverity"},
                                          {"packs", "packs"},
                                          {"rules", "rules"},
                                          {"allow", "allow"},
                                          {"preferred", "preferred"},
                                          {"quotations", "quotations"},
                                          {"voice", "voice"},
                                          {"spelling", "spelling"},
                                          {"language", "language"},
                                          {"requireReason", "requireReason"},
                                          {"include", "include"},
                                          {"exclude", "exclude"},
                                          {"ruleFiles", "ruleFiles"}}};

bool is_nothing(const Json& value) {
  if (const auto* text = value.get_ptr<const Json::string_t*>()) return text->empty();
  return value.is_null() || (value.is_structured() && value.empty());
}

Json parsed(const std::string& settings) { return Json::parse(settings, nullptr, false); }

}  // namespace

std::string config_of_editor(const std::string& settings) {
  const Json section = parsed(settings);
  Json config = Json::object();
  for (const Name& name : kNames) {
    const Json* value = find(section, name.editor);
    if (value != nullptr && !is_nothing(*value)) config[std::string(name.config)] = *value;
  }
  return dump(config);
}

bool editor_enables(const std::string& settings) {
  return bool_at(parsed(settings), "enable", true);
}

}  // namespace personfirst::lsp
