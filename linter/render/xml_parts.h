// What the XML formats share. For .cpp files of this folder alone: it brings pugixml along.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace personfirst {

// pugixml escapes what has a meaning in XML; characters that XML does not know at all, and
// ill-formed bytes, are replaced before.
void set_attribute(pugi::xml_node& node, const char* name, std::string_view value);
void set_text(pugi::xml_node& node, std::string_view value);  // lines stay lines

// One element with what is in it, indented by two spaces `depth` times.
[[nodiscard]] std::string to_xml(const pugi::xml_node& node, unsigned depth);

}  // namespace personfirst
