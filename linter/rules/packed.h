// Rules as bytes: how the shipped rules stand in the program. They were checked when they were
// packed, so that reading them is little more than copying; and each part can be read by itself.
//
// Not a format for exchange: the bytes fit the program that they were built into, and no other.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "linter/result.h"
#include "linter/rules/rule.h"
#include "linter/rules/rule_parts.h"

namespace personfirst {

[[nodiscard]] std::string to_packed(const RuleData& data);

// Error for bytes of another version, or that were cut off or changed so that their structure does
// not hold.
[[nodiscard]] Result<RuleData> from_packed(std::string_view bytes);

// Reads what every run asks for, and leaves the rest where it is: the bytes must outlive the parts.
// What is wrong inside of a part is not seen: it reads as empty.
[[nodiscard]] Result<RuleParts> open_packed(std::string_view bytes);

// The tables of the same rules.
[[nodiscard]] std::string to_packed(const std::map<std::string, LanguageTables>& tables);
[[nodiscard]] Result<std::map<std::string, LanguageTables>> tables_from_packed(
    std::string_view bytes);

}  // namespace personfirst
