// The title, subject and description that a document's properties hold.
#pragma once

#include "linter/office/text_builder.h"
#include "linter/office/xml_part.h"
#include "linter/office/zip_package.h"

namespace personfirst {

void add_properties(const pugi::xml_node& parent, const std::string& file,
                    OfficeTextBuilder& builder);
// Of Office Open XML.
[[nodiscard]] Result<void> read_core_properties(ZipPackage& package, OfficeTextBuilder& builder);

}  // namespace personfirst
