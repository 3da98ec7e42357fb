#include "linter/markup/rtf.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "linter/markup/prose_builder.h"
#include "linter/markup/western.h"
#include "linter/text/utf8.h"

namespace personfirst {
namespace {

// Destinations whose text nobody reads.
constexpr auto kSkipped = std::to_array<std::string_view>({"annotation",
                                                           "atnauthor",
                                                           "atndate",
                                                           "atnid",
                                                           "atnref",
                                                           "bkmkend",
                                                           "bkmkstart",
                                                           "blipuid",
                                                           "colorschememapping",
                                                           "colortbl",
                                                           "datastore",
                                                           "datafield",
                                                           "docvar",
                                                           "fchars",
                                                           "ffdeftext",
                                                           "ffentrymcr",
                                                           "ffformat",
                                                           "ffhelptext",
                                                           "ffl",
                                                           "ffname",
                                                           "ffstattext",
                                                           "filetbl",
                                                           "fontemb",
                                                           "fontfile",
                                                           "fonttbl",
                                                           "formfield",
                                                           "generator",
                                                           "info",
                                                           "latentstyles",
                                                           "lchars",
                                                           "listoverridetable",
                                                           "listtable",
                                                           "listtext",
                                                           "mmathPr",
                                                           "nonshppict",
                                                           "objdata",
                                                           "objclass",
                                                           "objname",
                                                           "panose",
                                                           "pgptbl",
                                                           "pict",
                                                           "pntext",
                                                           "pntxta",
                                                           "pntxtb",
                                                           "private",
                                                           "revtbl",
                                                           "rsidtbl",
                                                           "shpinst",
                                                           "stylesheet",
                                                           "tc",
                                                           "template",
                                                           "themedata",
                                                           "userprops",
                                                           "wgrffmtfilter",
                                                           "xe",
                                                           "xmlnstbl"});

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

int hex_digit(char c) {
  if (is_digit(c)) return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

struct Group {
  bool skipped = false;
  bool ignorable = false;  // after \*
  bool instruction = false;
  bool own_prose = false;  // a footnote, a header
  bool hidden = false;
  bool struck = false;
  bool emphasized = false;
  bool merge_field = false;  // of the field around it
  std::uint32_t skip_after_unicode = 1;
};

class RtfReader {
 public:
  RtfReader(std::string_view text, Outline& outline)
      : text_(text), size_(static_cast<std::uint32_t>(text.size())), outline_(outline) {
    builders_.emplace_back(text);
    groups_.emplace_back();
  }

  void read() {
    for (std::uint32_t i = 0; i < size_;) i = step(i);
    while (builders_.size() > 1) end_own_prose();
    flush();
    if (in_table_) outline_.close_table();
  }

 private:
  Group& group() { return groups_.back(); }
  ProseBuilder& builder() { return builders_.back(); }

  std::uint32_t step(std::uint32_t i) {
    switch (text_[i]) {
      case '{':
        groups_.push_back(group());
        group().ignorable = group().own_prose = false;
        return i + 1;
      case '}':
        close_group();
        return i + 1;
      case '\r':
      case '\n':
        return i + 1;
      case '\\':
        return control(i);
      default:
        break;
    }
    std::uint32_t end = i + 1;
    constexpr std::string_view kSpecial = "{}\\\r\n";
    while (end < size_ && kSpecial.find(text_[end]) == std::string_view::npos) ++end;
    if (group().instruction) see_instruction(slice(text_, {i, end}));
    while (to_skip_ > 0 && i < end) {
      ++i;
      --to_skip_;
    }
    put({i, end});
    return end;
  }

  [[nodiscard]] bool is_shown() { return !group().skipped && !group().hidden; }

  void set_style() { builder().style = {group().merge_field, group().struck, group().emphasized}; }

  void put(Span span) {
    if (!is_shown()) return;
    set_style();
    while (!span.empty() && builder().ends_with_space() && text_[span.begin] == ' ') ++span.begin;
    builder().copy(span);
  }

  void put_as(Span span, std::string_view text) {
    if (to_skip_ > 0) {
      --to_skip_;
      return;
    }
    if (!is_shown()) return;
    set_style();
    builder().replace(span, text);
  }

  void close_group() {
    to_skip_ = 0;
    if (groups_.size() == 1) return;
    const bool own = group().own_prose;
    const bool merge = group().instruction && (is_merge_field_ || group().merge_field);
    groups_.pop_back();
    if (own) end_own_prose();
    if (merge) group().merge_field = true;
    is_merge_field_ = false;
  }

  void end_own_prose() {
    add(builder().take(ProseKind::Paragraph));
    builders_.pop_back();
  }

  void see_instruction(std::string_view text) {
    is_merge_field_ = is_merge_field_ || text.find("MERGEFIELD") != std::string_view::npos;
  }

  std::uint32_t control(std::uint32_t i) {
    if (i + 1 >= size_) return size_;
    const char c = text_[i + 1];
    if (is_letter(c)) return word(i);
    const Span two{i, i + 2};
    switch (c) {
      case '\'': {
        const int high = i + 3 < size_ ? hex_digit(text_[i + 2]) : -1;
        const int low = high < 0 ? -1 : hex_digit(text_[i + 3]);
        if (low < 0) return i + 2;
        put_as({i, i + 4}, utf8_of_western(static_cast<unsigned char>(high * 16 + low)));
        return i + 4;
      }
      case '*':
        group().ignorable = true;
        break;
      case '~':
        put_as(two, "\u00A0");
        break;
      case '_':
        put_as(two, "-");
        break;
      case '\\':
      case '{':
      case '}':
        put_as(two, text_.substr(i + 1, 1));
        break;
      case '\r':
      case '\n':
        flush();
        break;
      default:
        break;
    }
    return i + 2;
  }

  std::uint32_t word(std::uint32_t i) {
    std::uint32_t end = i + 1;
    while (end < size_ && is_letter(text_[end])) ++end;
    const std::string_view name = slice(text_, {i + 1, end});
    const bool negative = end + 1 < size_ && text_[end] == '-' && is_digit(text_[end + 1]);
    if (negative) ++end;
    std::int64_t number = 0;
    const bool has_number = end < size_ && is_digit(text_[end]);
    while (end < size_ && is_digit(text_[end])) {
      if (number < 1'000'000'000) number = number * 10 + (text_[end] - '0');
      ++end;
    }
    if (negative) number = -number;
    if (end < size_ && text_[end] == ' ') ++end;
    if (name == "bin" && number > 0)
      return static_cast<std::uint32_t>(std::min<std::int64_t>(size_, end + number));
    if (name == "u" && has_number) {
      unicode({i, end}, number);
    } else if (!set_destination(name)) {
      set_format(name, {i, end}, !has_number || number != 0, number);
    }
    return end;
  }

  void unicode(Span span, std::int64_t number) {
    const auto unit = static_cast<char32_t>(number & 0xFFFF);
    to_skip_ = 0;
    if (unit >= 0xD800 && unit <= 0xDBFF) {
      high_ = unit;
      high_at_ = span.begin;
    } else if (unit >= 0xDC00 && unit <= 0xDFFF) {
      const char32_t whole = high_ == 0 ? kReplacementCharacter
                                        : 0x10000 + ((high_ - 0xD800) << 10U) + (unit - 0xDC00);
      std::string utf8;
      append_utf8(whole, utf8);
      put_as(high_ == 0 ? span : Span{high_at_, span.end}, utf8);
      high_ = 0;
    } else {
      std::string utf8;
      append_utf8(unit == 0 ? kReplacementCharacter : unit, utf8);
      put_as(span, utf8);
    }
    to_skip_ = group().skip_after_unicode;
  }

  // False when the word is none of a destination.
  bool set_destination(std::string_view name) {
    if (std::ranges::find(kSkipped, name) != kSkipped.end()) {
      group().skipped = true;
      return true;
    }
    if (name == "fldinst") {
      group().skipped = group().instruction = true;
      return true;
    }
    constexpr auto kOwn =
        std::to_array<std::string_view>({"footnote", "header", "headerl", "headerr", "headerf",
                                         "footer", "footerl", "footerr", "footerf"});
    if (std::ranges::find(kOwn, name) != kOwn.end()) {
      constexpr std::size_t kDeepest = 8;
      if (builders_.size() < kDeepest && !group().own_prose) {
        group().own_prose = true;
        builders_.emplace_back(text_);
      }
      return true;
    }
    if (name == "fldrslt" || name == "shptxt") return true;
    if (group().ignorable) group().skipped = true;  // \* and a word that nobody here knows
    group().ignorable = false;
    return group().skipped;
  }

  void set_format(std::string_view name, Span span, bool on, std::int64_t number) {
    if (name == "par" || name == "sect" || name == "page") {
      flush();
    } else if (name == "pard") {
      intbl_ = false;
      heading_ = false;
    } else if (name == "outlinelevel") {
      heading_ = number < 9;
    } else if (name == "intbl") {
      begin_table();
    } else if (name == "cell") {
      begin_table();
      flush();
      outline_.open_cell(false);
    } else if (name == "row") {
      flush();
      outline_.open_row();
      outline_.open_cell(false);
    } else if (name == "line" || name == "tab" || name == "emspace" || name == "enspace") {
      if (is_shown()) builder().space(span);
    } else if (name == "b" || name == "i") {
      group().emphasized = on;
    } else if (name == "strike" || name == "deleted") {
      group().struck = on;
    } else if (name == "plain") {
      group().emphasized = group().struck = group().hidden = false;
    } else if (name == "v") {
      group().hidden = on;
    } else if (name == "uc") {
      group().skip_after_unicode =
          static_cast<std::uint32_t>(std::clamp<std::int64_t>(number, 0, 8));
    } else {
      put_character(name, span);
    }
  }

  void put_character(std::string_view name, Span span) {
    constexpr std::pair<std::string_view, std::string_view> kCharacters[] = {
        {"bullet", "\u2022"},    {"emdash", "\u2014"},    {"endash", "\u2013"},
        {"ldblquote", "\u201C"}, {"rdblquote", "\u201D"}, {"lquote", "\u2018"},
        {"rquote", "\u2019"}};
    for (const auto& [known, text] : kCharacters) {
      if (known == name) put_as(span, text);
    }
  }

  void begin_table() {
    intbl_ = true;
    if (in_table_) return;
    in_table_ = true;
    outline_.open_table();
    outline_.open_row();
    outline_.open_cell(false);
  }

  void flush() {
    if (builders_.size() == 1 && in_table_ && !intbl_) {
      in_table_ = false;
      outline_.close_table();
    }
    if (builder().empty()) return;
    add(builder().take(builders_.size() > 1 ? ProseKind::Paragraph
                       : intbl_             ? ProseKind::TableCell
                       : heading_           ? ProseKind::Heading
                                            : ProseKind::Paragraph));
  }

  void add(Prose&& prose) {
    prose.limits = {"\\{}\r\n", true, false};
    outline_.add(std::move(prose));
  }

  std::string_view text_;
  std::uint32_t size_;
  Outline& outline_;
  std::vector<ProseBuilder> builders_;
  std::vector<Group> groups_;
  std::uint32_t to_skip_ = 0;  // characters that stand in for one of \u
  char32_t high_ = 0;          // the first half of a surrogate pair
  std::uint32_t high_at_ = 0;
  bool is_merge_field_ = false;
  bool in_table_ = false;
  bool intbl_ = false;
  bool heading_ = false;
};

}  // namespace

void read_rtf(std::string_view text, Outline& outline) { RtfReader(text, outline).read(); }

}  // namespace personfirst
