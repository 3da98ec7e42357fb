#include "linter/cli/project.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "linter/cli/rule_files.h"
#include "linter/files/files.h"

namespace personfirst {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kLargestConfig = std::uintmax_t{1} << 20;

Result<std::optional<std::string>> read_config_file(const std::string& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  // A folder above that may not be looked into holds nothing for us.
  if (!fs::exists(status)) return std::optional<std::string>();
  if (status.type() == fs::file_type::directory)
    return tl::unexpected(Error{path, "is a folder, not a configuration"});
  const std::uintmax_t size = fs::file_size(path, error);
  if (!error && size > kLargestConfig) return tl::unexpected(Error{path, "larger than 1 MiB"});
  Result<FileContents> contents = read_file(path);
  if (!contents) return tl::unexpected(contents.error());
  return std::optional(std::move(contents->bytes));
}

// Of a path that is absolute and normal. (Asked a few times a file: std::filesystem takes its
// time.)
std::string parent_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return path.substr(0, std::max<std::size_t>(slash, 1));
}

// Sure to have nothing to take out?
bool is_plain_absolute(std::string_view path) {
  return path.starts_with('/') && !path.ends_with('/') &&
         path.find("//") == std::string_view::npos && path.find("/.") == std::string_view::npos;
}

std::string absolute_path(const std::string& path, const std::string& working_folder) {
  std::string plain = path.starts_with('/') ? path : working_folder + "/" + path;
  if (is_plain_absolute(plain)) return plain;
  std::string normal = (fs::path(working_folder) / path).lexically_normal().string();
  if (normal.size() > 1 && normal.ends_with('/')) normal.pop_back();
  return normal;
}

// The files that a configuration names, under the names that people see, then the command line's
// others.
std::vector<std::string> rule_files(const std::vector<std::string>& configured,
                                    const std::vector<std::string>& given,
                                    const std::string& working_folder) {
  std::vector<std::string> files;
  files.reserve(configured.size() + given.size());
  for (const std::string& file : configured) files.push_back(shown_path(file, working_folder));
  for (const std::string& path : given) {
    const std::string absolute = absolute_path(path, working_folder);
    if (std::find(configured.begin(), configured.end(), absolute) == configured.end())
      files.push_back(path);
  }
  return files;
}

KnownNames names_of(const RuleSet& rules) {
  KnownNames names;
  names.packs = {"all"};
  for (RuleInfo& rule : list_rules(rules)) {
    names.rules.push_back(std::move(rule.id));
    names.packs.push_back(std::move(rule.pack));
  }
  names.packs.insert(names.packs.end(), default_packs().begin(), default_packs().end());
  std::sort(names.packs.begin(), names.packs.end());
  names.packs.erase(std::unique(names.packs.begin(), names.packs.end()), names.packs.end());
  return names;
}

}  // namespace

std::string shown_path(const std::string& path, const std::string& working_folder) {
  const std::string folder = working_folder.ends_with('/') ? working_folder : working_folder + "/";
  return path.starts_with(folder) ? path.substr(folder.size()) : path;
}

std::vector<std::string> with_configured_rule_files(const std::vector<std::string>& rule_paths) {
  const std::string here = fs::current_path().string();
  const Result<ProjectConfigPtr> config = load_project_config(here, read_config_file);
  if (!config) return rule_paths;
  return rule_files(settings_for(**config, {}).rule_files, rule_paths, here);
}

Project::Project(RuleArgs rules, ConfigArgs config, std::optional<std::string> language)
    : args_(std::move(rules)),
      config_args_(std::move(config)),
      language_(std::move(language)),
      working_folder_(fs::current_path().string()) {}

Result<std::unique_ptr<Project>> Project::open(const RuleArgs& rules, const ConfigArgs& config,
                                               std::optional<std::string> language) {
  std::unique_ptr<Project> project(new Project(rules, config, std::move(language)));
  if (const Result<void> loaded = project->load_rules_here(); !loaded)
    return tl::unexpected(loaded.error());
  return project;
}

Result<void> Project::load_rules_here() {
  const FolderPtr here = folder(working_folder_);
  if (*here) {
    rules_here_ = (*here)->rules;
  } else {
    if (!config_args_.file.empty()) return tl::unexpected(here->error());
    const std::lock_guard lock(mutex_);
    Result<Rules*> rules = load({});
    if (!rules) return tl::unexpected(shown(rules.error()));
    rules_here_ = (*rules)->set.get();
  }
  LintOptions options;
  put_on_top(args_, options);
  if (Result<void> checked = check_options(*rules_here_, options); !checked) return checked;
  if (language_ && !has_language(*rules_here_, *language_))
    return tl::unexpected(Error{"--language", "there are no rules for " + *language_});
  return {};
}

Result<FileSettings> Project::settings(const std::string& path) {
  if (path.empty()) return settings_in(working_folder_, path);
  const std::string file = absolute(path);
  return settings_in(parent_of(file), file);
}

Result<FileSettings> Project::settings_here(const std::string& path) {
  return settings_in(working_folder_, path.empty() ? path : absolute(path));
}

Result<FileSettings> Project::settings_in(const std::string& in_folder, const std::string& file) {
  const FolderPtr found = folder(in_folder);
  if (!*found) return tl::unexpected(found->error());
  FileSettings settings{(*found)->rules, settings_for(*(*found)->config, file)};
  put_on_top(args_, settings.settings.options);
  if (language_) settings.settings.language = *language_;
  return settings;
}

bool Project::wants_folder(const std::string& path) {
  const std::string file = absolute(path);
  const FolderPtr found = folder(parent_of(file));
  return !*found || !excludes_folder(*(*found)->config, file);
}

bool Project::wants_file(const std::string& path, bool text_ending) {
  const std::string file = absolute(path);
  const FolderPtr found = folder(parent_of(file));
  if (!*found || nearest_file(*(*found)->config).empty()) return text_ending;
  if (!text_ending && !names_formats(*(*found)->config)) return false;
  const Settings settings = settings_for(*(*found)->config, file);
  const Format format = format_of_name(path);
  const bool has_values =
      !settings.values.empty() && (format == Format::Json || format == Format::Yaml);
  return settings.included && (text_ending || settings.format || has_values);
}

Result<Project::Place> Project::look_up(const std::string& path) {
  const std::string file = absolute(path);
  std::error_code error;
  const bool is_folder = fs::is_directory(file, error);
  const FolderPtr found = folder(is_folder ? file : parent_of(file));
  if (!*found) return tl::unexpected(found->error());
  return Place{(*found)->config, is_folder ? "" : file};
}

std::string Project::absolute(const std::string& path) const {
  return absolute_path(path, working_folder_);
}

Project::FolderPtr Project::folder(const std::string& absolute_folder) {
  const std::lock_guard lock(mutex_);
  // One configuration for all, or none.
  if (!config_args_.file.empty() || config_args_.none) return find_folder(working_folder_);
  return find_folder(absolute_folder);
}

Project::FolderPtr Project::find_folder(const std::string& absolute_folder) {
  if (const auto known = folders_.find(absolute_folder); known != folders_.end())
    return known->second;
  const bool given = !config_args_.file.empty() || config_args_.none;
  const std::string above = parent_of(absolute_folder);
  std::error_code error;
  const std::string own = (fs::path(absolute_folder) / kConfigFileName).string();
  FolderPtr found;
  if (!given && above != absolute_folder && !fs::exists(own, error)) {
    found = find_folder(above);
  } else {
    Result<Folder> loaded = load_folder(absolute_folder);
    if (!loaded) loaded = tl::unexpected(shown(loaded.error()));
    found = std::make_shared<const Result<Folder>>(std::move(loaded));
  }
  folders_.emplace(absolute_folder, found);
  return found;
}

Result<Project::Folder> Project::load_folder(const std::string& absolute_folder) {
  Result<ProjectConfigPtr> config =
      config_args_.none ? load_project_config({}, read_config_file)
      : config_args_.file.empty()
          ? load_project_config(absolute_folder, read_config_file)
          : load_config_file(absolute(config_args_.file), read_config_file, working_folder_);
  if (!config) return tl::unexpected(config.error());
  const Settings settings = settings_for(**config, {});
  for (std::size_t i = 0; i < settings.rule_files.size(); ++i) {
    std::error_code error;
    if (fs::exists(settings.rule_files[i], error)) continue;
    return tl::unexpected(Error{to_string(settings.rule_file_origins[i]),
                                "there is no rule file “" + shown(settings.rule_files[i]) + "”"});
  }
  const Result<Rules*> rules = load(settings.rule_files);
  if (!rules) return tl::unexpected(rules.error());
  if (const Result<void> checked = check(**config, **rules); !checked)
    return tl::unexpected(checked.error());
  return Folder{*std::move(config), (*rules)->set.get()};
}

Result<Project::Rules*> Project::load(const std::vector<std::string>& own_files) {
  std::unique_ptr<Rules>& rules = rules_[own_files];
  if (rules) return rules.get();
  Result<RuleSetPtr> set =
      load_rules_with(rule_files(own_files, args_.rule_paths, working_folder_), LoadExamples::No);
  if (!set) return tl::unexpected(set.error());
  rules = std::make_unique<Rules>(Rules{*std::move(set), {}});
  return rules.get();
}

Result<void> Project::check(const ProjectConfig& config, Rules& rules) {
  if (nearest_file(config).empty()) return {};
  if (!rules.names) rules.names = names_of(*rules.set);
  return check_names(config, *rules.names);
}

std::string Project::shown(const std::string& where) const {
  return shown_path(where, working_folder_);
}

Error Project::shown(Error error) const {
  error.where = shown(error.where);
  return error;
}

}  // namespace personfirst
