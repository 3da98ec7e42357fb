#include "linter/markup/table_text.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "linter/markup/prose_builder.h"

namespace personfirst {
namespace {

bool holds_letters(std::string_view text) {
  return std::ranges::any_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
  });
}

char separator_of(std::string_view text, Format format) {
  if (format == Format::Tsv) return '\t';
  const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
  const auto commas = std::ranges::count(line, ',');
  const auto semicolons = std::ranges::count(line, ';');
  if (commas == 0 && semicolons == 0 && line.find('\t') != std::string_view::npos) return '\t';
  return semicolons > commas ? ';' : ',';
}

class TableReader {
 public:
  TableReader(std::string_view text, char separator, Outline& outline)
      : text_(text),
        size_(static_cast<std::uint32_t>(text.size())),
        separator_(separator),
        outline_(outline),
        builder_(text) {}

  void read() {
    outline_.open_table();
    bool is_first_row = true;
    for (std::uint32_t i = 0; i < size_;) {
      outline_.open_row();
      for (;;) {
        outline_.open_cell(is_first_row);
        i = read_cell(i, is_first_row);
        if (i >= size_ || text_[i] != separator_) break;
        ++i;
      }
      if (i < size_ && text_[i] == '\r') ++i;
      if (i < size_ && text_[i] == '\n') ++i;
      is_first_row = false;
    }
    outline_.close_table();
  }

 private:
  // Behind the cell: at a separator or a line's end.
  std::uint32_t read_cell(std::uint32_t i, bool is_header) {
    const std::uint32_t close = i < size_ && text_[i] == '"' ? close_of(i) : 0;
    if (close == 0) {
      const std::uint32_t end = end_of_plain(i);
      put({i, end}, ",;\t\"\r\n", is_header, false);
      return end;
    }
    put({i + 1, close}, "\"", is_header, true);
    return end_of_plain(close + 1);
  }

  [[nodiscard]] std::uint32_t end_of_plain(std::uint32_t i) const {
    while (i < size_ && text_[i] != separator_ && text_[i] != '\n' && text_[i] != '\r') ++i;
    return i;
  }

  // The quotation mark that closes the one at `at`, or 0.
  std::uint32_t close_of(std::uint32_t at) {
    if (no_more_quotes_) return 0;
    for (std::uint32_t i = at + 1; i < size_; ++i) {
      if (text_[i] != '"') continue;
      if (i + 1 < size_ && text_[i + 1] == '"') {
        ++i;
      } else {
        return i;
      }
    }
    no_more_quotes_ = true;
    return 0;
  }

  void put(Span span, std::string_view reserved, bool is_header, bool has_doubled_quotes) {
    if (!holds_letters(slice(text_, span))) return;
    const auto flush = [&] {
      if (builder_.empty()) return;
      Prose prose = builder_.take(is_header ? ProseKind::TableHeader : ProseKind::TableCell);
      prose.limits.reserved = reserved;
      outline_.add(std::move(prose));
    };
    std::uint32_t run = span.begin;
    for (std::uint32_t i = span.begin; i < span.end;) {
      if (has_doubled_quotes && text_[i] == '"' && i + 1 < span.end && text_[i + 1] == '"') {
        builder_.copy({run, i});
        builder_.replace({i, i + 2}, "\"");
        run = i = i + 2;
      } else if (is_space(text_[i])) {
        builder_.copy({run, i});
        const std::uint32_t begin = i;
        int lines = 0;
        for (; i < span.end && is_space(text_[i]); ++i) lines += text_[i] == '\n' ? 1 : 0;
        if (lines > 1) {
          flush();
        } else {
          builder_.space({begin, i});
        }
        run = i;
      } else {
        ++i;
      }
    }
    builder_.copy({run, span.end});
    flush();
  }

  std::string_view text_;
  std::uint32_t size_;
  char separator_;
  Outline& outline_;
  ProseBuilder builder_;
  bool no_more_quotes_ = false;
};

}  // namespace

void read_table_text(std::string_view text, Format format, Outline& outline) {
  TableReader(text, separator_of(text, format), outline).read();
}

}  // namespace personfirst
