#include "linter/markup/yaml.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "linter/markup/json.h"
#include "linter/markup/layer.h"
#include "linter/markup/text_lines.h"
#include "linter/markup/value_path.h"

namespace personfirst {
namespace {

constexpr std::size_t kDeepest = 64;

class YamlReader {
 public:
  YamlReader(std::string_view text, std::span<const std::string> values, Outline& outline)
      : text_(text),
        values_(values),
        outline_(outline),
        lines_(text, {0, static_cast<std::uint32_t>(text.size())}) {}

  void read() {
    if (values_.empty()) return;
    TextLine line;
    while (lines_.next(line)) {
      if (line.is_blank()) continue;
      const std::string_view shown = slice(text_, line.content());
      if (shown[0] == '#') {
        outline_.add_comment(make_comment(text_, line.content(), 1, 0));
      } else if (line.indent == 0 && (shown == "---" || shown == "...")) {
        path_.clear();
      } else {
        see_line(line);
      }
    }
  }

 private:
  struct Step {
    std::uint32_t column = 0;  // twice, and one more for the dash of a list
    std::string_view key;
  };

  void enter(std::uint32_t column, std::string_view key) {
    while (!path_.empty() && path_.back().column >= column) path_.pop_back();
    if (path_.size() < kDeepest) path_.push_back({column, key});
  }

  void see_line(const TextLine& line) {
    Span rest = line.content();
    std::uint32_t base = line.indent;
    while (rest.size() >= 2 && text_[rest.begin] == '-' && is_space(text_[rest.begin + 1])) {
      base = rest.begin - line.span.begin;
      enter(base * 2 + 1, "*");
      do {
        ++rest.begin;
      } while (!rest.empty() && is_space(text_[rest.begin]));
    }
    const std::uint32_t colon = find_colon(rest);
    if (colon != 0) {
      base = rest.begin - line.span.begin;
      enter(base * 2, key_in({rest.begin, colon}));
      rest.begin = colon + 1;
      while (!rest.empty() && is_space(text_[rest.begin])) ++rest.begin;
    }
    read_scalar(rest, base);
  }

  // The colon behind a key, or 0.
  [[nodiscard]] std::uint32_t find_colon(Span rest) const {
    if (rest.empty()) return 0;
    std::uint32_t i = rest.begin;
    const char quote = text_[i];
    if (quote == '"' || quote == '\'') {
      for (++i; i < rest.end && text_[i] != quote; ++i) {
        if (text_[i] == '\\' && quote == '"') ++i;
      }
      ++i;
      return i < rest.end && text_[i] == ':' ? i : 0;
    }
    if (quote == '{' || quote == '[' || quote == '|' || quote == '>' || quote == '&') return 0;
    for (; i < rest.end; ++i) {
      if (text_[i] == ':' && (i + 1 == rest.end || is_space(text_[i + 1]))) return i;
      if (text_[i] == '#' && i > rest.begin && is_space(text_[i - 1])) return 0;
    }
    return 0;
  }

  [[nodiscard]] std::string_view key_in(Span span) const {
    std::string_view key = slice(text_, span);
    while (!key.empty() && is_space(key.back())) key.remove_suffix(1);
    if (key.size() >= 2 && (key[0] == '"' || key[0] == '\'') && key.back() == key[0])
      key = key.substr(1, key.size() - 2);
    return key;
  }

  [[nodiscard]] bool is_chosen() const {
    std::vector<std::string_view> keys;
    for (const Step& step : path_) keys.push_back(step.key);
    return values_.fits(keys);
  }

  void read_scalar(Span rest, std::uint32_t base) {
    while (!rest.empty() && (text_[rest.begin] == '!' || text_[rest.begin] == '&')) {  // !tag &name
      while (!rest.empty() && !is_space(text_[rest.begin])) ++rest.begin;
      while (!rest.empty() && is_space(text_[rest.begin])) ++rest.begin;
    }
    if (rest.empty() || text_[rest.begin] == '#') return;
    layer_ = {};
    EditLimits limits{":#\n", false, false};
    switch (text_[rest.begin]) {
      case '|':
      case '>':
        limits.reserved = "\n";
        read_block(text_[rest.begin] == '>', base);
        break;
      case '"':
      case '\'':
        limits.reserved = text_[rest.begin] == '"' ? "\"\\\n" : "'\n";
        read_quoted(rest);
        break;
      case '[':
      case '{':
      case '*':
      case '#':
        return;
      default:
        read_plain(rest, base);
        break;
    }
    if (is_chosen()) read_value(layer_, limits, outline_);
  }

  // Lines that are indented more than their key.
  void read_block(bool is_folded, std::uint32_t base) {
    std::uint32_t end = 0;
    bool blank = false;
    while (!lines_.at_end()) {
      const TextLine line = lines_.peek();
      if (!line.is_blank() && line.indent <= base) break;
      TextLine taken;
      lines_.next(taken);
      if (line.is_blank()) {
        blank = !layer_.empty();
        continue;
      }
      const Span shown = line.content();
      if (end != 0) layer_.replace({end, shown.begin}, blank ? "\n\n" : is_folded ? " " : "\n");
      blank = false;
      layer_.copy(text_, shown);
      end = shown.end;
    }
  }

  void read_quoted(Span rest) {
    const char quote = text_[rest.begin];
    std::uint32_t i = rest.begin + 1;
    Span line{i, rest.end};
    for (;;) {
      std::uint32_t run = i;
      while (i < line.end) {
        if (text_[i] == quote && quote == '\'' && i + 1 < line.end && text_[i + 1] == quote) {
          layer_.copy(text_, {run, i});
          layer_.replace({i, i + 2}, "'");
          run = i = i + 2;
        } else if (text_[i] == quote) {
          layer_.copy(text_, {run, i});
          return;
        } else if (text_[i] == '\\' && quote == '"') {
          layer_.copy(text_, {run, i});
          run = i = read_escape(text_, i, line.end, layer_);
        } else {
          ++i;
        }
      }
      layer_.copy(text_, {run, line.end});
      TextLine next;
      if (!lines_.next(next)) return;
      layer_.replace({line.end, next.content().begin}, next.is_blank() ? "\n\n" : " ");
      line = next.content();
      i = line.begin;
    }
  }

  void read_plain(Span rest, std::uint32_t base) {
    copy_plain(rest);
    std::uint32_t end = rest.end;
    while (!lines_.at_end()) {
      const TextLine line = lines_.peek();
      if (line.is_blank() || line.indent <= base || text_[line.content().begin] == '#') return;
      if (find_colon(line.content()) != 0) return;
      TextLine taken;
      lines_.next(taken);
      layer_.replace({end, line.content().begin}, " ");
      copy_plain(line.content());
      end = line.span.end;
    }
  }

  void copy_plain(Span span) {
    const std::size_t comment = slice(text_, span).find(" #");
    if (comment != std::string_view::npos) {
      const auto at = span.begin + static_cast<std::uint32_t>(comment);
      outline_.add_comment(make_comment(text_, {at + 1, span.end}, 1, 0));
      span.end = at;
    }
    layer_.copy(text_, span);
  }

  std::string_view text_;
  ValuePaths values_;
  Outline& outline_;
  TextLines lines_;
  std::vector<Step> path_;
  Layer layer_;
};

}  // namespace

void read_yaml(std::string_view text, std::span<const std::string> values, Outline& outline) {
  YamlReader(text, values, outline).read();
}

}  // namespace personfirst
