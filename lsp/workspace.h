// Which rules and settings hold for a document: workspace folders, the editor's settings, the
// project's configuration files and own rule files.
//
// The editor's settings are the base, and a project's configuration wins. A configuration, rule
// file or setting that is broken is told once; the last good one stays. Server's thread.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "linter/config/config.h"
#include "lsp/json.h"
#include "lsp/server.h"
#include "lsp/snapshot.h"

namespace personfirst::lsp {

// Rules that were loaded together. Immutable; any thread.
struct RuleBook {
  RuleSetPtr rules;
  Knowledge knowledge;  // of `rules`
  KnownNames names;
};
using RuleBookPtr = std::shared_ptr<const RuleBook>;

struct DocumentSettings {
  std::shared_ptr<const Settings> settings;  // never null
  RuleBookPtr book;                          // never null
  std::string config_path;                   // as in Snapshot
  bool enabled = true;  // false: switched off in the editor, or excluded by the configuration
};

struct WorkspaceFolder {
  std::string uri;
  std::string path;  // empty when it is no file: URI
};

class Workspace {
 public:
  // `host` must outlive it.
  Workspace(Host& host, ServerOptions options);
  ~Workspace();

  void set_folders(std::vector<WorkspaceFolder> folders);
  [[nodiscard]] const std::vector<WorkspaceFolder>& folders() const { return folders_; }

  // False: the user does not trust the folders yet. Their configuration cannot point out of them:
  // what it names elsewhere is not read.
  void set_trusted(bool trusted) { trusted_ = trusted; }

  // The section "personfirst" of the editor's settings: for everything, and for single folders by
  // URI. False when nothing has changed.
  bool set_editor_settings(const Json& common, std::map<std::string, std::string> by_folder);

  [[nodiscard]] DocumentSettings settings_of(const std::string& path);  // empty: no file
  [[nodiscard]] RuleBookPtr book();                                     // that of no file

  // A configuration or rule file, in use or looked for.
  [[nodiscard]] bool concerns(std::string_view path) const;
  // Names (without folders) of the files in use that are not called .personfirst.json.
  [[nodiscard]] std::set<std::string> other_names() const;
  // Configuration and rule files may have changed. Ask for the settings of documents again.
  void reload();
  // Counts what may have changed settings.
  [[nodiscard]] std::uint64_t generation() const { return generation_; }

  // What the user should be told now; each once.
  [[nodiscard]] std::vector<std::string> take_messages();

 private:
  struct Place;  // what holds in one folder of the file system
  const Place& place_of(const std::string& path);
  Place load(const std::string& folder, const WorkspaceFolder* root);
  Result<ProjectConfigPtr> load_own(const std::string& folder);
  ProjectConfigPtr load_base(const std::string& folder, const WorkspaceFolder* root);
  [[nodiscard]] const std::string& editor_settings(const WorkspaceFolder* root) const;
  Result<std::optional<std::string>> read(const std::string& path);
  [[nodiscard]] bool lies_in_folders(const std::string& path) const;
  Result<RuleBookPtr> load_book(const std::vector<std::string>& files);
  RuleBookPtr built_in();  // never null: the shipped rules are tested
  [[nodiscard]] const WorkspaceFolder* root_of(std::string_view path) const;
  [[nodiscard]] std::string config_path_for(const std::string& path, const Place& place) const;
  void complain(const Error& error);

  Host& host_;
  ServerOptions options_;
  std::vector<WorkspaceFolder> folders_;
  bool trusted_ = true;
  std::string common_settings_ = "null";  // JSON texts
  std::map<std::string, std::string> settings_by_folder_;
  std::map<std::string, Place> places_;                    // by folder
  std::map<std::string, Place> last_good_;                 // of before the last reload
  std::map<std::vector<std::string>, RuleBookPtr> books_;  // by their own rule files
  RuleBookPtr built_in_;
  std::set<std::string, std::less<>> watched_;
  std::uint64_t generation_ = 0;
  std::vector<std::string> messages_;
  std::set<std::string> told_;         // since the last reload
  std::set<std::string> told_before_;  // and before it
};

}  // namespace personfirst::lsp
