#include "linter/office/xml_part.h"

#include <charconv>
#include <utility>

namespace personfirst {
namespace {

constexpr unsigned kParseAll = pugi::parse_full | pugi::parse_ws_pcdata;

class StringWriter final : public pugi::xml_writer {
 public:
  explicit StringWriter(std::string& out) : out_(out) {}
  void write(const void* data, std::size_t size) override {
    out_.append(static_cast<const char*>(data), size);
  }

 private:
  std::string& out_;
};

std::string_view without_prefix(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

bool declares_entities(const pugi::xml_document& xml) {
  for (const pugi::xml_node& node : xml.children()) {
    if (node.type() == pugi::node_doctype &&
        std::string_view(node.value()).find("<!ENTITY") != std::string_view::npos)
      return true;
  }
  return false;
}

}  // namespace

Result<XmlPartPtr> parse_part(std::string name, std::string bytes) {
  auto part = std::make_unique<XmlPart>();
  part->name = std::move(name);
  part->bytes = std::move(bytes);
  const pugi::xml_parse_result parsed =
      part->xml.load_buffer_inplace(part->bytes.data(), part->bytes.size(), kParseAll);
  if (!parsed)
    return tl::unexpected(Error{"", "damaged: the part " + part->name + " is no sound XML"});
  if (declares_entities(part->xml))
    return tl::unexpected(Error{"", "not read: the part " + part->name + " declares entities"});
  return part;
}

Result<XmlPartPtr> read_part(ZipPackage& package, std::string_view name) {
  Result<std::string> bytes = package.read(name);
  if (!bytes) return tl::unexpected(bytes.error());
  return parse_part(std::string(name), *std::move(bytes));
}

std::string to_bytes(const XmlPart& part) {
  std::string bytes;
  StringWriter writer(bytes);
  part.xml.save(writer, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
  return bytes;
}

std::string_view local_name(const pugi::xml_node& node) { return without_prefix(node.name()); }

bool is_named(const pugi::xml_node& node, std::string_view local) {
  return local_name(node) == local;
}

std::string_view attribute_of(const pugi::xml_node& node, std::string_view local) {
  for (const pugi::xml_attribute& attribute : node.attributes()) {
    if (without_prefix(attribute.name()) == local) return attribute.value();
  }
  return {};
}

std::string_view relation_id_of(const pugi::xml_node& node) {
  for (const pugi::xml_attribute& attribute : node.attributes()) {
    const std::string_view name = attribute.name();
    if (name != "id" && without_prefix(name) == "id") return attribute.value();
  }
  return {};
}

pugi::xml_node child_of(const pugi::xml_node& node, std::string_view local) {
  for (const pugi::xml_node& child : node.children()) {
    if (is_named(child, local)) return child;
  }
  return {};
}

std::string text_of(const pugi::xml_node& node) {
  std::string text;
  for (const pugi::xml_node& child : node.children()) {
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
      text += child.value();
  }
  return text;
}

std::string all_text_of(const pugi::xml_node& node, int depth) {
  std::string text;
  if (depth > kDeepestXml) return text;
  for (const pugi::xml_node& child : node.children()) {
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
      text += child.value();
    if (child.type() == pugi::node_element) text += all_text_of(child, depth + 1);
  }
  return text;
}

unsigned number_of(std::string_view text, unsigned otherwise) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end != text.data() ? number : otherwise;
}

pugi::xml_node chosen_alternative(const pugi::xml_node& node) {
  const pugi::xml_node choice = child_of(node, "Choice");
  return choice ? choice : child_of(node, "Fallback");
}

}  // namespace personfirst
