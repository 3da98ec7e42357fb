#include "linter/config/layer.h"

#include <unordered_map>
#include <utility>

#include "linter/config/paths.h"

namespace personfirst {
namespace {

std::vector<std::string> refusing(std::string_view glob) { return {"!" + std::string(glob)}; }

Globs::Paths paths_of(const std::string& folder, std::string_view path) {
  const std::string_view below = path_below(folder, path).value_or(path);
  return {below, below};
}

// Later entries of the same identity take an earlier one's place.
std::string identity(const ConfigEntry& entry) {
  std::string id(1, static_cast<char>(entry.info->key));
  switch (entry.info->merge) {
    case ConfigMerge::Append:
      return id + entry.value;
    case ConfigMerge::ByName:
      return id + entry.name;
    default:
      return id;
  }
}

class Merger {
 public:
  void take(const ConfigLayer& layer, std::string_view path) {
    for (const ConfigEntry& entry : layer.entries) {
      if (entry.only && (path.empty() || !entry.only->fits(path))) continue;
      const bool list = entry.info->shape == ConfigShape::Texts;
      if (entry.info->merge == ConfigMerge::Replace && list) {
        take_list_item(layer, entry);
      } else {
        const auto [found, is_new] = places_.try_emplace(identity(entry), entries_.size());
        if (!is_new) entries_[std::exchange(found->second, entries_.size())] = nullptr;
        entries_.push_back(&entry);
      }
    }
  }

  std::vector<const ConfigEntry*> result() {
    std::erase(entries_, nullptr);
    return std::move(entries_);
  }

 private:
  struct List {
    const ConfigLayer* layer = nullptr;
    std::vector<std::size_t> places;
  };

  // A list replaces the list of an earlier layer as a whole.
  void take_list_item(const ConfigLayer& layer, const ConfigEntry& entry) {
    List& list = lists_[entry.info->key];
    if (list.layer != &layer) {
      for (const std::size_t place : list.places) entries_[place] = nullptr;
      list = {&layer, {}};
    }
    list.places.push_back(entries_.size());
    entries_.push_back(&entry);
  }

  std::vector<const ConfigEntry*> entries_;
  std::unordered_map<std::string, std::size_t> places_;
  std::unordered_map<ConfigKey, List> lists_;
};

}  // namespace

FolderGlobs::FolderGlobs(std::string folder, std::span<const std::string> globs)
    : folder_(std::move(folder)), globs_(globs) {}

bool FolderGlobs::fits(std::string_view path) const {
  return globs_.wants_file(paths_of(folder_, path));
}

ScopeGlob::ScopeGlob(const std::string& folder, std::string_view glob)
    : folder_(folder),
      refusing_(refusing(glob.starts_with('!') ? glob.substr(1) : glob)),
      negated_(glob.starts_with('!')) {}

bool ScopeGlob::fits_file(std::string_view path) const {
  return !refusing_.wants_file(paths_of(folder_, path));
}

bool ScopeGlob::fits_folder(std::string_view path) const {
  // What the folders are called that the configuration itself lies in is not its business.
  if (path == folder_ || path_below(path, folder_)) return false;
  return !refusing_.wants_folder(paths_of(folder_, path));
}

std::vector<const ConfigEntry*> effective_entries(const ProjectConfig& config,
                                                  std::string_view path) {
  Merger merger;
  for (const ConfigLayer& layer : config.layers) {
    if (layer.files && (path.empty() || !layer.files->fits(path))) continue;
    merger.take(layer, path);
  }
  return merger.result();
}

}  // namespace personfirst
