#include "wasm/project.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "linter/config/paths.h"
#include "wasm/options_reader.h"

namespace personfirst::wasm {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kRuleFileEnding = ".json";

KnownNames names_of(const RuleSet& rules) {
  KnownNames names;
  std::set<std::string> packs = {"all"};
  for (RuleInfo& rule : list_rules(rules)) {
    names.rules.push_back(std::move(rule.id));
    packs.insert(std::move(rule.pack));
  }
  packs.insert(default_packs().begin(), default_packs().end());
  names.packs.assign(packs.begin(), packs.end());
  return names;
}

std::string joined(std::string folder, std::string_view name) {
  if (!folder.ends_with('/')) folder += '/';
  return folder.append(name);
}

}  // namespace

Result<std::unique_ptr<Project>> Project::open(const Json& json, GivenFiles& files,
                                               RuleSets& rule_sets) {
  std::unique_ptr<Project> project(new Project(files, rule_sets));
  OptionsReader options(json, "options");
  project->own_rules_ = options.rule_files("rules");
  project->config_text_ = options.text("configuration");
  project->config_file_ = options.text("configurationFile").value_or("");
  project->search_ = options.flag("search");
  project->working_folder_ = normal_path(options.text("workingFolder").value_or("/"));
  project->asked_.packs = options.texts("packs");
  project->asked_.select = options.texts("select");
  project->asked_.ignore = options.texts("ignore");
  project->asked_.min_severity = options.severity("minSeverity");
  project->language_ = options.text("language");
  project->require_reason_ = options.flag("requireReason");
  if (Result<void> read = options.finish(); !read) return tl::unexpected(read.error());
  if (!project->config_file_.empty())
    project->config_file_ = join_path(project->working_folder_, project->config_file_);

  const auto rules = project->rules_here();
  if (!rules) return tl::unexpected(rules.error());
  LintOptions asked;
  put_on_top(project->asked_, asked);
  if (Result<void> checked = check_options(**rules, asked); !checked)
    return tl::unexpected(checked.error());
  if (project->language_ && !has_language(**rules, *project->language_))
    return tl::unexpected(Error{"--language", "there are no rules for " + *project->language_});
  return project;
}

// A broken configuration in the working folder may be no document's: it is told where it counts.
Result<std::shared_ptr<const RuleSet>> Project::rules_here() {
  const auto here = folder(working_folder_);
  if (here) return here->rules;
  if (!config_file_.empty() || config_text_) return tl::unexpected(here.error());
  return load({});
}

Result<std::vector<RuleFile>> Project::all_rules_here() {
  const auto here = folder(working_folder_);
  return here ? rule_files(settings_for(*here->config, {})) : own_rules_;
}

Result<Checks> Project::checks(const std::string& path) {
  const std::string file = absolute(path);
  return checks_in(file.empty() ? working_folder_ : std::string(parent_folder(file)), file);
}

Result<Checks> Project::checks_here(const std::string& path) {
  return checks_in(working_folder_, absolute(path));
}

Result<Checks> Project::checks_in(const std::string& in_folder, const std::string& file) {
  const auto found = folder(in_folder);
  if (!found) return tl::unexpected(found.error());
  Checks checks{found->rules, settings_for(*found->config, file)};
  put_on_top(asked_, checks.settings.options);
  if (language_) checks.settings.language = *language_;
  if (require_reason_) checks.settings.options.require_reason = true;
  return checks;
}

Result<ProjectConfigPtr> Project::config(const std::string& path) {
  const std::string file = absolute(path);
  const auto found = folder(file.empty() ? working_folder_ : std::string(parent_folder(file)));
  if (!found) return tl::unexpected(found.error());
  return found->config;
}

bool Project::wants_folder(const std::string& path) {
  const std::string file = absolute(path);
  const auto found = folder(std::string(parent_folder(file)));
  return !found || !excludes_folder(*found->config, file);
}

bool Project::wants_file(const std::string& path, bool readable) {
  const std::string file = absolute(path);
  const auto found = folder(std::string(parent_folder(file)));
  if (!found || nearest_file(*found->config).empty()) return readable;
  if (!readable && !names_formats(*found->config)) return false;
  const Settings settings = settings_for(*found->config, file);
  const Format format = format_of_name(path);
  const bool has_values =
      !settings.values.empty() && (format == Format::Json || format == Format::Yaml);
  return settings.included && (readable || settings.format || has_values);
}

Result<Project::Folder> Project::folder(const std::string& absolute_folder) {
  const std::string& key = search_ ? absolute_folder : working_folder_;
  if (const auto known = folders_.find(key); known != folders_.end()) return known->second;
  Result<Folder> loaded = load_folder(key);
  if (!loaded) {
    Error error = loaded.error();
    error.where = shown(error.where);
    return tl::unexpected(std::move(error));
  }
  return folders_[key] = *std::move(loaded);
}

Result<ProjectConfigPtr> Project::load_config(const std::string& absolute_folder) {
  const std::string own = joined(working_folder_, kConfigFileName);
  const ReadFile read = [&](const std::string& path) -> FileAnswer {
    if (config_text_ && path == own) return *config_text_;
    return files_.read(path);
  };
  if (config_text_) return load_config_file(own, read, working_folder_);
  if (!config_file_.empty()) return load_config_file(config_file_, read, working_folder_);
  const ReadFile nothing = [](const std::string&) -> FileAnswer { return std::nullopt; };
  return search_ ? load_project_config(absolute_folder, read) : load_project_config({}, nothing);
}

Result<Project::Folder> Project::load_folder(const std::string& absolute_folder) {
  const Result<ProjectConfigPtr> config = load_config(absolute_folder);
  if (!config) return tl::unexpected(config.error());
  const auto rules = load(settings_for(**config, {}));
  if (!rules) return tl::unexpected(rules.error());
  if (!nearest_file(**config).empty()) {
    if (const Result<void> checked = check_names(**config, names_of(**rules)); !checked)
      return tl::unexpected(checked.error());
  }
  return Folder{*config, *rules};
}

// Those that the configuration names, under the names that people see, then the others.
Result<std::vector<RuleFile>> Project::rule_files(const Settings& settings) {
  std::vector<RuleFile> files;
  for (std::size_t i = 0; i < settings.rule_files.size(); ++i) {
    const std::string& path = settings.rule_files[i];
    FileAnswer text = files_.read(path);
    if (files_.names_in(path) != nullptr) {
      if (Result<void> read = read_rules_in(path, files); !read)
        return tl::unexpected(read.error());
      continue;
    }
    if (!text) return tl::unexpected(text.error());
    if (!*text) {
      return tl::unexpected(Error{to_string(settings.rule_file_origins[i]),
                                  "there is no rule file “" + shown(path) + "”"});
    }
    files.push_back({shown(path), std::move(**text)});
  }
  for (const RuleFile& own : own_rules_) {
    const std::string path = join_path(working_folder_, own.name);
    const auto names = [&](std::string_view name) {
      return std::ranges::find(settings.rule_files, name) != settings.rule_files.end();
    };
    if (!names(path) && !names(parent_folder(path))) files.push_back(own);
  }
  return files;
}

// Those right in it, sorted by name.
Result<void> Project::read_rules_in(const std::string& folder, std::vector<RuleFile>& files) {
  std::vector<std::string> names = *files_.names_in(folder);
  std::erase_if(names, [](const std::string& name) {
    return !name.ends_with(kRuleFileEnding) || name.size() == kRuleFileEnding.size();
  });
  if (names.empty())
    return tl::unexpected(Error{shown(folder), "no rule files (*.json) in this folder"});
  std::ranges::sort(names);
  for (const std::string& name : names) {
    const std::string path = joined(folder, name);
    const std::string shown_name = joined(shown(folder), name);
    FileAnswer text = files_.read(path);
    if (files_.names_in(path) != nullptr)
      return tl::unexpected(Error{shown_name, "Is a directory"});
    if (!text) return tl::unexpected(text.error());
    files.push_back({shown_name, std::move(*text).value_or("")});
  }
  return {};
}

Result<std::shared_ptr<const RuleSet>> Project::load(const Settings& settings) {
  const auto files = rule_files(settings);
  if (!files) return tl::unexpected(files.error());
  return rule_sets_.with(*files);
}

std::string Project::absolute(const std::string& path) const {
  return path.empty() ? "" : join_path(working_folder_, path);
}

std::string Project::shown(const std::string& path) const {
  const auto below = path_below(working_folder_, path);
  return below ? std::string(*below) : path;
}

}  // namespace personfirst::wasm
