// HTML tags and text, one after the other -> prose. Knows what each element means to a reader; does
// no parsing.
//
// HtmlTokens feed it, of documents and of the HTML blocks in Markdown. Amortized constant work a
// tag, whatever the nesting.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "linter/markup/entities.h"
#include "linter/markup/html_tokens.h"
#include "linter/markup/outline.h"
#include "linter/markup/prose_builder.h"
#include "linter/markup/template_tags.h"

namespace personfirst {

// A tag of a template language in HTML.
struct TemplateFragment {
  Span span;
  TagKind kind = TagKind::Control;
};

// The text of a document twice: as written, and with template fragments blanked out, so that they
// cannot break markup.
struct HtmlText {
  std::string_view source;
  std::string_view markup;                  // same length; offsets are the same
  std::vector<TemplateFragment> fragments;  // sorted, disjoint
};

// Appends text that HTML shows: white space collapsed, entities decoded, template fragments opaque.
void append_html_text(const HtmlText& html, Span span, EntityPlace place, ProseBuilder& builder);

// Text that attributes show (alt, title, aria-label, placeholder, <meta content>): each becomes a
// prose of its own.
void add_attribute_prose(const HtmlText& html, Span tag, std::string_view tag_name,
                         bool in_block_quote, Outline& outline);

// Adds a skipped token that is `<!-- ... -->`.
void add_html_comment(std::string_view markup, const HtmlToken& token, Outline& outline);

// What a reader of HTML remembers between two prose, by value.
struct HtmlState {
  std::vector<std::uint8_t> open;  // elements, outermost first
  std::string term;                // the last term of a definition list
  HtmlTokens::NoMoreQuotes no_more_quotes{};
  friend bool operator==(const HtmlState&, const HtmlState&) = default;
};

class HtmlProse {
 public:
  // What HTML inside another format starts from.
  struct Surroundings {
    ProseKind kind = ProseKind::Paragraph;
    bool in_block_quote = false;
  };

  HtmlProse(const HtmlText& html, Outline& outline, Surroundings around);
  // Goes on from a state of another HtmlProse; the outline must be of the same place.
  HtmlProse(const HtmlText& html, Outline& outline, const HtmlState& state);

  void token(const HtmlToken& token);
  void finish();  // closes everything

  // Between two prose, and not in something that is skipped?
  [[nodiscard]] bool is_between() const {
    return builder_.empty() && skipped_ == 0 && !after_break_;
  }
  [[nodiscard]] std::size_t depth() const { return open_.size(); }
  [[nodiscard]] HtmlState state() const;  // without no_more_quotes; only when is_between()

 private:
  using Tag = std::uint8_t;  // index into the table of elements

  void start_tag(const HtmlToken& token);
  void end_tag(const HtmlToken& token);
  void text(Span span);
  void insert_mark(std::uint32_t at, std::string_view mark);
  void line_break(Span tag);
  void open(Tag tag, Span span);
  void close_at(std::size_t depth);
  void close_implied(Tag tag);
  void count(Tag tag, bool opens);
  void flush();
  [[nodiscard]] ProseKind kind() const;

  const HtmlText& html_;
  Outline& outline_;
  Surroundings around_;
  ProseBuilder builder_;
  std::vector<Tag> open_;
  std::array<std::uint32_t, 128> open_count_{};  // by Tag
  std::vector<Tag> contexts_;                    // those of open_ that give a prose its kind
  std::vector<HtmlAttribute> attributes_;
  std::string term_;  // the last term of a definition list
  std::uint32_t skipped_ = 0;
  std::uint32_t opaque_ = 0;
  std::uint32_t struck_ = 0;
  std::uint32_t emphasized_ = 0;
  std::uint32_t quoted_ = 0;
  bool after_break_ = false;
};

}  // namespace personfirst
