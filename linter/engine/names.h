// Proper names: listed ones, and runs of capitalised words that name an organisation, law or
// journal.
#pragma once

#include "linter/engine/passage.h"
#include "linter/rules/rule_set.h"

namespace personfirst {

// Is the match a listed name, or part of one? Spans are in the folded text.
[[nodiscard]] bool in_listed_name(const RuleSet& rules, const CompiledLanguage& language,
                                  const Passage& passage, Span match);

// Is the match part of a capitalised run that holds a word such as "Institute" or "Act", or of a
// title in quotation marks or emphasis? In a text that is all in title case or capitals, capitals
// say nothing, and only a quoted title counts.
[[nodiscard]] bool in_name_shape(const CompiledLanguage& language, const Passage& passage,
                                 Span match, Span sentence);

}  // namespace personfirst
