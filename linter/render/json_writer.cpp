#include "linter/render/json_writer.h"

#include <array>
#include <charconv>
#include <cstddef>
#include <limits>

#include "linter/render/json_parts.h"
#include "linter/text/utf8.h"

namespace personfirst {
namespace {

constexpr bool is_escaped(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

constexpr std::size_t kBlock = 16;  // bytes that compilers turn into one step

bool block_is_plain(const char* text) {
  unsigned char escaped = 0;
  for (std::size_t i = 0; i < kBlock; ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    escaped |= static_cast<unsigned char>((c < 0x20) | (c == '"') | (c == '\\'));
  }
  return escaped == 0;
}

std::size_t plain_end(std::string_view text, std::size_t at) {
  while (at + kBlock <= text.size() && block_is_plain(text.data() + at)) at += kBlock;
  while (at < text.size() && !is_escaped(text[at])) ++at;
  return at;
}

void append_escape(char c, std::string& out) {
  constexpr std::string_view kNamed = "\"\\\b\t\n\f\r";
  constexpr std::string_view kNames = "\"\\btnfr";
  constexpr std::string_view kDigits = "0123456789abcdef";
  out += '\\';
  if (const std::size_t named = kNamed.find(c); named != std::string_view::npos) {
    out += kNames[named];
    return;
  }
  const auto byte = static_cast<unsigned char>(c);
  out += "u00";
  out += kDigits[byte >> 4U];
  out += kDigits[byte & 0xFU];
}

}  // namespace

void append_json(std::string_view text, std::string& out) {
  if (find_ill_formed(text) < text.size()) {
    out += dump(text);
    return;
  }
  out += '"';
  for (std::size_t at = 0;;) {
    const std::size_t end = plain_end(text, at);
    out += text.substr(at, end - at);
    if (end == text.size()) break;
    append_escape(text[end], out);
    at = end + 1;
  }
  out += '"';
}

void append_json(std::uint32_t number, std::string& out) {
  std::array<char, std::numeric_limits<std::uint32_t>::digits10 + 1> digits{};
  const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), number);
  out.append(digits.data(), written.ptr);
}

}  // namespace personfirst
