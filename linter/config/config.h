// A project's settings: `.personfirst.json`, and what it says about one document.
//
// Pure: files are read through a function that the caller hands in, so that the command line, the
// language server (with unsaved buffers) and WebAssembly share this code. Paths are absolute, with
// `/`. Any thread.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/options.h"
#include "linter/result.h"
#include "linter/text/document.h"

namespace personfirst {

inline constexpr std::string_view kConfigFileName = ".personfirst.json";

// A file's content; nullopt when there is no such file; an Error when it cannot be read.
using ReadFile = std::function<Result<std::optional<std::string>>(const std::string& path)>;

// Where a value was set: a file, or a preset's name ("preset:clinical"), or "default".
struct ConfigOrigin {
  std::string file;
  std::uint32_t line = 0, column = 0;  // 1-based, column in characters; 0 for presets and defaults
};

// "file:line:column"; the file alone where there is no place in it.
[[nodiscard]] std::string to_string(const ConfigOrigin& origin);

// What applies to one document.
struct Settings {
  LintOptions options;
  std::string language = "en";
  std::optional<Format> format;                 // only when the configuration names one
  std::vector<std::string> values;              // Document::values
  bool included = true;                         // false: excluded by a glob
  bool require_reason = false;                  // for suppressions
  std::vector<std::string> rule_files;          // absolute paths of own rule files, in order
  std::vector<ConfigOrigin> rule_file_origins;  // where each is named, for messages
};

// The configuration of one folder: the nearest file and what it extends or inherits. Immutable.
class ProjectConfig;
using ProjectConfigPtr = std::shared_ptr<const ProjectConfig>;

// Looks upwards from `folder`, nearest wins, until a file with `"root": true` or the file system's
// root. Never null: where there is no file at all it holds the defaults. Error: `where` is
// "path:line:column", `what` names the reason and, for an unknown key, the nearest valid one.
[[nodiscard]] Result<ProjectConfigPtr> load_project_config(const std::string& folder,
                                                           const ReadFile& read_file);
// A given file instead of a search (`--config`). It must exist.
// Globs are relative to `globs_from`; when that is empty, to the file's folder.
[[nodiscard]] Result<ProjectConfigPtr> load_config_file(const std::string& path,
                                                        const ReadFile& read_file,
                                                        const std::string& globs_from = {});

// `config` over `base`, as if every file of it extended those of `base`: an editor's own settings
// under a project's. files_of() and nearest_file() are those of `config`.
[[nodiscard]] ProjectConfigPtr with_base(const ProjectConfigPtr& config,
                                         const ProjectConfigPtr& base);

[[nodiscard]] Settings settings_for(const ProjectConfig& config, const std::string& path);
// True for a folder in which every file is excluded: a walk need not enter it.
[[nodiscard]] bool excludes_folder(const ProjectConfig& config, const std::string& folder);
// False: Settings::format and Settings::values are empty for every file.
[[nodiscard]] bool names_formats(const ProjectConfig& config);

// What a RuleSet has, for checking what a configuration names.
struct KnownNames {
  std::vector<std::string> rules;
  std::vector<std::string> packs;  // with "all"
};
// Error: the first rule, glob or pack that names nothing, with its place and the nearest name.
[[nodiscard]] Result<void> check_names(const ProjectConfig& config, const KnownNames& known);

// Every file that was read or looked for, for watching: absolute paths.
[[nodiscard]] std::vector<std::string> files_of(const ProjectConfig& config);
// The file nearest to the folder, empty when there is none.
[[nodiscard]] std::string nearest_file(const ProjectConfig& config);

// One row of `config show`: a key, its effective value as JSON, and where it came from.
struct ShownSetting {
  std::string key;
  std::string value;
  ConfigOrigin origin;
};
[[nodiscard]] std::vector<ShownSetting> show_settings(const ProjectConfig& config,
                                                      const std::string& path);

// ---- changing a configuration's text, comments and layout kept ----

// Edits that add the string `value` to the list at the top-level key `key` ("allow", "exclude"), or
// nothing when it is there already. An empty `text` means a new file. Error: the text is not a
// configuration.
[[nodiscard]] Result<std::vector<Edit>> add_to_list(std::string_view text, std::string_view key,
                                                    std::string_view value);
// Edits that set `"rules": { "<rule>": "<level>" }`.
[[nodiscard]] Result<std::vector<Edit>> set_rule_level(std::string_view text, std::string_view rule,
                                                       std::string_view level);

// A commented start for `personfirst init`.
[[nodiscard]] std::string starter_config();
// The JSON Schema that ships with the tool; `rule_ids` and `packs` fill its lists for completion.
[[nodiscard]] std::string_view config_schema();

}  // namespace personfirst
