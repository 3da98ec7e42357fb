#include "linter/markup/extract.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <utility>

#include "linter/markup/asciidoc.h"
#include "linter/markup/html.h"
#include "linter/markup/json.h"
#include "linter/markup/latex.h"
#include "linter/markup/mail.h"
#include "linter/markup/markdown.h"
#include "linter/markup/markdown_comments.h"
#include "linter/markup/opaque.h"
#include "linter/markup/org.h"
#include "linter/markup/outline.h"
#include "linter/markup/placeholders.h"
#include "linter/markup/plain_text.h"
#include "linter/markup/prose_builder.h"
#include "linter/markup/rst.h"
#include "linter/markup/rtf.h"
#include "linter/markup/structure.h"
#include "linter/markup/subtitles.h"
#include "linter/markup/table_text.h"
#include "linter/markup/xml.h"
#include "linter/markup/yaml.h"

namespace personfirst {
namespace {

void add_markdown_comments(std::string_view text, Extracted& extracted, Outline& outline) {
  for (const Comment& comment :
       find_definition_comments(text, extracted.prose, outline.not_markdown()))
    outline.add_comment(comment);
  for (const Comment& comment : find_comments_in_prose(text, extracted.prose))
    outline.add_comment(comment);
}

// What no reader of a format knows: placeholders, and names for machines.
void add_opaque(std::vector<Prose>& all) {
  for (Prose& prose : all) {
    const std::vector<Span> found = find_opaque(prose.text);
    if (found.empty()) continue;
    prose.opaque.insert(prose.opaque.end(), found.begin(), found.end());
    normalize(prose.opaque);
  }
}

void read_document(const Document& document, Outline& outline, std::vector<Problem>& problems) {
  const std::string_view text = document.text;
  switch (document.format) {
    case Format::PlainText:
      return read_plain_text(text, {0, static_cast<std::uint32_t>(text.size())}, outline);
    case Format::Markdown:
      return read_markdown(text, outline, problems);
    case Format::Html:
      return read_html(text, outline, problems);
    case Format::Xml:
      return read_xml(text, document.language, outline, problems);
    case Format::Json:
      return read_json(text, document.values, outline);
    case Format::Yaml:
      return read_yaml(text, document.values, outline);
    case Format::Latex:
      return read_latex(text, outline, problems);
    case Format::Rst:
      return read_rst(text, outline);
    case Format::AsciiDoc:
      return read_asciidoc(text, outline);
    case Format::Org:
      return read_org(text, outline);
    case Format::Srt:
    case Format::Vtt:
      return read_subtitles(text, document.format, outline);
    case Format::Csv:
    case Format::Tsv:
      return read_table_text(text, document.format, outline);
    case Format::Mail:
      return read_mail(text, outline, problems);
    case Format::Rtf:
      return read_rtf(text, outline);
  }
}

}  // namespace

Extracted extract(const Document& document) {
  Outline outline;
  Extracted extracted;
  if (document.structure) {
    extracted.prose = document.structure->prose;
    apply_placeholders(document.text, document.format, extracted.prose, extracted.comments);
    add_opaque(extracted.prose);
    return extracted;
  }
  read_document(document, outline, extracted.problems);
  take_extracted(document.text, document.format, outline, extracted);
  return extracted;
}

void take_extracted(std::string_view text, Format format, Outline& outline, Extracted& extracted,
                    const WantsProse& wants) {
  extracted.prose = outline.take();
  if (format == Format::Markdown) add_markdown_comments(text, extracted, outline);
  extracted.comments = outline.take_comments();
  if (wants) std::erase_if(extracted.prose, std::not_fn(wants));
  const std::size_t comments = extracted.comments.size();
  apply_placeholders(text, format, extracted.prose, extracted.comments);
  if (extracted.comments.size() > comments)
    std::ranges::stable_sort(extracted.comments, {},
                             [](const Comment& one) { return one.span.begin; });
  add_opaque(extracted.prose);
}

}  // namespace personfirst
