#include "linter/engine/span_list.h"

#include <algorithm>

namespace personfirst {
namespace {

bool begins_before(Span one, std::uint32_t offset) { return one.begin < offset; }

}  // namespace

SpanList::SpanList(std::vector<Span> spans) : spans_(std::move(spans)) {
  std::sort(spans_.begin(), spans_.end(), [](Span a, Span b) { return a.begin < b.begin; });
  const auto overlap = [](Span a, Span b) { return b.begin < a.end; };
  if (std::adjacent_find(spans_.begin(), spans_.end(), overlap) == spans_.end()) return;
  for (const Span one : spans_) {
    if (!merged_.empty() && one.begin < merged_.back().end) {
      merged_.back().end = std::max(merged_.back().end, one.end);
    } else {
      merged_.push_back(one);
    }
  }
}

bool SpanList::any_overlaps(Span one) const {
  const std::vector<Span>& all = disjoint();
  const auto behind = std::lower_bound(all.begin(), all.end(), one.end, begins_before);
  return behind != all.begin() && std::prev(behind)->end > one.begin;
}

bool SpanList::any_contains(Span one) const {
  const std::vector<Span>& all = disjoint();
  const auto behind = std::lower_bound(all.begin(), all.end(), one.begin + 1, begins_before);
  return behind != all.begin() && std::prev(behind)->contains(one);
}

bool SpanList::any_is(Span one) const {
  const auto here = beginning_in(one.begin, one.begin + 1);
  return std::any_of(here.begin(), here.end(),
                     [&](Span span) { return span.end >= one.end && span.end - one.end <= 1; });
}

std::span<const Span> SpanList::beginning_in(std::uint32_t first, std::uint32_t last) const {
  const auto from = std::lower_bound(spans_.begin(), spans_.end(), first, begins_before);
  const auto to = std::lower_bound(from, spans_.end(), last, begins_before);
  return {from, to};
}

}  // namespace personfirst
