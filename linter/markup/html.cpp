#include "linter/markup/html.h"

#include <algorithm>
#include <string>
#include <utility>

#include "linter/text/find_byte.h"

namespace personfirst {
namespace {

using NoMoreQuotes = HtmlTokens::NoMoreQuotes;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// When there is nothing but white space in `span`: the start of its last line; else 0.
std::uint32_t line_begin_in_blanks(std::string_view text, Span span) {
  if (!std::ranges::all_of(slice(text, span), is_space)) return 0;
  const std::size_t line_end = slice(text, span).rfind('\n');
  return line_end == std::string_view::npos ? 0
                                            : span.begin + static_cast<std::uint32_t>(line_end) + 1;
}

// Where a tag of a template language may begin, from `at` on.
std::size_t next_template_tag(std::string_view text, std::size_t at) {
  return find_byte(text, at, [](BytesAtOnce byte, BytesAtOnce next) {
    return ((byte == '<') & ((next == '?') | (next == '%'))) |
           ((byte == '{') & ((next == '{') | (next == '%') | (next == '#')));
  });
}

}  // namespace

void add_template_comments(const HtmlText& html, Span span, Outline& outline) {
  auto fragment = std::ranges::lower_bound(
      html.fragments, span.begin, {}, [](const TemplateFragment& one) { return one.span.begin; });
  for (; fragment != html.fragments.end() && fragment->span.begin < span.end; ++fragment) {
    if (fragment->kind == TagKind::Note)
      outline.add_comment(comment_of_tag(html.source, fragment->span));
  }
}

bool may_have_template_fragments(std::string_view text) {
  return next_template_tag(text, 0) < text.size();
}

std::vector<TemplateFragment> find_template_fragments(std::string_view text) {
  std::vector<TemplateFragment> fragments;
  TemplateTags tags(text);
  for (std::size_t i = next_template_tag(text, 0); i < text.size();
       i = next_template_tag(text, i)) {
    const auto at = static_cast<std::uint32_t>(i);
    const TemplateTag tag = tags.tag_at(at);
    if (tag.end != 0) fragments.push_back({{at, tag.end}, tag.kind});
    i = tag.end != 0 ? tag.end : i + 1;
  }
  return fragments;
}

BlankedHtml::BlankedHtml(std::string_view source, bool may_have_fragments)
    : text_{source, source, {}} {
  if (may_have_fragments) text_.fragments = find_template_fragments(source);
  if (text_.fragments.empty()) return;
  blanked_ = source;
  for (const TemplateFragment& fragment : text_.fragments) {
    std::fill_n(blanked_.begin() + fragment.span.begin, fragment.span.size(), ' ');
  }
  text_.markup = blanked_;
}

HtmlReader::HtmlReader(const HtmlText& html, std::uint32_t begin, Outline& outline,
                       const HtmlState& state)
    : html_(html),
      prose_(html, outline, state),
      tokens_(html.markup, {begin, static_cast<std::uint32_t>(html.markup.size())},
              state.no_more_quotes) {}

HtmlState HtmlReader::state() const {
  HtmlState state = prose_.state();
  state.no_more_quotes = tokens_.no_more_quotes();
  return state;
}

bool HtmlReader::starts_tag(std::uint32_t at) const {
  const std::string_view markup = html_.markup;
  if (at >= markup.size() || markup[at] != '<') return false;
  if (at + 1 < markup.size() && markup[at + 1] == '/') ++at;
  return at + 1 < markup.size() && is_letter(markup[at + 1]);
}

bool HtmlReader::in_fragment(std::uint32_t at) const {
  const auto after = std::ranges::upper_bound(
      html_.fragments, at, {}, [](const TemplateFragment& one) { return one.span.begin; });
  return after != html_.fragments.begin() && std::prev(after)->span.end > at;
}

std::uint32_t HtmlReader::read_to_cut(std::vector<Problem>& problems) {
  const auto size = static_cast<std::uint32_t>(html_.markup.size());
  HtmlToken token;
  NoMoreQuotes quotes = tokens_.no_more_quotes();
  while (tokens_.next(token)) {
    looked_to_end_ |= quotes != tokens_.no_more_quotes();
    quotes = tokens_.no_more_quotes();
    if (token.kind == HtmlTokenKind::Skipped && !token.is_closed) {
      looked_to_end_ = true;
      problems.push_back({"unclosed-markup",
                          "a comment or a script is never closed: what follows is not read",
                          {token.span.begin, token.span.begin}});
    }
    if (token.kind == HtmlTokenKind::Text && prose_.is_between()) {
      const std::uint32_t cut = line_begin_in_blanks(html_.markup, token.span);
      // Blanks between two prose mean nothing: neither reader sees them.
      if (cut > 0 && starts_tag(token.span.end) && !in_fragment(cut)) return cut;
    }
    prose_.token(token);
  }
  prose_.finish();
  return size;
}

void read_html(std::string_view text, Outline& outline, std::vector<Problem>& problems) {
  const BlankedHtml html(text);
  add_template_comments(html.text(), {0, static_cast<std::uint32_t>(text.size())}, outline);
  HtmlReader reader(html.text(), 0, outline, {});
  while (reader.read_to_cut(problems) < text.size()) {
  }
}

void read_html_fragment(const HtmlText& html, Span range, HtmlProse::Surroundings around,
                        Outline& outline) {
  HtmlProse prose(html, outline, around);
  HtmlTokens tokens(html.markup.substr(0, range.end), range);
  HtmlToken token;
  while (tokens.next(token)) prose.token(token);
  prose.finish();
}

}  // namespace personfirst
