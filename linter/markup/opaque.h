// Text that names a thing to a machine: URLs, e-mail addresses, domain and file names, paths,
// @handles, identifiers, long flags, hashes, code between backticks, template expressions. It stays
// in the prose and is never judged.
//
// Shapes only, no vocabulary: "drug/alcohol", "and/or" and "AA/NA" are words. Linear in the text.
#pragma once

#include <string_view>
#include <vector>

#include "linter/text/span.h"

namespace personfirst {

// Sorted, disjoint spans in `prose`.
[[nodiscard]] std::vector<Span> find_opaque(std::string_view prose);

}  // namespace personfirst
