// A fix as one replacement, for formats that know no other.
#pragma once

#include "linter/finding.h"
#include "linter/text/document.h"

namespace personfirst {

// From the first edit's begin to the last one's end, with the text between the edits kept. The fix
// must have edits.
[[nodiscard]] Edit as_one_edit(const Document& document, const Fix& fix);

}  // namespace personfirst
