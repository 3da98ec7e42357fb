// LintResults of parts of a document: moved to another place, joined, compared.
#pragma once

#include <cstdint>

#include "linter/linter.h"

namespace personfirst {

// Adds `by` to every offset, modulo 2^32: a part's own offsets may point before its beginning.
void move_by(Finding& finding, std::uint32_t by);
void move_by(Suppressed& suppressed, std::uint32_t by);
void move_by(Problem& problem, std::uint32_t by);
void move_by(LintResult& result, std::uint32_t by);

// Adds a copy of `part`, moved.
void append(LintResult& whole, const LintResult& part, std::uint32_t by);

// In everything.
[[nodiscard]] bool are_equal(const LintResult& a, const LintResult& b);

}  // namespace personfirst
