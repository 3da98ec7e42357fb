// Files as far as the host has handed them over: a module has no files of its own.
//
// Whoever asks for a file that nobody has given yet is told that there is none, and the file is
// noted as missing. The host then gives it (or says that there is none) and asks again. Paths are
// absolute, with `/`.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "linter/result.h"

namespace personfirst::wasm {

// Nothing: there is no such file.
using FileAnswer = Result<std::optional<std::string>>;

class GivenFiles {
 public:
  [[nodiscard]] FileAnswer read(const std::string& path);
  void give(const std::string& path, FileAnswer answer);
  // What was asked for is a folder, and holds these.
  void give_folder(const std::string& path, std::vector<std::string> names);
  // Null: nobody said that it is one.
  [[nodiscard]] const std::vector<std::string>* names_in(const std::string& folder) const;
  [[nodiscard]] bool has(const std::string& path) const { return files_.contains(path); }
  [[nodiscard]] std::vector<std::string> names() const;
  void forget(const std::string& path);
  void forget_all();

  [[nodiscard]] bool has_missing() const { return !missing_.empty(); }
  // What was asked for in vain since the last call.
  [[nodiscard]] std::set<std::string> take_missing();

 private:
  std::map<std::string, FileAnswer> files_;
  std::map<std::string, std::vector<std::string>> folders_;
  std::set<std::string> missing_;
};

}  // namespace personfirst::wasm
