// How a finding is put into words in an editor: one or two plain sentences in the list of problems,
// a few words in a menu.
#pragma once

#include <string>
#include <string_view>

#include "linter/finding.h"
#include "lsp/snapshot.h"

namespace personfirst::lsp {

// The message, and what to write instead: "“x” labels a person. Try “y”."
[[nodiscard]] std::string message_of(const Finding& finding);
// A fix as an entry of a menu: "Use “y” (if a diagnosis is stated)".
[[nodiscard]] std::string menu_title(const Fix& fix);
// Why a finding is milder than its rule; empty in ordinary prose.
[[nodiscard]] std::string_view context_note(Context context);
// For headings and menus: one line, not too long, white space made single spaces.
[[nodiscard]] std::string short_text(std::string_view text);

// Null when there is no such rule or source.
[[nodiscard]] const RuleInfo* find_rule(const Knowledge& knowledge, std::string_view id);
[[nodiscard]] const Source* find_source(const Knowledge& knowledge, std::string_view id);
// The rule's message where nothing was found yet: "…" for the matched words.
[[nodiscard]] std::string general_message(const RuleInfo& rule);
// "A title (publisher, 2021)"
[[nodiscard]] std::string described(const Source& source);

}  // namespace personfirst::lsp
