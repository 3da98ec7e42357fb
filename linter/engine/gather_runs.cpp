#include "linter/engine/gather_runs.h"

#include <algorithm>
#include <cstring>
#include <span>
#include <string_view>

#include "linter/engine/text_runs.h"

namespace personfirst {
namespace {

// The bytes of a stretch and eight more; at the text's end a copy of them, with zeros behind.
using StretchCopy = std::array<char, Stretch::kMostBytes + kReadBytes>;
const char* bytes_of(const Stretch& stretch, StretchCopy& copy) {
  if (stretch.rest.size() >= stretch.size() + kReadBytes) return stretch.rest.data();
  auto* const end = std::copy(stretch.rest.begin(), stretch.rest.end(), copy.data());
  std::fill(end, copy.data() + stretch.size() + kReadBytes, '\0');
  return copy.data();
}

// Are all runs of ASCII, and of sizes that kKept knows?
bool are_plain(const Stretch& stretch) {
  std::uint64_t high = 0;
  bool is_long = false;
  for (const ByteMasks& block : std::span(stretch.masks).first(stretch.blocks)) {
    high |= block.high;
    is_long |= block.word == ~std::uint64_t{0};
  }
  return high == 0 && !is_long;
}

// Adds a run if it may be a word, without a branch.
template <bool kIsPlain>
inline void add_run(const ScanWords& words, const char* bytes, const std::uint16_t* edge,
                    Run*& out) {
  const std::uint32_t begin = edge[0], size = edge[1] - begin;
  const std::uint32_t known = kIsPlain ? size : std::min(size, kReadBytes);
  bool may_be = words.may_find(first_of_bytes(bytes + begin, known), size);
  if constexpr (!kIsPlain) may_be |= is_high({bytes + begin, size});
  std::memcpy(out, edge, sizeof *out);  // both at once
  out += static_cast<std::ptrdiff_t>(may_be);
}

template <bool kIsPlain>
void add_runs(const ScanWords& words, const char* bytes, const std::uint16_t* edge,
              const std::uint16_t* end, FoundRuns& found) {
  Run* out = found.at.data() + found.size;
  for (; end - edge >= 8; edge += 8) {
    add_run<kIsPlain>(words, bytes, edge, out);
    add_run<kIsPlain>(words, bytes, edge + 2, out);
    add_run<kIsPlain>(words, bytes, edge + 4, out);
    add_run<kIsPlain>(words, bytes, edge + 6, out);
  }
  for (; end - edge >= 2; edge += 2) add_run<kIsPlain>(words, bytes, edge, out);
  found.size = static_cast<std::size_t>(out - found.at.data());
}

}  // namespace

std::uint32_t gather_runs(const ScanWords& words, const Stretch& stretch, FindEdges find_edges,
                          bool& in_run, FoundRuns& found) {
  Edges edges;
  const std::uint16_t* first = edges.at.data() + (in_run ? 1 : 0);  // an end alone
  find_edges(stretch, in_run, edges);
  std::uint32_t next = stretch.size();
  if (in_run && stretch.is_last()) {
    edges.at.data()[edges.size++] = static_cast<std::uint16_t>(next);
  } else if (in_run && edges.size > 0) {
    next = edges.at.data()[edges.size - 1];
    in_run = next == 0;
    if (in_run) {  // it is all there is
      found.at.data()[found.size++] = {0, static_cast<std::uint16_t>(stretch.size())};
      return stretch.size();
    }
  }
  StretchCopy copy;
  const char* const bytes = bytes_of(stretch, copy);
  const std::uint16_t* const end = edges.at.data() + edges.size;
  if (are_plain(stretch)) {
    add_runs<true>(words, bytes, first, end, found);
  } else {
    add_runs<false>(words, bytes, first, end, found);
  }
  return next;
}

}  // namespace personfirst
