#include "linter/markup/html_prose.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <utility>

#include "linter/text/find_byte.h"

namespace personfirst {
namespace {

// What an element does.
using Effects = std::uint32_t;
constexpr Effects kBlock = 1U << 0;    // begins and ends a prose
constexpr Effects kBreak = 1U << 1;    // <br>
constexpr Effects kVoid = 1U << 2;     // never has content
constexpr Effects kSkipped = 1U << 3;  // content is not prose
constexpr Effects kOpaque = 1U << 4;   // content is code inside prose
constexpr Effects kStruck = 1U << 5;
constexpr Effects kEmphasized = 1U << 6;
constexpr Effects kQuoted = 1U << 7;
constexpr Effects kMarks = 1U << 8;  // quotation marks round the content
constexpr Effects kHeading = 1U << 9;
constexpr Effects kCaption = 1U << 10;
constexpr Effects kList = 1U << 11;
constexpr Effects kItem = 1U << 12;
constexpr Effects kTerm = 1U << 13;
constexpr Effects kMeaning = 1U << 14;
constexpr Effects kTable = 1U << 15;
constexpr Effects kRow = 1U << 16;
constexpr Effects kCell = 1U << 17;
constexpr Effects kHeaderCell = 1U << 18;
constexpr Effects kContexts = kHeading | kCaption | kItem | kTerm | kMeaning | kCell | kHeaderCell;

struct Element {
  std::string_view name;
  Effects effects;
};

// Elements that are not here are inline and change nothing: a, span, abbr, mark, small, sup, sub,
// font, label, dfn, ...
constexpr Element kElements[] = {
    {"address", kBlock},
    {"article", kBlock},
    {"aside", kBlock},
    {"b", kEmphasized},
    {"blockquote", kBlock | kQuoted},
    {"body", kBlock},
    {"br", kBreak | kVoid},
    {"button", kBlock},
    {"caption", kBlock | kCaption},
    {"center", kBlock},
    {"cite", kEmphasized},
    {"code", kOpaque},
    {"dd", kBlock | kMeaning},
    {"del", kStruck},
    {"details", kBlock},
    {"dialog", kBlock},
    {"dir", kBlock | kList},
    {"div", kBlock},
    {"dl", kBlock | kList},
    {"dt", kBlock | kTerm},
    {"em", kEmphasized},
    {"fieldset", kBlock},
    {"figcaption", kBlock | kCaption},
    {"figure", kBlock},
    {"footer", kBlock},
    {"form", kBlock},
    {"h1", kBlock | kHeading},
    {"h2", kBlock | kHeading},
    {"h3", kBlock | kHeading},
    {"h4", kBlock | kHeading},
    {"h5", kBlock | kHeading},
    {"h6", kBlock | kHeading},
    {"head", kBlock},
    {"header", kBlock},
    {"hgroup", kBlock},
    {"hr", kBlock | kVoid},
    {"html", kBlock},
    {"i", kEmphasized},
    {"iframe", kBlock | kSkipped},
    {"kbd", kOpaque},
    {"legend", kBlock},
    {"li", kBlock | kItem},
    {"listing", kBlock | kSkipped},
    {"main", kBlock},
    {"math", kSkipped},
    {"menu", kBlock | kList},
    {"nav", kBlock},
    {"noscript", kBlock | kSkipped},
    {"ol", kBlock | kList},
    {"optgroup", kBlock},
    {"option", kBlock},
    {"p", kBlock},
    {"pre", kBlock | kSkipped},
    {"q", kMarks},
    {"rp", kSkipped},
    {"rt", kSkipped},
    {"s", kStruck},
    {"samp", kOpaque},
    {"script", kSkipped},
    {"search", kBlock},
    {"section", kBlock},
    {"select", kBlock},
    {"strike", kStruck},
    {"strong", kEmphasized},
    {"style", kSkipped},
    {"summary", kBlock},
    {"svg", kSkipped},
    {"table", kBlock | kTable},
    {"tbody", kBlock},
    {"td", kBlock | kCell},
    {"template", kBlock | kSkipped},
    {"textarea", kSkipped},
    {"tfoot", kBlock},
    {"th", kBlock | kHeaderCell},
    {"thead", kBlock},
    {"title", kBlock | kHeading},
    {"tr", kBlock | kRow},
    {"tt", kOpaque},
    {"ul", kBlock | kList},
    {"var", kOpaque},
    {"xmp", kBlock | kSkipped},
};
static_assert(std::ranges::is_sorted(kElements, {}, &Element::name));
static_assert(std::size(kElements) < 128);

constexpr std::uint8_t kNoTag = 255;
// How far down the open elements a tag is looked for, where elements end without an end tag. Bounds
// the work per tag.
constexpr std::size_t kLookBack = 64;

// By the first letter of a name: where those elements begin. Behind the last letter: their end.
constexpr std::size_t kLetters = 26;
constexpr std::array<std::uint8_t, kLetters + 1> kByLetter = [] {
  std::array<std::uint8_t, kLetters + 1> begins{};
  for (const Element& element : kElements)
    ++begins[static_cast<std::size_t>(element.name.front() - 'a') + 1];
  for (std::size_t i = 1; i < begins.size(); ++i)
    begins[i] = static_cast<std::uint8_t>(begins[i] + begins[i - 1]);
  return begins;
}();

// `name` is in lower case.
std::uint8_t find_tag(std::string_view name) {
  const auto letter = static_cast<unsigned char>(name.empty() ? '\0' : name.front() - 'a');
  if (letter >= kLetters) return kNoTag;
  for (std::uint8_t i = kByLetter[letter]; i < kByLetter[letter + 1U]; ++i) {
    if (kElements[i].name == name) return i;
  }
  return kNoTag;
}

bool has(std::uint8_t tag, Effects effects) { return (kElements[tag].effects & effects) != 0; }

std::string_view kind_of_meta(const HtmlText& html, const std::vector<HtmlAttribute>& attributes) {
  for (const HtmlAttribute& attribute : attributes) {
    const TagName name = lower_name(html.markup, attribute.name);
    if (name.view() == "name" || name.view() == "property" || name.view() == "itemprop") {
      return slice(html.markup, attribute.value);
    }
  }
  return {};
}

bool is_shown_meta(std::string_view name) {
  constexpr std::string_view kShown[] = {
      "description",         "og:title",      "og:description", "og:image:alt",
      "og:site_name",        "twitter:title", "dc.description", "twitter:image:alt",
      "twitter:description", "dc.title",      "citation_title", "headline"};
  return std::ranges::find(kShown, name) != std::end(kShown);
}

std::uint32_t small_number(std::string_view text) {
  std::uint32_t number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9' || number > 1000) break;
    number = number * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return number;
}

// {% else %}, or {% endif %}{% if y %} before a word.
bool divides(const HtmlText& html, std::ptrdiff_t index) {
  const auto one = html.fragments.begin() + index;
  if (one->kind != TagKind::Control) return one->kind == TagKind::Branch;
  if (index == 0 || one->span.end >= html.source.size()) return false;
  const TemplateFragment& before = *std::prev(one);
  const char next = html.source[one->span.end];
  return before.kind == TagKind::Control && before.span.end == one->span.begin && !is_space(next) &&
         next != '<' && next != '{' && next != '.' && next != ',';
}

// Where a run of text ends. A single space inside it is copied with it, so that a line of text is
// one piece.
std::uint32_t end_of_run(std::string_view text, std::uint32_t at) {
  const auto next_of = [&](std::size_t i) {
    return find_byte(text, i, [](BytesAtOnce byte, BytesAtOnce next) {
      return (byte < 0x20) | (byte == '&') | ((byte == ' ') & ((next <= 0x20) | (next == '&')));
    });
  };
  const auto is_end = [&](std::size_t i) {
    if (text[i] != ' ') return text[i] == '&' || is_space(text[i]);
    return i + 1 == text.size() || text[i + 1] == '&' || is_space(text[i + 1]);
  };
  std::size_t end = next_of(at);
  while (end < text.size() && !is_end(end)) end = next_of(end + 1);  // other control characters
  return static_cast<std::uint32_t>(end);
}

}  // namespace

void append_html_text(const HtmlText& html, Span span, EntityPlace place, ProseBuilder& builder) {
  auto fragment = std::ranges::lower_bound(html.fragments, span.begin, {},
                                           [](const TemplateFragment& f) { return f.span.begin; });
  const std::string_view source = html.source;
  std::uint32_t i = span.begin;
  while (i < span.end) {
    const std::uint32_t stop =
        fragment == html.fragments.end() ? span.end : std::min(span.end, fragment->span.begin);
    if (i == stop) {
      const std::uint32_t end = std::min(span.end, fragment->span.end);
      if (fragment->kind == TagKind::Shown) {
        const bool opaque = std::exchange(builder.style.opaque, true);
        builder.copy({i, end});
        builder.style.opaque = opaque;
      } else if (divides(html, fragment - html.fragments.begin()) && !builder.ends_with_space()) {
        builder.replace({i, end}, branch_mark(builder.text()));
      }
      i = end;
      ++fragment;
      continue;
    }
    const std::uint32_t begin = i;
    if (is_space(source[i])) {
      while (i < stop && is_space(source[i])) ++i;
      builder.space({begin, i});
      continue;
    }
    if (source[i] == '&') {
      const Entity entity = decode_entity(source, i, stop, place);
      if (entity.length > 0) {
        i += entity.length;
        builder.replace({begin, i}, entity.text);
        continue;
      }
      ++i;
    }
    i = end_of_run(source.substr(0, stop), i);
    builder.copy({begin, i});
  }
}

void add_attribute_prose(const HtmlText& html, Span tag, std::string_view tag_name,
                         bool in_block_quote, Outline& outline) {
  std::vector<HtmlAttribute> attributes;
  read_attributes(html.markup, tag, attributes);
  const bool shown_meta = tag_name == "meta" && is_shown_meta(kind_of_meta(html, attributes));
  for (const HtmlAttribute& attribute : attributes) {
    if (attribute.value.empty()) continue;
    const TagName name = lower_name(html.markup, attribute.name);
    ProseKind kind = ProseKind::Metadata;
    if (name.view() == "alt" || name.view() == "aria-label") {
      kind = ProseKind::AltText;
    } else if (name.view() == "title" || name.view() == "placeholder") {
      kind = ProseKind::Caption;
    } else if (name.view() != "content" || !shown_meta) {
      continue;
    }
    ProseBuilder builder(html.source);
    append_html_text(html, attribute.value, EntityPlace::Attribute, builder);
    Prose prose = builder.take(kind);
    prose.in_block_quote = in_block_quote;
    outline.add(std::move(prose));
  }
}

void add_html_comment(std::string_view markup, const HtmlToken& token, Outline& outline) {
  constexpr std::uint32_t kOpen = 4, kClose = 3;  // <!-- and -->
  if (!slice(markup, token.span).starts_with("<!--") || !token.is_closed) return;
  outline.add_comment(make_comment(markup, token.span, kOpen, kClose));
}

HtmlProse::HtmlProse(const HtmlText& html, Outline& outline, Surroundings around)
    : html_(html), outline_(outline), around_(around), builder_(html.source) {}

HtmlProse::HtmlProse(const HtmlText& html, Outline& outline, const HtmlState& state)
    : HtmlProse(html, outline, Surroundings{}) {
  open_ = state.open;
  term_ = state.term;
  for (const Tag tag : open_) {
    count(tag, true);
    if (has(tag, kContexts)) contexts_.push_back(tag);
  }
}

HtmlState HtmlProse::state() const { return {open_, term_, {}}; }

void HtmlProse::token(const HtmlToken& token) {
  switch (token.kind) {
    case HtmlTokenKind::Text:
      text(token.span);
      break;
    case HtmlTokenKind::StartTag:
      start_tag(token);
      break;
    case HtmlTokenKind::EndTag:
      end_tag(token);
      break;
    case HtmlTokenKind::Skipped:
      add_html_comment(html_.markup, token, outline_);
      break;
  }
}

void HtmlProse::finish() {
  flush();
  while (!open_.empty()) close_at(open_.size() - 1);
}

void HtmlProse::insert_mark(std::uint32_t at, std::string_view mark) {
  builder_.style = {opaque_ > 0, struck_ > 0, emphasized_ > 0};
  builder_.insert(at, mark);
}

void HtmlProse::text(Span span) {
  if (skipped_ > 0) return;
  builder_.style = {opaque_ > 0, struck_ > 0, emphasized_ > 0};
  const std::size_t before = builder_.text().size();
  append_html_text(html_, span, EntityPlace::Text, builder_);
  if (builder_.text().size() != before) after_break_ = false;
}

void HtmlProse::start_tag(const HtmlToken& token) {
  const TagName name = lower_name(html_.markup, token.name);
  if (skipped_ == 0 &&
      token.span.size() > name.size + 7U) {  // no shorter tag has an attribute with text
    add_attribute_prose(html_, token.span, name.view(), quoted_ > 0 || around_.in_block_quote,
                        outline_);
  }
  const Tag tag = find_tag(name.view());
  if (tag == kNoTag) return;
  if (has(tag, kBreak)) return line_break(token.span);
  if (has(tag, kBlock)) flush();
  if (has(tag, kVoid)) return;
  close_implied(tag);
  const bool closes_itself = token.span.size() > 2 && html_.markup[token.span.end - 1] == '>' &&
                             html_.markup[token.span.end - 2] == '/';
  if (closes_itself) return;
  open(tag, token.span);
}

void HtmlProse::end_tag(const HtmlToken& token) {
  const TagName name = lower_name(html_.markup, token.name);
  const Tag tag = find_tag(name.view());
  if (tag == kNoTag) return;
  if (has(tag, kBreak)) return line_break(token.span);
  if (has(tag, kBlock)) flush();
  if (has(tag, kVoid) || open_count_[tag] == 0) return;
  if (has(tag, kMarks) && skipped_ == 0) insert_mark(token.span.begin, "\u201D");
  if (has(tag, kBlock)) {
    while (open_.back() != tag) close_at(open_.size() - 1);
    return close_at(open_.size() - 1);
  }
  // The end of an inline element ends no block: in <b><p></b></p> the paragraph goes on.
  for (std::size_t i = open_.size(); i > 0 && open_.size() - i < kLookBack; --i) {
    if (open_[i - 1] == tag) return close_at(i - 1);
  }
}

void HtmlProse::line_break(Span tag) {
  if (skipped_ > 0) return;
  if (after_break_) {
    flush();  // two in a row: a new paragraph
    return;
  }
  builder_.space(tag);
  after_break_ = !builder_.empty();
}

void HtmlProse::count(Tag tag, bool opens) {
  const auto step = [&](std::uint32_t& counter, Effects effect) {
    if (has(tag, effect)) counter = opens ? counter + 1 : counter - 1;
  };
  step(open_count_[tag], ~0U);
  step(skipped_, kSkipped);
  step(opaque_, kOpaque);
  step(struck_, kStruck);
  step(emphasized_, kEmphasized);
  step(quoted_, kQuoted);
}

void HtmlProse::open(Tag tag, Span span) {
  open_.push_back(tag);
  if (has(tag, kMarks) && skipped_ == 0) insert_mark(span.end, "\u201C");
  count(tag, true);
  if (has(tag, kContexts)) contexts_.push_back(tag);
  if (has(tag, kList)) outline_.open_list();
  if (has(tag, kItem | kTerm | kMeaning)) outline_.open_item();
  if (has(tag, kTable)) outline_.open_table();
  if (has(tag, kRow)) outline_.open_row();
  if (has(tag, kCell | kHeaderCell)) {
    std::uint32_t columns = 1;
    read_attributes(html_.markup, span, attributes_);
    for (const HtmlAttribute& attribute : attributes_) {
      if (lower_name(html_.markup, attribute.name).view() != "colspan") continue;
      columns = small_number(slice(html_.markup, attribute.value));
    }
    outline_.open_cell(has(tag, kHeaderCell), columns);
  }
}

void HtmlProse::close_at(std::size_t depth) {
  const Tag tag = open_[depth];
  open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(depth));
  count(tag, false);
  if (has(tag, kContexts)) contexts_.pop_back();
  if (has(tag, kList)) outline_.close_list();
  if (has(tag, kTable)) outline_.close_table();
  if (has(tag, kTerm)) outline_.open_item();
}

// <li>, <dt>, <dd>, <tr>, <td> and <th> end the one before them, up to the list or table that they
// belong to.
void HtmlProse::close_implied(Tag tag) {
  Effects ends = 0;
  Effects owner = kTable;
  if (has(tag, kItem)) {
    ends = kItem;
    owner = kList | kTable;
  } else if (has(tag, kTerm | kMeaning)) {
    ends = kTerm | kMeaning;
    owner = kList | kTable;
  } else if (has(tag, kRow)) {
    ends = kRow;
  } else if (has(tag, kCell | kHeaderCell)) {
    ends = kCell | kHeaderCell;
  } else {
    return;
  }
  for (std::size_t i = open_.size(); i > 0 && open_.size() - i < kLookBack; --i) {
    if (has(open_[i - 1], owner)) return;
    if (!has(open_[i - 1], ends)) continue;
    while (open_.size() >= i) close_at(open_.size() - 1);
    return;
  }
}

ProseKind HtmlProse::kind() const {
  if (contexts_.empty()) return around_.kind;
  const Tag tag = contexts_.back();
  if (has(tag, kHeading)) return ProseKind::Heading;
  if (has(tag, kCaption)) return ProseKind::Caption;
  if (has(tag, kCell)) return ProseKind::TableCell;
  if (has(tag, kHeaderCell)) return ProseKind::TableHeader;
  return ProseKind::ListItem;
}

void HtmlProse::flush() {
  after_break_ = false;
  if (skipped_ > 0 || builder_.empty()) return;
  Prose prose = builder_.take(kind());
  prose.in_block_quote = quoted_ > 0 || around_.in_block_quote;
  if (!contexts_.empty() && has(contexts_.back(), kTerm)) term_ = first_context_bytes(prose.text);
  if (!contexts_.empty() && has(contexts_.back(), kMeaning)) prose.introduced_by = term_;
  outline_.add(std::move(prose));
}

}  // namespace personfirst
