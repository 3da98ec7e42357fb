#include "linter/render/json_writer.h"

#include <array>
#include <charconv>
#include <cstddef>
#include <limits>

#include "linter/render/json_parts.h"
#include "linter/text/utf8.h"

namespace personfirst {
namespace {

// As it is, and ASCII.
constexpr bool is_plain(char c) {
  return static_cast<signed char>(c) >= 0x20 && c != '"' && c != '\\';
}

constexpr std::array<bool, 256> kIsPlain = [] {
  std::array<bool, 256> plain{};
  for (std::size_t c = 0; c < plain.size(); ++c) plain[c] = is_plain(static_cast<char>(c));
  return plain;
}();

constexpr std::size_t kBlock = 16;  // bytes that compilers turn into one step

bool block_is_plain(const char* text) {
  unsigned char others = 0;
  for (std::size_t i = 0; i < kBlock; ++i) {
    const auto c = static_cast<signed char>(text[i]);
    others |= static_cast<unsigned char>((c < 0x20) | (c == '"') | (c == '\\'));
  }
  return others == 0;
}

std::uint32_t plain_end(std::string_view text, std::uint32_t at) {
  while (at + kBlock <= text.size() && block_is_plain(text.data() + at)) at += kBlock;
  while (at < text.size() && kIsPlain[static_cast<unsigned char>(text[at])]) ++at;
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
  const std::size_t begun = out.size();
  out += '"';
  std::uint32_t copied = 0;
  for (std::uint32_t at = plain_end(text, 0); at < text.size(); at = plain_end(text, at)) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      out += text.substr(copied, at - copied);
      append_escape(text[at], out);
      copied = ++at;
      continue;
    }
    std::uint32_t length = 0;
    static_cast<void>(decode_at(text, at, &length));
    if (length == 1) {  // ill-formed
      out.resize(begun);
      out += dump(text);
      return;
    }
    at += length;
  }
  out += text.substr(copied);
  out += '"';
}

void append_json(std::uint32_t number, std::string& out) {
  std::array<char, std::numeric_limits<std::uint32_t>::digits10 + 1> digits{};
  const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), number);
  out.append(digits.data(), written.ptr);
}

}  // namespace personfirst
