#include "linter/markup/light_markup.h"

#include <algorithm>

namespace personfirst {
namespace {

constexpr std::uint32_t kLongestRun = 500;  // between two marks
constexpr std::size_t kDeepest = 8;

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

void LightMarkup::add_line(Span line) {
  if (line.empty()) return;
  if (!layer_.empty()) layer_.replace({last_end_, line.begin}, " ");
  layer_.copy(source_, line);
  last_end_ = line.end;
}

ProseBuilder::Style LightMarkup::style() const {
  ProseBuilder::Style style;
  for (const Open& one : open_) {
    style.opaque |= one.effect == MarkEffect::Code;
    style.struck |= one.effect == MarkEffect::Struck;
    style.emphasized |= one.effect == MarkEffect::Emphasis;
  }
  return style;
}

std::uint32_t LightMarkup::close_of(std::string_view text, std::uint32_t from,
                                    const InlineMark& mark) const {
  const auto stop = static_cast<std::uint32_t>(
      std::min<std::size_t>(text.size(), std::size_t{from} + kLongestRun));
  for (std::uint32_t i = from + 1; i < stop; ++i) {
    if (text[i] != mark.mark[0] || text.substr(i, mark.mark.size()) != mark.mark) continue;
    const std::size_t behind = i + mark.mark.size();
    const bool ends_word = behind >= text.size() || !is_word_byte(text[behind]);
    if (mark.inside_words || (text[i - 1] != ' ' && ends_word)) return i;
  }
  return 0;
}

bool LightMarkup::open_mark(std::string_view text, std::uint32_t at) {
  if (open_.size() >= kDeepest) return false;
  for (const InlineMark& mark : marks_) {
    if (text[at] != mark.mark[0] || text.substr(at, mark.mark.size()) != mark.mark) continue;
    const auto in = static_cast<std::uint32_t>(at + mark.mark.size());
    if (in >= text.size() || text[in] == ' ') continue;
    if (!mark.inside_words && at > 0 && is_word_byte(text[at - 1])) continue;
    const std::uint32_t close = close_of(text, in, mark);
    if (close == 0 || (!open_.empty() && close >= open_.back().close)) continue;
    open_.push_back({close, static_cast<std::uint32_t>(mark.mark.size()), mark.effect});
    return true;
  }
  return false;
}

void LightMarkup::read(ProseBuilder& builder) {
  const std::string_view text = layer_.text();
  open_.clear();
  std::uint32_t run = 0;
  std::uint32_t i = 0;
  const auto put_run = [&] {
    builder.style = style();
    std::uint32_t begin = run;
    while (begin < i && builder.ends_with_space() && text[begin] == ' ') ++begin;
    builder.copy({begin, i});
  };
  while (i < text.size()) {
    if (!open_.empty() && i == open_.back().close) {
      put_run();
      run = i = i + open_.back().length;
      open_.pop_back();
      continue;
    }
    if (is_word_byte(text[i]) && i > 0 && is_word_byte(text[i - 1])) {
      ++i;
      continue;
    }
    if (!open_.empty() && open_.back().effect == MarkEffect::Code) {
      ++i;
      continue;
    }
    const InlineSpecial special = find_special_(text, i);
    if (special.end > i) {
      put_run();
      open_.push_back({special.end, 0, special.effect});
      run = special.shown.begin;
      i = special.shown.end;
      if (!special.shown.empty()) put_run();
      open_.pop_back();
      run = i = special.end;
      while (!open_.empty() && open_.back().close < i) open_.pop_back();
      continue;
    }
    put_run();
    run = i;
    if (open_mark(text, i)) {
      i += open_.back().length;
      run = i;
    } else {
      ++i;
    }
  }
  put_run();
}

Prose LightMarkup::take(ProseKind kind) {
  ProseBuilder builder(layer_.text());
  read(builder);
  Prose prose = builder.take(kind);
  layer_.lay_over(prose);
  layer_ = {};
  return prose;
}

}  // namespace personfirst
