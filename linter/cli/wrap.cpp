#include "linter/cli/wrap.h"

#include "linter/text/words.h"

namespace personfirst {

std::string wrap(std::string_view text, unsigned width, std::string_view first,
                 std::string_view rest) {
  std::string out(first);
  std::uint32_t column = display_width(first);
  bool line_is_empty = true;
  while (!text.empty()) {
    const std::size_t space = text.find(' ');
    const std::string_view word = text.substr(0, space);
    text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
    if (word.empty()) continue;
    const std::uint32_t word_width = display_width(word);
    if (!line_is_empty && column + 1 + word_width > width) {
      out += '\n';
      out += rest;
      column = display_width(rest);
      line_is_empty = true;
    }
    if (!line_is_empty) {
      out += ' ';
      ++column;
    }
    out += word;
    column += word_width;
    line_is_empty = false;
  }
  return out + '\n';
}

}  // namespace personfirst
