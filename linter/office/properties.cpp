#include "linter/office/properties.h"

#include <array>

namespace personfirst {

void add_properties(const pugi::xml_node& parent, const std::string& file,
                    OfficeTextBuilder& builder) {
  constexpr std::array<std::string_view, 3> kNames = {"title", "subject", "description"};
  builder.begin_group(file, "properties");
  for (const std::string_view name : kNames) {
    builder.set_inside(std::string(name));
    builder.add_line(ProseKind::Metadata, text_of(child_of(parent, name)));
  }
}

Result<void> read_core_properties(ZipPackage& package, OfficeTextBuilder& builder) {
  const std::string name = "docProps/core.xml";
  if (!package.has(name)) return {};
  const Result<XmlPartPtr> part = read_part(package, name);
  if (!part) return tl::unexpected(part.error());
  add_properties((*part)->xml.document_element(), name, builder);
  return {};
}

}  // namespace personfirst
