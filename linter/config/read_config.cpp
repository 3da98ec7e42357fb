#include "linter/config/read_config.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "linter/config/json_text.h"
#include "linter/config/paths.h"
#include "linter/text/line_index.h"
#include "linter/text/name_globs.h"
#include "linter/text/near.h"
#include "linter/text/utf8.h"

namespace personfirst {
namespace {

using Kind = JsonNode::Kind;

constexpr std::size_t kMostListed = 8;     // names in an error, when none is near
constexpr std::size_t kLongestShown = 60;  // bytes of what was written

std::string quoted_list(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "“" : ", “") + name + "”";
  return list;
}

// For messages.
std::string shown(std::string_view text) {
  if (text.size() <= kLongestShown) return std::string(text);
  return std::string(text.substr(0, character_begin(text, kLongestShown))) + "…";
}

std::vector<std::string> to_strings(std::span<const std::string_view> words) {
  return {words.begin(), words.end()};
}

// Remembers the first thing that is wrong.
class Reader {
 public:
  explicit Reader(const ConfigText& text) : text_(text), lines_(text.text) {}

  Result<ReadConfig> run() {
    const JsonResult<JsonNode> root = parse_json_text(text_.text);
    if (!root) {
      refuse(root.error().offset, root.error().what);
    } else if (root->kind != Kind::Object) {
      refuse(root->span.begin, "a configuration is an object { … }");
    } else {
      read_top(*root);
    }
    if (error_) return tl::unexpected(*std::move(error_));
    return std::move(config_);
  }

 private:
  void refuse(std::uint32_t offset, std::string what) {
    if (!error_) error_ = Error{to_string(origin_at(offset)), std::move(what)};
  }

  [[nodiscard]] ConfigOrigin origin_at(std::uint32_t offset) const {
    if (text_.preset) return {text_.file, 0, 0};
    const LineColumn at = lines_.to_line_column(text_.text, offset, ColumnUnit::Utf32);
    return {text_.file, at.line + 1, at.column + 1};
  }

  void refuse_kind(const std::string& key, const JsonNode& node, std::string_view wanted) {
    refuse(node.span.begin,
           fmt::format("“{}” must be {}, not {}", key, wanted, to_string(node.kind)));
  }

  void read_top(const JsonNode& root) {
    config_.layers.emplace_back();
    const JsonNode* overrides = nullptr;
    for (const JsonField& field : root.fields) {
      const KeyInfo* info = known(field, false);
      if (info == nullptr) continue;
      if (info->key == ConfigKey::Overrides) {
        overrides = &field.value;
      } else {
        read_field(*info, field, config_.layers.front());
      }
    }
    if (overrides != nullptr) read_overrides(*overrides);
  }

  const KeyInfo* known(const JsonField& field, bool in_override) {
    const KeyInfo* info = find_key(field.key, in_override);
    if (info != nullptr) return info;
    std::string what = fmt::format("unknown key “{}”", shown(field.key));
    if (find_key(field.key, !in_override) != nullptr) {
      what = in_override ? fmt::format("“{}” is for the top level, not for an override", field.key)
                         : fmt::format("“{}” is for an override, not for the top level", field.key);
    } else {
      what += nearest_hint(field.key, key_names(in_override));
    }
    refuse(field.key_span.begin, std::move(what));
    return nullptr;
  }

  void read_overrides(const JsonNode& list) {
    if (list.kind != Kind::List) return refuse_kind("overrides", list, "a list of objects");
    for (const JsonNode& block : list.items) {
      if (block.kind != Kind::Object) {
        refuse(block.span.begin, R"(an override is an object { "files": […], … })");
        continue;
      }
      ConfigLayer layer;
      for (const JsonField& field : block.fields) {
        const KeyInfo* info = known(field, true);
        if (info == nullptr) continue;
        if (info->key == ConfigKey::Files) {
          layer.files.emplace(text_.folder, texts("files", field.value));
        } else {
          read_field(*info, field, layer);
        }
      }
      if (!layer.files) refuse(block.span.begin, "an override needs “files”: a list of globs");
      config_.layers.push_back(std::move(layer));
    }
  }

  void read_field(const KeyInfo& info, const JsonField& field, ConfigLayer& layer) {
    const bool in_override = &layer != &config_.layers.front();
    const std::string name(info.name);
    switch (info.shape) {
      case ConfigShape::Flag:
        return read_flag(info, field.value, layer);
      case ConfigShape::Word:
        return read_word(info, field.value, layer);
      case ConfigShape::Text:
        if (field.value.kind != Kind::Text) refuse_kind(name, field.value, "a text");
        return;
      case ConfigShape::Texts:
        return read_texts(info, field.value, layer);
      case ConfigShape::TextOrList:
        return read_extends(field.value);
      case ConfigShape::Levels:
        return read_rules(info, field.value, layer);
      case ConfigShape::Wordings:
        return read_wordings(info, field.value, layer);
      case ConfigShape::ByGlob:
      case ConfigShape::TextOrByGlob:
        return read_by_glob(info, field.value, layer, in_override);
      case ConfigShape::Blocks:
        return;
    }
  }

  void add(const KeyInfo& info, std::string value, std::uint32_t offset, ConfigLayer& layer) {
    layer.entries.push_back({&info, {}, std::move(value), origin_at(offset), {}, {}});
  }

  void read_flag(const KeyInfo& info, const JsonNode& node, ConfigLayer& layer) {
    if (node.kind != Kind::Boolean)
      return refuse_kind(std::string(info.name), node, "true or false");
    if (info.key == ConfigKey::Root) {
      config_.root = node.boolean;
    } else {
      add(info, node.boolean ? "true" : "false", node.span.begin, layer);
    }
  }

  // True when the text is one of the words.
  bool check_word(const std::string& key, const JsonNode& node,
                  std::span<const std::string_view> words) {
    const std::vector<std::string> names = to_strings(words);
    if (node.kind == Kind::Text && std::find(names.begin(), names.end(), node.text) != names.end())
      return true;
    std::string what = fmt::format("“{}” must be one of {}", shown(key), quoted_list(names));
    if (node.kind != Kind::Text) {
      what += fmt::format(", not {}", to_string(node.kind));
    } else if (const auto near = near_names(shown(node.text), names); !near.empty()) {
      what += fmt::format("; did you mean “{}”?", near.front());
    }
    refuse(node.span.begin, std::move(what));
    return false;
  }

  void read_word(const KeyInfo& info, const JsonNode& node, ConfigLayer& layer) {
    if (check_word(std::string(info.name), node, info.words))
      add(info, node.text, node.span.begin, layer);
  }

  // Checked: a list of texts that are not empty.
  std::vector<std::string> texts(const std::string& key, const JsonNode& node) {
    std::vector<std::string> result;
    if (node.kind != Kind::List) {
      refuse_kind(key, node, "a list of texts");
      return result;
    }
    const KeyInfo* info = find_key(key, key == "files");
    if (node.items.empty() && info != nullptr && info->merge != ConfigMerge::Append)
      refuse(node.span.begin, fmt::format("“{}” is empty; leave it out, or name something", key));
    for (const JsonNode& item : node.items) result.push_back(text(key, item));
    return result;
  }

  std::string text(const std::string& key, const JsonNode& node) {
    if (node.kind != Kind::Text) {
      refuse(node.span.begin, fmt::format("“{}” holds texts, not {}", key, to_string(node.kind)));
    } else if (node.text.empty()) {
      refuse(node.span.begin, fmt::format("a text in “{}” is empty", key));
    }
    return node.text;
  }

  void read_texts(const KeyInfo& info, const JsonNode& node, ConfigLayer& layer) {
    const std::vector<std::string> values = texts(std::string(info.name), node);
    const bool scope = info.key == ConfigKey::Include || info.key == ConfigKey::Exclude;
    for (std::size_t i = 0; i < values.size(); ++i) {
      add(info, values[i], node.items[i].span.begin, layer);
      if (scope) layer.entries.back().scope.emplace(text_.folder, values[i]);
      if (info.key == ConfigKey::RuleFiles)
        layer.entries.back().value = join_path(parent_folder(text_.file), values[i]);
    }
  }

  void read_extends(const JsonNode& node) {
    if (node.kind == Kind::Text) {
      config_.extends.push_back({text("extends", node), origin_at(node.span.begin)});
    } else if (node.kind == Kind::List) {
      for (const JsonNode& item : node.items)
        config_.extends.push_back({text("extends", item), origin_at(item.span.begin)});
    } else {
      refuse_kind("extends", node, "a text or a list of texts");
    }
  }

  void read_rules(const KeyInfo& info, const JsonNode& node, ConfigLayer& layer) {
    if (node.kind != Kind::Object)
      return refuse_kind("rules", node, R"(an object { "rule": "level", … })");
    // Among the names of one file, whole ids beat globs, wherever they stand.
    for (const bool globs : {true, false}) {
      for (const JsonField& field : node.fields) {
        if (is_name_glob(field.key) == globs) read_rule(info, field, layer);
      }
    }
  }

  void read_rule(const KeyInfo& info, const JsonField& field, ConfigLayer& layer) {
    if (field.value.kind != Kind::Object) {
      if (check_word(field.key, field.value, level_words()))
        add_named(info, field, field.value, layer);
      return;
    }
    for (const JsonField& option : field.value.fields) {
      if (option.key == kLevelField) {
        if (check_word(std::string(kLevelField), option.value, level_words()))
          add_named(info, field, option.value, layer);
      } else if (option.key == kPreferredField) {
        add_wording(field, option.value, layer);
      } else {
        refuse(option.key_span.begin, fmt::format("unknown option “{}”", shown(option.key)) +
                                          nearest_hint(option.key, {std::string(kLevelField),
                                                                    std::string(kPreferredField)}));
      }
    }
  }

  void add_named(const KeyInfo& info, const JsonField& field, const JsonNode& value,
                 ConfigLayer& layer) {
    add(info, value.text, field.key_span.begin, layer);
    layer.entries.back().name = field.key;
  }

  void add_wording(const JsonField& rule, const JsonNode& value, ConfigLayer& layer) {
    if (is_name_glob(rule.key))
      return refuse(
          rule.key_span.begin,
          fmt::format("a preferred wording needs one rule's whole id, not “{}”", shown(rule.key)));
    (void)text("preferred", value);
    add_named(info_of(ConfigKey::Preferred), rule, value, layer);
  }

  void read_wordings(const KeyInfo& info, const JsonNode& node, ConfigLayer& layer) {
    if (node.kind != Kind::Object)
      return refuse_kind(std::string(info.name), node, R"(an object { "rule": "wording", … })");
    for (const JsonField& field : node.fields) add_wording(field, field.value, layer);
  }

  void read_by_glob(const KeyInfo& info, const JsonNode& node, ConfigLayer& layer,
                    bool in_override) {
    const std::string key(info.name);
    const bool plain = in_override || info.shape == ConfigShape::TextOrByGlob;
    if (plain && node.kind == Kind::Text) {
      if (check_value(info, node)) add(info, node.text, node.span.begin, layer);
      return;
    }
    if (in_override) return refuse_kind(key, node, "a text in an override");
    if (node.kind != Kind::Object)
      return refuse_kind(
          key, node,
          plain ? R"(a text, or an object { "glob": "…" })" : R"(an object { "glob": "…" })");
    for (const JsonField& field : node.fields) {
      if (!check_value(info, field.value)) continue;
      add_named(info, field, field.value, layer);
      layer.entries.back().only.emplace(text_.folder, std::vector<std::string>{field.key});
    }
  }

  bool check_value(const KeyInfo& info, const JsonNode& node) {
    const std::string value = text(std::string(info.name), node);
    if (error_ || info.key != ConfigKey::Format) return !error_;
    Format format = Format::PlainText;
    if (parse_format(value, format)) return true;
    return check_word("format", node, format_names());
  }

  const ConfigText& text_;
  LineIndex lines_;
  ReadConfig config_;
  std::optional<Error> error_;
};

}  // namespace

Result<ReadConfig> read_config(const ConfigText& text) { return Reader(text).run(); }

std::string to_string(const ConfigOrigin& origin) {
  if (origin.line == 0) return origin.file;
  return fmt::format("{}:{}:{}", origin.file, origin.line, origin.column);
}

std::string nearest_hint(std::string_view meant, const std::vector<std::string>& names) {
  if (meant.size() > kLongestShown) return {};
  const std::vector<std::string> near = near_names(meant, names);
  if (!near.empty()) return fmt::format("; did you mean “{}”?", near.front());
  if (names.empty() || names.size() > kMostListed) return {};
  return "; there are " + quoted_list(names);
}

}  // namespace personfirst
