// One configuration file as a flat list of settings: what merging and showing work on.
//
// Layers are kept from the weakest to the strongest; a later one wins. A file's overrides are
// layers of their own right after it, each with a condition.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/config/config.h"
#include "linter/config/keys.h"
#include "linter/text/globs.h"

namespace personfirst {

// Globs over the files below a folder; a file elsewhere is known by its whole path.
class FolderGlobs {
 public:
  // Without "!" in front of any: fits what one of them fits. With: the last that fits decides.
  FolderGlobs(std::string folder, std::span<const std::string> globs);
  [[nodiscard]] bool fits(std::string_view path) const;

 private:
  std::string folder_;
  Globs globs_;
};

// One glob of "include" or "exclude". A glob that fits a folder holds for all that is in it.
class ScopeGlob {
 public:
  ScopeGlob(const std::string& folder, std::string_view glob);
  [[nodiscard]] bool is_negated() const { return negated_; }  // starts with "!"
  [[nodiscard]] bool fits_file(std::string_view path) const;
  [[nodiscard]] bool fits_folder(std::string_view path) const;

 private:
  std::string folder_;
  Globs refusing_;
  bool negated_ = false;
};

struct ConfigEntry {
  const KeyInfo* info = nullptr;
  std::string
      name;  // of "rules" and "preferred" (rule), "language" and "format" by glob (the glob)
  std::string value;  // a text; "true" or "false" for flags
  ConfigOrigin origin;
  std::optional<FolderGlobs> only;  // of "language" and "format" by glob
  std::optional<ScopeGlob> scope;   // of "include" and "exclude"
};

struct ConfigLayer {
  std::optional<FolderGlobs> files;  // an override's
  std::vector<ConfigEntry> entries;  // in order; the later wins
};

class ProjectConfig {
 public:
  std::vector<ConfigLayer> layers;
  std::vector<std::string> files;  // read or looked for
  std::string nearest;
};

// What holds for one file, in order. `path` may be empty: a document that is no file.
[[nodiscard]] std::vector<const ConfigEntry*> effective_entries(const ProjectConfig& config,
                                                                std::string_view path);

}  // namespace personfirst
