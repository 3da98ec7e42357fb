#include "linter/render/xml_parts.h"

#include "linter/render/printable.h"

namespace personfirst {
namespace {

class StringWriter final : public pugi::xml_writer {
 public:
  void write(const void* data, size_t size) override {
    text.append(static_cast<const char*>(data), size);
  }
  std::string text;
};

}  // namespace

void set_attribute(pugi::xml_node& node, const char* name, std::string_view value) {
  node.append_attribute(name).set_value(printable(value).c_str());
}

void set_text(pugi::xml_node& node, std::string_view value) {
  std::string text;
  while (true) {
    const std::size_t end = value.find('\n');
    text += printable(value.substr(0, end));
    if (end == std::string_view::npos) break;
    text += '\n';
    value.remove_prefix(end + 1);
  }
  node.text().set(text.c_str());
}

std::string to_xml(const pugi::xml_node& node, unsigned depth) {
  StringWriter writer;
  node.print(writer, "  ", pugi::format_indent, pugi::encoding_utf8, depth);
  return std::move(writer.text);
}

}  // namespace personfirst
