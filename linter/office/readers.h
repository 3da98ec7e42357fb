// The readers of the formats that are only read. Each finds its way from a sound package.
#pragma once

#include <string>

#include "linter/office/text_builder.h"
#include "linter/office/zip_package.h"
#include "linter/result.h"

namespace personfirst {

// `main_part`: the presentation, the workbook.
[[nodiscard]] Result<void> read_pptx(ZipPackage& package, const std::string& main_part,
                                     OfficeTextBuilder& builder);
[[nodiscard]] Result<void> read_xlsx(ZipPackage& package, const std::string& main_part,
                                     OfficeTextBuilder& builder);
// .odt, .odp, .ods
[[nodiscard]] Result<void> read_open_document(ZipPackage& package, OfficeTextBuilder& builder);
[[nodiscard]] Result<void> read_epub(ZipPackage& package, OfficeTextBuilder& builder);

}  // namespace personfirst
