// Changes a Word document: tracked deletions and insertions, and comments.
#pragma once

#include <string>
#include <vector>

#include "linter/office/office.h"
#include "linter/office/zip_package.h"

namespace personfirst {

[[nodiscard]] Result<ChangedOffice> change_docx(ZipPackage& package, const std::string& main_part,
                                                const std::vector<OfficeChange>& changes,
                                                const OfficeAuthor& author);

}  // namespace personfirst
