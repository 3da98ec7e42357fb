// Other people's titles: is a match part of a bibliographic citation?
#pragma once

#include "linter/engine/passage.h"

namespace personfirst {

// Volume, issue and pages ("35(3), 217-221") or a DOI follow close behind in the same passage.
[[nodiscard]] bool in_citation(const Passage& passage, Span match);

}  // namespace personfirst
