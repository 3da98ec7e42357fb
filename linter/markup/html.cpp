#include "linter/markup/html.h"

#include <tree_sitter/api.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>

#include "linter/markup/bounded_find.h"

extern "C" const TSLanguage* tree_sitter_html();

namespace personfirst {
namespace {

// Above these, tree-sitter-html takes more than linear time or memory (a stack walked at every tag;
// error recovery).
constexpr std::uint32_t kMaxBytes = 16U << 20;
constexpr std::uint32_t kMaxDepth = 500;
constexpr std::uint32_t kMaxFaults = 500;
// Only for what the look beforehand does not know of.
constexpr std::uint64_t kTimeoutMicros = 10'000'000;

constexpr std::uint32_t kLongestFragment =
    1000;  // of {{ }} and {% %}; CSS and scripts have braces too

void add_problem(std::vector<Problem>& problems, std::string code, std::string message,
                 std::uint32_t at) {
  problems.push_back({std::move(code), std::move(message), {at, at}});
}

// ---- template fragments ----

class FragmentFinder {
 public:
  explicit FragmentFinder(std::string_view text) : text_(text) {}

  // The end of the fragment that begins at `at`, or 0.
  std::uint32_t end_of(std::uint32_t at) {
    const std::string_view rest = text_.substr(at, 6);
    const std::uint32_t in = at + 2;
    if (rest.starts_with("<?")) {
      const auto size = static_cast<std::uint32_t>(text_.size());
      const std::uint32_t end = php_.end_of_next(text_, in, size);
      if (end != 0) return end;
      // PHP may leave its last `?>` out; <?anything-else> is a comment to browsers.
      return rest.starts_with("<?php") || rest.starts_with("<?=") ? size : 0;
    }
    if (rest.starts_with("<%")) return server_.end_of_next(text_, in, kLongestFragment);
    if (rest.starts_with("{{{")) {
      const std::uint32_t end = raw_.end_of_next(text_, at + 3, kLongestFragment);
      if (end != 0) return end;
    }
    if (rest.starts_with("{{")) return shown_.end_of_next(text_, in, kLongestFragment);
    if (rest.starts_with("{%")) return statement_.end_of_next(text_, in, kLongestFragment);
    if (rest.starts_with("{#")) return comment_.end_of_next(text_, in, kLongestFragment);
    return 0;
  }

 private:
  std::string_view text_;
  BoundedFind php_{"?>"}, server_{"%>"}, raw_{"}}}"}, shown_{"}}"}, statement_{"%}"},
      comment_{"#}"};
};

// ---- the look beforehand ----

struct Look {
  std::uint32_t too_deep_at = 0;
  std::uint32_t too_faulty_at = 0;
  std::uint32_t unclosed_at = 0;
  bool too_deep = false;
  bool too_faulty = false;
  bool unclosed = false;  // a comment or script: tree-sitter would look for its end again and again
};

// The open elements as tree-sitter-html keeps them, as hashes of their names. An end tag without
// its start is passed over.
class OpenElements {
 public:
  [[nodiscard]] std::size_t depth() const { return open_.size(); }

  void start(std::string_view name) {
    const std::size_t hash = std::hash<std::string_view>{}(name);
    open_.push_back(hash);
    ++count_[hash];
  }

  void end(std::string_view name) {
    const std::size_t hash = std::hash<std::string_view>{}(name);
    const auto found = count_.find(hash);
    if (found == count_.end() || found->second == 0) return;
    while (open_.back() != hash) pop();
    pop();
  }

 private:
  void pop() {
    --count_[open_.back()];
    open_.pop_back();
  }

  std::vector<std::size_t> open_;
  std::unordered_map<std::size_t, std::uint32_t> count_;
};

// Elements whose end tag is optional, or that have none: they end each other and do not nest by
// themselves.
bool nests(std::string_view name) {
  constexpr std::string_view kFlat[] = {
      "area",  "base",   "body", "br",    "col", "colgroup", "dd",     "dt",
      "embed", "head",   "hr",   "html",  "img", "input",    "li",     "link",
      "meta",  "option", "p",    "param", "rp",  "rt",       "source", "tbody",
      "td",    "tfoot",  "th",   "thead", "tr",  "track",    "wbr"};
  return std::ranges::find(kFlat, name) == std::end(kFlat);
}

Look look_at(std::string_view markup) {
  Look look;
  HtmlTokens tokens(markup, {0, static_cast<std::uint32_t>(markup.size())});
  HtmlToken token;
  OpenElements elements;
  std::uint32_t faults = 0;
  while (tokens.next(token)) {
    if (!token.is_closed) ++faults;
    switch (token.kind) {
      case HtmlTokenKind::Text:
        // A stray `<`; stray `>` and `&` cost it little.
        faults += static_cast<std::uint32_t>(std::ranges::count(slice(markup, token.span), '<'));
        break;
      case HtmlTokenKind::StartTag: {
        const bool closes_itself = token.span.size() > 2 && markup[token.span.end - 2] == '/';
        const TagName name = lower_name(markup, token.name);
        if (!closes_itself && nests(name.view())) elements.start(name.view());
        break;
      }
      case HtmlTokenKind::EndTag:
        elements.end(lower_name(markup, token.name).view());
        break;
      case HtmlTokenKind::Skipped:
        if (token.is_closed) break;
        look.unclosed = true;
        look.unclosed_at = token.span.begin;
        break;
    }
    if (elements.depth() > kMaxDepth && !look.too_deep) {
      look.too_deep = true;
      look.too_deep_at = token.span.begin;
    }
    if (faults >= kMaxFaults && !look.too_faulty) {
      look.too_faulty = true;
      look.too_faulty_at = token.span.begin;
    }
  }
  return look;
}

// ---- the two readers ----

void read_flat(std::string_view markup, Span range, HtmlProse& prose) {
  HtmlTokens tokens(markup, range);
  HtmlToken token;
  while (tokens.next(token)) prose.token(token);
}

struct Symbols {
  TSSymbol start_tag, self_closing_tag, end_tag, erroneous_end_tag, comment, doctype, raw_text,
      error;

  explicit Symbols(const TSLanguage* language)
      : start_tag(named(language, "start_tag")),
        self_closing_tag(named(language, "self_closing_tag")),
        end_tag(named(language, "end_tag")),
        erroneous_end_tag(named(language, "erroneous_end_tag")),
        comment(named(language, "comment")),
        doctype(named(language, "doctype")),
        raw_text(named(language, "raw_text")),
        error(static_cast<TSSymbol>(-1)) {}

  static TSSymbol named(const TSLanguage* language, std::string_view name) {
    return ts_language_symbol_for_name(language, name.data(),
                                       static_cast<std::uint32_t>(name.size()), true);
  }
};

// Walks the tree in document order without recursion and hands on its tags; what lies between them
// is text.
class TreeReader {
 public:
  TreeReader(std::string_view markup, const TSLanguage* language, HtmlProse& prose)
      : markup_(markup), symbols_(language), prose_(prose) {}

  void read(TSNode root) {
    TSTreeCursor cursor = ts_tree_cursor_new(root);
    bool more = true;
    while (more) {
      const bool descend = visit(ts_tree_cursor_current_node(&cursor));
      if (descend && ts_tree_cursor_goto_first_child(&cursor)) continue;
      while (!(more = ts_tree_cursor_goto_next_sibling(&cursor))) {
        if (!ts_tree_cursor_goto_parent(&cursor)) break;
      }
    }
    ts_tree_cursor_delete(&cursor);
    text_until(static_cast<std::uint32_t>(markup_.size()));
  }

 private:
  // True when the node's children are to be looked at.
  bool visit(TSNode node) {
    const Span span{ts_node_start_byte(node), ts_node_end_byte(node)};
    if (span.empty()) return false;
    const TSSymbol symbol = ts_node_symbol(node);
    if (symbol == symbols_.error) {
      read_error(span);
      return false;
    }
    const bool starts = symbol == symbols_.start_tag || symbol == symbols_.self_closing_tag;
    if (starts || symbol == symbols_.end_tag || symbol == symbols_.erroneous_end_tag) {
      const HtmlTokenKind kind = starts ? HtmlTokenKind::StartTag : HtmlTokenKind::EndTag;
      // The grammar takes `< 6 and more` for a tag.
      if (ts_node_has_error(node) ||
          !is_letter(markup_[std::min(span.begin + (starts ? 1 : 2), span.end - 1)])) {
        read_error(span);
      } else {
        tag(kind, span);
      }
      return false;
    }
    if (symbol == symbols_.comment || symbol == symbols_.doctype || symbol == symbols_.raw_text) {
      if (span.begin < done_) return false;
      text_until(span.begin);
      done_ = span.end;
      return false;
    }
    return true;
  }

  static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

  // An error without `<` is a stray character of the text. Other errors are read as browsers would.
  void read_error(Span span) {
    if (span.begin < done_ || slice(markup_, span).find('<') == std::string_view::npos) return;
    text_until(span.begin);
    HtmlTokens tokens(markup_, span);
    HtmlToken token;
    while (tokens.next(token)) {
      prose_.token(token);
      done_ = token.span.end;
    }
  }

  void tag(HtmlTokenKind kind, Span span) {
    if (span.begin < done_) return;
    text_until(span.begin);
    HtmlToken token{
        kind, span, {span.begin + (kind == HtmlTokenKind::EndTag ? 2U : 1U), span.begin}, true};
    std::uint32_t end = token.name.begin;
    while (end < span.end && !is_space(markup_[end]) && markup_[end] != '/' && markup_[end] != '>')
      ++end;
    token.name.end = end;
    prose_.token(token);
    done_ = span.end;
  }

  void text_until(std::uint32_t end) {
    if (end > done_) prose_.token({HtmlTokenKind::Text, {done_, end}, {}, true});
    done_ = std::max(done_, end);
  }

  std::string_view markup_;
  Symbols symbols_;
  HtmlProse& prose_;
  std::uint32_t done_ = 0;
};

struct Delete {
  void operator()(TSParser* parser) const { ts_parser_delete(parser); }
  void operator()(TSTree* tree) const { ts_tree_delete(tree); }
};

bool read_tree(std::string_view markup, HtmlProse& prose) {
  const std::unique_ptr<TSParser, Delete> parser(ts_parser_new());
  const TSLanguage* language = tree_sitter_html();
  if (parser == nullptr || !ts_parser_set_language(parser.get(), language)) return false;
  ts_parser_set_timeout_micros(parser.get(), kTimeoutMicros);
  const std::unique_ptr<TSTree, Delete> tree(ts_parser_parse_string(
      parser.get(), nullptr, markup.data(), static_cast<std::uint32_t>(markup.size())));
  if (tree == nullptr) return false;
  TreeReader(markup, language, prose).read(ts_tree_root_node(tree.get()));
  return true;
}

}  // namespace

std::vector<TemplateFragment> find_template_fragments(std::string_view text) {
  std::vector<TemplateFragment> fragments;
  FragmentFinder finder(text);
  for (std::size_t i = text.find_first_of("<{"); i != std::string_view::npos;
       i = text.find_first_of("<{", i)) {
    const auto at = static_cast<std::uint32_t>(i);
    const std::uint32_t end = finder.end_of(at);
    if (end != 0) fragments.push_back({{at, end}, text.substr(at, 2) == "{{"});
    i = end != 0 ? end : i + 1;
  }
  return fragments;
}

void read_html(std::string_view text, Outline& outline, std::vector<Problem>& problems) {
  HtmlText html{text, text, find_template_fragments(text)};
  std::string blanked;
  if (!html.fragments.empty()) {
    blanked = text;
    for (const TemplateFragment& fragment : html.fragments) {
      blanked.replace(fragment.span.begin, fragment.span.size(), fragment.span.size(), ' ');
    }
    html.markup = blanked;
  }

  HtmlProse prose(html, outline, {});
  const Look look = look_at(html.markup);
  const bool too_large = text.size() > kMaxBytes;
  if (look.too_deep) {
    add_problem(problems, "nesting-too-deep",
                "elements are nested more than 500 deep: the markup is read without its structure",
                look.too_deep_at);
  }
  if (look.too_faulty || too_large) {
    add_problem(problems, "markup-too-slow",
                too_large
                    ? "the file is larger than 16 MiB: the markup is read without its structure"
                    : "the markup has too many faults: it is read without its structure",
                too_large ? 0 : look.too_faulty_at);
  }
  if (look.unclosed) {
    add_problem(problems, "unclosed-markup",
                "a comment or a script is never closed: what follows is not read",
                look.unclosed_at);
  }
  const bool flat = look.unclosed || look.too_deep || look.too_faulty || too_large;
  if (flat || !read_tree(html.markup, prose)) {
    if (!flat) {
      add_problem(problems, "markup-too-slow",
                  "the markup took too long: it is read without its structure", 0);
    }
    read_flat(html.markup, {0, static_cast<std::uint32_t>(text.size())}, prose);
  }
  prose.finish();
}

void read_html_fragment(const HtmlText& html, Span range, HtmlProse::Surroundings around,
                        Outline& outline) {
  HtmlProse prose(html, outline, around);
  read_flat(html.markup.substr(0, range.end), range, prose);
  prose.finish();
}

}  // namespace personfirst
