// Rules as bytes: how the shipped rules stand in the program. They were checked when they were
// packed, so that reading them is little more than copying.
//
// Not a format for exchange: the bytes fit the program that they were built into, and no other.
#pragma once

#include <string>
#include <string_view>

#include "linter/result.h"
#include "linter/rules/rule.h"

namespace personfirst {

[[nodiscard]] std::string to_packed(const RuleData& data);

// Error for bytes of another version, or that were cut off or changed so that their structure does
// not hold.
[[nodiscard]] Result<RuleData> from_packed(std::string_view bytes);

}  // namespace personfirst
