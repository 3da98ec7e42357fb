// One diagnostic as the protocol has it. DiagnosticsWriter writes the same, only faster.
#pragma once

#include <string>

#include "lsp/json.h"
#include "lsp/placed.h"
#include "lsp/snapshot.h"

namespace personfirst::lsp {

inline constexpr std::string_view kDiagnosticSource = "personfirst";

// Error 1, Warning 2; our Hint is 3 (Information), because editors all but hide the protocol's own
// Hint.
[[nodiscard]] int severity_number(Severity severity);

[[nodiscard]] Json to_diagnostic(const Knowledge& knowledge, const ClientCapabilities& client,
                                 const Document& document, const Placed& placed);
// Something that the linter could not read, as Information.
[[nodiscard]] Json to_diagnostic(const ClientCapabilities& client, const Document& document,
                                 const Problem& problem, std::uint32_t offset);

}  // namespace personfirst::lsp
