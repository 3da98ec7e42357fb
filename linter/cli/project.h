// The configurations that a run meets: what holds for each file, with the command line's options on
// top.
//
// Each folder's configuration is looked up once, and rules are loaded once for each list of own
// rule files. What is answered depends on the file alone, not on who asks first. Any thread.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "linter/cli/options.h"
#include "linter/config/config.h"
#include "linter/linter.h"
#include "linter/result.h"

namespace personfirst {

// What a file is checked with. `rules` live as long as the Project.
struct FileSettings {
  const RuleSet* rules = nullptr;
  Settings settings;
};

class Project {
 public:
  // Error: the command line names rules, packs or a configuration that are not there. A broken
  // configuration in the working folder is not one: it may be no file's.
  [[nodiscard]] static Result<std::unique_ptr<Project>> open(const RuleArgs& rules,
                                                             const ConfigArgs& config,
                                                             std::optional<std::string> language);

  // `path` is as on the command line; empty is a text that is no file, in the working folder.
  [[nodiscard]] Result<FileSettings> settings(const std::string& path);
  // By the working folder's configuration, wherever `path` lies; for texts that are no files here.
  [[nodiscard]] Result<FileSettings> settings_here(const std::string& path);
  // For a walk. Where a configuration is broken, everything is wanted, so that it is told.
  [[nodiscard]] bool wants_folder(const std::string& path);
  [[nodiscard]] bool wants_file(const std::string& path, bool text_ending);

  // The rules of the working folder: what reports speak of.
  [[nodiscard]] const RuleSet& rules() const { return *rules_here_; }

  // `config show`: the configuration of a file or folder.
  struct Place {
    ProjectConfigPtr config;
    std::string path;  // absolute
  };
  [[nodiscard]] Result<Place> look_up(const std::string& path);

 private:
  struct Rules {
    RuleSetPtr set;
    std::optional<KnownNames> names;  // when a configuration asked
  };
  struct Folder {
    ProjectConfigPtr config;
    const RuleSet* rules = nullptr;
  };
  using FolderPtr = std::shared_ptr<const Result<Folder>>;

  Project(RuleArgs rules, ConfigArgs config, std::optional<std::string> language);

  [[nodiscard]] std::string absolute(const std::string& path) const;
  [[nodiscard]] FolderPtr folder(const std::string& absolute_folder);
  // These need the lock.
  FolderPtr find_folder(const std::string& absolute_folder);
  Result<Folder> load_folder(const std::string& absolute_folder);
  Result<Rules*> load(const std::vector<std::string>& own_files);
  Result<void> check(const ProjectConfig& config, Rules& rules);
  Result<void> load_rules_here();

  Result<FileSettings> settings_in(const std::string& in_folder, const std::string& file);
  [[nodiscard]] std::string shown(const std::string& where) const;
  [[nodiscard]] Error shown(Error error) const;

  const RuleArgs args_;
  const ConfigArgs config_args_;
  const std::optional<std::string> language_;
  const std::string working_folder_;
  const RuleSet* rules_here_ = nullptr;

  std::mutex mutex_;  // guards what follows
  std::map<std::string, FolderPtr> folders_;
  std::map<std::vector<std::string>, std::unique_ptr<Rules>> rules_;
};

// For commands that tell about rules: the rule files that the working folder's configuration names
// (none when it is broken: `lint` tells of that), and these.
[[nodiscard]] std::vector<std::string> with_configured_rule_files(
    const std::vector<std::string>& rule_paths);

// For messages: a place below the working folder without the folder.
[[nodiscard]] std::string shown_path(const std::string& path, const std::string& working_folder);

}  // namespace personfirst
