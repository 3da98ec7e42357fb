#include "linter/markup/prose_builder.h"

#include <algorithm>
#include <utility>

namespace personfirst {
namespace {

void extend(std::vector<Span>& spans, Span added) {
  if (!spans.empty() && spans.back().end == added.begin) {
    spans.back().end = added.end;
  } else {
    spans.push_back(added);
  }
}

// Cuts them to [0, size).
void cut_spans(std::vector<Span>& spans, std::uint32_t size) {
  while (!spans.empty() && spans.back().begin >= size) spans.pop_back();
  if (!spans.empty()) spans.back().end = std::min(spans.back().end, size);
}

// `spans`, cut; leaves it empty.
std::vector<Span> take_spans(std::vector<Span>& spans, std::uint32_t size) {
  cut_spans(spans, size);
  std::vector<Span> out(spans.begin(), spans.end());
  spans.clear();
  return out;
}

}  // namespace

void ProseBuilder::mark(std::uint32_t from) {
  const Span added{from, static_cast<std::uint32_t>(text_.size())};
  if (style.opaque) extend(opaque_, added);
  if (style.struck) extend(struck_, added);
  if (style.emphasized) extend(emphasized_, added);
}

void ProseBuilder::reserve(std::size_t bytes) {
  constexpr std::size_t kUsualPiece = 32;  // bytes, with the line breaks
  text_.reserve(bytes);
  pieces_.reserve(bytes / kUsualPiece + 1);
}

void ProseBuilder::copy(Span in_source) {
  if (in_source.empty()) return;
  const auto from = static_cast<std::uint32_t>(text_.size());
  text_.append(source_, in_source.begin, in_source.size());
  if (!pieces_.empty() && pieces_.back().is_copied() &&
      pieces_.back().source_begin + pieces_.back().source_length == in_source.begin) {
    pieces_.back().prose_length += in_source.size();
    pieces_.back().source_length += in_source.size();
  } else {
    pieces_.push_back({from, in_source.size(), in_source.begin, in_source.size(), false});
  }
  mark(from);
}

void ProseBuilder::replace(Span in_source, std::string_view text) {
  if (text.empty()) return;
  const auto from = static_cast<std::uint32_t>(text_.size());
  text_.append(text);
  pieces_.push_back(
      {from, static_cast<std::uint32_t>(text.size()), in_source.begin, in_source.size(), true});
  mark(from);
}

void ProseBuilder::space(Span in_source) {
  if (ends_with_space()) return;
  if (in_source.size() == 1 && source_[in_source.begin] == ' ') {
    copy(in_source);
  } else {
    replace(in_source, " ");
  }
}

void ProseBuilder::drop_space_at_end() {
  while (!text_.empty() && is_space(text_.back())) {
    text_.pop_back();
    Piece& last = pieces_.back();
    if (last.is_copied()) --last.source_length;
    if (--last.prose_length == 0) pieces_.pop_back();
  }
}

Prose ProseBuilder::take(ProseKind kind) {
  drop_space_at_end();
  const auto size = static_cast<std::uint32_t>(text_.size());
  Prose prose;
  prose.kind = kind;
  prose.text.assign(text_);
  prose.pieces.assign(pieces_.begin(), pieces_.end());
  prose.opaque = take_spans(opaque_, size);
  prose.struck = take_spans(struck_, size);
  prose.emphasized = take_spans(emphasized_, size);
  text_.clear();
  pieces_.clear();
  return prose;
}

Prose ProseBuilder::take_last(ProseKind kind) {
  drop_space_at_end();
  const auto size = static_cast<std::uint32_t>(text_.size());
  for (std::vector<Span>* spans : {&opaque_, &struck_, &emphasized_}) cut_spans(*spans, size);
  Prose prose;
  prose.kind = kind;
  prose.text = std::move(text_);
  prose.pieces = std::move(pieces_);
  prose.opaque = std::move(opaque_);
  prose.struck = std::move(struck_);
  prose.emphasized = std::move(emphasized_);
  return prose;
}

void normalize(std::vector<Span>& spans) {
  std::erase_if(spans, [](Span span) { return span.end <= span.begin; });
  std::ranges::sort(spans, {}, &Span::begin);
  std::size_t kept = 0;
  for (const Span span : spans) {
    if (kept > 0 && span.begin <= spans[kept - 1].end) {
      spans[kept - 1].end = std::max(spans[kept - 1].end, span.end);
    } else {
      spans[kept++] = span;
    }
  }
  spans.resize(kept);
}

}  // namespace personfirst
