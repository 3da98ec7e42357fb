// What a file is by its first bytes, and what its name promises.

#include <algorithm>
#include <array>

#include "linter/office/office.h"

namespace personfirst {
namespace {

constexpr std::string_view kZip = "PK\x03\x04";
constexpr std::string_view kEmptyZip = "PK\x05\x06";
constexpr std::string_view kCompoundFile = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
constexpr std::string_view kPdf = "%PDF-";
constexpr std::array<std::string_view, 12> kEndings = {".docx", ".docm", ".dotx", ".odt",
                                                       ".ott",  ".pptx", ".ppsx", ".odp",
                                                       ".epub", ".xlsx", ".xlsm", ".ods"};

}  // namespace

FileKind kind_of_file(std::string_view bytes) {
  if (bytes.starts_with(kZip) || bytes.starts_with(kEmptyZip)) return FileKind::Zip;
  if (bytes.starts_with(kCompoundFile)) return FileKind::OldOffice;
  return bytes.starts_with(kPdf) ? FileKind::Pdf : FileKind::Other;
}

bool has_office_ending(std::string_view file_name) {
  const std::size_t dot = file_name.rfind('.');
  if (dot == std::string_view::npos) return false;
  std::string ending(file_name.substr(dot));
  std::ranges::transform(ending, ending.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  });
  return std::ranges::find(kEndings, ending) != kEndings.end();
}

}  // namespace personfirst
