// Zip files in memory, for tests. Header only; who uses it links the office layer and minizip.
#pragma once

#include <minizip/zip.h>

#include <string>
#include <utility>
#include <vector>

#include "linter/office/zip_memory.h"

namespace personfirst::testing {

[[nodiscard]] inline std::string zip_of(
    const std::vector<std::pair<std::string, std::string>>& parts) {
  std::string written;
  ZipMemory memory{{}, &written};
  zlib_filefunc64_def functions = functions_over(memory);
  zipFile zip = zipOpen2_64("", APPEND_STATUS_CREATE, nullptr, &functions);
  zip_fileinfo info{};
  info.tmz_date = {20, 13, 22, 14, 10, 2023};
  for (const auto& [name, bytes] : parts) {
    zipOpenNewFileInZip64(zip, name.c_str(), &info, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED,
                          Z_DEFAULT_COMPRESSION, 0);
    zipWriteInFileInZip(zip, bytes.data(), static_cast<unsigned>(bytes.size()));
    zipCloseFileInZip(zip);
  }
  zipClose(zip, nullptr);
  return written;
}

// The smallest Word document with this body.
[[nodiscard]] inline std::string word_document(const std::string& body) {
  return zip_of(
      {{"[Content_Types].xml",
        "<Types><Override PartName=\"/word/document.xml\" "
        "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document."
        "main+xml\"/></Types>"},
       {"_rels/.rels",
        "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" "
        "Target=\"word/document.xml\"/></Relationships>"},
       {"word/document.xml",
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
        "<w:body>" +
            body + "</w:body></w:document>"}});
}

}  // namespace personfirst::testing
