#include "linter/markup/front_matter.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "linter/markup/prose_builder.h"
#include "linter/text/utf8.h"

namespace personfirst {
namespace {

constexpr std::string_view kProseKeys[] = {"title",    "description", "summary", "abstract",
                                           "subtitle", "excerpt",     "alt",     "caption"};

// The lines of the block, without their line ends.
class Lines {
 public:
  Lines(std::string_view text, std::uint32_t at) : text_(text), next_(at) {}

  bool next(Span& line) {
    if (next_ >= text_.size()) return false;
    const std::size_t found = text_.find_first_of("\r\n", next_);
    const auto end = static_cast<std::uint32_t>(std::min(found, text_.size()));
    line = {next_, end};
    next_ = end;
    if (next_ < text_.size() && text_[next_] == '\r') ++next_;
    if (next_ < text_.size() && text_[next_] == '\n' && (next_ == end || text_[next_ - 1] == '\r'))
      ++next_;
    return true;
  }
  [[nodiscard]] std::uint32_t after() const { return next_; }

 private:
  std::string_view text_;
  std::uint32_t next_;
};

std::string_view trim_end(std::string_view line) {
  while (!line.empty() && is_space(line.back())) line.remove_suffix(1);
  return line;
}

std::uint32_t indent_of(std::string_view text, Span line) {
  std::uint32_t i = line.begin;
  while (i < line.end && (text[i] == ' ' || text[i] == '\t')) ++i;
  return i - line.begin;
}

class FrontMatterReader {
 public:
  FrontMatterReader(std::string_view text, bool is_toml, Outline& outline)
      : text_(text), is_toml_(is_toml), outline_(outline), builder_(text) {}

  void read(const std::vector<Span>& lines) {
    for (std::size_t i = 0; i < lines.size();) {
      if (is_toml_ && !lines[i].empty() && text_[lines[i].begin] == '[')
        return;  // a table: no longer the top level
      if (!lines[i].empty() && text_[lines[i].begin] == '#')
        outline_.add_comment(make_comment(text_, lines[i], 1, 0));
      const std::uint32_t value = value_of_prose_key(lines[i]);
      i = value == 0 ? i + 1 : read_value(lines, i, value);
    }
  }

 private:
  // Where the value begins when the line is `key: value` with a key that we read; else 0.
  [[nodiscard]] std::uint32_t value_of_prose_key(Span line) const {
    const std::string_view shown = slice(text_, line);
    const std::size_t separator = shown.find(is_toml_ ? '=' : ':');
    if (separator == std::string_view::npos || separator > 40) return 0;
    std::string_view key = trim_end(shown.substr(0, separator));
    if (key.size() > 2 && (key[0] == '"' || key[0] == '\'') && key.back() == key[0])
      key = key.substr(1, key.size() - 2);
    if (std::ranges::find(kProseKeys, key) == std::end(kProseKeys)) return 0;
    std::uint32_t i = line.begin + static_cast<std::uint32_t>(separator) + 1;
    if (!is_toml_ && i < line.end && !is_space(text_[i])) return 0;
    while (i < line.end && is_space(text_[i])) ++i;
    return i;
  }

  // Returns the first line after the value.
  std::size_t read_value(const std::vector<Span>& lines, std::size_t i, std::uint32_t at) {
    const Span rest{at, lines[i].end};
    const char first = rest.empty() ? '\0' : text_[at];
    std::size_t after = i + 1;
    if (first == '"' || first == '\'') {
      after = read_quoted(lines, i, at);
    } else if (is_toml_ || first == '[' || first == '{' || first == '&' || first == '!') {
      return after;  // a number, a list, a table, ...
    } else if (first == '|' || first == '>') {
      after = read_block(lines, i + 1);
    } else {
      after = read_plain(lines, i, rest);
    }
    end_prose();
    return after;
  }

  std::size_t read_quoted(const std::vector<Span>& lines, std::size_t i, std::uint32_t at) {
    const char quote = text_[at];
    const bool triple = is_toml_ && text_.substr(at, 3) == std::string(3, quote);
    const std::string close(triple ? 3 : 1, quote);
    at += static_cast<std::uint32_t>(close.size());
    const bool escapes = quote == '"';
    for (; i < lines.size(); ++i) {
      const std::uint32_t end = lines[i].end;
      std::uint32_t run = at;
      while (at < end) {
        if (!is_toml_ && quote == '\'' && text_.substr(at, 2) == "''") {
          builder_.copy({run, at + 1});
          at += 2;
          run = at;
        } else if (text_.substr(at, close.size()) == close) {
          builder_.copy({run, at});
          return i + 1;
        } else if (escapes && text_[at] == '\\' && at + 1 < end) {
          builder_.copy({run, at});
          at = read_escape(at, end);
          run = at;
        } else {
          ++at;
        }
      }
      builder_.copy({run, end});
      if (is_toml_ && !triple) return i + 1;  // not closed: the rest of the line is the value
      if (i + 1 < lines.size()) at = soft_break(end, lines[i + 1]);
    }
    return i;
  }

  std::uint32_t read_escape(std::uint32_t at, std::uint32_t end) {
    const char c = text_[at + 1];
    const std::uint32_t digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
    if (digits > 0 && at + 2 + digits <= end) {
      const Span span{at, at + 2 + digits};
      char32_t value = 0;
      for (std::uint32_t i = at + 2; i < span.end; ++i) {
        const char d = text_[i];
        const int hex = d >= '0' && d <= '9'   ? d - '0'
                        : d >= 'a' && d <= 'f' ? d - 'a' + 10
                        : d >= 'A' && d <= 'F' ? d - 'A' + 10
                                               : -1;
        if (hex < 0) {
          builder_.copy({at, at + 2});
          return at + 2;
        }
        value = value * 16 + static_cast<char32_t>(hex);
      }
      const bool valid = value > 0 && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
      std::string utf8;
      append_utf8(valid ? value : kReplacementCharacter, utf8);
      builder_.replace(span, utf8);
      return span.end;
    }
    if (c == 'n' || c == 't' || c == 'r') {
      builder_.space({at, at + 2});
    } else {
      builder_.copy({at + 1, at + 2});  // the character itself
    }
    return at + 2;
  }

  // Lines that are indented more than the key go on with it.
  std::size_t read_plain(const std::vector<Span>& lines, std::size_t i, Span rest) {
    copy_plain(rest);
    std::uint32_t end = rest.end;
    for (++i; i < lines.size() && indent_of(text_, lines[i]) > 0 &&
              indent_of(text_, lines[i]) < lines[i].size();
         ++i) {
      const std::uint32_t begin = lines[i].begin + indent_of(text_, lines[i]);
      const std::string_view shown = slice(text_, {begin, lines[i].end});
      if (builder_.empty() &&
          (shown.starts_with("- ") || shown.find(": ") != std::string_view::npos)) {
        continue;  // a list or a mapping
      }
      builder_.space({end, begin});
      copy_plain({begin, lines[i].end});
      end = lines[i].end;
    }
    return i;
  }

  void copy_plain(Span span) {
    const std::size_t comment = slice(text_, span).find(" #");
    if (comment != std::string_view::npos)
      span.end = span.begin + static_cast<std::uint32_t>(comment);
    if (!span.empty() && text_[span.begin] == '#') return;
    builder_.copy(span);
  }

  // `|` and `>`: the indented lines that follow; blank lines separate paragraphs.
  std::size_t read_block(const std::vector<Span>& lines, std::size_t i) {
    std::uint32_t end = 0;
    for (; i < lines.size(); ++i) {
      const std::uint32_t indent = indent_of(text_, lines[i]);
      if (indent == lines[i].size()) {
        end_prose();
        continue;
      }
      if (indent == 0) break;
      const std::uint32_t begin = lines[i].begin + indent;
      if (!builder_.empty()) builder_.space({end, begin});
      builder_.copy({begin, lines[i].end});
      end = lines[i].end;
    }
    return i;
  }

  std::uint32_t soft_break(std::uint32_t end, Span next) {
    const std::uint32_t begin = next.begin + indent_of(text_, next);
    builder_.space({end, begin});
    return begin;
  }

  void end_prose() {
    if (!builder_.empty()) outline_.add(builder_.take(ProseKind::Metadata));
  }

  std::string_view text_;
  bool is_toml_;
  Outline& outline_;
  ProseBuilder builder_;
};

}  // namespace

std::uint32_t read_front_matter(std::string_view text, Outline& outline) {
  const bool is_yaml = text.starts_with("---");
  const bool is_toml = text.starts_with("+++");
  if (!is_yaml && !is_toml) return 0;
  Lines reader(text, 0);
  Span line;
  reader.next(line);
  const std::string_view fence = text.substr(0, 3);
  if (trim_end(slice(text, line)) != fence) return 0;
  std::vector<Span> lines;
  while (reader.next(line)) {
    const std::string_view shown = trim_end(slice(text, line));
    if (shown == fence || (is_yaml && shown == "...")) {
      FrontMatterReader(text, is_toml, outline).read(lines);
      return reader.after();
    }
    // Two thematic breaks far apart with prose between them are not front matter.
    if (lines.empty() && shown.empty()) return 0;
    lines.push_back(line);
  }
  return 0;
}

}  // namespace personfirst
