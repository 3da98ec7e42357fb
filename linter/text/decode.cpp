#include "linter/text/decode.h"

#include <algorithm>
#include <array>
#include <utility>

#include "linter/text/charset.h"
#include "linter/text/ill_formed.h"
#include "linter/text/utf8.h"

namespace personfirst {
namespace {

enum class ByteOrder { Little, Big };

struct Form {
  const char* charset;
  std::string_view mark;
  std::size_t unit;  // bytes
  ByteOrder order;
};

// UTF-32 first: its little-endian mark begins with that of UTF-16.
constexpr std::array<Form, 5> kForms = {{{"UTF-8", "\xEF\xBB\xBF", 1, ByteOrder::Big},
                                         {"UTF-32LE", {"\xFF\xFE\0\0", 4}, 4, ByteOrder::Little},
                                         {"UTF-32BE", {"\0\0\xFE\xFF", 4}, 4, ByteOrder::Big},
                                         {"UTF-16LE", "\xFF\xFE", 2, ByteOrder::Little},
                                         {"UTF-16BE", "\xFE\xFF", 2, ByteOrder::Big}}};
constexpr const Form& kUtf16Le = kForms[3];
constexpr const Form& kUtf16Be = kForms[4];

constexpr std::size_t kGuessWindow = 4096;  // for UTF-16 without a mark
constexpr std::size_t kBinaryWindow =
    8000;  // how early a NUL byte must stand to make a file binary
constexpr std::size_t kCharsetWindow = 16384;
constexpr std::size_t kCharsetLead = 512;  // of which before the first byte that is not ASCII

char32_t unit_at(std::string_view bytes, std::size_t offset, const Form& form) {
  char32_t value = 0;
  for (std::size_t i = 0; i < form.unit; ++i) {
    const std::size_t at = form.order == ByteOrder::Big ? i : form.unit - 1 - i;
    value = (value << 8U) | static_cast<unsigned char>(bytes[offset + at]);
  }
  return value;
}

bool is_surrogate(char32_t c) { return (c & 0xFFFFF800U) == 0xD800; }
bool is_high_surrogate(char32_t c) { return (c & 0xFFFFFC00U) == 0xD800; }
bool is_low_surrogate(char32_t c) { return (c & 0xFFFFFC00U) == 0xDC00; }

// The character at `offset`, of one unit or two. A lone surrogate comes back as itself.
char32_t utf16_at(std::string_view bytes, std::size_t offset, const Form& form,
                  std::size_t& length) {
  const char32_t first = unit_at(bytes, offset, form);
  length = 2;
  if (!is_high_surrogate(first) || bytes.size() - offset < 4) return first;
  const char32_t second = unit_at(bytes, offset + 2, form);
  if (!is_low_surrogate(second)) return first;
  length = 4;
  return 0x10000 + ((first & 0x3FFU) << 10U) + (second & 0x3FFU);
}

// Lone surrogates and a byte left over become ill-formed UTF-8, which encode() refuses to write
// back.
std::string from_utf16(std::string_view bytes, const Form& form) {
  std::string text;
  text.reserve(bytes.size() / 2 + bytes.size() / 8);
  std::size_t offset = 0;
  for (std::size_t length = 0; offset + 1 < bytes.size(); offset += length) {
    append_utf8(utf16_at(bytes, offset, form, length), text);
  }
  if (offset < bytes.size()) text += '\xFF';
  return text;
}

std::optional<std::string> from_utf32(std::string_view bytes, const Form& form) {
  if (bytes.size() % 4 != 0) return std::nullopt;
  std::string text;
  text.reserve(bytes.size() / 4 + bytes.size() / 16);
  for (std::size_t offset = 0; offset < bytes.size(); offset += 4) {
    const char32_t c = unit_at(bytes, offset, form);
    if (c > 0x10FFFF || is_surrogate(c)) return std::nullopt;
    append_utf8(c, text);
  }
  return text;
}

// Are these ordinary characters in pairs of bytes, with at least half of them Latin?
bool reads_as(std::string_view bytes, const Form& form) {
  if (bytes.empty() || bytes.size() % 2 != 0) return false;
  const std::size_t size = std::min(bytes.size(), kGuessWindow);
  std::size_t all = 0;
  std::size_t latin = 0;  // one of the two bytes is zero
  for (std::size_t offset = 0, length = 0; offset < size; offset += length) {
    const char32_t c = utf16_at(bytes, offset, form, length);
    const bool control = c < 0x20 && (c < '\t' || c > '\r');
    if (control || is_surrogate(c) || (c & 0xFFFEU) == 0xFFFE) return false;
    ++all;
    if (c < 0x100) ++latin;
  }
  return latin * 2 >= all;
}

const Form* guess_utf16(std::string_view bytes) {
  if (bytes.substr(0, kGuessWindow).find('\0') == std::string_view::npos) return nullptr;
  if (reads_as(bytes, kUtf16Le)) return &kUtf16Le;
  if (reads_as(bytes, kUtf16Be)) return &kUtf16Be;
  return nullptr;
}

// With a few ill-formed bytes among many good ones, it is damaged UTF-8. In other charsets a
// stretch that happens to be well-formed is rare: none to one in four.
bool is_mostly_utf8(std::string_view text, std::uint32_t first_ill_formed) {
  const auto size = static_cast<std::uint32_t>(text.size());
  std::uint64_t good = 0;
  std::uint64_t bad = 0;
  bool after_bad = false;
  std::uint32_t offset = ascii_end(text, 0, first_ill_formed);
  while (offset < size) {
    std::uint32_t length = 0;
    static_cast<void>(decode_at(text, offset, &length));
    // The bytes of one broken character count once.
    if (length > 1) {
      ++good;
    } else if (!after_bad || (static_cast<unsigned char>(text[offset]) & 0xC0U) != 0x80U) {
      ++bad;
    }
    after_bad = length == 1;
    offset += length;
    const std::uint32_t next = ascii_end(text, offset, size);
    if (next != offset) after_bad = false;
    offset = next;
  }
  return bad * 3 <= good;
}

Problem guessed(const std::string& charset) {
  return {"charset-guessed",
          "read as " + charset + ", which is a guess: nothing in the text says how it is encoded",
          {}};
}

Decoded with_problems(std::string text, Encoding encoding) {
  std::vector<Problem> problems = ill_formed_problems(text);
  return {std::move(text), std::move(encoding), std::move(problems)};
}

std::optional<Decoded> decode_marked(std::string& bytes) {
  for (const Form& form : kForms) {
    if (std::string_view(bytes).substr(0, form.mark.size()) != form.mark) continue;
    if (form.unit == 1) {
      bytes.erase(0, form.mark.size());
      return with_problems(std::move(bytes), {form.charset, true});
    }
    const std::string_view rest = std::string_view(bytes).substr(form.mark.size());
    if (form.unit == 2) return with_problems(from_utf16(rest, form), {form.charset, true});
    if (std::optional<std::string> text = from_utf32(rest, form)) {
      return with_problems(*std::move(text), {form.charset, true});
    }
  }
  return std::nullopt;
}

Decoded decode_other(const std::string& bytes, std::uint32_t first_ill_formed) {
  const std::size_t begin =
      first_ill_formed - std::min<std::size_t>(first_ill_formed, kCharsetLead);
  const std::string_view window = std::string_view(bytes).substr(begin, kCharsetWindow);
  for (const std::string& charset : likely_charsets(window)) {
    std::optional<std::string> text = convert(bytes, charset, "UTF-8");
    // Only a charset that gives the same bytes back is safe to write in.
    if (text && convert(*text, "UTF-8", charset) == bytes)
      return {*std::move(text), {charset}, {guessed(charset)}};
  }
  // Not reached while ICU has its data.
  return with_problems(bytes, {});
}

}  // namespace

Decoded decode(std::string bytes) {
  if (std::optional<Decoded> marked = decode_marked(bytes)) return *std::move(marked);
  if (const Form* form = guess_utf16(bytes)) {
    Decoded decoded = with_problems(from_utf16(bytes, *form), {form->charset});
    decoded.problems.insert(decoded.problems.begin(), guessed(form->charset));
    return decoded;
  }
  const std::uint32_t ill_formed = find_ill_formed(bytes);
  if (ill_formed == bytes.size()) return {std::move(bytes), {}, {}};
  if (is_mostly_utf8(bytes, ill_formed)) return with_problems(std::move(bytes), {});
  return decode_other(bytes, ill_formed);
}

std::optional<std::string> encode(std::string_view text, const Encoding& encoding) {
  const auto form = std::find_if(kForms.begin(), kForms.end(), [&](const Form& known) {
    return encoding.charset == known.charset;
  });
  std::string bytes;
  if (form != kForms.end() && encoding.byte_order_mark) bytes = form->mark;
  if (form != kForms.end() && form->unit == 1) return bytes.append(text);
  const std::optional<std::string> rest = convert(text, "UTF-8", encoding.charset);
  if (!rest) return std::nullopt;
  return bytes + *rest;
}

bool looks_binary(std::string_view bytes) {
  if (bytes.substr(0, kBinaryWindow).find('\0') == std::string_view::npos) return false;
  for (const Form& form : kForms) {
    if (bytes.substr(0, form.mark.size()) == form.mark) return form.unit == 1;
  }
  return guess_utf16(bytes) == nullptr;
}

}  // namespace personfirst
