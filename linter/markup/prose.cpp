#include "linter/markup/prose.h"

#include <algorithm>

namespace personfirst {
namespace {

// The piece that holds the prose byte at `offset`; the last piece for the end of the text.
std::size_t piece_at(const std::vector<Piece>& pieces, std::uint32_t offset) {
  const auto after = std::upper_bound(
      pieces.begin(), pieces.end(), offset,
      [](std::uint32_t value, const Piece& piece) { return value < piece.prose_begin; });
  return after == pieces.begin() ? 0 : static_cast<std::size_t>(after - pieces.begin()) - 1;
}

std::uint32_t source_begin_of(const Piece& piece, std::uint32_t offset) {
  if (!piece.is_copied()) return piece.source_begin;
  return piece.source_begin + std::min(offset - piece.prose_begin, piece.source_length);
}

}  // namespace

Span Prose::to_source(Span in_prose) const {
  if (pieces.empty()) return {};
  const Piece& first = pieces[piece_at(pieces, in_prose.begin)];
  const std::uint32_t begin = source_begin_of(first, in_prose.begin);
  if (in_prose.empty()) return {begin, begin};
  const Piece& last = pieces[piece_at(pieces, in_prose.end - 1)];
  const std::uint32_t end = last.is_copied() ? source_begin_of(last, in_prose.end)
                                             : last.source_begin + last.source_length;
  return {begin, std::max(begin, end)};
}

bool Prose::is_contiguous(Span in_prose) const {
  if (pieces.empty()) return false;
  const std::size_t last = piece_at(pieces, in_prose.empty() ? in_prose.begin : in_prose.end - 1);
  for (std::size_t i = piece_at(pieces, in_prose.begin); i <= last; ++i) {
    if (!pieces[i].is_copied()) return false;
    if (i == last) break;
    if (pieces[i].source_begin + pieces[i].source_length != pieces[i + 1].source_begin)
      return false;
  }
  return true;
}

}  // namespace personfirst
