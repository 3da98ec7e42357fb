// One text to be linted, decoded to UTF-8.
//
// Built once by make_document() (there is one for decoded files in decode.h, too), then const and
// safe to share between threads.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "linter/text/line_index.h"
#include "linter/text/span.h"

namespace personfirst {

enum class Format { PlainText, Markdown, Html };

[[nodiscard]] std::string_view to_string(Format format);  // "plain", "markdown", "html"
[[nodiscard]] bool parse_format(std::string_view name,
                                Format& format);  // also "text", "md", "htm", "xhtml"
// By the file name's ending; plain text when it says nothing.
[[nodiscard]] Format format_of_name(std::string_view file_name);

// Something about the text that its owner should know but that does not stop the lint: ill-formed
// bytes, a comment that is never closed. `span` is empty at offset 0 when the problem is with the
// whole document.
struct Problem {
  std::string code;  // stable, kebab-case: "ill-formed-utf8", "unclosed-markup", ...
  std::string message;
  Span span;
};

struct Document {
  std::string name;  // as the user gave it; for messages only
  Format format = Format::PlainText;
  std::string text;  // UTF-8; may hold ill-formed bytes, never a byte order mark
  LineIndex lines;
  std::string language = "en";    // BCP 47 primary language of the text
  std::vector<Problem> problems;  // from decoding
};

// A byte order mark at the start is dropped. Ill-formed bytes become problems.
[[nodiscard]] Document make_document(std::string name, Format format, std::string utf8,
                                     std::string language = "en");

}  // namespace personfirst
