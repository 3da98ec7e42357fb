// The findings of a snapshot at their place in the document. Sections hold them relative to where
// they begin.
#pragma once

#include <cstdint>
#include <vector>

#include "linter/finding.h"
#include "lsp/snapshot.h"

namespace personfirst::lsp {

// Good as long as the snapshot is.
struct Placed {
  const Finding* finding = nullptr;
  std::uint32_t offset = 0;  // what is added to each of its spans

  [[nodiscard]] Span span() const {
    return {finding->span.begin + offset, finding->span.end + offset};
  }
};

[[nodiscard]] std::vector<Edit> edits_of(const Placed& placed, const Fix& fix);
[[nodiscard]] Finding finding_of(const Placed& placed);

[[nodiscard]] std::vector<Placed> all_findings(const Snapshot& snapshot);  // in document order
// A finding touches a span that ends where it begins, and one that begins where it ends: a cursor
// right behind a word is at that word.
[[nodiscard]] std::vector<Placed> findings_touching(const Snapshot& snapshot, Span span);

// Of several findings, each as by its first alternative that has edits and passes `wanted`; what
// overlaps an earlier one is left out. Sorted.
template <typename Wanted>
std::vector<Edit> first_fixes(const std::vector<Placed>& findings, const Wanted& wanted) {
  std::vector<Edit> edits;
  for (const Placed& placed : findings) {
    for (const Fix& fix : placed.finding->fixes) {
      if (fix.edits.empty()) continue;
      std::vector<Edit> more = edits_of(placed, fix);
      const bool free = edits.empty() || edits.back().span.end <= more.front().span.begin;
      if (free && wanted(placed, fix)) edits.insert(edits.end(), more.begin(), more.end());
      break;  // a second alternative is never used in place of the first
    }
  }
  return edits;
}

}  // namespace personfirst::lsp
