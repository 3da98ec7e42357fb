#include "linter/markup/comment.h"

#include <algorithm>

#include "linter/markup/prose_builder.h"

namespace personfirst {

Comment make_comment(std::string_view document, Span span, std::uint32_t open,
                     std::uint32_t close) {
  Span text{std::min(span.begin + open, span.end), span.end - std::min(close, span.size())};
  text.end = std::max(text.begin, text.end);
  while (!text.empty() && is_space(document[text.begin])) ++text.begin;
  while (!text.empty() && is_space(document[text.end - 1])) --text.end;
  return {span, text};
}

}  // namespace personfirst
