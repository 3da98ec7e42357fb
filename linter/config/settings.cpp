// What a configuration says about one document, and how `config show` tells it.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "linter/config/config.h"
#include "linter/config/embedded_config.h"
#include "linter/config/json_text.h"
#include "linter/config/layer.h"
#include "linter/config/paths.h"
#include "linter/config/read_config.h"
#include "linter/text/name_globs.h"

namespace personfirst {
namespace {

Severity to_severity(std::string_view word) {
  if (word == to_string(Severity::Hint)) return Severity::Hint;
  return word == to_string(Severity::Error) ? Severity::Error : Severity::Warning;
}

std::optional<Severity> to_level(std::string_view word) {
  if (word == kOff) return std::nullopt;
  return to_severity(word);
}

void set_quotations(std::string_view word, LintOptions& options) {
  options.report_quotations = word != kOff;
  options.quotation_severity = word == "as-written" ? Severity::Error : to_severity(word);
  if (word == kOff) options.quotation_severity = Severity::Hint;
}

void apply_entry(const ConfigEntry& entry, Settings& settings) {
  LintOptions& options = settings.options;
  switch (entry.info->key) {
    case ConfigKey::Packs:
      options.packs.push_back(entry.value);
      break;
    case ConfigKey::Rules:
      options.levels.push_back({entry.name, to_level(entry.value)});
      if (!is_name_glob(entry.name) && entry.value != kOff) options.enable.push_back(entry.name);
      break;
    case ConfigKey::Allow:
      options.allowed_phrases.push_back(entry.value);
      break;
    case ConfigKey::Preferred:
      options.preferred[entry.name] = entry.value;
      break;
    case ConfigKey::Quotations:
      set_quotations(entry.value, options);
      break;
    case ConfigKey::Voice:
      options.voice = entry.value == "mutual-aid" ? Voice::MutualAid : Voice::Standard;
      break;
    case ConfigKey::Spelling:
      options.spelling = entry.value == "us"   ? Spelling::Us
                         : entry.value == "uk" ? Spelling::Uk
                                               : Spelling::FromText;
      break;
    case ConfigKey::Language:
      settings.language = entry.value;
      break;
    case ConfigKey::Format: {
      Format format = Format::PlainText;
      if (parse_format(entry.value, format)) settings.format = format;
      break;
    }
    case ConfigKey::Values:
      settings.values.push_back(entry.value);
      break;
    case ConfigKey::MinSeverity:
      options.min_severity = to_severity(entry.value);
      break;
    case ConfigKey::RequireReason:
      settings.require_reason = options.require_reason = entry.value == "true";
      break;
    case ConfigKey::RuleFiles:
      settings.rule_files.push_back(entry.value);
      settings.rule_file_origins.push_back(entry.origin);
      break;
    default:  // Include and Exclude are looked at together
      break;
  }
}

using Entries = std::vector<const ConfigEntry*>;

// Whether a file is in the configuration's scope, and which glob said so.
struct Scope {
  bool included = true;
  const ConfigEntry* decider = nullptr;
};

// The last "exclude" that fits decides.
const ConfigEntry* last_excluding(const Entries& entries, std::string_view path, bool folder) {
  for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
    if ((*entry)->info->key != ConfigKey::Exclude) continue;
    const ScopeGlob& glob = *(*entry)->scope;
    if (folder ? glob.fits_folder(path) : glob.fits_file(path))
      return glob.is_negated() ? nullptr : *entry;
  }
  return nullptr;
}

const ConfigEntry* excluding_folder(const Entries& entries, std::string_view folder) {
  if (folder.empty() || parent_folder(folder).empty()) return nullptr;
  if (const ConfigEntry* above = excluding_folder(entries, parent_folder(folder))) return above;
  return last_excluding(entries, folder, true);
}

Scope scope_of(const Entries& entries, std::string_view path) {
  if (path.empty()) return {};
  if (const ConfigEntry* entry = excluding_folder(entries, parent_folder(path)))
    return {false, entry};
  if (const ConfigEntry* entry = last_excluding(entries, path, false)) return {false, entry};
  const ConfigEntry* including = nullptr;
  bool any = false;
  for (const ConfigEntry* entry : entries) {
    if (entry->info->key != ConfigKey::Include) continue;
    any = true;
    if (entry->scope->is_negated()) {
      if (entry->scope->fits_file(path)) including = nullptr;
    } else if (entry->scope->fits_file(path)) {
      including = entry;
    }
  }
  return {!any || including != nullptr, including};
}

bool has_scope(const Entries& entries) {
  return std::any_of(entries.begin(), entries.end(),
                     [](const ConfigEntry* entry) { return entry->scope.has_value(); });
}

Settings settings_from(const Entries& entries, std::string_view path) {
  Settings settings;
  for (const ConfigEntry* entry : entries) apply_entry(*entry, settings);
  if (has_scope(entries)) settings.included = scope_of(entries, path).included;
  return settings;
}

const ConfigOrigin kDefault{"default", 0, 0};

std::string shown_value(const ConfigEntry& entry) {
  return entry.info->shape == ConfigShape::Flag ? entry.value : to_json_string(entry.value);
}

std::string to_json_list(std::span<const std::string_view> texts) {
  std::string list;
  for (const std::string_view text : texts)
    list += (list.empty() ? "" : ", ") + to_json_string(text);
  return "[" + list + "]";
}

// In the order of the keys' table; what nobody set, with its default.
class Shower {
 public:
  Shower(const ProjectConfig& config, std::string path)
      : path_(std::move(path)), entries_(effective_entries(config, path_)) {}

  std::vector<ShownSetting> run() {
    const Scope scope = scope_of(entries_, path_);
    rows_.push_back({"included", scope.included ? "true" : "false",
                     scope.decider == nullptr ? kDefault : scope.decider->origin});
    for (const KeyInfo& info : config_keys()) {
      if (info.merge != ConfigMerge::Own) show(info);
    }
    return std::move(rows_);
  }

 private:
  void show(const KeyInfo& info) {
    Entries mine;
    std::copy_if(entries_.begin(), entries_.end(), std::back_inserter(mine),
                 [&](const ConfigEntry* entry) { return entry->info == &info; });
    if (mine.empty()) {
      rows_.push_back({std::string(info.name), default_of(info), kDefault});
    } else if (info.merge == ConfigMerge::Replace && info.shape == ConfigShape::Texts) {
      std::vector<std::string_view> values;
      for (const ConfigEntry* entry : mine) values.emplace_back(entry->value);
      rows_.push_back({std::string(info.name), to_json_list(values), mine.front()->origin});
    } else {
      for (const ConfigEntry* entry : mine)
        rows_.push_back({row_key(*entry), shown_value(*entry), entry->origin});
    }
  }

  static std::string row_key(const ConfigEntry& entry) {
    std::string key(entry.info->name);
    if (entry.info->merge == ConfigMerge::ByName) key += "." + entry.name;
    return key;
  }

  [[nodiscard]] std::string default_of(const KeyInfo& info) const {
    switch (info.shape) {
      case ConfigShape::Flag:
        return "false";
      case ConfigShape::Word:
        return to_json_string(info.words[info.default_word]);
      case ConfigShape::Texts:
        return to_json_list(info.key == ConfigKey::Packs ? default_packs()
                                                         : std::span<const std::string_view>());
      case ConfigShape::TextOrByGlob:
        return to_json_string(Settings().language);
      case ConfigShape::ByGlob:
        return to_json_string(to_string(format_of_name(path_)));
      default:
        return "{}";
    }
  }

  std::string path_;
  Entries entries_;
  std::vector<ShownSetting> rows_;
};

}  // namespace

Settings settings_for(const ProjectConfig& config, const std::string& path) {
  const std::string normal = normal_path(path);
  return settings_from(effective_entries(config, normal), normal);
}

bool excludes_folder(const ProjectConfig& config, const std::string& folder) {
  const std::string normal = normal_path(folder);
  const Entries entries = effective_entries(config, {});
  return has_scope(entries) && excluding_folder(entries, normal) != nullptr;
}

bool names_formats(const ProjectConfig& config) {
  return std::any_of(config.layers.begin(), config.layers.end(), [](const ConfigLayer& layer) {
    return std::any_of(layer.entries.begin(), layer.entries.end(), [](const ConfigEntry& entry) {
      return entry.info->key == ConfigKey::Format || entry.info->key == ConfigKey::Values;
    });
  });
}

Result<void> check_names(const ProjectConfig& config, const KnownNames& known) {
  const auto refuse = [](const ConfigEntry& entry, std::string what) -> Result<void> {
    return tl::unexpected(Error{to_string(entry.origin), std::move(what)});
  };
  for (const ConfigLayer& layer : config.layers) {
    for (const ConfigEntry& entry : layer.entries) {
      const bool pack = entry.info->key == ConfigKey::Packs;
      if (pack &&
          std::find(known.packs.begin(), known.packs.end(), entry.value) == known.packs.end()) {
        return refuse(entry, fmt::format("no pack “{}”", entry.value) +
                                 nearest_hint(entry.value, known.packs));
      }
      const bool rule =
          entry.info->key == ConfigKey::Rules || entry.info->key == ConfigKey::Preferred;
      if (!rule) continue;
      if (std::any_of(known.rules.begin(), known.rules.end(),
                      [&](const std::string& id) { return name_fits(entry.name, id); }))
        continue;
      if (is_name_glob(entry.name))
        return refuse(entry, fmt::format("no rule fits “{}”", entry.name));
      return refuse(
          entry, fmt::format("no rule “{}”", entry.name) + nearest_hint(entry.name, known.rules));
    }
  }
  return {};
}

std::vector<ShownSetting> show_settings(const ProjectConfig& config, const std::string& path) {
  return Shower(config, normal_path(path)).run();
}

std::string_view config_schema() { return embedded_config_schema(); }

std::string starter_config() { return std::string(embedded_starter_config()); }

}  // namespace personfirst
