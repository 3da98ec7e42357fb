#include "wasm/reading.h"

#include <utility>

#include "linter/office/office.h"

namespace personfirst::wasm {
namespace {

// As the command line sees it: by the bytes, and by a name that promises such a document.
bool is_office(const std::string& name, std::string_view bytes) {
  const FileKind kind = kind_of_file(bytes);
  return kind == FileKind::Zip || kind == FileKind::OldOffice || kind == FileKind::Pdf ||
         has_office_ending(name);
}

}  // namespace

Result<ReadDocument> read_document(const std::string& name, std::string bytes,
                                   const Settings& settings) {
  if (is_office(name, bytes)) {
    if (kind_of_file(bytes) == FileKind::Pdf)
      return tl::unexpected(Error{name, "a PDF file; only the program itself reads these"});
    Result<OfficeText> office = read_office(name, bytes, settings.language);
    if (!office) return tl::unexpected(Error{name, office.error().what});
    if (!office->is_document) return tl::unexpected(Error{name, "a binary file, not text"});
    return ReadDocument{std::move(office->document), {}};
  }
  if (looks_binary(bytes)) return tl::unexpected(Error{name, "a binary file, not text"});
  Decoded decoded = decode(std::move(bytes));
  Encoding encoding = std::move(decoded.encoding);
  Document document = make_document(name, settings.format.value_or(format_of_name(name)),
                                    std::move(decoded.text), settings.language);
  document.values = settings.values;
  document.problems = std::move(decoded.problems);
  return ReadDocument{std::move(document), std::move(encoding)};
}

}  // namespace personfirst::wasm
