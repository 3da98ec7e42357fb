#include "linter/markup/markdown_comments.h"

#include <algorithm>
#include <cstdint>

#include "linter/markup/bounded_find.h"
#include "linter/markup/prose_builder.h"

namespace personfirst {
namespace {

constexpr std::string_view kLabel = "[//]:";
constexpr std::uint32_t kLongest = 2000;  // of comments in prose

bool is_line_end(char c) { return c == '\n' || c == '\r'; }
bool is_blank(char c) { return c == ' ' || c == '\t'; }

// Only white space, `>` and list markers stand before it in its line.
bool begins_line(std::string_view text, std::uint32_t at) {
  constexpr std::string_view kPrefix = " \t>-*+";
  while (at > 0 && kPrefix.find(text[at - 1]) != std::string_view::npos) --at;
  return at == 0 || is_line_end(text[at - 1]);
}

// `[//]: # (text)`, also with quotation marks or <#>, to the end of the line; empty when it is not.
Comment read_definition(std::string_view text, std::uint32_t begin) {
  std::uint32_t at = begin + static_cast<std::uint32_t>(kLabel.size());
  const auto end =
      static_cast<std::uint32_t>(std::min(text.find_first_of("\r\n", at), text.size()));
  const auto skip_blanks = [&] {
    while (at < end && is_blank(text[at])) ++at;
  };
  skip_blanks();
  const std::string_view rest = text.substr(at, end - at);
  if (!rest.starts_with('#') && !rest.starts_with("<#>") && !rest.starts_with("<>")) return {};
  while (at < end && !is_blank(text[at])) ++at;
  skip_blanks();
  if (at == end) return {};
  const char open = text[at];
  const char close = open == '(' ? ')' : open;
  if (open != '(' && open != '"' && open != '\'') return {};
  const std::size_t closed = text.substr(0, end).find(close, at + 1);
  if (closed == std::string_view::npos) return {};
  const auto after = static_cast<std::uint32_t>(closed) + 1;
  if (!std::ranges::all_of(text.substr(after, end - after), is_blank)) return {};
  return make_comment(text, {begin, after}, at + 1 - begin, 1);
}

std::vector<Span> source_of(const std::vector<Prose>& prose) {
  std::vector<Span> spans;
  for (const Prose& one : prose) {
    for (const Piece& piece : one.pieces)
      spans.push_back({piece.source_begin, piece.source_begin + piece.source_length});
  }
  std::ranges::sort(spans, {}, &Span::begin);
  return spans;
}

// `spans` are sorted and as good as disjoint.
bool covers(const std::vector<Span>& spans, std::uint32_t at) {
  const auto after = std::ranges::upper_bound(spans, at, {}, &Span::begin);
  return after != spans.begin() && at < std::prev(after)->end;
}

// Comments of one form: what opens and closes them.
class InProse {
 public:
  InProse(std::string_view text, std::string_view open, std::string_view close)
      : text_(text),
        open_(open),
        close_(close),
        close_size_(static_cast<std::uint32_t>(close.size())) {}

  // Those in `one`, which stands in the document after those seen before.
  void find(Prose& one, std::vector<Comment>& comments) {
    const std::uint32_t end = one.pieces.back().source_begin + one.pieces.back().source_length;
    const std::string_view text = text_.substr(0, end);
    std::vector<Span> hidden;
    for (std::size_t i = text.find(open_, one.pieces.front().source_begin);
         i != std::string_view::npos; i = text.find(open_, i)) {
      const auto begin = static_cast<std::uint32_t>(i);
      i += open_.size();
      const std::uint32_t after = close_.end_of_next(text, begin + open_size(), kLongest);
      if (after == 0) continue;
      const Span in_prose = shown(one, {begin, after});
      if (in_prose.empty()) continue;
      hidden.push_back(in_prose);
      comments.push_back(make_comment(text_, {begin, after}, open_size(), close_size_));
      i = after;
    }
    one.opaque.insert(one.opaque.end(), hidden.begin(), hidden.end());
    normalize(one.opaque);
  }

 private:
  [[nodiscard]] std::uint32_t open_size() const { return static_cast<std::uint32_t>(open_.size()); }

  // Where the comment stands in the prose; empty when it does not begin in text that is shown as
  // such: in code, or between two pieces.
  static Span shown(const Prose& one, Span comment) {
    const auto end_of = [](const Piece& piece) { return piece.source_begin + piece.source_length; };
    auto piece = std::ranges::upper_bound(one.pieces, comment.begin, {}, end_of);
    if (piece == one.pieces.end() || !piece->is_copied() || piece->source_begin > comment.begin)
      return {};
    Span in_prose;
    in_prose.begin = piece->prose_begin + comment.begin - piece->source_begin;
    if (covers(one.opaque, in_prose.begin)) return {};
    for (; piece != one.pieces.end() && piece->source_begin < comment.end; ++piece) {
      in_prose.end = piece->prose_begin + piece->prose_length;
      if (piece->is_copied() && end_of(*piece) > comment.end)
        in_prose.end -= end_of(*piece) - comment.end;
    }
    return in_prose;
  }

  std::string_view text_, open_;
  BoundedFind close_;
  std::uint32_t close_size_;
};

}  // namespace

std::vector<Comment> find_definition_comments(std::string_view text,
                                              const std::vector<Prose>& prose,
                                              const std::vector<Span>& not_markdown) {
  std::vector<Comment> comments;
  std::vector<Span> shown;
  for (std::size_t i = text.find(kLabel); i != std::string_view::npos;
       i = text.find(kLabel, i + kLabel.size())) {
    const auto at = static_cast<std::uint32_t>(i);
    if (!begins_line(text, at)) continue;
    const Comment comment = read_definition(text, at);
    if (comment.span.empty()) continue;
    if (shown.empty()) shown = source_of(prose);
    if (!covers(shown, comment.text.begin) && !covers(not_markdown, at))
      comments.push_back(comment);
  }
  return comments;
}

std::vector<Comment> find_comments_in_prose(std::string_view text, std::vector<Prose>& prose) {
  std::vector<Comment> comments;
  InProse html(text, "<!--", "-->");
  InProse mdx(text, "{/*", "*/}");
  for (Prose& one : prose) {
    if (one.text.find("<!--") != std::string::npos) html.find(one, comments);
    if (one.text.find("{/") != std::string::npos) mdx.find(one, comments);
  }
  return comments;
}

}  // namespace personfirst
