#include "linter/markup/placeholders.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <utility>

#include "linter/markup/prose_builder.h"
#include "linter/markup/prose_parts.h"
#include "linter/markup/template_tags.h"
#include "linter/text/find_byte.h"

namespace personfirst {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_name_char(char c) { return is_upper(c) || is_lower(c) || is_digit(c) || c == '_'; }

// Which shapes a format's prose may hold. What a format itself writes so is no placeholder in it.
struct Shapes {
  bool braces = true;       // {{ }}, {% %}, {Lists:123}
  bool fields = false;      // {name}, %{name}: texts of programs
  bool dollars = true;      // ${name}
  bool brackets = true;     // [[Name]]
  bool page_links = false;  // [[Name]] is a link unless it is no name of a page
  bool dot_phrases = true;  // .phrase
};

Shapes shapes_of(Format format) {
  Shapes shapes;
  switch (format) {
    case Format::Markdown:
      shapes.page_links = true;
      break;
    case Format::Latex:
      shapes = {false, false, false, false, false, false};
      break;
    case Format::Org:
    case Format::AsciiDoc:
      shapes.brackets = false;
      break;
    case Format::Json:
    case Format::Yaml:
      shapes.fields = true;
      break;
    case Format::Srt:
    case Format::Vtt:
      shapes.dot_phrases = false;
      break;
    default:
      break;
  }
  return shapes;
}

struct Found {
  Span span;
  TagKind kind = TagKind::Shown;
  std::vector<Span> choices;
};

// What the brackets of a placeholder hold: its words.
struct NameLook {
  std::uint32_t words = 0, capitalised = 0;
  bool all_upper = true, has_sign = false, is_name = true;
};

NameLook look_at_name(std::string_view name) {
  NameLook look;
  bool in_word = false;
  for (const char c : name) {
    if (c == ' ') {
      in_word = false;
      continue;
    }
    if (!in_word) {
      ++look.words;
      look.capitalised += is_upper(c) || is_digit(c) ? 1 : 0;
    }
    in_word = true;
    look.all_upper = look.all_upper && !is_lower(c);
    look.has_sign = look.has_sign || c == '_' || c == ':' || c == '.' || is_digit(c);
    look.is_name = look.is_name &&
                   (is_name_char(c) || c == ':' || c == '.' || c == '-' || c == '/' || c == '#');
  }
  look.is_name = look.is_name && look.words > 0;
  return look;
}

class Finder {
 public:
  Finder(std::string_view text, Shapes shapes) : text_(text), shapes_(shapes), tags_(text) {}

  // False when nothing begins at `at`.
  bool find_at(std::uint32_t at, Found& found) {
    found.choices.clear();
    found.kind = TagKind::Shown;
    const std::uint32_t end = end_at(at, found);
    found.span = {at, end};
    return end != 0;
  }

 private:
  std::uint32_t end_at(std::uint32_t at, Found& found) {
    switch (text_[at]) {
      case '{':
      case '<':
        return end_of_tag_or_list(at, found);
      case '@':
        return end_of_at_name(at);
      case '*':
        return end_of_stars(at);
      case '.':
        return shapes_.dot_phrases ? end_of_dot_phrase(at) : 0;
      case '[':
        return shapes_.brackets ? end_of_brackets(at) : 0;
      case '$':
      case '%':
        return end_of_variable(at);
      default:
        return end_of_guillemets(at);
    }
  }

  [[nodiscard]] char char_at(std::size_t at) const { return at < text_.size() ? text_[at] : ' '; }

  // The first of `closing` from `from` on, within so many bytes; 0 when one of `forbidden` or a
  // line's end stands before it.
  [[nodiscard]] std::uint32_t close_of(std::uint32_t from, std::uint32_t most, char closing,
                                       std::string_view forbidden) const {
    const auto stop =
        static_cast<std::uint32_t>(std::min<std::size_t>(text_.size(), std::size_t{from} + most));
    for (std::uint32_t i = from; i < stop; ++i) {
      if (text_[i] == closing) return i;
      if (text_[i] == '\n' || forbidden.find(text_[i]) != std::string_view::npos) return 0;
    }
    return 0;
  }

  std::uint32_t end_of_tag_or_list(std::uint32_t at, Found& found) {
    if (text_[at] == '{' && !shapes_.braces) return 0;
    if (may_begin_tag(text_, at)) {
      if (text_[at] == '<' && char_at(at + 1) == '?') return 0;
      const TemplateTag tag = tags_.tag_at(at);
      found.kind = tag.kind;
      return tag.end;
    }
    return text_[at] == '{' ? end_of_list(at, found) : 0;
  }

  // @NAME@, @LASTVALUE(3)@
  [[nodiscard]] std::uint32_t end_of_at_name(std::uint32_t at) const {
    constexpr std::uint32_t kLongest = 80;
    if (at > 0 && is_name_char(text_[at - 1])) return 0;
    if (!is_upper(char_at(at + 1))) return 0;
    std::uint32_t i = at + 1;
    while (i < text_.size() && i < at + kLongest && !is_lower(text_[i]) && text_[i] != '@' &&
           text_[i] != '\n' && static_cast<unsigned char>(text_[i]) < 0x80)
      ++i;
    return char_at(i) == '@' && i > at + 1 && text_[i - 1] != ' ' ? i + 1 : 0;
  }

  // A run of three stars or more that is not the mark of a word.
  [[nodiscard]] std::uint32_t end_of_stars(std::uint32_t at) const {
    if (at > 0 && (text_[at - 1] == '*' || !is_free(text_[at - 1]))) return 0;
    std::uint32_t end = at;
    while (char_at(end) == '*') ++end;
    return end - at >= 3 && is_free(char_at(end)) ? end : 0;
  }

  static bool is_free(char c) {
    return !is_name_char(c) && static_cast<unsigned char>(c) < 0x80 && c != '*';
  }

  // .phrase at the start of a word
  [[nodiscard]] std::uint32_t end_of_dot_phrase(std::uint32_t at) const {
    constexpr std::uint32_t kLongest = 40;
    if (at > 0 && text_[at - 1] != ' ' && text_[at - 1] != '(') return 0;
    std::uint32_t end = at + 1;
    while (end < text_.size() && end < at + kLongest && (is_name_char(text_[end])) &&
           !is_upper(text_[end]))
      ++end;
    const bool is_word = is_lower(char_at(at + 1)) && end - at > 2;
    const char next = char_at(end);
    const bool ends = next == ' ' || next == ',' || next == ';' || next == ')' ||
                      (next == '.' && char_at(end + 1) == ' ');
    return is_word && ends ? end : 0;
  }

  [[nodiscard]] std::uint32_t end_of_brackets(std::uint32_t at) const {
    constexpr std::uint32_t kLongest = 80;
    if (char_at(at + 1) != '[') return 0;
    const std::uint32_t close = close_of(at + 2, kLongest, ']', "[");
    if (close == 0 || char_at(close + 1) != ']') return 0;
    const NameLook look = look_at_name(text_.substr(at + 2, close - at - 2));
    const bool fits = shapes_.page_links ? look.all_upper || (look.words == 1 && look.has_sign)
                                         : look.words == 1 || look.capitalised == look.words;
    return look.is_name && fits ? close + 2 : 0;
  }

  [[nodiscard]] std::uint32_t end_of_variable(std::uint32_t at) const {
    constexpr std::uint32_t kLongest = 200;
    const bool is_wanted = text_[at] == '$' ? shapes_.dollars : shapes_.fields;
    if (!is_wanted || char_at(at + 1) != '{') return 0;
    const std::uint32_t close = close_of(at + 2, kLongest, '}', "{");
    return close > at + 2 ? close + 1 : 0;
  }

  // « is C2 AB, » is C2 BB.
  [[nodiscard]] std::uint32_t end_of_guillemets(std::uint32_t at) const {
    constexpr std::uint32_t kLongest = 60;
    constexpr std::uint32_t kMark = 2;
    if (text_.substr(at, kMark) != "\u00AB") return 0;
    const std::uint32_t close = close_of(at + kMark, kLongest, '\xC2', "");
    if (close == 0 || char_at(close + 1) != '\xBB') return 0;
    const NameLook look = look_at_name(text_.substr(at + kMark, close - at - kMark));
    constexpr std::uint32_t kMostWords = 3;
    const bool fits = look.words == 1 ? look.capitalised == 1 || look.has_sign
                                      : look.words <= kMostWords && look.capitalised == look.words;
    return look.is_name && fits && text_[at + kMark] != ' ' ? close + kMark : 0;
  }

  // ---- {…} ----

  std::uint32_t end_of_list(std::uint32_t at, Found& found) const {
    constexpr std::uint32_t kLongest = 500;
    const std::uint32_t close = close_of(at + 1, kLongest, '}', "{");
    if (close == 0) return 0;
    const Span inside{at + 1, close};
    const std::string_view shown = slice(text_, inside);
    if (shown.find('|') != std::string_view::npos) return add_choices(inside, '|', found);
    const std::size_t colon = shown.find(':');
    if (colon == std::string_view::npos)
      return shapes_.fields && look_at_name(shown).is_name ? close + 1 : 0;
    const std::string_view behind = shown.substr(colon + 1);
    const bool has_name = colon > 0 && std::ranges::any_of(shown.substr(0, colon), [](char c) {
                            return is_upper(c) || is_lower(c);
                          });
    if (!has_name || behind.empty()) return 0;
    const auto begin = inside.begin + static_cast<std::uint32_t>(colon) + 1;
    if (is_digit(behind[0])) {  // a list by its number; its own choices may follow
      const std::size_t end = behind.find_first_not_of("0123456789");
      if (end == std::string_view::npos) return close + 1;
      if (behind[end] != ':') return 0;
      const std::size_t first = behind.find_first_not_of(": ", end);
      if (first == std::string_view::npos) return close + 1;
      return add_choices({begin + static_cast<std::uint32_t>(first), close}, ',', found);
    }
    if (is_space(behind[0]) || behind.find(',') == std::string_view::npos) return 0;
    return add_choices({begin, close}, ',', found);
  }

  // Behind the list.
  std::uint32_t add_choices(Span inside, char separator, Found& found) const {
    std::uint32_t begin = inside.begin;
    bool in_quotes = false;
    for (std::uint32_t i = inside.begin; i <= inside.end; ++i) {
      if (i < inside.end && text_[i] == '"') in_quotes = !in_quotes;
      if (i < inside.end && (text_[i] != separator || in_quotes)) continue;
      add_choice({begin, i}, found);
      begin = i + 1;
    }
    return inside.end + 1;
  }

  // Without its number (`addict:1`), its quotation marks and the blanks round it.
  void add_choice(Span choice, Found& found) const {
    const auto trim = [&] {
      while (!choice.empty() && is_space(text_[choice.begin])) ++choice.begin;
      while (!choice.empty() && is_space(text_[choice.end - 1])) --choice.end;
    };
    trim();
    std::uint32_t digits = choice.end;
    while (digits > choice.begin && is_digit(text_[digits - 1])) --digits;
    if (digits < choice.end && digits > choice.begin && text_[digits - 1] == ':')
      choice.end = digits - 1;
    if (choice.size() > 1 && text_[choice.begin] == '"' && text_[choice.end - 1] == '"') {
      ++choice.begin;
      --choice.end;
    }
    trim();
    if (!choice.empty()) found.choices.push_back(choice);
  }

  std::string_view text_;
  Shapes shapes_;
  TemplateTags tags_;
};

// Where the first byte stands, from `at` on, that may begin a placeholder. Most prose has none.
std::uint32_t next_first_byte(std::string_view text, std::uint32_t at) {
  return static_cast<std::uint32_t>(find_byte(text, at, [](BytesAtOnce byte, BytesAtOnce next) {
    return (byte == '{') | (byte == '<') | (byte == '@') | (byte == '[') | (byte == '$') |
           (byte == '%') | ((byte == '*') & (next == '*')) |
           ((byte == '.') & is_within(next, 'a', 26)) | ((byte == 0xC2) & (next == 0xAB));
  }));
}

bool may_begin(std::string_view text, std::size_t i) {
  switch (text[i]) {
    case '{':
    case '<':
    case '@':
    case '[':
    case '$':
    case '%':
      return i + 1 < text.size();
    case '*':
      return i + 2 < text.size() + 1 && text.substr(i, 3) == "***";
    case '.':
      return i == 0 || text[i - 1] == ' ' || text[i - 1] == '(';
    case '\xC2':
      return text.substr(i, 2) == "\u00AB";
    default:
      return false;
  }
}

// The choices of a list are prose of their own. What would end a choice cannot be brought in.
EditLimits limits_of_choice() { return {"{}|:,\"", false, false}; }

std::vector<Found> find_all(const Prose& prose, Shapes shapes) {
  std::vector<Found> all;
  const std::string_view text = prose.text;
  Finder finder(text, shapes);
  auto code = prose.opaque.begin();
  Found found;
  const auto size = static_cast<std::uint32_t>(text.size());
  for (std::uint32_t i = next_first_byte(text, 0); i < size; i = next_first_byte(text, i)) {
    while (code != prose.opaque.end() && code->end <= i) ++code;
    if (code != prose.opaque.end() && code->begin <= i) {
      i = code->end;
      continue;
    }
    if (!may_begin(text, i) || !finder.find_at(i, found)) {
      ++i;
      continue;
    }
    i = found.span.end;
    all.push_back(found);
  }
  return all;
}

class Applier {
 public:
  Applier(std::string_view text, Format format, std::vector<Comment>& comments)
      : text_(text), shapes_(shapes_of(format)), comments_(comments) {}

  void run(std::vector<Prose>& all) {
    bool any_gone = false;
    for (Prose& prose : all) {
      const std::vector<Found> found = find_all(prose, shapes_);
      if (found.empty()) continue;
      apply(found, prose);
      any_gone = any_gone || prose.text.empty();
    }
    if (any_gone) std::erase_if(all, [](const Prose& one) { return one.text.empty(); });
    if (choices_.empty()) return;
    all.insert(all.end(), std::make_move_iterator(choices_.begin()),
               std::make_move_iterator(choices_.end()));
    std::ranges::stable_sort(all, {}, [](const Prose& one) { return one.pieces[0].source_begin; });
  }

 private:
  void apply(const std::vector<Found>& all, Prose& prose) {
    std::vector<ProseCut> cuts;
    for (const Found& found : all) {
      for (const Span choice : found.choices) add_choice(prose, choice);
      if (found.kind == TagKind::Shown) {
        prose.opaque.push_back(found.span);
        continue;
      }
      const std::string_view before = std::string_view(prose.text).substr(0, found.span.begin);
      // So are an end and a new beginning: {% endif %}{% if y %}.
      const bool divides =
          found.kind == TagKind::Branch ||
          (!cuts.empty() && cuts.back().span.end == found.span.begin &&
           found.span.end < prose.text.size() && is_name_char(prose.text[found.span.end]));
      cuts.push_back({found.span, divides ? branch_mark(before) : std::string_view()});
      if (found.kind == TagKind::Note)
        comments_.push_back(comment_of_tag(text_, prose.to_source(found.span)));
    }
    normalize(prose.opaque);
    if (!cuts.empty()) prose = without(prose, cuts);
  }

  void add_choice(const Prose& prose, Span choice) {
    Prose part = part_of(prose, choice);
    if (part.text.empty()) return;
    if (part.limits.reserved.empty()) part.limits = limits_of_choice();
    part.kind = ProseKind::ListItem;
    choices_.push_back(std::move(part));
  }

  std::string_view text_;
  Shapes shapes_;
  std::vector<Comment>& comments_;
  std::vector<Prose> choices_;
};

}  // namespace

void apply_placeholders(std::string_view text, Format format, std::vector<Prose>& prose,
                        std::vector<Comment>& comments) {
  Applier(text, format, comments).run(prose);
}

}  // namespace personfirst
