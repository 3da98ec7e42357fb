// What a rule says about the words that were found.
#pragma once

#include <string>
#include <string_view>

#include "linter/rules/rule.h"

namespace personfirst {

[[nodiscard]] std::string message_for(const Rule& rule, std::string_view match);

}  // namespace personfirst
