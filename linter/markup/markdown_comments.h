// The comments of Markdown that are not HTML to its parser.
#pragma once

#include <string_view>
#include <vector>

#include "linter/markup/comment.h"
#include "linter/markup/prose.h"

namespace personfirst {

// `[//]: # (text)` on a line of its own: the definition of a link that nobody follows.
// `not_markdown`: code blocks and HTML blocks, where it is none; sorted, disjoint.
[[nodiscard]] std::vector<Comment> find_definition_comments(std::string_view text,
                                                            const std::vector<Prose>& prose,
                                                            const std::vector<Span>& not_markdown);

// Comments that stand in prose, since this Markdown knows them not: `{/* text */}` of MDX, and
// `<!-- text -- more -->` inside a paragraph, which newer parsers do know. Marks them as opaque.
[[nodiscard]] std::vector<Comment> find_comments_in_prose(std::string_view text,
                                                          std::vector<Prose>& prose);

}  // namespace personfirst
