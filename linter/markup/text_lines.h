// A text line by line, whatever ends its lines.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "linter/markup/prose_builder.h"
#include "linter/text/span.h"

namespace personfirst {

struct TextLine {
  Span span;                 // without its line end
  std::uint32_t next = 0;    // where the next one begins
  std::uint32_t indent = 0;  // blanks at its start, in bytes
  [[nodiscard]] bool is_blank() const { return span.size() == indent; }
  [[nodiscard]] Span content() const { return {span.begin + indent, span.end}; }
};

class TextLines {
 public:
  TextLines(std::string_view text, Span range) : text_(text), at_(range.begin), end_(range.end) {}

  // Blanks at a line's end are not in its span.
  bool next(TextLine& line) {
    if (at_ >= end_) return false;
    line = line_at(at_);
    at_ = line.next;
    return true;
  }
  // The one that next() gives, without taking it; empty at the end.
  [[nodiscard]] TextLine peek() const {
    return at_ < end_ ? line_at(at_) : TextLine{{end_, end_}, end_, 0};
  }
  [[nodiscard]] std::uint32_t at() const { return at_; }
  [[nodiscard]] bool at_end() const { return at_ >= end_; }

 private:
  [[nodiscard]] TextLine line_at(std::uint32_t begin) const {
    TextLine line;
    std::uint32_t end = begin;
    while (end < end_ && text_[end] != '\n' && text_[end] != '\r') ++end;
    line.next = end;
    if (line.next < end_ && text_[line.next] == '\r') ++line.next;
    if (line.next < end_ && text_[line.next] == '\n' &&
        (line.next == end || text_[line.next - 1] == '\r'))
      ++line.next;
    while (end > begin && is_space(text_[end - 1])) --end;
    line.span = {begin, end};
    while (line.indent < line.span.size() && is_space(text_[begin + line.indent])) ++line.indent;
    return line;
  }

  std::string_view text_;
  std::uint32_t at_;
  std::uint32_t end_;
};

}  // namespace personfirst
