#include "linter/markup/extract.h"

#include <cstdint>
#include <utility>

#include "linter/markup/html.h"
#include "linter/markup/markdown.h"
#include "linter/markup/markdown_comments.h"
#include "linter/markup/opaque.h"
#include "linter/markup/outline.h"
#include "linter/markup/plain_text.h"
#include "linter/markup/prose_builder.h"

namespace personfirst {
namespace {

void add_markdown_comments(std::string_view text, Extracted& extracted, Outline& outline) {
  for (const Comment& comment :
       find_definition_comments(text, extracted.prose, outline.not_markdown()))
    outline.add_comment(comment);
  for (const Comment& comment : find_comments_in_prose(text, extracted.prose))
    outline.add_comment(comment);
}

}  // namespace

Extracted extract(const Document& document) {
  Outline outline;
  Extracted extracted;
  switch (document.format) {
    case Format::PlainText:
      read_plain_text(document.text, {0, static_cast<std::uint32_t>(document.text.size())},
                      outline);
      break;
    case Format::Markdown:
      read_markdown(document.text, outline, extracted.problems);
      break;
    case Format::Html:
      read_html(document.text, outline, extracted.problems);
      break;
  }
  take_extracted(document.text, document.format, outline, extracted);
  return extracted;
}

void take_extracted(std::string_view text, Format format, Outline& outline, Extracted& extracted) {
  extracted.prose = outline.take();
  if (format == Format::Markdown) add_markdown_comments(text, extracted, outline);
  extracted.comments = outline.take_comments();
  for (Prose& prose : extracted.prose) {
    const std::vector<Span> found = find_opaque(prose.text);
    if (found.empty()) continue;
    prose.opaque.insert(prose.opaque.end(), found.begin(), found.end());
    normalize(prose.opaque);
  }
}

}  // namespace personfirst
