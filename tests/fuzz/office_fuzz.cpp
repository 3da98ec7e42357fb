// Any bytes are read as an office document within bounds; prose leads to the text; and a document
// that was changed can be read again. A first byte of 'x' makes the rest the XML of a Word
// document.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "linter/markup/structure.h"
#include "linter/office/office.h"
#include "tests/support/packages.h"

namespace personfirst {
namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check(const std::string& bytes) {
  const Result<OfficeText> read = read_office("fuzz", bytes, "en");
  if (!read || !read->is_document) return;
  const Document& document = read->document;
  for (const Prose& prose : document.structure->prose) {
    const Span all = prose.to_source({0, static_cast<std::uint32_t>(prose.text.size())});
    require(all.end <= document.text.size() && slice(document.text, all) == prose.text);
    require(place_at(*document.places, all.begin) != nullptr);
  }
  if (!read->can_be_fixed || document.structure->prose.empty()) return;
  OfficeChange change;
  const Span whole = document.structure->prose.front().to_source({0, 1});
  const std::uint32_t end = static_cast<std::uint32_t>(document.text.find('\n', whole.begin));
  change.commented = {whole.begin, end};
  change.edits = {{{whole.begin, end}, "other"}};
  change.comment = {"Why."};
  const Result<ChangedOffice> changed = change_office(bytes, {change}, {"us", "then"});
  if (!changed) return;
  const Result<OfficeText> again = read_office("fuzz", changed->bytes, "en");
  require(again.has_value());
  if (changed->edits.front() == NotChanged::Done)
    require(again->document.text.find("other") != std::string::npos);
}

}  // namespace
}  // namespace personfirst

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace personfirst;
  if (size == 0) return 0;
  const std::string rest(reinterpret_cast<const char*>(data) + 1, size - 1);
  check(data[0] == 'x' ? testing::word_document(rest) : rest);
  return 0;
}
