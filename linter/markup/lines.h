// Lines of a text that end with "\n": where they begin and end.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "linter/markup/prose_builder.h"

namespace personfirst {

// Behind the line that holds `at`.
[[nodiscard]] inline std::uint32_t next_line(std::string_view text, std::uint32_t at) {
  const std::size_t end = text.find('\n', at);
  return static_cast<std::uint32_t>(end == std::string_view::npos ? text.size() : end + 1);
}

[[nodiscard]] inline std::uint32_t line_begin(std::string_view text, std::uint32_t at) {
  const std::size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  return before == std::string_view::npos ? 0 : static_cast<std::uint32_t>(before) + 1;
}

// With its end.
[[nodiscard]] inline std::string_view line_at(std::string_view text, std::uint32_t begin) {
  return text.substr(begin, next_line(text, begin) - begin);
}

// A "\r" with no "\n" behind it ends a line to some readers.
[[nodiscard]] inline bool has_old_line_ends(std::string_view text) {
  for (std::size_t at = text.find('\r'); at != std::string_view::npos;
       at = text.find('\r', at + 1)) {
    if (at + 1 == text.size() || text[at + 1] != '\n') return true;
  }
  return false;
}

[[nodiscard]] inline bool is_blank(std::string_view line) {
  return std::ranges::all_of(line, is_space);
}

[[nodiscard]] constexpr bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace personfirst
