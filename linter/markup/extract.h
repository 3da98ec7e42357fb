// Document -> the prose and the comments in it, by format.
//
// Never fails: broken markup gives less prose and a problem. Time is linear in the text; nesting
// and size are bounded.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "linter/markup/comment.h"
#include "linter/markup/outline.h"
#include "linter/markup/prose.h"
#include "linter/text/document.h"

namespace personfirst {

struct Extracted {
  std::vector<Prose> prose;       // in document order
  std::vector<Comment> comments;  // in document order; plain text has none
  std::vector<Problem> problems;  // "markup-too-slow", "unclosed-markup"
};

[[nodiscard]] Extracted extract(const Document& document);

// Is this prose wanted? Asked before placeholders are taken out of it. None: all is.
using WantsProse = std::function<bool(const Prose&)>;

// For readers of `text` or parts of it: what is in the outline since it was last asked, made ready.
void take_extracted(std::string_view text, Format format, Outline& outline, Extracted& extracted,
                    const WantsProse& wants = {});

}  // namespace personfirst
