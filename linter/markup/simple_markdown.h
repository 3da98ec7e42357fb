// The Markdown that most of most documents is, read without a parser: paragraphs, headings,
// code, quotations of one paragraph and lists without lists inside, with *emphasis*, `code` and
// [links](of-one.word) in their plainest form.
//
// What it reads, it reads as markdown.h does; a test compares the two. It knows no more Markdown
// than it must to tell what it does not know. Linear in the text.
#pragma once

#include <optional>
#include <string_view>

#include "linter/markup/outline.h"

namespace personfirst {

// What is below `above`. Nothing where there is other Markdown in the text, or may be.
[[nodiscard]] std::optional<Outline> read_simple_markdown(std::string_view text,
                                                          const OutlineState& above);

}  // namespace personfirst
