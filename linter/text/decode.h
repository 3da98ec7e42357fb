// Bytes of a file -> UTF-8 text, and back again.
//
// Everything behind this edge is UTF-8. What was found is remembered, so that a fixed file keeps
// its byte order mark and its encoding.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/text/document.h"

namespace personfirst {

struct Encoding {
  std::string charset = "UTF-8";  // an ICU converter name
  bool byte_order_mark = false;
};

struct Decoded {
  std::string text;  // UTF-8 without a byte order mark
  Encoding encoding;
  std::vector<Problem> problems;  // "ill-formed-utf8" (spans in `text`), "charset-guessed"
};

// Never fails. Order: byte order mark (UTF-8, UTF-16 LE/BE, UTF-32); UTF-16 without a mark by its
// zero bytes; well-formed UTF-8; UTF-8 with a few ill-formed bytes (kept, reported); ICU's charset
// detector; Windows-1252.
[[nodiscard]] Decoded decode(std::string bytes);

// The document of a decoded file. Problems are those of decoding; do not add them again.
[[nodiscard]] Document make_document(std::string name, Format format, Decoded decoded,
                                     std::string language = "en");

// The inverse. Empty when a character of `text` has no place in the encoding (the caller must
// refuse to write).
[[nodiscard]] std::optional<std::string> encode(std::string_view text, const Encoding& encoding);

// True for bytes that are not text: a NUL byte early on that is not UTF-16 or UTF-32.
[[nodiscard]] bool looks_binary(std::string_view bytes);

}  // namespace personfirst
