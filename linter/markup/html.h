// HTML and XHTML -> prose.
//
// tree-sitter-html reads the markup. Where its tree has an error, and in documents that it would
// read in more than linear time (a linear look beforehand decides, so that one text always takes
// one way), the flat HtmlTokens read it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "linter/markup/html_prose.h"
#include "linter/markup/outline.h"
#include "linter/text/document.h"

namespace personfirst {

void read_html(std::string_view text, Outline& outline, std::vector<Problem>& problems);

// HTML inside another format; `html.markup` may have more blanked out than template fragments.
void read_html_fragment(const HtmlText& html, Span range, HtmlProse::Surroundings around,
                        Outline& outline);

// Finds template fragments: <?php ... ?>, <% ... %>, {{ ... }}, {% ... %}, {# ... #}.
[[nodiscard]] std::vector<TemplateFragment> find_template_fragments(std::string_view text);

}  // namespace personfirst
