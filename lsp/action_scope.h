// Which findings a request for code actions is about. Clients differ in what they send: an empty
// range at the cursor, the whole diagnostic, the whole document with the wanted diagnostic in the
// context, all diagnostics of the line, or none at all.
#pragma once

#include <optional>
#include <vector>

#include "lsp/json.h"
#include "lsp/placed.h"

namespace personfirst::lsp {

struct Asked {
  Placed finding;
  const Json* diagnostic = nullptr;  // as the client sent it; good as long as the parameters are
};

// In document order; at most kMostAsked, because a menu is read by people.
inline constexpr std::size_t kMostAsked = 10;
[[nodiscard]] std::vector<Asked> asked_findings(const Snapshot& snapshot, ColumnUnit unit,
                                                const Json& params);

// Kate asks about one diagnostic with the range of the whole document, and its quick fix applies
// every action of the answer, one after the other. Such a client gets the best action alone.
[[nodiscard]] bool applies_all_actions(const Snapshot& snapshot, ColumnUnit unit,
                                       const Json& params);

// Whether the client wants actions of this kind: `only` names the kind or one above it. Without
// `only` every kind is wanted but those under "source", which are for people who ask: not when the
// client asks by itself.
[[nodiscard]] bool wants_kind(const Json& params, std::string_view kind);

}  // namespace personfirst::lsp
