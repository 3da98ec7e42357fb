#include "linter/render/printable.h"

#include "linter/text/utf8.h"

namespace personfirst {
namespace {

bool is_unsafe(char32_t c) {
  const bool control = c < 0x20 || (c >= 0x7F && c <= 0x9F);
  const bool direction = c == 0x200E || c == 0x200F || c == 0x061C ||
                         (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  const bool line_end = c == 0x2028 || c == 0x2029;
  const bool not_in_xml = c == 0xFFFE || c == 0xFFFF;
  return control || direction || line_end || not_in_xml;
}

}  // namespace

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  std::uint32_t length = 0;
  for (std::uint32_t at = 0; at < text.size(); at += length) {
    const char32_t c = decode_at(text, at, &length);
    if (c == U'\t') {
      out += "    ";
    } else if (c == U'\n' || c == U'\r') {
      out += ' ';
    } else {
      append_utf8(is_unsafe(c) ? kReplacementCharacter : c, out);
    }
  }
  return out;
}

}  // namespace personfirst
