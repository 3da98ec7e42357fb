// Extraction never fails, and every prose maps back to the source, whatever the markup. The first
// byte chooses the format.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "linter/markup/extract.h"

namespace personfirst {
namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check_spans(const std::vector<Span>& spans, std::size_t size) {
  std::uint32_t end = 0;
  for (const Span span : spans) {
    require(span.begin >= end && span.begin < span.end && span.end <= size);
    end = span.end;
  }
}

void check_prose(const Prose& prose, const std::string& source) {
  require(!prose.text.empty() && !prose.pieces.empty());
  std::uint32_t in_prose = 0;
  std::uint32_t in_source = 0;
  for (const Piece& piece : prose.pieces) {
    require(piece.prose_begin == in_prose && piece.prose_length > 0 &&
            piece.source_begin >= in_source);
    in_prose += piece.prose_length;
    in_source = piece.source_begin + piece.source_length;
    require(in_source <= source.size() && in_prose <= prose.text.size());
    if (piece.is_copied()) {
      require(prose.text.compare(piece.prose_begin, piece.prose_length, source, piece.source_begin,
                                 piece.source_length) == 0);
    }
  }
  require(in_prose == prose.text.size());
  const Span whole = prose.to_source({0, in_prose});
  require(whole.begin == prose.pieces.front().source_begin && whole.end == in_source);
  check_spans(prose.opaque, in_prose);
  check_spans(prose.struck, in_prose);
  check_spans(prose.emphasized, in_prose);
}

}  // namespace
}  // namespace personfirst

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace personfirst;
  if (size == 0) return 0;
  constexpr int kFormats = static_cast<int>(Format::Rtf) + 1;
  Document document;
  document.format = static_cast<Format>(data[0] % kFormats);
  document.values = {"**"};
  document.text.assign(reinterpret_cast<const char*>(data) + 1, size - 1);
  const Extracted extracted = extract(document);
  for (const Prose& prose : extracted.prose) check_prose(prose, document.text);
  for (const Problem& problem : extracted.problems)
    require(problem.span.end <= document.text.size());
  return 0;
}
