// A prose made ready for judging: folded, with what the judge asks about again and again.
//
// Made only for prose that holds a candidate. All spans are in the folded text.
#pragma once

#include <string>
#include <vector>

#include "linter/engine/fold.h"
#include "linter/engine/span_list.h"
#include "linter/markup/prose.h"

namespace personfirst {

struct Passage {
  const Prose* prose = nullptr;
  Folded folded;
  Folded heading;        // the nearest one above; folded once, asked for by many
  Folded introduced_by;  // the lead-in of a list or the header of a column
  SpanList quoted;       // inside quotation marks, without them
  SpanList opaque;
  SpanList struck;
  SpanList emphasized;
  bool title_case = false;  // Most Long Words Are Capitalised
  bool all_caps = false;
  std::vector<std::uint32_t> line_ends;  // the spaces that stand for one, sorted

  [[nodiscard]] bool ends_line(std::uint32_t at) const;  // there, or with the text
};

[[nodiscard]] Passage make_passage(const Prose& prose, const KnowsWord& knows_word);

// Spans inside quotation marks of a text as written (curly, straight, guillemets; single ones with
// care for apostrophes). A quotation that a paragraph opens and does not close lasts to its end.
[[nodiscard]] std::vector<Span> quoted_spans(std::string_view text);

}  // namespace personfirst
