#include "lsp/config_words.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <span>
#include <utility>

#include "linter/config/config.h"
#include "lsp/json.h"
#include "lsp/wording.h"

namespace personfirst::lsp {
namespace {

using Path = std::span<const std::string>;

constexpr int kMostAlternatives = 32;  // in a schema; more would be a schema that refers to itself

// The shipped schema, walked along the keys of a place.
class Schema {
 public:
  Schema() : root_(Json::parse(config_schema(), nullptr, false)) {}

  // All that may describe the value at `path`.
  [[nodiscard]] std::vector<const Json*> at(Path path) const {
    std::vector<const Json*> nodes;
    add_alternatives(&root_, nodes);
    for (const std::string& key : path) {
      std::vector<const Json*> below;
      for (const Json* node : nodes) add_alternatives(child(*node, key), below);
      nodes = std::move(below);
    }
    return nodes;
  }

 private:
  static const Json* child(const Json& node, const std::string& key) {
    if (key == kListItem) return find(node, "items");
    const Json* named = find(node, {"properties", key});
    return named != nullptr ? named : find(node, "additionalProperties");
  }

  // A node, and what it refers to or may be instead.
  void add_alternatives(const Json* node, std::vector<const Json*>& nodes) const {
    if (node == nullptr || nodes.size() >= kMostAlternatives) return;
    nodes.push_back(node);
    if (const auto target = string_at(*node, "$ref")) add_alternatives(definition(*target), nodes);
    for (const char* list : {"anyOf", "oneOf", "allOf"}) {
      const Json* alternatives = find(*node, list);
      if (alternatives == nullptr || !alternatives->is_array()) continue;
      for (const Json& alternative : *alternatives) add_alternatives(&alternative, nodes);
    }
  }

  [[nodiscard]] const Json* definition(std::string_view target) const {
    constexpr std::string_view kPrefix = "#/definitions/";
    if (!target.starts_with(kPrefix)) return nullptr;
    return find(root_, {"definitions", target.substr(kPrefix.size())});
  }

  Json root_;
};

std::string text_at(const Json& node, std::string_view key) {
  return std::string(string_at(node, key).value_or(""));
}

void add_keys(const std::vector<const Json*>& nodes, std::vector<ConfigWord>& words) {
  for (const Json* node : nodes) {
    const Json* properties = find(*node, "properties");
    if (properties == nullptr || !properties->is_object()) continue;
    for (const auto& [name, about] : properties->items())
      words.push_back({name, ConfigWord::Kind::Key, "", text_at(about, "description")});
  }
}

void add_values(const std::vector<const Json*>& nodes, std::vector<ConfigWord>& words) {
  for (const Json* node : nodes) {
    if (string_at(*node, "type") == "boolean") {
      for (const char* literal : {"true", "false"})
        words.push_back({literal, ConfigWord::Kind::Literal, "", ""});
    }
    const Json* choices = find(*node, "enum");
    const Json* about = find(*node, "enumDescriptions");
    for (std::size_t i = 0; choices != nullptr && i < choices->size(); ++i) {
      const auto* text = (*choices)[i].get_ptr<const Json::string_t*>();
      if (text == nullptr) continue;
      const bool told = about != nullptr && about->is_array() && i < about->size();
      const auto* told_text = told ? (*about)[i].get_ptr<const Json::string_t*>() : nullptr;
      words.push_back({*text, ConfigWord::Kind::Word, "", told_text == nullptr ? "" : *told_text});
    }
  }
}

std::string documentation_of(const RuleInfo& rule) {
  std::string text = general_message(rule);
  if (!rule.suggestions.empty()) text += "\n\nInstead:";
  for (std::size_t i = 0; i < rule.suggestions.size(); ++i)
    text += (i == 0 ? " “" : "; “") + rule.suggestions[i] + "”";
  return text;
}

std::string counted_rules(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " rule" : " rules");
}

void add_packs(const Knowledge& knowledge, std::vector<ConfigWord>& words) {
  std::map<std::string, std::size_t> packs;
  for (const RuleInfo& rule : knowledge.rule_infos) ++packs[rule.pack];
  for (const auto& [pack, count] : packs)
    words.push_back({pack, ConfigWord::Kind::Word, counted_rules(count), ""});
  words.push_back({"all", ConfigWord::Kind::Word, counted_rules(knowledge.rule_infos.size()),
                   "Every rule, those that are off by default too."});
}

void add_suggestions(const Knowledge& knowledge, std::string_view id,
                     std::vector<ConfigWord>& words) {
  const RuleInfo* rule = find_rule(knowledge, id);
  if (rule == nullptr) return;
  for (const std::string& suggestion : rule->suggestions)
    words.push_back({suggestion, ConfigWord::Kind::Word, rule->id, ""});
}

// What the rules know and a schema does not. `path` is below the top level or below one override.
void add_from_rules(const Knowledge& knowledge, Path path, bool is_key,
                    std::vector<ConfigWord>& words) {
  if (path.empty()) return;
  const std::string& first = path.front();
  if (is_key && path.size() == 1 && (first == "rules" || first == "preferred")) {
    for (ConfigWord& word : rule_words(knowledge)) {
      const bool fits = first == "rules" || word.kind == ConfigWord::Kind::Rule;
      if (fits) words.push_back(std::move(word));
    }
  }
  if (is_key || path.size() < 2) return;
  if (first == "packs" && path.size() == 2) add_packs(knowledge, words);
  if (first == "preferred" && path.size() == 2) add_suggestions(knowledge, path[1], words);
  if (first == "rules" && path.size() == 3 && path[2] == "preferred")
    add_suggestions(knowledge, path[1], words);
}

}  // namespace

std::vector<ConfigWord> rule_words(const Knowledge& knowledge) {
  std::vector<ConfigWord> words;
  std::map<std::string, std::size_t> topics;
  for (const RuleInfo& rule : knowledge.rule_infos) {
    ++topics[rule.id.substr(0, rule.id.find('/'))];
    words.push_back({rule.id, ConfigWord::Kind::Rule,
                     std::string(to_string(rule.severity)) + ", pack " + rule.pack,
                     documentation_of(rule)});
  }
  for (const auto& [topic, count] : topics)
    words.push_back({topic + "/*", ConfigWord::Kind::Word, counted_rules(count), ""});
  return words;
}

std::vector<ConfigWord> config_words(const Knowledge& knowledge, const ConfigPlace& place) {
  std::vector<ConfigWord> words;
  if (!place.usable) return words;
  const Schema schema;
  const std::vector<const Json*> nodes = schema.at(place.path);
  if (place.is_key) {
    add_keys(nodes, words);
  } else {
    add_values(nodes, words);
  }
  Path path = place.path;
  if (path.size() >= 2 && path[0] == "overrides" && path[1] == kListItem) path = path.subspan(2);
  add_from_rules(knowledge, path, place.is_key, words);
  // What is there already would be there twice.
  std::erase_if(words, [&place](const ConfigWord& word) {
    return std::find(place.keys_before.begin(), place.keys_before.end(), word.text) !=
           place.keys_before.end();
  });
  return words;
}

}  // namespace personfirst::lsp
