#include "linter/markup/latex.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <utility>

#include "linter/markup/bounded_find.h"
#include "linter/markup/prose_builder.h"

namespace personfirst {
namespace {

enum class Does : std::uint8_t {
  Unknown,
  Heading,
  Caption,
  Note,  // a footnote: prose of its own
  Emphasis,
  Code,       // what is in its braces is shown and no prose
  Reference,  // shown as a number or name: opaque with its arguments
  Nothing,    // its arguments are not shown
  Break,      // ends the paragraph
  Silent,     // switches something: no arguments
  Link,       // the first argument is an address
};

struct Command {
  std::string_view name;
  Does does;
};

constexpr auto kCommands = std::to_array<Command>({
    {"addbibresource", Does::Nothing},
    {"addtocounter", Does::Nothing},
    {"author", Does::Nothing},
    {"autocite", Does::Reference},
    {"autoref", Does::Reference},
    {"bfseries", Does::Silent},
    {"bibliography", Does::Nothing},
    {"bibliographystyle", Does::Nothing},
    {"bigskip", Does::Break},
    {"caption", Does::Caption},
    {"centering", Does::Silent},
    {"chapter", Does::Heading},
    {"cite", Does::Reference},
    {"citep", Does::Reference},
    {"citet", Does::Reference},
    {"clearpage", Does::Break},
    {"color", Does::Nothing},
    {"cref", Does::Reference},
    {"date", Does::Nothing},
    {"definecolor", Does::Nothing},
    {"documentclass", Does::Nothing},
    {"emph", Does::Emphasis},
    {"eqref", Does::Reference},
    {"footcite", Does::Nothing},
    {"footnote", Does::Note},
    {"footnotesize", Does::Silent},
    {"geometry", Does::Nothing},
    {"hfill", Does::Silent},
    {"href", Does::Link},
    {"hspace", Does::Nothing},
    {"hypersetup", Does::Nothing},
    {"include", Does::Nothing},
    {"includegraphics", Does::Nothing},
    {"index", Does::Nothing},
    {"input", Does::Nothing},
    {"itshape", Does::Silent},
    {"label", Does::Nothing},
    {"large", Does::Silent},
    {"maketitle", Does::Break},
    {"medskip", Does::Break},
    {"newcommand", Does::Nothing},
    {"newenvironment", Does::Nothing},
    {"newline", Does::Silent},
    {"newpage", Does::Break},
    {"nocite", Does::Nothing},
    {"noindent", Does::Silent},
    {"nolinkurl", Does::Code},
    {"normalsize", Does::Silent},
    {"pageref", Does::Reference},
    {"pagestyle", Does::Nothing},
    {"par", Does::Break},
    {"paragraph", Does::Heading},
    {"parencite", Does::Reference},
    {"part", Does::Heading},
    {"path", Does::Code},
    {"providecommand", Does::Nothing},
    {"ref", Does::Reference},
    {"renewcommand", Does::Nothing},
    {"section", Does::Heading},
    {"setcounter", Does::Nothing},
    {"setlength", Does::Nothing},
    {"small", Does::Silent},
    {"smallskip", Does::Break},
    {"subparagraph", Does::Heading},
    {"subsection", Does::Heading},
    {"subsubsection", Does::Heading},
    {"subtitle", Does::Heading},
    {"tableofcontents", Does::Break},
    {"textbf", Does::Emphasis},
    {"textcite", Does::Reference},
    {"textit", Does::Emphasis},
    {"textsl", Does::Emphasis},
    {"texttt", Does::Code},
    {"thispagestyle", Does::Nothing},
    {"title", Does::Heading},
    {"underline", Does::Emphasis},
    {"url", Does::Code},
    {"usepackage", Does::Nothing},
    {"vfill", Does::Break},
    {"vspace", Does::Nothing},
});
static_assert(std::ranges::is_sorted(kCommands, {}, &Command::name));

// Environments whose content is no prose.
constexpr auto kSkippedEnvironments = std::to_array<std::string_view>(
    {"Verbatim",    "align",    "align*",    "comment",      "displaymath", "eqnarray",
     "eqnarray*",   "equation", "equation*", "filecontents", "gather",      "gather*",
     "lstlisting",  "math",     "minted",    "multline",     "multline*",   "thebibliography",
     "tikzpicture", "verbatim", "verbatim*"});
static_assert(std::ranges::is_sorted(kSkippedEnvironments));

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

Does what_it_does(std::string_view name) {
  const auto* found = std::ranges::lower_bound(kCommands, name, {}, &Command::name);
  return found == kCommands.end() || found->name != name ? Does::Unknown : found->does;
}

// The combining mark of an accent command, or nothing.
std::string_view accent(char c) {
  switch (c) {
    case '\'':
      return "\u0301";
    case '`':
      return "\u0300";
    case '^':
      return "\u0302";
    case '"':
      return "\u0308";
    case '~':
      return "\u0303";
    case '=':
      return "\u0304";
    default:
      return {};
  }
}

class LatexReader {
 public:
  LatexReader(std::string_view text, Outline& outline, std::vector<Problem>& problems)
      : text_(text),
        size_(static_cast<std::uint32_t>(text.size())),
        outline_(outline),
        problems_(problems),
        in_preamble_(text.find("\\begin{document}") != std::string_view::npos) {
    builders_.emplace_back(text);
  }

  void read() {
    std::uint32_t i = 0;
    while (i < size_) i = step(i);
    end_paragraph();
  }

 private:
  enum class Group : std::uint8_t { Plain, Emphasis, Code, Heading, Caption, Note };

  ProseBuilder& builder() { return builders_.back(); }
  [[nodiscard]] bool is_silent() const { return in_preamble_ && kinds_.empty(); }

  std::uint32_t step(std::uint32_t i) {
    switch (text_[i]) {
      case '\\':
        return command(i);
      case '%':
        return comment(i);
      case '{':
        groups_.push_back(Group::Plain);
        return i + 1;
      case '}':
        close_group();
        return i + 1;
      case '$':
        return math(i);
      case '&':
        if (in_table_ == 0) break;
        flush();
        outline_.open_cell(false);
        return i + 1;
      case '~':
        if (!is_silent()) builder().replace({i, i + 1}, "\u00A0");
        return i + 1;
      case ' ':
      case '\t':
      case '\n':
      case '\r':
        return blanks(i);
      default:
        break;
    }
    std::uint32_t end = i + 1;
    constexpr std::string_view kSpecial = "\\%{}$&~ \t\r\n";
    while (end < size_ && kSpecial.find(text_[end]) == std::string_view::npos) ++end;
    put({i, end});
    return end;
  }

  void put(Span span) {
    if (is_silent()) return;
    builder().style = {code_ > 0, false, emphasis_ > 0};
    builder().copy(span);
  }

  void put_opaque(Span span) {
    if (is_silent()) return;
    builder().style = {true, false, emphasis_ > 0};
    builder().copy(span);
  }

  std::uint32_t blanks(std::uint32_t i) {
    const std::uint32_t begin = i;
    int lines = 0;
    while (i < size_ && is_space(text_[i])) {
      const bool is_break =
          text_[i] == '\n' || (text_[i] == '\r' && (i + 1 == size_ || text_[i + 1] != '\n'));
      lines += is_break ? 1 : 0;
      ++i;
    }
    if (lines > 1) {
      end_paragraph();
    } else if (!is_silent()) {
      builder().style = {false, false, emphasis_ > 0};
      builder().space({begin, i});
    }
    return i;
  }

  std::uint32_t comment(std::uint32_t i) {
    std::uint32_t end = i;
    while (end < size_ && text_[end] != '\n' && text_[end] != '\r') ++end;
    std::uint32_t marks = 0;
    while (text_.substr(i + marks, 1) == "%") ++marks;
    outline_.add_comment(make_comment(text_, {i, end}, marks, 0));
    // The line's end goes, and the next line's indent.
    std::uint32_t next = end;
    if (next < size_ && text_[next] == '\r') ++next;
    if (next < size_ && text_[next] == '\n') ++next;
    const std::uint32_t line = next;
    while (next < size_ && (text_[next] == ' ' || text_[next] == '\t')) ++next;
    return next < size_ && (text_[next] == '\n' || text_[next] == '\r') ? line : next;
  }

  // $x$, $$x$$; a dollar that is not closed in its paragraph is text.
  std::uint32_t math(std::uint32_t i) {
    const bool is_display = text_.substr(i, 2) == "$$";
    const std::uint32_t in = i + (is_display ? 2 : 1);
    constexpr std::uint32_t kLongest = 1000;
    const std::uint32_t end = (is_display ? display_ : dollar_).end_of_next(text_, in, kLongest);
    if (end == 0 || slice(text_, {in, end}).find("\n\n") != std::string_view::npos) {
      put({i, in});
      return in;
    }
    put_opaque({i, end});
    return end;
  }

  std::uint32_t command(std::uint32_t i) {
    if (i + 1 >= size_) return size_;
    const char c = text_[i + 1];
    if (is_letter(c)) return named_command(i);
    const std::string_view mark = accent(c);
    if (!mark.empty()) return accented(i, mark);
    if (c == '(' || c == '[') return bracket_math(i);
    if (c == '\\') {
      if (in_table_ > 0) {
        flush();
        outline_.open_row();
        outline_.open_cell(false);
      } else if (!is_silent()) {
        builder().space({i, i + 2});
      }
      return behind_arguments(i + 2, false);
    }
    if (c == ' ' || c == '\n' || c == ',' || c == ';' || c == ':') {
      if (!is_silent()) builder().space({i, i + 2});
    } else if (c != '-' && c != '/' && c != '!' && c != '@' && !is_silent()) {
      builder().style = {code_ > 0, false, emphasis_ > 0};
      builder().replace({i, i + 2}, text_.substr(i + 1, 1));
    }
    return i + 2;
  }

  std::uint32_t accented(std::uint32_t i, std::string_view mark) {
    std::uint32_t at = i + 2;
    const bool braced = at < size_ && text_[at] == '{';
    if (braced) ++at;
    if (at >= size_ || !is_letter(text_[at]) || (braced && text_.substr(at + 1, 1) != "}"))
      return i + 2;
    const std::uint32_t end = at + (braced ? 2 : 1);
    if (!is_silent()) {
      std::string letter(1, text_[at]);
      letter += mark;
      builder().style = {code_ > 0, false, emphasis_ > 0};
      builder().replace({i, end}, letter);
    }
    return end;
  }

  std::uint32_t bracket_math(std::uint32_t i) {
    constexpr std::uint32_t kLongest = 5000;
    BoundedFind& close = text_[i + 1] == '(' ? inline_close_ : display_close_;
    const std::uint32_t end = close.end_of_next(text_, i + 2, kLongest);
    if (end == 0) return i + 2;
    put_opaque({i, end});
    return end;
  }

  std::uint32_t named_command(std::uint32_t i) {
    std::uint32_t end = i + 1;
    while (end < size_ && is_letter(text_[end])) ++end;
    const std::string_view name = slice(text_, {i + 1, end});
    if (end < size_ && text_[end] == '*') ++end;
    if (name == "begin" || name == "end") return environment(i, end, name == "begin");
    if (name == "item") return item(end);
    if (name == "verb" || name == "lstinline") return verb(i, end);
    switch (what_it_does(name)) {
      case Does::Heading:
        flush();
        return open_braces(behind_arguments(end, false), Group::Heading);
      case Does::Caption:
        flush();
        return open_braces(behind_arguments(end, false), Group::Caption);
      case Does::Note:
        return open_braces(behind_arguments(end, false), Group::Note);
      case Does::Emphasis:
        return open_braces(end, Group::Emphasis);
      case Does::Code:
        return open_braces(end, Group::Code);
      case Does::Reference: {
        const std::uint32_t behind = behind_arguments(end, true);
        put_opaque({i, behind});
        return behind;
      }
      case Does::Nothing:
        return behind_arguments(end, true);
      case Does::Break:
        flush();
        return end;
      case Does::Silent:
        return skip_blanks(end);
      case Does::Link:
        return behind_braces(end);
      case Does::Unknown:
        break;
    }
    return unknown(i, end);
  }

  // One without braces stands for text that is not known.
  std::uint32_t unknown(std::uint32_t i, std::uint32_t end) {
    const std::uint32_t behind = behind_arguments(end, false);
    const bool has_braces = behind < size_ && text_[behind] == '{';
    if (has_braces && text_.substr(behind, 2) != "{}") return behind;
    put_opaque({i, end});
    return has_braces ? behind + 2 : end;
  }

  [[nodiscard]] std::uint32_t skip_blanks(std::uint32_t i) const {
    while (i < size_ && (text_[i] == ' ' || text_[i] == '\t')) ++i;
    return i;
  }

  // Behind `[...]`, and `{...}` when `braces_too`; each within so many bytes.
  [[nodiscard]] std::uint32_t behind_arguments(std::uint32_t i, bool braces_too) const {
    constexpr std::uint32_t kLongest = 1000;
    while (i < size_ && (text_[i] == '[' || (braces_too && text_[i] == '{'))) {
      if (text_[i] == '{') {
        const std::uint32_t behind = behind_braces(i);
        if (behind == i) return i;
        i = behind;
        continue;
      }
      const std::uint32_t stop = std::min(size_, i + kLongest);
      std::uint32_t end = i + 1;
      while (end < stop && text_[end] != ']' && text_[end] != '[') ++end;
      if (end == stop || text_[end] != ']') return i;
      i = end + 1;
    }
    return i;
  }

  // Behind `{...}`, nested; at `i` when there is none that closes soon.
  [[nodiscard]] std::uint32_t behind_braces(std::uint32_t i) const {
    constexpr std::uint32_t kLongest = 1000;
    if (i >= size_ || text_[i] != '{') return i;
    const std::uint32_t stop = std::min(size_, i + kLongest);
    int depth = 0;
    for (std::uint32_t at = i; at < stop; ++at) {
      if (text_[at] == '\\') {
        ++at;
      } else if (text_[at] == '{') {
        ++depth;
      } else if (text_[at] == '}' && --depth == 0) {
        return at + 1;
      }
    }
    return i;
  }

  std::uint32_t verb(std::uint32_t i, std::uint32_t end) {
    if (end >= size_) return end;
    constexpr std::uint32_t kLongest = 500;
    const char close = text_[end] == '{' ? '}' : text_[end];
    const std::uint32_t stop = std::min(size_, end + kLongest);
    for (std::uint32_t at = end + 1; at < stop && text_[at] != '\n'; ++at) {
      if (text_[at] != close) continue;
      put_opaque({i, at + 1});
      return at + 1;
    }
    return end;
  }

  std::uint32_t open_braces(std::uint32_t i, Group group) {
    i = skip_blanks(i);
    if (i >= size_ || text_[i] != '{') return i;
    constexpr std::size_t kDeepestNote = 8;
    if (group == Group::Note && (builders_.size() > kDeepestNote || is_silent()))
      group = Group::Plain;
    groups_.push_back(group);
    if (group == Group::Emphasis) ++emphasis_;
    if (group == Group::Code) ++code_;
    if (group == Group::Heading || group == Group::Caption) kinds_.push_back(group);
    if (group == Group::Note) builders_.emplace_back(text_);
    return i + 1;
  }

  void close_group() {
    if (groups_.empty()) return;
    const Group group = groups_.back();
    groups_.pop_back();
    if (group == Group::Emphasis) --emphasis_;
    if (group == Group::Code) --code_;
    if (group == Group::Heading || group == Group::Caption) {
      flush();
      kinds_.pop_back();
    }
    if (group == Group::Note) {
      add(builder().take(ProseKind::Paragraph));
      builders_.pop_back();
    }
  }

  std::uint32_t environment(std::uint32_t i, std::uint32_t at, bool begins) {
    const std::uint32_t behind = behind_braces(at);
    if (behind == at) return at;
    const std::string_view name = slice(text_, {at + 1, behind - 1});
    flush();
    if (begins && std::ranges::binary_search(kSkippedEnvironments, name))
      return behind_environment(i, behind, name);
    if (name == "document") {
      in_preamble_ = false;
      if (!begins) return size_;
    }
    if (name == "itemize" || name == "enumerate" || name == "description") {
      lists_ += begins ? 1 : lists_ > 0 ? ~0U : 0;
      if (begins) {
        outline_.open_list();
      } else {
        outline_.close_list();
      }
    }
    if (name == "quote" || name == "quotation" || name == "verse")
      quotes_ += begins ? 1 : quotes_ > 0 ? ~0U : 0;
    if (name.starts_with("tabular") || name == "longtable") return table(behind, begins);
    return begins ? behind_arguments(behind, false) : behind;
  }

  std::uint32_t table(std::uint32_t behind, bool begins) {
    if (begins) {
      ++in_table_;
      outline_.open_table();
      outline_.open_row();
      outline_.open_cell(false);
      return behind_arguments(behind, true);
    }
    if (in_table_ > 0) {
      --in_table_;
      outline_.close_table();
    }
    return behind;
  }

  std::uint32_t behind_environment(std::uint32_t i, std::uint32_t from, std::string_view name) {
    std::string end = "\\end{";
    end += name;
    end += '}';
    const std::size_t found = text_.find(end, from);
    if (found != std::string_view::npos) return static_cast<std::uint32_t>(found + end.size());
    problems_.push_back(
        {"unclosed-markup", "an environment is never closed: what follows is not read", {i, i}});
    return size_;
  }

  std::uint32_t item(std::uint32_t end) {
    flush();
    outline_.open_item();
    constexpr std::uint32_t kLongest = 200;
    if (end >= size_ || text_[end] != '[') return end;
    const std::size_t close = text_.substr(end, kLongest).find(']');
    if (close == std::string_view::npos) return end;
    put({end + 1, end + static_cast<std::uint32_t>(close)});
    flush();
    return end + static_cast<std::uint32_t>(close) + 1;
  }

  void flush() {
    if (builders_.size() > 1 || builder().empty()) return;
    const ProseKind kind = !kinds_.empty() && kinds_.back() == Group::Heading ? ProseKind::Heading
                           : !kinds_.empty()                                  ? ProseKind::Caption
                           : in_table_ > 0                                    ? ProseKind::TableCell
                           : lists_ > 0                                       ? ProseKind::ListItem
                                        : ProseKind::Paragraph;
    add(builder().take(kind));
  }

  void add(Prose&& prose) {
    prose.in_block_quote = quotes_ > 0;
    prose.limits.reserved = "\\{}$&#%_^~";
    outline_.add(std::move(prose));
  }

  // What a paragraph opens and does not close ends with it.
  void end_paragraph() {
    while (!groups_.empty()) close_group();
    flush();
  }

  std::string_view text_;
  std::uint32_t size_;
  Outline& outline_;
  std::vector<Problem>& problems_;
  std::vector<ProseBuilder> builders_;
  std::vector<Group> groups_;
  std::vector<Group> kinds_;
  BoundedFind dollar_{"$"}, display_{"$$"}, inline_close_{"\\)"}, display_close_{"\\]"};
  std::uint32_t emphasis_ = 0, code_ = 0, lists_ = 0, quotes_ = 0, in_table_ = 0;
  bool in_preamble_;
};

}  // namespace

void read_latex(std::string_view text, Outline& outline, std::vector<Problem>& problems) {
  LatexReader(text, outline, problems).read();
}

}  // namespace personfirst
