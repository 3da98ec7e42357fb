// Spans in order, and questions about them that do not look at all of them.
//
// A passage may hold thousands of quotations and candidates; whoever asks "is this in one of
// those?" for each candidate must not walk them all.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "linter/text/span.h"

namespace personfirst {

// Sorted by their beginnings. They may nest and overlap.
class SpanList {
 public:
  SpanList() = default;
  explicit SpanList(std::vector<Span> spans);

  [[nodiscard]] bool any_overlaps(Span one) const;
  [[nodiscard]] bool any_contains(Span one) const;
  // Is `one` all of a span, but for a byte of punctuation at its end?
  [[nodiscard]] bool any_is(Span one) const;
  // Those that begin in [first, last).
  [[nodiscard]] std::span<const Span> beginning_in(std::uint32_t first, std::uint32_t last) const;

 private:
  [[nodiscard]] const std::vector<Span>& disjoint() const {
    return merged_.empty() ? spans_ : merged_;
  }

  std::vector<Span> spans_;
  std::vector<Span> merged_;  // without overlaps; empty where there are none
};

}  // namespace personfirst
