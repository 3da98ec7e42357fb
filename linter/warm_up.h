// Makes what a RuleSet makes on first use (patterns, lists of phrases), so that the first lint of a
// document need not: for programs that live long and have somebody waiting.
#pragma once

#include "linter/linter.h"

namespace personfirst {

// Takes about 100 ms the first time. Any thread, also while others lint.
void warm_up(const RuleSet& rules);

}  // namespace personfirst
