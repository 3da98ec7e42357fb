#include "linter/cli/rule_files.h"

#include <algorithm>
#include <filesystem>

#include "linter/files/files.h"

namespace personfirst {
namespace {

namespace fs = std::filesystem;

Result<std::vector<std::string>> json_files_in(const std::string& folder) {
  std::vector<std::string> paths;
  std::error_code error;
  fs::directory_iterator entry(folder, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    if (entry->path().extension() == ".json") paths.push_back(entry->path().string());
  }
  if (error) return tl::unexpected(Error{folder, error.message()});
  if (paths.empty()) return tl::unexpected(Error{folder, "no rule files (*.json) in this folder"});
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

Result<std::vector<RuleFile>> read_rule_files(std::span<const std::string> paths) {
  std::vector<RuleFile> files;
  for (const std::string& path : paths) {
    std::vector<std::string> in_path = {path};
    std::error_code error;
    if (fs::is_directory(path, error)) {
      Result<std::vector<std::string>> found = json_files_in(path);
      if (!found) return tl::unexpected(found.error());
      in_path = *std::move(found);
    }
    for (const std::string& file : in_path) {
      Result<FileContents> contents = read_file(file);
      if (!contents) return tl::unexpected(contents.error());
      files.push_back({file, std::move(contents->bytes)});
    }
  }
  return files;
}

Result<RuleSetPtr> load_rules_with(std::span<const std::string> paths, LoadExamples examples) {
  const Result<std::vector<RuleFile>> files = read_rule_files(paths);
  if (!files) return tl::unexpected(files.error());
  return load_rules(*files, examples);
}

}  // namespace personfirst
