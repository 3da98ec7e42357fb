// Words that several formats say in the same way.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "linter/finding.h"

namespace personfirst {

[[nodiscard]] std::string counted(std::uint64_t n, std::string_view one, std::string_view many);

// For people who are no programmers: "best changed", "worth changing", "worth a thought".
[[nodiscard]] std::string_view kind_name(Severity severity);

// Why a finding is milder than its rule; empty for prose.
[[nodiscard]] std::string_view context_note(Context context);

// A title or a remark as a sentence: capital first, a full stop last.
[[nodiscard]] std::string sentence(std::string_view text);
[[nodiscard]] std::string with_capital(std::string_view text);

// Is it something to do ("use “x”"), which "You could" may stand before? Other titles are remarks.
[[nodiscard]] bool is_choice(const Fix& fix);

// The alternatives in a line: "You could use “x” or use “y”. Say what you mean." Empty when there
// are none.
[[nodiscard]] std::string advice_line(const Finding& finding);

// message and advice_line, on one line.
[[nodiscard]] std::string full_message(const Finding& finding);

}  // namespace personfirst
