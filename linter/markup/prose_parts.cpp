#include "linter/markup/prose_parts.h"

#include <algorithm>

#include "linter/markup/prose_builder.h"

namespace personfirst {
namespace {

// Appends parts of one prose to another.
class Joiner {
 public:
  explicit Joiner(const Prose& from) : from_(from) {
    out_.kind = from.kind;
    out_.in_block_quote = from.in_block_quote;
    out_.introduced_by = from.introduced_by;
    out_.heading = from.heading;
    out_.limits = from.limits;
  }

  // Ask for ever later spans.
  void add(Span span) {
    if (span.begin >= span.end) return;
    const auto moved_by = static_cast<std::uint32_t>(out_.text.size()) - span.begin;
    add_pieces(span, moved_by);
    out_.text.append(from_.text, span.begin, span.size());
    add_spans(from_.opaque, out_.opaque, span, moved_by);
    add_spans(from_.struck, out_.struck, span, moved_by);
    add_spans(from_.emphasized, out_.emphasized, span, moved_by);
  }

  void stand_in(Span source, std::string_view text) {
    const auto at = static_cast<std::uint32_t>(out_.text.size());
    out_.text += text;
    out_.pieces.push_back(
        {at, static_cast<std::uint32_t>(text.size()), source.begin, source.size(), true});
  }

  [[nodiscard]] bool ends_with_space() const {
    return out_.text.empty() || is_space(out_.text.back());
  }
  [[nodiscard]] bool ends_with(std::string_view text) const { return out_.text.ends_with(text); }

  Prose take() {
    while (!out_.text.empty() && is_space(out_.text.back())) {
      out_.text.pop_back();
      Piece& last = out_.pieces.back();
      if (last.is_copied()) --last.source_length;
      if (--last.prose_length == 0) out_.pieces.pop_back();
    }
    for (auto* spans : {&out_.opaque, &out_.struck, &out_.emphasized}) {
      const auto size = static_cast<std::uint32_t>(out_.text.size());
      for (Span& one : *spans) one.end = std::min(one.end, size);
      normalize(*spans);
    }
    return std::move(out_);
  }

 private:
  void add_pieces(Span span, std::uint32_t moved_by) {
    auto piece = std::ranges::upper_bound(from_.pieces, span.begin, {}, &Piece::prose_begin);
    if (piece != from_.pieces.begin()) --piece;
    for (; piece != from_.pieces.end() && piece->prose_begin < span.end; ++piece) {
      const std::uint32_t begin = std::max(piece->prose_begin, span.begin);
      const std::uint32_t end = std::min(piece->prose_begin + piece->prose_length, span.end);
      if (begin >= end) continue;
      Piece part = *piece;
      part.prose_begin = begin + moved_by;
      part.prose_length = end - begin;
      if (piece->is_copied()) {
        part.source_begin += begin - piece->prose_begin;
        part.source_length = part.prose_length;
      } else {
        const std::uint32_t behind = source_end();
        part.source_begin = std::max(part.source_begin, behind);
        part.source_length =
            piece->source_begin + piece->source_length -
            std::min(part.source_begin, piece->source_begin + piece->source_length);
      }
      out_.pieces.push_back(part);
    }
  }

  [[nodiscard]] std::uint32_t source_end() const {
    if (out_.pieces.empty()) return 0;
    return out_.pieces.back().source_begin + out_.pieces.back().source_length;
  }

  static void add_spans(const std::vector<Span>& from, std::vector<Span>& to, Span span,
                        std::uint32_t moved_by) {
    auto one = std::ranges::lower_bound(from, span.begin, {}, &Span::begin);
    if (one != from.begin() && std::prev(one)->end > span.begin) --one;
    for (; one != from.end() && one->begin < span.end; ++one) {
      const Span part{std::max(one->begin, span.begin), std::min(one->end, span.end)};
      to.push_back({part.begin + moved_by, part.end + moved_by});
    }
  }

  const Prose& from_;
  Prose out_;
};

}  // namespace

Prose part_of(const Prose& prose, Span span) {
  while (!span.empty() && is_space(prose.text[span.begin])) ++span.begin;
  Joiner joiner(prose);
  joiner.add(span);
  return joiner.take();
}

Prose without(const Prose& prose, const std::vector<ProseCut>& cuts) {
  Joiner joiner(prose);
  std::uint32_t at = 0;
  const auto add_until = [&](std::uint32_t end) {
    while (at < end && joiner.ends_with_space() && is_space(prose.text[at])) ++at;
    joiner.add({at, end});
  };
  for (const ProseCut& cut : cuts) {
    add_until(cut.span.begin);
    at = cut.span.end;
    if (!cut.stand_in.empty() && !joiner.ends_with_space() && !joiner.ends_with(cut.stand_in))
      joiner.stand_in(prose.to_source(cut.span), cut.stand_in);
  }
  add_until(static_cast<std::uint32_t>(prose.text.size()));
  return joiner.take();
}

}  // namespace personfirst
