// The part of a Word document that holds its comments; made when there is none.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "linter/office/docx_read.h"
#include "linter/office/office.h"
#include "linter/office/zip_package.h"

namespace personfirst {

struct DocxComment {
  std::uint32_t id = 0;
  std::vector<std::string> paragraphs;
};

// Adds the parts that have to be written.
[[nodiscard]] Result<void> add_comments(ZipPackage& package, const DocxModel& model,
                                        const std::vector<DocxComment>& comments,
                                        const OfficeAuthor& author,
                                        std::vector<PackagePart>& written);

}  // namespace personfirst
