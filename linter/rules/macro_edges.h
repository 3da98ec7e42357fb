// Which words the matches of a macro may begin or end with.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "linter/rules/edge_words.h"
#include "linter/rules/macro_tree.h"

namespace personfirst {

// Where nothing else of the pattern is glued to it. Nothing: they are too many, or there may be
// none.
[[nodiscard]] std::optional<std::set<std::string>> edge_words_of(const MacroNode& macro, Edge edge);

}  // namespace personfirst
