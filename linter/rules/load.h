// JSON -> RuleData: the only reader of rule files.
//
// Refuses, naming file, rule, field and reason: JSON that does not parse, duplicate keys, unknown
// fields, wrong types, missing fields, duplicate ids, unknown sources, patterns that do not compile
// (see pattern.h), texts with unknown placeholders. Which kind a file is stands in the file:
// "rules", "lexicon", "names" or "sources" at the top.
#pragma once

#include <span>

#include "linter/linter.h"
#include "linter/result.h"
#include "linter/rules/rule.h"

namespace personfirst {

// Files are read in order; later ones may add rules, names and sources, never replace them. So it
// is with rules that were read before, `onto` which the files come.
[[nodiscard]] Result<RuleData> load_rule_data(std::span<const RuleFile> files,
                                              LoadExamples examples, RuleData onto = {});

}  // namespace personfirst
