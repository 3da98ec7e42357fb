// Reports over many documents, in every format of the command line.
//
// Checking a document and putting the pieces together are two steps, so that a host may check in
// several instances at once and let one of them write.
#pragma once

#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "linter/render/format.h"
#include "linter/render/renderer.h"
#include "linter/render/settings.h"
#include "wasm/counted.h"
#include "wasm/project.h"

namespace personfirst::wasm {

// Options: formats [..] or format, color, quiet, redact, failOn ("never", ...), earlier [{"name",
// "text"}].
class OpenReport {
 public:
  [[nodiscard]] static Result<std::unique_ptr<OpenReport>> open(const nlohmann::json& options,
                                                                Project& project);

  // What one document comes to: {"pieces", "tally", "worst"}.
  [[nodiscard]] Result<nlohmann::json> check(const std::string& name, std::string bytes,
                                             const Checks& checks, const Counted& counted);

  // Texts, one of each format.
  [[nodiscard]] std::vector<std::string> begin();
  [[nodiscard]] Result<std::vector<std::string>> add(const nlohmann::json& checked,
                                                     const Checks& checks);
  [[nodiscard]] std::vector<std::string> end(std::vector<Error> errors);

 private:
  OpenReport() = default;
  [[nodiscard]] const RuleList* list_of(const Checks& checks);

  struct FolderRules {
    std::shared_ptr<const RuleSet> rules;
    std::unique_ptr<RuleList> list;
  };

  RenderSettings settings_;  // before those who use it
  std::vector<std::unique_ptr<const Renderer>> renderers_;
  std::vector<std::unique_ptr<Composer>> composers_;
  std::shared_ptr<const RuleSet> own_;
  bool names_rules_ = false;
  std::vector<FolderRules> folder_rules_;  // other than the report's own
  std::vector<const RuleList*> used_;
  Tally tally_;
};

}  // namespace personfirst::wasm
