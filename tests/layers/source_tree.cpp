#include "tests/layers/source_tree.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <utility>

namespace personfirst::layers {
namespace {

// Reads C++ character by character, as far as comments, literals and include lines go.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  SourceFile read() {
    while (at_ < text_.size()) step();
    return std::move(file_);
  }

 private:
  [[nodiscard]] bool sees(std::string_view what) const {
    return text_.substr(at_, what.size()) == what;
  }

  void step() {
    if (sees("//")) {
      at_ = std::min(text_.find('\n', at_), text_.size());
    } else if (sees("/*")) {
      const auto end = text_.find("*/", at_ + 2);
      at_ = end == std::string_view::npos ? text_.size() : end + 2;
    } else if (starts_line() && sees("#")) {
      directive();
    } else if (sees("R\"")) {
      raw_literal();
    } else if (sees("\"")) {
      literal();
    } else if (sees("'") && !after_digit()) {
      character();
    } else {
      file_.code += text_[at_++];
    }
  }

  [[nodiscard]] bool starts_line() const {
    const auto last = file_.code.find_last_not_of(" \t");
    return last == std::string::npos || file_.code[last] == '\n';
  }

  // 1'000'000 is a number.
  [[nodiscard]] bool after_digit() const {
    return at_ > 0 && std::string_view("0123456789abcdefABCDEF").find(text_[at_ - 1]) !=
                          std::string_view::npos;
  }

  void directive() {
    const auto end = std::min(text_.find('\n', at_), text_.size());
    const auto line = text_.substr(at_, end - at_);
    if (line.starts_with("#pragma once")) file_.has_pragma_once = true;
    const auto name = std::min(line.find_first_not_of(" \t", 1), line.size());
    if (!line.substr(name).starts_with("include")) {
      file_.code += '#';
      ++at_;
      return;
    }
    const auto open = line.find_first_of("<\"");
    if (open != std::string_view::npos) {
      const bool quoted = line[open] == '"';
      const auto close = line.find(quoted ? '"' : '>', open + 1);
      if (close != std::string_view::npos) {
        file_.includes.push_back({std::string(line.substr(open + 1, close - open - 1)), quoted});
      }
    }
    at_ = end;
  }

  void raw_literal() {
    const auto open = text_.find('(', at_);
    if (open == std::string_view::npos) {
      at_ = text_.size();
      return;
    }
    std::string close = ")";
    close += text_.substr(at_ + 2, open - at_ - 2);
    close += '"';
    const auto end = std::min(text_.find(close, open), text_.size());
    file_.literals.emplace_back(text_.substr(open + 1, end - open - 1));
    file_.code += "\"\"";
    at_ = std::min(end + close.size(), text_.size());
  }

  void literal() {
    const auto end = end_of_quoted('"');
    file_.literals.emplace_back(text_.substr(at_ + 1, end - at_ - 1));
    file_.code += "\"\"";
    at_ = std::min(end + 1, text_.size());
  }

  void character() {
    file_.code += "' '";
    at_ = std::min(end_of_quoted('\'') + 1, text_.size());
  }

  [[nodiscard]] std::size_t end_of_quoted(char quote) const {
    auto end = at_ + 1;
    while (end < text_.size() && text_[end] != quote && text_[end] != '\n')
      end += text_[end] == '\\' ? 2 : 1;
    return std::min(end, text_.size());
  }

  std::string_view text_;
  std::size_t at_ = 0;
  SourceFile file_;
};

}  // namespace

SourceFile read_source(std::string_view text) { return Reader(text).read(); }

SourceTree read_tree(const std::string& root, const std::vector<std::string>& folders) {
  namespace fs = std::filesystem;
  SourceTree tree;
  for (const auto& folder : folders) {
    if (!fs::exists(fs::path(root) / folder)) continue;
    for (auto it = fs::recursive_directory_iterator(fs::path(root) / folder);
         it != fs::recursive_directory_iterator(); ++it) {
      if (it->path().filename() == "node_modules") it.disable_recursion_pending();
      const auto extension = it->path().extension();
      if (!it->is_regular_file() || (extension != ".h" && extension != ".cpp")) continue;
      std::ostringstream text;
      text << std::ifstream(it->path(), std::ios::binary).rdbuf();
      tree.emplace(fs::relative(it->path(), root).generic_string(), read_source(text.str()));
    }
  }
  return tree;
}

}  // namespace personfirst::layers
