// The shipped rules, put into the program at build time (checked and packed by embed_rules).
#pragma once

#include <string_view>

#include "linter/linter.h"

namespace personfirst {

// For from_packed() in rules/packed.h; without examples, or with them.
[[nodiscard]] std::string_view embedded_rules(LoadExamples examples);

}  // namespace personfirst
