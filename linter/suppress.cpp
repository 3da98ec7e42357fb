// Suppressions as people and editors write them. Where a comment may stand is not worked out here
// but tried: the document with the comment is read again, and must read as before.
#include "linter/suppress.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "linter/directives.h"
#include "linter/markup/extract.h"
#include "linter/rules/scan_words.h"
#include "linter/suppressions.h"

namespace personfirst {
namespace {

constexpr std::string_view kMdx = ".mdx";

bool is_blank(char c) { return c == ' ' || c == '\t'; }

std::string with_edit(const std::string& text, const Edit& edit) {
  std::string out = text;
  return out.replace(edit.span.begin, edit.span.size(), edit.text);
}

// What a reader sees of the prose: without comments that stand in it.
std::vector<std::string> shown(const Extracted& extracted, std::string_view comment) {
  std::vector<std::string> all;
  for (const Prose& prose : extracted.prose) {
    std::string text = prose.text;
    const std::size_t at = comment.empty() ? std::string::npos : text.find(comment);
    if (at != std::string::npos) {
      const bool after_space = at > 0 && text[at - 1] == ' ';
      text.erase(at - (after_space ? 1 : 0), comment.size() + (after_space ? 1 : 0));
      if (at == 0 && text.starts_with(' ')) text.erase(0, 1);
    }
    if (!text.empty())
      all.push_back(std::move(text) + "\n" + prose.introduced_by + "\n" + prose.heading +
                    (prose.in_block_quote ? "\n>" : "\n"));
  }
  return all;
}

struct CommentMarks {
  std::string_view open, close;
  bool alone = false;  // only on a line of its own
};

// Empty where a format has no comments.
CommentMarks marks_of(const Document& document) {
  switch (document.format) {
    case Format::Markdown:
      return document.name.ends_with(kMdx) ? CommentMarks{"{/* ", " */}"}
                                           : CommentMarks{"<!-- ", " -->"};
    case Format::Html:
    case Format::Xml:
      return {"<!-- ", " -->"};
    case Format::Latex:
      return {"% ", ""};
    case Format::Yaml:
      return {"# ", ""};
    case Format::Org:
      return {"# ", "", true};
    case Format::AsciiDoc:
      return {"// ", "", true};
    case Format::Rst:
      return {".. ", "\n", true};
    default:
      return {};
  }
}

class Suppressor {
 public:
  Suppressor(const Document& document, const Finding& finding)
      : document_(document), finding_(finding), before_(extract(document)) {
    const CommentMarks marks = marks_of(document);
    open_ = marks.open;
    close_ = marks.close;
    line_ =
        document.lines().to_line_column(document.text, finding.span.begin, ColumnUnit::Utf8).line;
    line_begin_ = document.lines().line_begin(line_);
    line_end_ = document.lines().line_end(document.text, line_);
  }

  std::optional<Edit> edit() {
    const auto is_inside = [&](const Comment& one) { return one.span.contains(finding_.span); };
    if (std::ranges::any_of(before_.comments, is_inside)) return {};
    if (auto edit = in_a_comment_that_is_there()) return edit;
    const std::optional<ProseKind> kind = kind_of_finding();
    if (!kind) return {};
    if (*kind == ProseKind::Metadata && document_.format == Format::Markdown)
      return tried(line_above("# ", ""), "");
    if (may_stand_above(*kind)) {
      if (auto edit = tried(line_above(open_, close_), next_line_comment())) return edit;
    }
    if (marks_of(document_).alone) return {};
    for (const std::uint32_t at : {end_of_shown_line(), finding_.span.end, finding_.span.begin}) {
      if (auto edit = tried(inline_at(at), line_comment())) return edit;
    }
    return {};
  }

 private:
  [[nodiscard]] std::string text_of(DirectiveKind kind) const {
    return directive_name(kind) + " " + finding_.rule;
  }
  [[nodiscard]] std::string line_comment() const {
    return open_ + text_of(DirectiveKind::DisableLine) + close_;
  }
  [[nodiscard]] std::string next_line_comment() const {
    return open_ + text_of(DirectiveKind::DisableNextLine) + close_;
  }

  // One more name in a comment about this line.
  std::optional<Edit> in_a_comment_that_is_there() {
    constexpr std::uint32_t kLinesAbove = 3;
    const std::uint32_t from = document_.lines().line_begin(line_ - std::min(line_, kLinesAbove));
    for (const Comment& comment : before_.comments) {
      if (comment.span.end < from || comment.span.begin > line_end_) continue;
      const auto directive = read_directive(document_.text, comment);
      if (!directive || directive->targets.empty()) continue;
      if (directive->kind != DirectiveKind::DisableLine &&
          directive->kind != DirectiveKind::DisableNextLine)
        continue;
      const std::uint32_t end = directive->targets.back().span.end;
      if (auto edit = tried(Edit{{end, end}, ", " + finding_.rule}, "")) return edit;
    }
    return {};
  }

  [[nodiscard]] std::optional<ProseKind> kind_of_finding() const {
    for (const Prose& prose : before_.prose) {
      for (const Piece& piece : prose.pieces) {
        if (Span{piece.source_begin, piece.source_begin + piece.source_length}.overlaps(
                finding_.span))
          return prose.kind;
      }
    }
    return {};
  }

  // The blanks, and in Markdown the `>`, at the start of a line.
  [[nodiscard]] std::string_view prefix_of(std::uint32_t line) const {
    const std::uint32_t begin = document_.lines().line_begin(line);
    const std::uint32_t end = document_.lines().line_end(document_.text, line);
    std::uint32_t at = begin;
    const bool quotes = document_.format == Format::Markdown;
    while (at < end && (is_blank(document_.text[at]) || (quotes && document_.text[at] == '>')))
      ++at;
    return slice(document_.text, {begin, at});
  }

  // In Markdown, a comment on a line of its own ends what is above it: a list, a table, a
  // paragraph.
  [[nodiscard]] bool may_stand_above(ProseKind kind) const {
    const std::string_view prefix = prefix_of(line_);
    const std::string_view rest =
        slice(document_.text, {line_begin_ + static_cast<std::uint32_t>(prefix.size()), line_end_});
    if (document_.format == Format::Html || document_.format == Format::Xml)
      return !rest.starts_with("<?") && !rest.starts_with("<!");
    if (kind == ProseKind::ListItem || kind == ProseKind::TableCell ||
        kind == ProseKind::TableHeader)
      return false;
    if (line_ == 0) return true;
    const std::uint32_t above = document_.lines().line_end(document_.text, line_ - 1) -
                                document_.lines().line_begin(line_ - 1);
    return prefix_of(line_ - 1).size() == above;
  }

  [[nodiscard]] Edit line_above(std::string_view open, std::string_view close) const {
    std::string text(prefix_of(line_));
    text += open;
    text += text_of(DirectiveKind::DisableNextLine);
    text += close;
    text += line_break();
    return {{line_begin_, line_begin_}, std::move(text)};
  }

  // As the line ends, or the one above.
  [[nodiscard]] std::string line_break() const {
    const auto break_of = [&](std::uint32_t line) {
      const std::uint32_t end = document_.lines().line_end(document_.text, line);
      return std::string(slice(document_.text, {end, document_.lines().line_begin(line + 1)}));
    };
    std::string ending = break_of(line_);
    if (ending.empty() && line_ > 0) ending = break_of(line_ - 1);
    return ending.empty() ? "\n" : ending;
  }

  // Before what makes a line break hard.
  [[nodiscard]] std::uint32_t end_of_shown_line() const {
    std::uint32_t end = line_end_;
    while (end > finding_.span.begin && is_blank(document_.text[end - 1])) --end;
    if (document_.format == Format::Markdown && end > line_begin_ &&
        document_.text[end - 1] == '\\')
      --end;
    return std::max(end, line_begin_);
  }

  [[nodiscard]] Edit inline_at(std::uint32_t at) const {
    const bool after_text =
        at > line_begin_ && !is_blank(document_.text[at - 1]) && at == end_of_shown_line();
    return {{at, at}, (after_text ? " " : "") + line_comment()};
  }

  // Where a span lies behind an edit, which only adds.
  static Span moved_by_edit(Span span, const Edit& edit) {
    const auto size = static_cast<std::uint32_t>(edit.text.size());
    return {span.begin + (edit.span.begin <= span.begin ? size : 0),
            span.end + (edit.span.begin < span.end ? size : 0)};
  }

  // Is every comment still one? What stood in it would be found.
  [[nodiscard]] bool keeps_comments(const Extracted& after, const Edit& edit) const {
    return std::ranges::all_of(before_.comments, [&](const Comment& one) {
      const Span moved = moved_by_edit(one.span, edit);
      return std::ranges::any_of(after.comments,
                                 [&](const Comment& other) { return other.span.contains(moved); });
    });
  }

  // The edit, when it silences the finding and changes nothing that a reader sees.
  [[nodiscard]] std::optional<Edit> tried(Edit edit, const std::string& comment) const {
    Finding moved = finding_;
    moved.span = moved_by_edit(finding_.span, edit);
    const Document after = with_text(document_, with_edit(document_.text, edit));
    const Extracted extracted = extract(after);
    if (!is_silenced(after, extracted.comments, moved)) return {};
    if (shown(extracted, comment) != shown(before_, "") || !keeps_comments(extracted, edit))
      return {};
    return edit;
  }

  const Document& document_;
  const Finding& finding_;
  const Extracted before_;
  std::string open_, close_;
  std::uint32_t line_ = 0, line_begin_ = 0, line_end_ = 0;
};

}  // namespace

std::optional<Edit> suppression_edit(const Document& document, const Finding& finding) {
  if (marks_of(document).open.empty()) return {};
  return Suppressor(document, finding).edit();
}

std::vector<DirectiveWord> directive_words(const Document& document) {
  std::vector<DirectiveWord> words;
  if (document.text.find(kDirectiveWord) == std::string::npos) return words;
  for (const Comment& comment : extract(document).comments) {
    const auto directive = read_directive(document.text, comment);
    if (!directive || directive->kind == DirectiveKind::Unknown) continue;
    for (const DirectiveTarget& target : directive->targets) {
      if (!target.is_quoted) words.push_back({target.span, target.text});
    }
  }
  return words;
}

}  // namespace personfirst
