// Finding configurations upwards, and what they extend.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "linter/config/config.h"
#include "linter/config/embedded_config.h"
#include "linter/config/layer.h"
#include "linter/config/paths.h"
#include "linter/config/read_config.h"

namespace personfirst {
namespace {

constexpr std::size_t kMostFiles = 100;  // in one chain: extending may fan out

// "clinical" is a preset; "./team.json", "../base" and "/etc/base.json" are files.
bool is_path(std::string_view target) {
  return target.find('/') != std::string_view::npos || target.ends_with(".json");
}

const EmbeddedPreset* find_preset(std::string_view name) {
  const auto presets = embedded_presets();
  const auto found = std::find_if(presets.begin(), presets.end(),
                                  [&](const EmbeddedPreset& each) { return each.name == name; });
  return found == presets.end() ? nullptr : &*found;
}

Error no_preset(const ExtendsEntry& entry) {
  std::vector<std::string> names;
  for (const EmbeddedPreset& preset : embedded_presets()) names.emplace_back(preset.name);
  return {to_string(entry.origin),
          fmt::format("no preset “{}”{} (a path starts with ./ or ends with .json)", entry.target,
                      nearest_hint(entry.target, names))};
}

class Loader {
 public:
  explicit Loader(const ReadFile& read_file) : read_file_(read_file) {}

  Result<ProjectConfigPtr> search(std::string_view folder) {
    std::vector<Found> chain;  // nearest first
    while (!folder.empty()) {
      const std::string path = join_path(folder, kConfigFileName);
      Result<std::optional<std::string>> text = read(path);
      if (!text) return tl::unexpected(text.error());
      if (*text) {
        Result<ReadConfig> config = read_config({**text, path, std::string(folder)});
        if (!config) return tl::unexpected(config.error());
        const bool root = config->root;
        chain.push_back({path, std::string(folder), *std::move(config)});
        if (root) break;
      }
      folder = parent_folder(folder);
    }
    if (!chain.empty()) config_.nearest = chain.front().path;
    std::reverse(chain.begin(), chain.end());
    for (Found& found : chain) {
      if (const auto taken = take(std::move(found)); !taken) return tl::unexpected(taken.error());
    }
    return std::make_shared<const ProjectConfig>(std::move(config_));
  }

  Result<ProjectConfigPtr> given(const std::string& path, std::string_view folder) {
    Result<std::optional<std::string>> text = read(path);
    if (!text) return tl::unexpected(text.error());
    if (!*text) return tl::unexpected(Error{path, "there is no such file"});
    Result<ReadConfig> config = read_config({**text, path, std::string(folder)});
    if (!config) return tl::unexpected(config.error());
    config_.nearest = path;
    const Result<void> taken = take({path, std::string(folder), *std::move(config)});
    if (!taken) return tl::unexpected(taken.error());
    return std::make_shared<const ProjectConfig>(std::move(config_));
  }

 private:
  struct Found {
    std::string path;
    std::string folder;  // of the globs: that of the configuration which was found, not extended
    ReadConfig config;
  };

  Result<std::optional<std::string>> read(const std::string& path) {
    if (std::find(config_.files.begin(), config_.files.end(), path) == config_.files.end())
      config_.files.push_back(path);
    return read_file_(path);
  }

  // What it extends first, so that its own settings win.
  Result<void> take(Found found) {
    if (++taken_ > kMostFiles)
      return tl::unexpected(
          Error{found.path, fmt::format("more than {} configurations in one chain", kMostFiles)});
    open_.push_back(found.path);
    for (const ExtendsEntry& entry : found.config.extends) {
      Result<void> extended =
          is_path(entry.target) ? extend_file(entry, found) : extend_preset(entry, found);
      if (!extended) return extended;
    }
    open_.pop_back();
    std::move(found.config.layers.begin(), found.config.layers.end(),
              std::back_inserter(config_.layers));
    return {};
  }

  Result<void> extend_preset(const ExtendsEntry& entry, const Found& from) {
    const EmbeddedPreset* preset = find_preset(entry.target);
    if (preset == nullptr) return tl::unexpected(no_preset(entry));
    const std::string file = "preset:" + std::string(preset->name);
    Result<ReadConfig> config = read_config({preset->text, file, from.folder, true});
    if (!config) return tl::unexpected(config.error());
    return take({file, from.folder, *std::move(config)});
  }

  Result<void> extend_file(const ExtendsEntry& entry, const Found& from) {
    const std::string path = join_path(parent_folder(from.path), entry.target);
    const auto refuse = [&](std::string what) -> Result<void> {
      return tl::unexpected(Error{to_string(entry.origin), std::move(what)});
    };
    if (const auto begin = std::find(open_.begin(), open_.end(), path); begin != open_.end()) {
      if (begin + 1 == open_.end()) return refuse("a configuration cannot extend itself");
      return refuse(fmt::format("“{}” extends this file, too: a circle", entry.target));
    }
    Result<std::optional<std::string>> text = read(path);
    if (!text) return tl::unexpected(text.error());
    if (!*text) return refuse(fmt::format("there is no file “{}”", entry.target));
    Result<ReadConfig> config = read_config({**text, path, from.folder});
    if (!config) return tl::unexpected(config.error());
    return take({path, from.folder, *std::move(config)});
  }

  const ReadFile& read_file_;
  ProjectConfig config_;
  std::vector<std::string> open_;  // the files that are being extended now
  std::size_t taken_ = 0;
};

}  // namespace

Result<ProjectConfigPtr> load_project_config(const std::string& folder, const ReadFile& read_file) {
  return Loader(read_file).search(normal_path(folder));
}

Result<ProjectConfigPtr> load_config_file(const std::string& path, const ReadFile& read_file,
                                          const std::string& globs_from) {
  const std::string normal = normal_path(path);
  return Loader(read_file).given(
      normal, globs_from.empty() ? std::string(parent_folder(normal)) : normal_path(globs_from));
}

std::vector<std::string> files_of(const ProjectConfig& config) { return config.files; }

std::string nearest_file(const ProjectConfig& config) { return config.nearest; }

}  // namespace personfirst
