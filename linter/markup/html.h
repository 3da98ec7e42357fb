// HTML and XHTML -> prose.
//
// HtmlTokens cut it, as browsers do where that is cheap; HtmlProse knows what the elements mean.
// There is no tree: end tags that may be left out, and elements that overlap, need none. Linear in
// the text on any input.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/markup/html_prose.h"
#include "linter/markup/outline.h"
#include "linter/text/document.h"

namespace personfirst {

void read_html(std::string_view text, Outline& outline, std::vector<Problem>& problems);

// Notes of template languages that begin in `span`: `{# ... #}` and its like never reach a browser.
void add_template_comments(const HtmlText& html, Span span, Outline& outline);

// A document for HtmlProse, with its template fragments blanked out. Keeps what it made; `source`
// must outlive it.
class BlankedHtml {
 public:
  explicit BlankedHtml(std::string_view source) : BlankedHtml(source, true) {}
  // `may_have_fragments`: false when it is known that there are none.
  BlankedHtml(std::string_view source, bool may_have_fragments);
  BlankedHtml(const BlankedHtml&) = delete;
  BlankedHtml& operator=(const BlankedHtml&) = delete;
  [[nodiscard]] const HtmlText& text() const { return text_; }

 private:
  HtmlText text_;
  std::string blanked_;
};

// Reads a document's tokens, up to where the caller wants to stop.
class HtmlReader {
 public:
  HtmlReader(const HtmlText& html, std::uint32_t begin, Outline& outline, const HtmlState& state);

  // Where the next section may begin, at most `end`: the start of a line that has nothing but
  // blanks before its first tag, between two prose. At the end of the text everything is closed.
  std::uint32_t read_to_cut(std::vector<Problem>& problems);

  // Behind a cut. Only cuts that are not too deep to be remembered are worth it.
  [[nodiscard]] HtmlState state() const;
  [[nodiscard]] std::size_t depth() const { return prose_.depth(); }
  // Has something been looked for up to the text's end, without being found, since the last call?
  [[nodiscard]] bool take_looked_to_end() { return std::exchange(looked_to_end_, false); }

 private:
  [[nodiscard]] bool starts_tag(std::uint32_t at) const;
  [[nodiscard]] bool in_fragment(std::uint32_t at) const;

  const HtmlText& html_;
  HtmlProse prose_;
  HtmlTokens tokens_;
  bool looked_to_end_ = false;
};

// HTML inside another format; `html.markup` may have more blanked out than template fragments.
void read_html_fragment(const HtmlText& html, Span range, HtmlProse::Surroundings around,
                        Outline& outline);

// The tags of template languages in it.
[[nodiscard]] std::vector<TemplateFragment> find_template_fragments(std::string_view text);
// Does one begin anywhere, perhaps without an end?
[[nodiscard]] bool may_have_template_fragments(std::string_view text);

}  // namespace personfirst
