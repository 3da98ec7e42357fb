// One XML part of a package, parsed. For the .cpp files of this folder alone: it brings pugixml.
//
// Document type declarations are passed over, those that declare entities are refused: pugixml
// expands none, and no office document has any.
#pragma once

#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "linter/office/zip_package.h"
#include "linter/result.h"

namespace personfirst {

struct XmlPart {
  std::string name;
  std::string bytes;  // pugixml's values stand in them
  pugi::xml_document xml;
};
using XmlPartPtr = std::unique_ptr<XmlPart>;

[[nodiscard]] Result<XmlPartPtr> parse_part(std::string name, std::string bytes);
[[nodiscard]] Result<XmlPartPtr> read_part(ZipPackage& package, std::string_view name);
// As it was parsed, but for what was changed.
[[nodiscard]] std::string to_bytes(const XmlPart& part);

// How deep elements may stand in each other; what is deeper is not read.
inline constexpr int kDeepestXml = 200;

// Names without their prefix: which prefix a name space has is each writer's own choice.
[[nodiscard]] std::string_view local_name(const pugi::xml_node& node);
[[nodiscard]] bool is_named(const pugi::xml_node& node, std::string_view local);
// Of `id` and `r:id`, the second.
[[nodiscard]] std::string_view relation_id_of(const pugi::xml_node& node);
[[nodiscard]] std::string_view attribute_of(const pugi::xml_node& node, std::string_view local);
[[nodiscard]] pugi::xml_node child_of(const pugi::xml_node& node, std::string_view local);
// Its own text, without that of elements in it.
[[nodiscard]] std::string text_of(const pugi::xml_node& node);
// The text of an element and all in it.
[[nodiscard]] std::string all_text_of(const pugi::xml_node& node, int depth = 0);

// A number in an attribute; `otherwise` where there is none.
[[nodiscard]] unsigned number_of(std::string_view text, unsigned otherwise);

// What stands for its contents where alternatives are offered (mc:AlternateContent).
[[nodiscard]] pugi::xml_node chosen_alternative(const pugi::xml_node& node);

}  // namespace personfirst
