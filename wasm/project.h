// Which rules and settings hold for a document: from options, a configuration's text, or the
// configuration files that the host gives. The same answers as the command line has.
//
// Options, all of them optional:
//
//   rules            [{"name", "text"}]: the user's own rule files
//   configuration    the text of a .personfirst.json for all documents
//   configurationFile  an absolute path of one instead
//   search           true: look for .personfirst.json beside each document and above
//   workingFolder    absolute; what relative paths are relative to ("/")
//   packs, select, ignore, minSeverity, language, requireReason   as on the command line
#pragma once

#include <map>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "linter/config/asked_rules.h"
#include "linter/config/config.h"
#include "linter/linter.h"
#include "wasm/given_files.h"
#include "wasm/rule_sets.h"

namespace personfirst::wasm {

struct Checks {
  std::shared_ptr<const RuleSet> rules;
  Settings settings;
};

class Project {
 public:
  // `files` and `rule_sets` must outlive it.
  [[nodiscard]] static Result<std::unique_ptr<Project>> open(const nlohmann::json& options,
                                                             GivenFiles& files,
                                                             RuleSets& rule_sets);

  // `path` is absolute or relative to the working folder; empty is a text that is no file.
  [[nodiscard]] Result<Checks> checks(const std::string& path);
  // By the working folder's configuration, wherever `path` lies.
  [[nodiscard]] Result<Checks> checks_here(const std::string& path);
  [[nodiscard]] Result<ProjectConfigPtr> config(const std::string& path);
  // For a walk. Where a configuration is broken, everything is wanted, so that it is told.
  [[nodiscard]] bool wants_folder(const std::string& path);
  [[nodiscard]] bool wants_file(const std::string& path, bool readable);
  // Empty stays empty.
  [[nodiscard]] std::string absolute(const std::string& path) const;
  // The rules of the working folder: what reports speak of.
  [[nodiscard]] Result<std::shared_ptr<const RuleSet>> rules_here();
  // The own rules, and those that the working folder's configuration names.
  [[nodiscard]] Result<std::vector<RuleFile>> all_rules_here();

 private:
  struct Folder {
    ProjectConfigPtr config;
    std::shared_ptr<const RuleSet> rules;
  };

  Project(GivenFiles& files, RuleSets& rule_sets) : files_(files), rule_sets_(rule_sets) {}
  [[nodiscard]] Result<Checks> checks_in(const std::string& in_folder, const std::string& file);
  [[nodiscard]] Result<Folder> folder(const std::string& absolute_folder);
  [[nodiscard]] Result<Folder> load_folder(const std::string& absolute_folder);
  [[nodiscard]] Result<ProjectConfigPtr> load_config(const std::string& absolute_folder);
  [[nodiscard]] Result<std::vector<RuleFile>> rule_files(const Settings& settings);
  [[nodiscard]] Result<void> read_rules_in(const std::string& folder, std::vector<RuleFile>& files);
  [[nodiscard]] Result<std::shared_ptr<const RuleSet>> load(const Settings& settings);
  [[nodiscard]] std::string shown(const std::string& path) const;

  GivenFiles& files_;
  RuleSets& rule_sets_;
  std::vector<RuleFile> own_rules_;
  std::optional<std::string> config_text_;
  std::string config_file_;
  bool search_ = false;
  std::string working_folder_ = "/";
  AskedRules asked_;
  std::optional<std::string> language_;
  bool require_reason_ = false;
  std::map<std::string, Folder> folders_;
};

}  // namespace personfirst::wasm
