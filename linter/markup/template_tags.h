// Tags of template languages: `{{ }}`, `{% %}`, `{# #}` (Jinja, Django, Liquid, Nunjucks, Twig,
// Handlebars, Mustache, Go), `<% %>` (ERB, EJS, JSP), `<? ?>` (PHP).
//
// A small scanner, and no parser: tree-sitter's grammar for embedded templates knows ERB and EJS
// alone, and a tree of its own cannot stand inside a paragraph of Markdown or a cell of a table.
// Where a tag begins and ends, and whether it shows something, is all that prose needs. A tag that
// is never closed is text. Linear in the text.
#pragma once

#include <cstdint>
#include <string_view>

#include "linter/markup/bounded_find.h"
#include "linter/markup/comment.h"
#include "linter/text/span.h"

namespace personfirst {

enum class TagKind : std::uint8_t {
  Shown,    // stands for text: {{ name }}, <%= name %>
  Control,  // {% if x %}, {{#each x}}, <% end %>
  Branch,   // {% else %}: what stands before it and after it are never shown together
  Note,     // {# text #}, {{! text }}, <%# text %>, {% comment %} text {% endcomment %}
};

struct TemplateTag {
  std::uint32_t end = 0;  // 0: no tag begins here
  TagKind kind = TagKind::Control;
};

// May a tag begin at text[at]?
[[nodiscard]] constexpr bool may_begin_tag(std::string_view text, std::size_t at) {
  if (at + 1 >= text.size()) return false;
  const char next = text[at + 1];
  return text[at] == '{' ? next == '{' || next == '%' || next == '#'
                         : text[at] == '<' && (next == '%' || next == '?');
}

class TemplateTags {
 public:
  explicit TemplateTags(std::string_view text) : text_(text) {}

  // The tag that begins at `at`; ask for ever later places.
  [[nodiscard]] TemplateTag tag_at(std::uint32_t at);

 private:
  [[nodiscard]] std::uint32_t end_of(std::uint32_t at);

  std::string_view text_;
  BoundedFind php_{"?>"}, server_{"%>"}, server_note_{"--%>"}, raw_{"}}}"}, shown_{"}}"},
      long_note_{"--}}"}, statement_{"%}"}, note_{"#}"}, note_end_{"endcomment"};
};

// What stands for a TagKind::Branch behind this text, so that no phrase reaches across it.
[[nodiscard]] constexpr std::string_view branch_mark(std::string_view before) {
  constexpr std::string_view kEnds = ".,;:!?";
  return !before.empty() && kEnds.find(before.back()) != std::string_view::npos ? " " : ", ";
}

// Of a TagKind::Note.
[[nodiscard]] Comment comment_of_tag(std::string_view text, Span tag);

}  // namespace personfirst
