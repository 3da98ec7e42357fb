#include "wasm/given_files.h"

#include <utility>

namespace personfirst::wasm {

FileAnswer GivenFiles::read(const std::string& path) {
  const auto found = files_.find(path);
  if (found != files_.end()) return found->second;
  missing_.insert(path);
  return std::nullopt;
}

void GivenFiles::give(const std::string& path, FileAnswer answer) {
  missing_.erase(path);
  folders_.erase(path);
  files_.insert_or_assign(path, std::move(answer));
}

void GivenFiles::give_folder(const std::string& path, std::vector<std::string> names) {
  give(path, tl::unexpected(Error{path, "is a folder, not a configuration"}));
  folders_[path] = std::move(names);
}

const std::vector<std::string>* GivenFiles::names_in(const std::string& folder) const {
  const auto found = folders_.find(folder);
  return found == folders_.end() ? nullptr : &found->second;
}

void GivenFiles::forget(const std::string& path) {
  files_.erase(path);
  folders_.erase(path);
}

void GivenFiles::forget_all() {
  files_.clear();
  folders_.clear();
}

std::vector<std::string> GivenFiles::names() const {
  std::vector<std::string> names;
  for (const auto& [path, answer] : files_) names.push_back(path);
  return names;
}

std::set<std::string> GivenFiles::take_missing() { return std::exchange(missing_, {}); }

}  // namespace personfirst::wasm
