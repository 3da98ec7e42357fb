#include "linter/markup/layer.h"

#include <algorithm>
#include <utility>

namespace personfirst {

void Layer::copy(std::string_view source, Span in_source) {
  if (in_source.empty()) return;
  const auto from = static_cast<std::uint32_t>(text_.size());
  text_.append(slice(source, in_source));
  if (!pieces_.empty() && pieces_.back().is_copied() &&
      pieces_.back().source_begin + pieces_.back().source_length == in_source.begin) {
    pieces_.back().prose_length += in_source.size();
    pieces_.back().source_length += in_source.size();
  } else {
    pieces_.push_back({from, in_source.size(), in_source.begin, in_source.size(), false});
  }
}

void Layer::replace(Span in_source, std::string_view text) {
  if (text.empty()) return;
  const auto from = static_cast<std::uint32_t>(text_.size());
  text_.append(text);
  pieces_.push_back(
      {from, static_cast<std::uint32_t>(text.size()), in_source.begin, in_source.size(), true});
}

std::size_t Layer::piece_at(std::uint32_t in_layer) const {
  const auto after = std::ranges::upper_bound(pieces_, in_layer, {}, &Piece::prose_begin);
  return after == pieces_.begin() ? 0 : static_cast<std::size_t>(after - pieces_.begin()) - 1;
}

Span Layer::to_source(Span in_layer) const {
  if (pieces_.empty()) return {};
  const Piece& first = pieces_[piece_at(in_layer.begin)];
  const Piece& last = pieces_[piece_at(in_layer.empty() ? in_layer.begin : in_layer.end - 1)];
  const std::uint32_t begin = first.is_copied()
                                  ? first.source_begin + (in_layer.begin - first.prose_begin)
                                  : first.source_begin;
  if (in_layer.empty()) return {begin, begin};
  const std::uint32_t end = last.is_copied() ? last.source_begin + (in_layer.end - last.prose_begin)
                                             : last.source_begin + last.source_length;
  return {begin, std::max(begin, end)};
}

void Layer::lay_over(Prose& prose) const {
  std::vector<Piece> laid;
  laid.reserve(prose.pieces.size());
  std::uint32_t source_end = 0;
  const auto add = [&](std::uint32_t prose_begin, std::uint32_t length, Span source,
                       bool replaced) {
    source.begin = std::max(source.begin, source_end);
    source.end = std::max(source.end, source.begin);
    source_end = source.end;
    laid.push_back({prose_begin, length, source.begin, source.size(), replaced});
  };
  for (const Piece& piece : prose.pieces) {
    const Span in_layer{piece.source_begin, piece.source_begin + piece.source_length};
    if (!piece.is_copied()) {
      add(piece.prose_begin, piece.prose_length, to_source(in_layer), true);
      continue;
    }
    for (std::size_t i = piece_at(in_layer.begin);
         i < pieces_.size() && pieces_[i].prose_begin < in_layer.end; ++i) {
      const Piece& below = pieces_[i];
      const Span part{std::max(below.prose_begin, in_layer.begin),
                      std::min(below.prose_begin + below.prose_length, in_layer.end)};
      if (part.empty()) continue;
      add(piece.prose_begin + (part.begin - in_layer.begin), part.size(), to_source(part),
          !below.is_copied());
    }
  }
  prose.pieces = std::move(laid);
}

void Layer::hand_on(Outline& inner, EditLimits limits, Outline& outline) const {
  for (Prose& prose : inner.take()) {
    lay_over(prose);
    prose.limits = limits;
    outline.add_as_is(std::move(prose));
  }
  for (const Comment& comment : inner.take_comments())
    outline.add_comment({to_source(comment.span), to_source(comment.text)});
}

}  // namespace personfirst
