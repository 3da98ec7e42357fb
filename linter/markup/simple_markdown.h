// The Markdown that most of most documents is, read without a parser: paragraphs and headings that
// stand in nothing else, with *emphasis*, `code` and [links](of-one.word) in their plainest form.
//
// What it reads, it reads as markdown.h does; a test compares the two. It knows no more Markdown
// than it must to tell what it does not know. Linear in the text.
#pragma once

#include <string_view>

#include "linter/markup/outline.h"

namespace personfirst {

// False: nothing was added, for there is other Markdown in the text, or may be.
[[nodiscard]] bool read_simple_markdown(std::string_view text, Outline& outline);

}  // namespace personfirst
