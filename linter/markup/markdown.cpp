#include "linter/markup/markdown.h"

#include <md4c.h>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string>
#include <unordered_set>
#include <utility>

#include "linter/markup/front_matter.h"
#include "linter/markup/html.h"
#include "linter/markup/plain_text.h"
#include "linter/markup/prose_builder.h"

namespace personfirst {
namespace {

static_assert(kMarkdownFlags == (MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS));

// ---- small looks at the source ----

bool is_line_end(char c) { return c == '\n' || c == '\r'; }

// White space, line ends and `>` prefixes.
std::uint32_t skip_break(std::string_view text, std::uint32_t at, std::uint32_t end) {
  while (at < end && (is_space(text[at]) || text[at] == '>')) ++at;
  return at;
}

// The line break in `gap`, which lies between two runs of text: from the blanks before it to the
// next line's content.
Span find_break(std::string_view text, Span gap) {
  std::uint32_t newline = gap.end;
  while (newline > gap.begin && !is_line_end(text[newline - 1])) --newline;
  if (newline == gap.begin) return {gap.end, gap.end};
  std::uint32_t begin = newline - 1;
  while (begin > gap.begin && (is_space(text[begin - 1]) || text[begin - 1] == '\\')) --begin;
  return {begin, skip_break(text, newline, gap.end)};
}

struct LinkEnd {
  std::uint32_t end = 0;  // behind `)`; 0 when this is no inline link
  Span title;             // without quotes
};

// The end of the last line from `at` on, up to `end`, that no blank one follows: a link goes over
// none.
std::uint32_t before_blank_line(std::string_view text, std::uint32_t at, std::uint32_t end) {
  text = text.substr(0, end);
  for (std::size_t line = text.find('\n', at); line < end; line = text.find('\n', line + 1)) {
    const std::size_t mark = text.find_first_not_of(" \t>\r", line + 1);
    if (mark == std::string_view::npos || text[mark] == '\n')
      return static_cast<std::uint32_t>(line);
  }
  return end;
}

// What follows a link's text: `](destination "title")`. md4c has found it well-formed; for titles
// with escapes or entities it hands out a copy without position, so the place is read here.
LinkEnd read_link_end(std::string_view text, std::uint32_t at) {
  constexpr std::size_t kFarthest =
      1024;  // `[a](` may be a reference with a parenthesis after it, over and over
  const std::uint32_t size = before_blank_line(
      text, at, static_cast<std::uint32_t>(std::min(text.size(), at + kFarthest)));
  while (at < size && text[at] != ']') {
    const char c = text[at];
    if (!is_space(c) && c != '*' && c != '_' && c != '~' && c != '`' && c != '[' && c != '!' &&
        c != '>')
      return {};
    ++at;
  }
  if (at + 1 >= size || text[at + 1] != '(') return {};
  at = skip_break(text, at + 2, size);
  if (at < size && text[at] == '<') {
    while (at < size && text[at] != '>') at += text[at] == '\\' ? 2 : 1;
    ++at;
  } else {
    for (int depth = 0; at < size && !is_space(text[at]); ++at) {
      if (text[at] == '\\') {
        ++at;
      } else if (text[at] == '(') {
        ++depth;
      } else if (text[at] == ')' && depth-- == 0) {
        break;
      }
    }
  }
  at = skip_break(text, at, size);
  LinkEnd link;
  if (at < size && (text[at] == '"' || text[at] == '\'' || text[at] == '(')) {
    const char close = text[at] == '(' ? ')' : text[at];
    link.title = {++at, at};
    while (at < size && text[at] != close) at += text[at] == '\\' ? 2 : 1;
    if (at >= size) return {};
    link.title.end = at;
    at = skip_break(text, at + 1, size);
  }
  if (at >= size || text[at] != ')') return {};
  link.end = at + 1;
  return link;
}

constexpr std::uint64_t kTooManyEvents = std::uint64_t{1} << 50U;  // for any text

// md4c 0.4 looks up the line of every pair of brackets from the start of its paragraph: brackets
// times lines. Above so much a byte, which takes a paragraph of tens of thousands of lines, it is
// not asked.
std::uint64_t most_bracket_work(std::uint64_t size) { return 1'000'000'000 + 2'000 * size; }

std::uint64_t count(std::string_view part, char c) {
  std::uint64_t found = 0;
  for (std::size_t i = part.find(c); i != std::string_view::npos; i = part.find(c, i + 1)) ++found;
  return found;
}

// Counts lines and brackets up to the next blank line.
class RunCounter {
 public:
  explicit RunCounter(MarkdownLoad& load) : load_(load) {}

  void end_line(bool is_blank, std::uint64_t brackets) {
    if (!is_blank) {
      brackets_ += brackets;
      ++lines_;
      return;
    }
    keep_run();
    load_.products += load_.has_blank ? brackets_ * lines_ : 0;
    load_.has_blank = true;
    brackets_ = lines_ = 0;
  }

  void end_text() {
    keep_run();
    if (!load_.has_blank) return;
    load_.last_brackets = brackets_;
    load_.last_lines = lines_;
  }

 private:
  void keep_run() {
    if (load_.has_blank) return;
    load_.first_brackets = brackets_;
    load_.first_lines = lines_;
  }

  MarkdownLoad& load_;
  std::uint64_t brackets_ = 0, lines_ = 0;
};

MarkdownLoad load_of(std::string_view text) {
  MarkdownLoad load;
  RunCounter runs(load);
  std::uint64_t brackets = 0;
  bool is_blank = true;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (is_line_end(c)) {
      ++load.line_ends;
      const bool is_second_half = c == '\n' && i > 0 && text[i - 1] == '\r';
      if (!is_second_half) runs.end_line(is_blank, brackets);
      load.brackets += brackets;
      brackets = 0;
      is_blank = true;
    } else {
      brackets += c == ']' ? 1 : 0;
      is_blank = is_blank && (is_space(c) || c == '>');
    }
  }
  load.brackets += brackets;
  if (!text.empty() && !is_line_end(text.back())) runs.end_line(is_blank, brackets);
  runs.end_text();
  return load;
}

bool has_too_many_brackets(std::string_view text) {
  const std::uint64_t line_ends = count(text, '\n') + count(text, '\r');
  if (count(text, ']') * line_ends <= most_bracket_work(text.size())) return false;
  TotalMarkdownLoad total;
  total.add(load_of(text));
  return total.is_too_much(text.size());
}

// ---- the events of md4c ----

class MarkdownReader {
 public:
  MarkdownReader(std::string_view text, std::uint32_t begin, std::uint64_t budget, Outline& outline)
      : text_(text),
        outline_(outline),
        html_{text, text, {}},
        main_(text),
        alt_(text),
        last_end_(begin),
        unread_(begin),
        budget_(budget) {}

  // Of a part: how it is bound up with others. Lives as long as the reader.
  void set_links(PartLinks& links) {
    links_ = &links;
    definitions_ = write_definitions(links.used);
  }
  // The text begins in a list, which the outline has open.
  void begin_in_list() { begins_in_list_ = true; }

  // False when the work was given up; what is unread begins at `unread()`.
  bool read(std::uint32_t begin) {
    MD_PARSER parser{};
    parser.flags = kMarkdownFlags;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
      return static_cast<MarkdownReader*>(self)->enter_block(type, detail);
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
      return static_cast<MarkdownReader*>(self)->leave_block(type);
    };
    parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) {
      return static_cast<MarkdownReader*>(self)->enter_span(type, detail);
    };
    parser.leave_span = [](MD_SPANTYPE type, void* detail, void* self) {
      return static_cast<MarkdownReader*>(self)->leave_span(type, detail);
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* data, MD_SIZE size, void* self) {
      return static_cast<MarkdownReader*>(self)->text(type, {data, size});
    };
    const std::string_view document = with_definitions(begin);
    const int status =
        md_parse(document.data(), static_cast<MD_SIZE>(document.size()), &parser, this);
    flush();
    if (links_ != nullptr) {
      for (const Span title : links_->shown) add_title_of_definition(title);
    }
    return status == 0 && !given_up_;
  }

  [[nodiscard]] std::uint32_t unread() const { return std::max(unread_, last_end_); }
  [[nodiscard]] std::uint64_t budget_left() const { return budget_; }
  // Of the last list that stands in no other.
  [[nodiscard]] const std::string& list_lead() const { return list_lead_; }

 private:
  // A prose being built, and a line break that waits for the text after it.
  struct Target {
    explicit Target(std::string_view text) : builder(text) {}
    ProseBuilder builder;
    bool break_waits = false;
    bool skip_space = false;  // markup without text has ended: no second space after it
  };

  // Once the budget is spent, every event asks md4c to stop: it does not heed that at each of them.
  int spend(std::uint64_t cost) {
    given_up_ = given_up_ || cost > budget_;
    if (given_up_) return 1;
    budget_ -= cost;
    return 0;
  }

  // What md4c reads: the text from `begin`, or definitions and a copy of it behind blank lines.
  std::string_view with_definitions(std::uint32_t begin) {
    source_ = text_.data();
    if (definitions_.text.empty()) return text_.substr(begin);
    definitions_size_ = definitions_.text.size();
    definitions_.text.append(begin, '\n').append(text_.substr(begin));
    source_ = definitions_.text.data() + definitions_size_;
    return definitions_.text;
  }

  int enter_block(MD_BLOCKTYPE type, void* detail) {
    flush();
    switch (type) {
      case MD_BLOCK_QUOTE:
        ++quotes_;
        break;
      case MD_BLOCK_UL:
      case MD_BLOCK_OL:
        ++lists_;
        if (!std::exchange(begins_in_list_, false)) outline_.open_list();
        break;
      case MD_BLOCK_LI:
        outline_.open_item();
        break;
      case MD_BLOCK_H:
        kind_ = ProseKind::Heading;
        break;
      case MD_BLOCK_CODE:
        in_code_block_ = true;
        break;
      case MD_BLOCK_HTML:
        in_html_block_ = true;
        html_block_ = {};
        break;
      case MD_BLOCK_TABLE:
        outline_.open_table();
        break;
      case MD_BLOCK_TR:
        outline_.open_row();
        break;
      case MD_BLOCK_TH:
      case MD_BLOCK_TD:
        kind_ = type == MD_BLOCK_TH ? ProseKind::TableHeader : ProseKind::TableCell;
        outline_.open_cell(type == MD_BLOCK_TH);
        break;
      default:
        break;
    }
    (void)detail;
    return spend(1);
  }

  int leave_block(MD_BLOCKTYPE type) {
    flush();
    switch (type) {
      case MD_BLOCK_QUOTE:
        --quotes_;
        break;
      case MD_BLOCK_UL:
      case MD_BLOCK_OL:
        --lists_;
        if (lists_ == 0) list_lead_ = outline_.lead_of_list();
        outline_.close_list();
        break;
      case MD_BLOCK_H:
      case MD_BLOCK_TH:
      case MD_BLOCK_TD:
        kind_ = ProseKind::Paragraph;
        break;
      case MD_BLOCK_CODE:
        in_code_block_ = false;
        if (!code_block_.empty()) outline_.add_not_markdown(std::exchange(code_block_, {}));
        break;
      case MD_BLOCK_HTML:
        in_html_block_ = false;
        read_html_block();
        break;
      case MD_BLOCK_TABLE:
        outline_.close_table();
        break;
      default:
        break;
    }
    return spend(1);
  }

  int enter_span(MD_SPANTYPE type, void* detail) {
    read_inline_html();
    std::uint64_t cost = 1;
    switch (type) {
      case MD_SPAN_EM:
      case MD_SPAN_STRONG:
        ++emphasized_;
        break;
      case MD_SPAN_DEL:
        ++struck_;
        break;
      case MD_SPAN_CODE:
        ++opaque_;
        break;
      case MD_SPAN_IMG: {
        ++images_;
        const auto* image = static_cast<const MD_SPAN_IMG_DETAIL*>(detail);
        cost += image->src.size + image->title.size;
        break;
      }
      case MD_SPAN_A: {
        const auto* link = static_cast<const MD_SPAN_A_DETAIL*>(detail);
        cost += link->href.size + link->title.size;
        link_begins_ = true;
        break;
      }
      default:
        break;
    }
    return spend(cost);
  }

  int leave_span(MD_SPANTYPE type, void* detail) {
    read_inline_html();
    switch (type) {
      case MD_SPAN_EM:
      case MD_SPAN_STRONG:
        --emphasized_;
        break;
      case MD_SPAN_DEL:
        --struck_;
        break;
      case MD_SPAN_CODE:
        --opaque_;
        break;
      case MD_SPAN_IMG:
        if (--images_ == 0) {
          add(alt_.builder.take(ProseKind::AltText));
          alt_.break_waits = false;
          main_.skip_space = true;
        }
        leave_link(static_cast<const MD_SPAN_IMG_DETAIL*>(detail)->src,
                   static_cast<const MD_SPAN_IMG_DETAIL*>(detail)->title);
        break;
      case MD_SPAN_A:
        in_autolink_ = false;
        link_begins_ = false;
        leave_link(static_cast<const MD_SPAN_A_DETAIL*>(detail)->href,
                   static_cast<const MD_SPAN_A_DETAIL*>(detail)->title);
        break;
      default:
        break;
    }
    return spend(1);
  }

  int text(MD_TEXTTYPE type, std::string_view data) {
    if (in_code_block_) {
      if (is_in_source(data)) code_block_ = cover(code_block_, span_of(data));
      return spend(1);
    }
    if (type == MD_TEXT_HTML) {
      see_html(data);
      return spend(1);
    }
    read_inline_html();
    Target& target = current();
    if (type == MD_TEXT_NULLCHAR) {
      const std::size_t at = text_.find('\0', last_end_);
      if (at != std::string_view::npos) put(target, to_span(at, 1), "\uFFFD");
    } else if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR || !is_in_source(data)) {
      target.break_waits = true;
    } else if (type == MD_TEXT_ENTITY) {
      const Span span = span_of(data);
      const Entity entity = decode_entity(text_, span.begin, span.end, EntityPlace::Text);
      put(target, span, entity.length == span.size() ? entity.text : std::string());
    } else {
      put(target, span_of(data), {});
    }
    return spend(1);
  }

  // Appends source, or what stands for it.
  void put(Target& target, Span span, std::string_view replacement) {
    begin_block_at(span.begin);
    if (link_begins_) {
      link_begins_ = false;
      in_autolink_ = span.begin > 0 && text_[span.begin - 1] == '<';
    }
    if (target.break_waits) {
      target.break_waits = false;
      target.builder.space(find_break(text_, {std::min(last_end_, span.begin), span.begin}));
    }
    last_end_ = std::max(last_end_, span.end);
    if (target.skip_space) {
      target.skip_space = false;
      while (target.builder.ends_with_space() && !span.empty() && text_[span.begin] == ' ')
        ++span.begin;
    }
    target.builder.style = {opaque_ + opaque_tags_ > 0 || in_autolink_, struck_ + struck_tags_ > 0,
                            emphasized_ + emphasized_tags_ > 0};
    if (replacement.empty()) {
      target.builder.copy(span);
    } else {
      target.builder.replace(span, replacement);
    }
  }

  // ---- titles of links and images ----

  void leave_link(const MD_ATTRIBUTE& destination, const MD_ATTRIBUTE& title) {
    LinkEnd link = read_link_end(text_, last_end_);
    if (!may_stand_in(destination, {last_end_, link.end})) link = {};
    if (link.end > 0) last_end_ = link.end;
    if (title.size == 0) return;
    const std::string_view shown{title.text, title.size};
    if (is_in_source(shown)) {
      const Span span = span_of(shown);
      if (link.title.begin == span.begin) {
        add(read_title(span));
      } else {
        add_title_of_definition(span);
      }
    } else if (const LinkDefinition* definition = definition_with_title(title.text)) {
      links_->title_labels.insert(definition->label);
    } else if (!link.title.empty()) {
      add(read_title(link.title));
    }
  }

  // False: it stands elsewhere, so that what follows a reference is no destination. One with
  // escapes or entities is a copy, of which nothing is known.
  [[nodiscard]] bool may_stand_in(const MD_ATTRIBUTE& destination, Span span) const {
    const std::string_view shown{destination.text, destination.size};
    return shown.empty() || !is_in_source(shown) || span.contains(span_of(shown));
  }

  // Once, however often it is referred to, and in no surroundings: references stand anywhere.
  void add_title_of_definition(Span span) {
    if (titles_.insert(span.begin).second) outline_.add_apart(read_title(span));
  }

  // Whose title this is, among the definitions of other parts.
  [[nodiscard]] const LinkDefinition* definition_with_title(const char* title) const {
    const std::less<const char*> before;
    const char* begin = definitions_.text.data();
    if (definitions_size_ == 0 || before(title, begin) || !before(title, begin + definitions_size_))
      return nullptr;
    const auto at = static_cast<std::uint32_t>(title - begin);
    const auto found = std::ranges::lower_bound(definitions_.titles, at, {},
                                                &std::pair<std::uint32_t, std::size_t>::first);
    if (found == definitions_.titles.end() || found->first != at) return nullptr;
    return &links_->used[found->second];
  }

  [[nodiscard]] Prose read_title(Span span) const {
    ProseBuilder builder(text_);
    std::uint32_t run = span.begin;  // from here on, not yet copied
    std::uint32_t i = span.begin;
    const auto restart = [&](std::uint32_t at) { run = i = at; };
    while (i < span.end) {
      const char c = text_[i];
      if (c == '\\' && i + 1 < span.end && is_ascii_punctuation(text_[i + 1])) {
        builder.copy({run, i});
        run = i + 1;
        i += 2;
      } else if (is_line_end(c)) {
        builder.copy({run, i});
        const std::uint32_t next = skip_break(text_, i, span.end);
        builder.space({i, next});
        restart(next);
      } else if (c == '&') {
        const Entity entity = decode_entity(text_, i, span.end, EntityPlace::Text);
        if (entity.length > 0 && text_[i + entity.length - 1] == ';') {
          builder.copy({run, i});
          builder.replace({i, i + entity.length}, entity.text);
          restart(i + entity.length);
        } else {
          ++i;
        }
      } else {
        ++i;
      }
    }
    builder.copy({run, span.end});
    return builder.take(ProseKind::Caption);
  }

  static bool is_ascii_punctuation(char c) {
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
           (c >= '{' && c <= '~');
  }

  // ---- HTML ----

  void see_html(std::string_view data) {
    if (!is_in_source(data)) return;
    const Span span = span_of(data);
    Span& seen = in_html_block_ ? html_block_ : inline_html_;
    if (seen.empty()) {
      seen = span;
    } else {
      if (in_html_block_) blank_prefix({seen.end, span.begin});
      seen.end = std::max(seen.end, span.end);
    }
    if (in_html_block_) last_end_ = std::max(last_end_, span.end);
  }

  // The `> ` of a block quote between two lines of HTML is not HTML.
  void blank_prefix(Span gap) {
    if (std::ranges::all_of(slice(text_, gap), is_space)) return;
    if (blanked_.empty()) {
      blanked_ = text_;
      html_.markup = blanked_;
    }
    const std::uint32_t begin = find_break(text_, gap).begin + 1;
    Span prefix{std::min(begin, gap.end), gap.end};
    while (!prefix.empty() && is_line_end(text_[prefix.begin])) ++prefix.begin;
    std::fill(blanked_.begin() + prefix.begin, blanked_.begin() + prefix.end, ' ');
    html_.fragments.push_back({prefix, TagKind::Control});
  }

  void read_html_block() {
    if (html_block_.empty()) return;
    outline_.add_not_markdown(html_block_);
    read_html_fragment(html_, html_block_, {surrounding_kind(), quotes_ > 0}, outline_);
  }

  void read_inline_html() {
    if (inline_html_.empty()) return;
    const Span range = std::exchange(inline_html_, {});
    begin_block_at(range.begin);
    HtmlTokens tokens(text_.substr(0, range.end), range);
    HtmlToken token;
    while (tokens.next(token)) inline_tag(token);
    current().skip_space = true;
    last_end_ = std::max(last_end_, range.end);
  }

  void inline_tag(const HtmlToken& token) {
    if (token.kind == HtmlTokenKind::Skipped) add_html_comment(text_, token, outline_);
    if (token.kind != HtmlTokenKind::StartTag && token.kind != HtmlTokenKind::EndTag) return;
    const TagName name = lower_name(text_, token.name);
    const std::string_view tag = name.view();
    const bool starts = token.kind == HtmlTokenKind::StartTag;
    const auto step = [starts](std::uint32_t& counter) {
      if (starts) {
        ++counter;
      } else if (counter > 0) {
        --counter;
      }
    };
    if (starts) add_attribute_prose(html_, token.span, tag, quotes_ > 0, outline_);
    ProseBuilder& builder = current().builder;
    if (tag == "br") {
      builder.space(token.span);
    } else if (tag == "q") {
      builder.insert(starts ? token.span.end : token.span.begin, starts ? "\u201C" : "\u201D");
    } else if (tag == "code" || tag == "kbd" || tag == "samp" || tag == "var" || tag == "tt" ||
               tag == "pre" || tag == "script" || tag == "style") {
      step(opaque_tags_);
    } else if (tag == "del" || tag == "s" || tag == "strike") {
      step(struck_tags_);
    } else if (tag == "em" || tag == "i" || tag == "b" || tag == "strong" || tag == "cite") {
      step(emphasized_tags_);
    }
  }

  // ---- the rest ----

  [[nodiscard]] ProseKind surrounding_kind() const {
    if (kind_ != ProseKind::Paragraph) return kind_;
    return lists_ > 0 ? ProseKind::ListItem : ProseKind::Paragraph;
  }

  void add(Prose&& prose) {
    prose.in_block_quote = quotes_ > 0;
    outline_.add(std::move(prose));
  }

  // What one block says of its text's end is nothing to the next: a part of a document is read like
  // all of it.
  void begin_block_at(std::uint32_t at) {
    if (!std::exchange(block_begins_, false)) return;
    unread_ = std::max(unread_, last_end_);
    last_end_ = at;
  }

  void flush() {
    read_inline_html();
    block_begins_ = true;
    main_.break_waits = false;
    main_.skip_space = false;
    opaque_tags_ = struck_tags_ = emphasized_tags_ = 0;
    if (!main_.builder.empty()) add(main_.builder.take(surrounding_kind()));
  }

  Target& current() { return images_ > 0 ? alt_ : main_; }

  [[nodiscard]] bool is_in_source(std::string_view data) const {
    const std::less<const char*> before;
    return !before(data.data(), source_) &&
           !before(source_ + text_.size(), data.data() + data.size());
  }
  [[nodiscard]] Span span_of(std::string_view data) const {
    return to_span(static_cast<std::size_t>(data.data() - source_), data.size());
  }
  static Span cover(Span a, Span b) {
    if (a.empty()) return b;
    return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
  }
  static Span to_span(std::size_t begin, std::size_t size) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + size)};
  }

  std::string_view text_;
  Outline& outline_;
  HtmlText html_;
  std::string blanked_;
  Target main_;
  Target alt_;
  std::uint32_t last_end_;  // of the block's text seen so far, and of link destinations
  std::uint32_t unread_;
  bool block_begins_ = true;  // no text has been seen in it: last_end_ is another block's
  std::uint64_t budget_;
  bool given_up_ = false;

  ProseKind kind_ = ProseKind::Paragraph;
  std::uint32_t lists_ = 0, quotes_ = 0, images_ = 0;
  std::uint32_t opaque_ = 0, struck_ = 0, emphasized_ = 0;
  std::uint32_t opaque_tags_ = 0, struck_tags_ = 0, emphasized_tags_ = 0;  // of inline HTML
  bool in_code_block_ = false;
  bool in_html_block_ = false;
  bool link_begins_ = false;
  bool in_autolink_ = false;
  Span html_block_;
  Span code_block_;
  Span inline_html_;
  std::unordered_set<std::uint32_t> titles_;  // of definitions

  bool begins_in_list_ = false;
  std::string list_lead_;

  const char* source_ = nullptr;  // where the first byte of text_ stands for md4c
  PartLinks* links_ = nullptr;
  DefinitionText definitions_;
  std::size_t definitions_size_ = 0;
};

}  // namespace

void read_markdown(std::string_view text, Outline& outline, std::vector<Problem>& problems) {
  const std::uint32_t begin = read_front_matter(text, outline);
  std::uint32_t unread = begin;
  if (!has_too_many_brackets(text)) {
    MarkdownReader reader(text, begin, most_markdown_events(text.size()), outline);
    if (reader.read(begin)) return;
    unread = reader.unread();
  }
  problems.push_back({"markup-too-slow",
                      "the markup takes too long to read: from here on it is read as plain text",
                      {unread, unread}});
  read_plain_text(text, {unread, static_cast<std::uint32_t>(text.size())}, outline);
}

MarkdownPartResult read_markdown_part(const MarkdownPart& part, Outline& outline) {
  MarkdownLoad load = part.count_load ? load_of(part.text) : MarkdownLoad();
  MarkdownReader reader(part.text, part.begin, part.limit, outline);
  if (part.links != nullptr) reader.set_links(*part.links);
  if (part.in_list) reader.begin_in_list();
  constexpr std::uint64_t kOfDocument = 2;  // its begin and end are counted once
  const bool done = reader.read(part.begin);
  load.events = done ? part.limit - reader.budget_left() - kOfDocument : kTooManyEvents;
  // Whether items hold paragraphs may depend on other parts of the list: at most so many more.
  if (!reader.list_lead().empty() || part.in_list) load.events += 2 * load.line_ends;
  return {load, reader.list_lead()};
}

void TotalMarkdownLoad::add(const MarkdownLoad& load) {
  events_ += load.events;
  all_brackets_ += load.brackets;
  line_ends_ += load.line_ends;
  brackets_ += load.first_brackets;
  lines_ += load.first_lines;
  if (!load.has_blank) return;
  products_ += brackets_ * lines_ + load.products;
  brackets_ = load.last_brackets;
  lines_ = load.last_lines;
}

bool TotalMarkdownLoad::is_too_much(std::uint64_t size) const {
  const std::uint64_t most = most_bracket_work(size);
  if (all_brackets_ * line_ends_ > most && products_ + brackets_ * lines_ > most) return true;
  constexpr std::uint64_t kOfDocument = 2;
  return events_ + kOfDocument > most_markdown_events(size);
}

}  // namespace personfirst
