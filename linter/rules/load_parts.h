// The readers behind load.h, one for each kind of file. Private to this folder.
#pragma once

#include <string>
#include <string_view>

#include "linter/result.h"
#include "linter/rules/json_reader.h"
#include "linter/rules/load.h"
#include "linter/rules/rule.h"

namespace personfirst {

// `file` is the name for messages, `root` the whole file. Each adds what it read to `data`.
[[nodiscard]] Result<void> read_rule_file(const std::string& file, const JsonValue& root,
                                          LoadExamples examples, RuleData& data);
[[nodiscard]] Result<void> read_lexicon_file(const std::string& file, const JsonValue& root,
                                             RuleData& data);
[[nodiscard]] Result<void> read_names_file(const std::string& file, const JsonValue& root,
                                           RuleData& data);
[[nodiscard]] Result<void> read_sources_file(const std::string& file, const JsonValue& root,
                                             RuleData& data);

// Rules and lexicons both have conditions. Empty when the field is absent.
[[nodiscard]] std::vector<Condition> read_conditions(ObjectReader& reader, std::string_view key);

// "mental-health": lower-case ASCII letters and digits, single hyphens between.
[[nodiscard]] bool is_kebab_case(std::string_view text);

}  // namespace personfirst
