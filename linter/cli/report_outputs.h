// Where the reports of a run go: one to standard output, any number to files.
//
// Every output sees every document, in the same order. A file appears at the end, whole, or not at
// all. For one thread; only renderers() may be used by others.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/cli/options.h"
#include "linter/files/new_file.h"
#include "linter/render/renderer.h"
#include "linter/render/settings.h"

namespace personfirst {

class ReportOutputs {
 public:
  // Reads the earlier reports of --since and makes the files beside their places.
  [[nodiscard]] static Result<ReportOutputs> open(const LintArgs& args, const RuleSet& rules);

  // The first is standard output's.
  [[nodiscard]] std::span<const Renderer* const> renderers() const { return renderers_; }
  [[nodiscard]] bool speaks_of_rules() const { return !settings_->rules.empty(); }
  // Is this one of the files? They are no documents of this run.
  [[nodiscard]] bool writes_to(const std::string& path) const;

  // All three give what is to be printed to standard output. `pieces`: one of each renderer, or
  // none when nothing was checked.
  [[nodiscard]] std::string begin();
  // `rules`: what the document was checked with, where that is not what open() was given.
  [[nodiscard]] std::string add(std::vector<Rendered> pieces, const RuleList* rules);
  [[nodiscard]] std::string end(const Tally& tally);
  // Puts the files in their places; what could not be done.
  [[nodiscard]] std::vector<Error> commit();

 private:
  struct File {
    std::string path;
    NewFile file;
  };
  template <typename Compose>
  std::string compose(const Compose& compose_one);

  std::unique_ptr<RenderSettings> settings_;  // renderers read them: end() alone adds to them
  std::vector<const RuleList*> more_rules_;   // in the order of documents
  std::vector<std::unique_ptr<const Renderer>> owned_;
  std::vector<const Renderer*> renderers_;
  std::vector<std::unique_ptr<Composer>> composers_;
  std::vector<File> files_;  // of the second composer and those after it
};

}  // namespace personfirst
