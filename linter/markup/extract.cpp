#include "linter/markup/extract.h"

#include <cstdint>
#include <utility>

#include "linter/markup/html.h"
#include "linter/markup/markdown.h"
#include "linter/markup/opaque.h"
#include "linter/markup/outline.h"
#include "linter/markup/plain_text.h"
#include "linter/markup/prose_builder.h"

namespace personfirst {

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
  extracted.prose = outline.take();
  for (Prose& prose : extracted.prose) {
    const std::vector<Span> found = find_opaque(prose.text);
    if (found.empty()) continue;
    prose.opaque.insert(prose.opaque.end(), found.begin(), found.end());
    normalize(prose.opaque);
  }
  return extracted;
}

}  // namespace personfirst
