// A comment in a document: what its authors read and its readers do not.
#pragma once

#include <string_view>

#include "linter/text/span.h"

namespace personfirst {

// Both in Document::text.
struct Comment {
  Span span;  // all of it, from its opening mark to its closing one
  Span text;  // what it says, without white space at its ends; may be empty
};

// `span` less `open` bytes at its start, `close` bytes at its end and the white space within.
[[nodiscard]] Comment make_comment(std::string_view document, Span span, std::uint32_t open,
                                   std::uint32_t close);

}  // namespace personfirst
