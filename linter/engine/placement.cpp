#include "linter/engine/placement.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

namespace personfirst {
namespace {

struct UnbrokenRuns {
  std::array<Span, 2> first;
  std::size_t size = 0;  // 3: or more
};

// Stretches of the prose run whose source has no markup between. Each may hold soft breaks and
// entities.
UnbrokenRuns unbroken_runs(const Prose& prose, Span in_prose) {
  UnbrokenRuns runs;
  std::uint32_t source_end = 0;
  auto piece =
      std::upper_bound(prose.pieces.begin(), prose.pieces.end(), in_prose.begin,
                       [](std::uint32_t at, const Piece& one) { return at < one.prose_begin; });
  if (piece != prose.pieces.begin()) --piece;
  for (; piece != prose.pieces.end() && piece->prose_begin < in_prose.end; ++piece) {
    const std::uint32_t begin = std::max(piece->prose_begin, in_prose.begin);
    const std::uint32_t end = std::min(piece->prose_begin + piece->prose_length, in_prose.end);
    if (begin >= end) continue;
    if (runs.size > 0 && source_end == piece->source_begin && piece->source_length > 0) {
      runs.first[runs.size - 1].end = end;
    } else {
      if (++runs.size > runs.first.size()) break;
      runs.first[runs.size - 1] = {begin, end};
    }
    source_end = piece->source_begin + piece->source_length;
  }
  return runs;
}

bool is_all_of_an_emphasis(const Prose& prose, Span run) {
  auto one = std::lower_bound(prose.emphasized.begin(), prose.emphasized.end(), run.begin,
                              [](Span span, std::uint32_t at) { return span.begin < at; });
  for (; one != prose.emphasized.end() && one->begin == run.begin; ++one) {
    if (one->end == run.end) return true;
  }
  return false;
}

bool may_be_written(const Prose& prose, std::string_view text) {
  const EditLimits& limits = prose.limits;
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  return !limits.no_edits && text.find_first_of(limits.reserved) == std::string_view::npos &&
         (!limits.ascii_only || std::all_of(text.begin(), text.end(), is_ascii));
}

// Code and placeholders stay where they are.
bool touches_opaque(const Prose& prose, Span run) {
  const auto after = std::lower_bound(prose.opaque.begin(), prose.opaque.end(), run.end,
                                      [](Span span, std::uint32_t at) { return span.begin < at; });
  return after != prose.opaque.begin() && std::prev(after)->end > run.begin;
}

// "an {% if x %}cat{% else %}dog{% endif %}": what stands before the branches belongs to both.
bool follows_a_branch(const Prose& prose, Span run) {
  auto piece =
      std::upper_bound(prose.pieces.begin(), prose.pieces.end(), run.begin,
                       [](std::uint32_t at, const Piece& one) { return at < one.prose_begin; });
  if (piece == prose.pieces.begin() || --piece == prose.pieces.begin()) return false;
  if (piece->prose_begin != run.begin) return false;
  const Piece& before = *std::prev(piece);
  return before.replaced && prose.text.compare(before.prose_begin, before.prose_length, ", ") == 0;
}

}  // namespace

std::optional<Placement> place(const Prose& prose, Span in_prose, std::string text) {
  if (!may_be_written(prose, text) || touches_opaque(prose, in_prose) ||
      follows_a_branch(prose, in_prose))
    return std::nullopt;
  const UnbrokenRuns found = unbroken_runs(prose, in_prose);
  Placement placement;
  if (found.size == 1) {
    placement.edits.push_back({prose.to_source(in_prose), std::move(text)});
    return placement;
  }
  if (found.size != 2) return std::nullopt;
  const std::array<Span, 2>& runs = found.first;
  // The part inside the markup takes all the words; the part outside goes.
  const bool first_inside = is_all_of_an_emphasis(prose, runs[0]);
  const bool second_inside = is_all_of_an_emphasis(prose, runs[1]);
  if (first_inside == second_inside) return std::nullopt;
  placement.crosses_markup = true;
  for (const Span run : runs) placement.edits.push_back({prose.to_source(run), {}});
  placement.edits[first_inside ? 0 : 1].text = std::move(text);
  return placement;
}

}  // namespace personfirst
