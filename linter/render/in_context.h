// The sentence or so that a finding stands in, as a reader of the document sees it.
//
// For reports that people read away from the document. It is made of the source alone and looks
// only a little way around: tags, emphasis and the like are left out, line ends are spaces. Where a
// sentence is long, or the markup is unusual, a bit less or more is shown.
#pragma once

#include <string>

#include "linter/text/document.h"
#include "linter/text/words.h"

namespace personfirst {

// Printable; "…" where something was cut.
struct InContext {
  std::string before, found, after;
};

enum class ContextShown { All, None };

// `breaker`: one for a document and thread.
[[nodiscard]] InContext in_context(const Document& document, Span span, SentenceBreaker& breaker,
                                   ContextShown shown);

}  // namespace personfirst
