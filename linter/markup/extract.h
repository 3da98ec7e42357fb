// Document -> the prose in it, by format.
//
// Never fails: broken markup gives less prose and a problem. Time is linear in the text; nesting
// and size are bounded.
#pragma once

#include <vector>

#include "linter/markup/prose.h"
#include "linter/text/document.h"

namespace personfirst {

struct Extracted {
  std::vector<Prose> prose;       // in document order
  std::vector<Problem> problems;  // "nesting-too-deep", "markup-too-slow", "unclosed-markup"
};

[[nodiscard]] Extracted extract(const Document& document);

}  // namespace personfirst
