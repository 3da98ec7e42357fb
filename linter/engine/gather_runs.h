// The runs of a stretch of text that may be words that are looked for: nearly all are none.
//
// Pure functions; any thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "linter/engine/run_edges.h"
#include "linter/rules/scan_words.h"

namespace personfirst {

// From the stretch's first byte on.
struct Run {
  std::uint16_t begin, end;
};

struct FoundRuns {
  std::array<Run, Stretch::kMostBytes / 2 + 1> at;
  std::size_t size = 0;
};

// All that may be words by their first bytes and size, and all with bytes from 0x80 on. Gives where
// the next stretch begins: where the run does that this one's end cuts in two. One that is longer
// than a stretch is taken whatever it is, as far as the stretch goes. `in_run`: the byte before the
// stretch is part of the same run as the one at its begin; afterwards the same of the next stretch.
[[nodiscard]] std::uint32_t gather_runs(const ScanWords& words, const Stretch& stretch,
                                        FindEdges find_edges, bool& in_run, FoundRuns& found);

}  // namespace personfirst
