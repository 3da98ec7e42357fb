// Prose cut up: a part of it, or all of it without some stretches.
#pragma once

#include <string_view>
#include <vector>

#include "linter/markup/prose.h"

namespace personfirst {

struct ProseCut {
  Span span;                  // in the prose; goes
  std::string_view stand_in;  // what stands there instead, for all of it; may be empty
};

// Of the same kind, with the same context.
[[nodiscard]] Prose part_of(const Prose& prose, Span span);

// `cuts` are sorted and disjoint. White space round a cut is kept once, at the ends not at all.
[[nodiscard]] Prose without(const Prose& prose, const std::vector<ProseCut>& cuts);

}  // namespace personfirst
