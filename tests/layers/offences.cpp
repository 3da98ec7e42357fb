#include "tests/layers/offences.h"

#include <algorithm>
#include <array>
#include <map>
#include <regex>
#include <set>
#include <string_view>

namespace personfirst::layers {
namespace {

using Strings = std::vector<std::string_view>;

bool starts_with_any(std::string_view text, const Strings& prefixes) {
  return std::any_of(prefixes.begin(), prefixes.end(),
                     [&](auto prefix) { return text.starts_with(prefix); });
}

// What the files of a folder may include: of ours, and of the libraries that not everybody needs.
// The first folder that fits a file decides.
struct Layer {
  std::string_view folder;
  Strings ours;
  Strings libraries;
};

// Plain data, of which every layer may speak; and the facade, whose header is plain data and
// declarations.
constexpr auto kText = "linter/text/";
constexpr auto kFinding = "linter/finding.h";
constexpr auto kOptions = "linter/options.h";
constexpr auto kResult = "linter/result.h";
constexpr auto kFacade = "linter/linter.h";
constexpr auto kEdited = "linter/edited_document.h";
constexpr auto kSuppress = "linter/suppress.h";
constexpr auto kWarmUp = "linter/warm_up.h";

const std::vector<Layer>& layers() {
  static const std::vector<Layer> kLayers = {
      {"linter/text/", {kText, kResult}, {"unicode/"}},
      {"linter/markup/entities/", {}, {"nlohmann/"}},
      {"linter/markup/", {"linter/markup/", kText, kResult}, {"md4c"}},
      {"linter/rules/",
       {"linter/rules/", kFacade, kFinding, kOptions, kResult, kText},
       {"re2/", "unicode/", "nlohmann/"}},
      {"linter/engine/",
       {"linter/engine/", "linter/rules/", "linter/markup/prose.h", kFacade, kFinding, kOptions,
        kResult, kText},
       {"re2/", "unicode/"}},
      {"linter/config/",
       {"linter/config/", kFacade, kFinding, kOptions, kResult, kText},
       {"nlohmann/"}},
      {"linter/render/",
       {"linter/render/", kFacade, kFinding, kOptions, kResult, kText},
       {"nlohmann/", "pugixml"}},
      {"linter/office/",
       {"linter/office/", "linter/markup/extract.h", "linter/markup/outline.h",
        "linter/markup/prose.h", "linter/markup/prose_builder.h", "linter/markup/structure.h",
        kFinding, kResult, kText},
       {"minizip/", "pugixml"}},
      {"linter/files/", {"linter/files/", kResult, kText}, {"git2"}},
      {"linter/cli/",
       {"linter/cli/", "linter/files/", "linter/config/", "linter/render/",
        "linter/office/office.h", kFacade, kEdited, kSuppress, kFinding, kOptions, kResult, kText},
       {"CLI/", "nlohmann/"}},
      {"linter/finding.", {kFinding, kText}, {}},
      {"linter/options.", {kOptions, kFinding, kText}, {}},
      {"linter/result.", {}, {}},
      {"linter/linter.h", {kFinding, kOptions, kResult, kText}, {}},
      {"linter/",
       {"linter/engine/", "linter/rules/", "linter/markup/", kFacade, kEdited, kSuppress, kFinding,
        kOptions, kResult, kText},
       {}},
      {"lsp/process_",
       {"lsp/", "linter/files/", "linter/config/", kFacade, kFinding, kOptions, kResult, kText},
       {"nlohmann/"}},
      {"lsp/main", {"lsp/", kFacade, kResult}, {"CLI/"}},
      {"lsp/",
       {"lsp/", "linter/config/", kFacade, kEdited, kSuppress, kWarmUp, kFinding, kOptions, kResult,
        kText},
       {"nlohmann/"}},
  };
  return kLayers;
}

// Files, threads, clocks, terminals and locales belong to the front ends; the two tools run at
// build time.
bool is_front_end(std::string_view path) {
  return starts_with_any(
      path, {"linter/cli/", "linter/files/", "linter/rules/embed/", "linter/markup/entities/",
             "lsp/main", "lsp/process_", "lsp/transport", "lsp/worker"});
}

// Libraries that the headers of one layer must not bring into another.
bool is_heavy(std::string_view include) {
  return starts_with_any(include, {"re2/", "unicode/", "tree_sitter/", "md4c", "nlohmann/",
                                   "pugixml", "CLI/", "git2", "minizip/"});
}

// Includes and words that library code does without.
constexpr std::array kFrontEndIncludes = {"fstream",
                                          "filesystem",
                                          "iostream",
                                          "thread",
                                          "mutex",
                                          "future",
                                          "chrono",
                                          "ctime",
                                          "time.h",
                                          "locale",
                                          "clocale",
                                          "unistd.h",
                                          "cstdio",
                                          "stdio.h",
                                          "random",
                                          "csignal",
                                          "condition_variable"};
constexpr std::array kFrontEndWords = {"throw", "try",          "catch", "getenv", "setlocale",
                                       "fopen", "thread_local", "rand",  "exit",   "abort"};

// Stems of words that only rule files, tests and comments may hold.
const std::regex& stigma_words() {
  static const std::regex kWords(
      "addict|junkie|alcoholic|drunk|abuser|druggie|crackhead|overdos|stoner", std::regex::icase);
  return kWords;
}

std::string folder_of(std::string_view path) {
  return std::string(path.substr(0, path.rfind('/') + 1));
}

class Checker {
 public:
  Checker(const SourceTree& tree, const std::vector<std::string>& rule_ids)
      : tree_(tree), rule_ids_(rule_ids) {}

  std::vector<std::string> check() {
    for (const auto& [path, file] : tree_) {
      check_layer(path, file);
      check_foreign_headers(path, file);
      check_library_code(path, file);
      check_words(path, file);
      if (!path.ends_with(".h")) continue;
      if (!file.has_pragma_once) report(path, "has no #pragma once");
      check_type_names(path, file);
    }
    return std::move(found_);
  }

 private:
  void report(const std::string& path, const std::string& what) {
    found_.push_back(path + " " + what);
  }

  // Invariants 1 and 3: who may include whom, and whose library is whose.
  void check_layer(const std::string& path, const SourceFile& file) {
    const auto layer = std::find_if(layers().begin(), layers().end(), [&](const Layer& candidate) {
      return path.starts_with(candidate.folder);
    });
    if (layer == layers().end()) return report(path, "is in no layer that tests/layers knows");
    for (const auto& include : file.includes) {
      if (is_heavy(include.path)) {
        if (!starts_with_any(include.path, layer->libraries)) {
          report(path, "must not include <" + include.path + ">: it is another layer's library");
        }
      } else if (!include.quoted) {
        if (starts_with_any(include.path, {"linter/", "lsp/"})) {
          report(path, "includes <" + include.path + ">: use quotes");
        }
      } else if (!starts_with_any(include.path, layer->ours) && !is_private(*layer, include.path)) {
        report(path, "must not include " + include.path);
      } else if (!tree_.contains(include.path)) {
        report(path, "includes " + include.path + ", which is not there");
      }
    }
  }

  // The facade's own headers stand beside linter.h and are nobody else's.
  static bool is_private(const Layer& layer, const std::string& header) {
    return layer.folder == "linter/" && folder_of(header) == layer.folder;
  }

  // Invariant 9: a header that another layer includes brings no heavy library with it.
  void check_foreign_headers(const std::string& path, const SourceFile& file) {
    for (const auto& include : file.includes) {
      if (!include.quoted || folder_of(include.path) == folder_of(path)) continue;
      std::set<std::string> seen;
      const auto heavy = heavy_include_behind(include.path, seen);
      if (!heavy.empty()) report(path, "gets <" + heavy + "> by " + include.path);
    }
  }

  std::string heavy_include_behind(const std::string& header, std::set<std::string>& seen) const {
    const auto file = tree_.find(header);
    if (file == tree_.end() || !seen.insert(header).second) return {};
    for (const auto& include : file->second.includes) {
      if (is_heavy(include.path)) return include.path;
      if (!include.quoted) continue;
      auto heavy = heavy_include_behind(include.path, seen);
      if (!heavy.empty()) return heavy;
    }
    return {};
  }

  // Invariant 10: no exceptions, threads, files, clock, environment or locale in library code.
  void check_library_code(const std::string& path, const SourceFile& file) {
    if (is_front_end(path)) return;
    for (const auto& include : file.includes) {
      if (std::find(kFrontEndIncludes.begin(), kFrontEndIncludes.end(), include.path) !=
          kFrontEndIncludes.end()) {
        report(path, "must not include <" + include.path + ">: only front ends may");
      }
    }
    static const std::regex kWord("[A-Za-z_][A-Za-z_0-9]*");
    std::set<std::string> reported;
    for (std::sregex_iterator word(file.code.begin(), file.code.end(), kWord), end; word != end;
         ++word) {
      const auto text = word->str();
      const bool bad =
          std::find(kFrontEndWords.begin(), kFrontEndWords.end(), text) != kFrontEndWords.end();
      if (bad && reported.insert(text).second)
        report(path, "must not say `" + text + "`: only front ends may");
    }
  }

  // Invariant 4: words are data.
  void check_words(const std::string& path, const SourceFile& file) {
    for (const auto& literal : file.literals) {
      std::smatch word;
      if (std::regex_search(literal, word, stigma_words()))
        report(path, "holds the word “" + word.str() + "”: words are data");
      for (const auto& id : rule_ids_) {
        if (literal.find(id) != std::string::npos) report(path, "names the rule " + id);
      }
    }
  }

  // Invariant 11: two types of one name in one namespace would be merged by the linker, unseen.
  void check_type_names(const std::string& path, const SourceFile& file) {
    static const std::regex kNamespace("\\nnamespace ([a-z_:]+) \\{");
    static const std::regex kType("\\n(?:struct|class|enum class) (\\w+)(?: final)?(?: :| \\{)");
    std::smatch in;
    std::regex_search(file.code, in, kNamespace);
    for (std::sregex_iterator type(file.code.begin(), file.code.end(), kType), end; type != end;
         ++type) {
      const auto name = in[1].str() + "::" + (*type)[1].str();
      const auto [first, is_new] = types_.emplace(name, path);
      if (!is_new) report(path, "defines " + name + ", which stands in " + first->second);
    }
  }

  const SourceTree& tree_;
  const std::vector<std::string>& rule_ids_;
  std::map<std::string, std::string> types_;  // the header that defines it
  std::vector<std::string> found_;
};

}  // namespace

std::vector<std::string> offences(const SourceTree& tree,
                                  const std::vector<std::string>& rule_ids) {
  return Checker(tree, rule_ids).check();
}

}  // namespace personfirst::layers
