// A baseline: findings that a project knows of and has put off.
//
// An entry is a path relative to the baseline's folder, a rule, the words found, and a hash of the
// words around them: edits elsewhere leave it valid, and no text of a document is in it. Files are
// compared one by one, so that the answer does not depend on the order or the number of threads.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/linter.h"
#include "linter/result.h"

namespace personfirst {

struct BaselineEntry {
  std::string path, rule, words, around;
  auto operator<=>(const BaselineEntry&) const = default;
};
using BaselineCounts = std::map<BaselineEntry, std::uint32_t>;

// One entry a line, sorted.
[[nodiscard]] std::string to_text(const BaselineCounts& counts);
// `where` of the error is the name.
[[nodiscard]] Result<BaselineCounts> parse_baseline(const std::string& name, std::string_view text);

// What one document and the baseline have to do with each other.
struct Compared {
  std::vector<bool> known;                  // by finding
  BaselineCounts found;                     // all findings, under the document's path
  BaselineCounts stale;                     // entries of the document that nothing was found for
  std::optional<std::string> renamed_from;  // a path that is no more; its entries were compared
};

// Immutable; any thread.
class Baseline {
 public:
  // Entries' paths are relative to where `file` lies, be it there or not.
  [[nodiscard]] static Baseline empty(const std::string& file);
  [[nodiscard]] static Result<Baseline> read(const std::string& file);

  // `prefer`: by finding, those that are matched first where entries are alike; may be empty.
  [[nodiscard]] Compared compare(const Document& document, std::span<const Finding> findings,
                                 const std::vector<bool>& prefer) const;

  [[nodiscard]] const BaselineCounts& counts() const { return counts_; }
  [[nodiscard]] BaselineCounts entries_of(const std::string& path) const;
  // Those in the baseline whose files are no more.
  [[nodiscard]] const std::set<std::string>& missing_paths() const { return missing_; }

 private:
  [[nodiscard]] std::optional<std::string> former_path(const BaselineCounts& found) const;

  std::string folder_;  // absolute, without symbolic links
  BaselineCounts counts_;
  std::set<std::string> missing_;
};

// What a whole run and a baseline come to. For one thread.
class BaselineTally {
 public:
  explicit BaselineTally(const Baseline& baseline) : baseline_(baseline) {}

  void add(Compared compared);

  struct Rename {
    std::string from, to;
  };
  [[nodiscard]] const BaselineCounts& found() const { return found_; }
  [[nodiscard]] const std::vector<Rename>& renames() const { return renames_; }
  [[nodiscard]] BaselineCounts stale() const;
  [[nodiscard]] BaselineCounts pruned() const;  // without what is stale, renames followed

 private:
  const Baseline& baseline_;
  BaselineCounts found_, stale_, moved_;
  std::vector<Rename> renames_;
};

}  // namespace personfirst
