// The edits behind code actions: of the document itself, and of the project's configuration.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "linter/result.h"
#include "lsp/json.h"
#include "lsp/snapshot.h"

namespace personfirst::lsp {

// Changes to one document, with the version that they were made for.
struct DocumentEdit {
  std::string uri;
  std::optional<std::int32_t> version;
  bool create = false;  // the document may not be there yet
  Json text_edits;
};

// What an action changes when that is too much work to find out for each menu: a comment is tried
// by reading the whole document again.
struct Plan {
  enum class Kind { FixRule, FixSafe, Ignore, Allow, SwitchOff };
  Kind kind = Kind::FixSafe;
  std::string what;  // the rule, or the words to allow
  Span span{};       // of the finding to ignore
};

[[nodiscard]] DocumentEdit document_edit(const ClientCapabilities& client, const Snapshot& snapshot,
                                         const std::vector<Edit>& edits);
// Error: why there is no edit, in a sentence for people.
[[nodiscard]] Result<DocumentEdit> carry_out(const ClientCapabilities& client,
                                             const Snapshot& snapshot, const Plan& plan);
// The project's configuration is known, and there or able to be made.
[[nodiscard]] bool can_edit_config(const ClientCapabilities& client, const Snapshot& snapshot);

[[nodiscard]] Json to_workspace_edit(const ClientCapabilities& client, const DocumentEdit& edit);

// As an action's `data` carries it. Places in a document that has changed since are looked for
// where they were.
[[nodiscard]] Json to_data(const ClientCapabilities& client, const Snapshot& snapshot,
                           const Plan& plan);
[[nodiscard]] bool is_plan(const Json& data);
[[nodiscard]] std::optional<Plan> plan_of(const ClientCapabilities& client,
                                          const Snapshot& snapshot, const Json& data);

}  // namespace personfirst::lsp
