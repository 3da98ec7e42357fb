// What client and server tell each other about themselves in `initialize`.
#pragma once

#include <string_view>

#include "lsp/json.h"
#include "lsp/snapshot.h"

namespace personfirst::lsp {

// `params` of initialize. What is missing or of the wrong type counts as "cannot".
[[nodiscard]] ClientCapabilities read_capabilities(const Json& params);

// The result of initialize, for this client.
[[nodiscard]] Json initialize_result(const ClientCapabilities& client);

// Names that more than one place needs.
inline constexpr std::string_view kServerName = "personfirst";
inline constexpr std::string_view kSection = "personfirst";  // of the editor's settings
namespace command {
inline constexpr std::string_view kLintWorkspace = "personfirst.lintWorkspace";
inline constexpr std::string_view kRestart = "personfirst.restart";
inline constexpr std::string_view kShowRule = "personfirst.showRule";
inline constexpr std::string_view kReport = "personfirst.report";
inline constexpr std::string_view kApplyFix = "personfirst.applyFix";
}  // namespace command

}  // namespace personfirst::lsp
