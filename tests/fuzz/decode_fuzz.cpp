// Decoding never fails, never writes other bytes than it read, and gives a text whose every offset
// has a place.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "linter/text/decode.h"
#include "linter/text/utf8.h"
#include "linter/text/words.h"

namespace personfirst {
namespace {

constexpr std::uint32_t kManyOffsets = 4096;

void require(bool holds) {
  if (!holds) std::abort();
}

void check_encoding(const std::string& bytes, const Decoded& decoded) {
  const auto back = encode(decoded.text, decoded.encoding);
  require(back ? *back == bytes : !decoded.problems.empty());
}

void check_lines(const Document& document) {
  const std::string& text = document.text;
  const auto size = static_cast<std::uint32_t>(text.size());
  const std::uint32_t step = size / kManyOffsets + 1;
  for (const ColumnUnit unit : {ColumnUnit::Utf8, ColumnUnit::Utf16, ColumnUnit::Utf32}) {
    LineColumn last;
    for (std::uint32_t offset = 0; offset <= size; offset += step) {
      const LineColumn at = document.lines().to_line_column(text, offset, unit);
      require(at.line > last.line || (at.line == last.line && at.column >= last.column));
      last = at;
      std::uint32_t begin = character_begin(text, offset);
      if (begin > 0 && begin < size && text[begin] == '\n' && text[begin - 1] == '\r') --begin;
      require(document.lines().to_offset(text, at, unit) == begin);
    }
  }
}

void check_sentences(const std::string& text) {
  std::uint32_t end = 0;
  for (const Span sentence : sentences(text)) {
    require(sentence.begin >= end && sentence.begin < sentence.end && sentence.end <= text.size());
    end = sentence.end;
  }
  const auto middle = static_cast<std::uint32_t>(text.size() / 2);
  require(sentence_around(text, {middle, middle}).contains({middle, middle}));
}

}  // namespace
}  // namespace personfirst

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace personfirst;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  static_cast<void>(looks_binary(bytes));
  Decoded decoded = decode(bytes);
  check_encoding(bytes, decoded);
  const Document document = make_document("input", Format::PlainText, std::move(decoded));
  for (const Problem& problem : document.problems)
    require(problem.span.end <= document.text.size());
  check_lines(document);
  check_sentences(document.text);
  static_cast<void>(display_width(document.text));
  static_cast<void>(to_lower(document.text));
  return 0;
}
