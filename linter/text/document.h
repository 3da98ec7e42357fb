// One text to be linted, decoded to UTF-8.
//
// Built once by make_document() (there is one for decoded files in decode.h, too), then const and
// safe to share between threads.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/text/lazy_lines.h"
#include "linter/text/places.h"
#include "linter/text/span.h"

namespace personfirst {

enum class Format {
  PlainText,
  Markdown,
  Html,
  Xml,  // DITA, DocBook and HL7 CDA, too
  Json,
  Yaml,
  Latex,
  Rst,  // reStructuredText
  AsciiDoc,
  Org,
  Srt,
  Vtt,
  Csv,
  Tsv,
  Mail,
  Rtf
};

[[nodiscard]] std::string_view to_string(Format format);  // "plain", "markdown", "html", ...
[[nodiscard]] bool parse_format(std::string_view name,
                                Format& format);  // also "text", "md", "htm", "tex", ...
[[nodiscard]] std::span<const std::string_view> format_names();  // as to_string() gives them
// By the file name's ending; plain text when it says nothing. The ending of a template language is
// looked through: "mail.txt.j2" is plain text, "page.liquid" is HTML.
[[nodiscard]] Format format_of_name(std::string_view file_name);
// Is it of a format that holds prose before all? Of those, a walk through folders takes every file;
// data (XML, JSON, YAML, tables) is taken when it is named.
[[nodiscard]] bool is_prose_name(std::string_view file_name);

// Something about the text that its owner should know but that does not stop the lint: ill-formed
// bytes, a comment that is never closed. `span` is empty at offset 0 when the problem is with the
// whole document.
struct Problem {
  std::string code;  // stable, kebab-case: "ill-formed-utf8", "unclosed-markup", ...
  std::string message;
  Span span;
};

struct DocumentStructure;  // in markup/structure.h

struct Document {
  std::string name;  // as the user gave it; for messages only
  Format format = Format::PlainText;
  std::string text;             // UTF-8; may hold ill-formed bytes, never a file's byte order mark
  LazyLines lazy_lines;         // of `text`; see lines()
  std::string language = "en";  // BCP 47 primary language of the text
  std::vector<Problem> problems;  // from decoding
  // Of JSON and YAML: which values are prose, such as "messages.*.text", see markup/value_path.h.
  std::vector<std::string> values = {};
  // Of a text that was taken out of something else, such as an office document. Both may be null.
  std::shared_ptr<const Places> places = {};                // what to say in the place of lines
  std::shared_ptr<const DocumentStructure> structure = {};  // the prose, whatever `format` says

  [[nodiscard]] const LineIndex& lines() const { return lazy_lines.of(text); }
};

// A byte order mark at the start is dropped. Ill-formed bytes become problems.
[[nodiscard]] Document make_document(std::string name, Format format, std::string utf8,
                                     std::string language = "en");

// Another text that is read like `document`; without its structure.
[[nodiscard]] Document with_text(const Document& document, std::string utf8);

}  // namespace personfirst
