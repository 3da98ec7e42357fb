// What the styles of a Word document say of its paragraphs and runs.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "linter/markup/prose.h"
#include "linter/office/xml_part.h"

namespace personfirst {

struct DocxStyle {
  ProseKind kind = ProseKind::Paragraph;
  bool quotation = false;
  bool list = false;
  bool emphasized = false;  // a character style
  bool hidden = false;
};

class DocxStyles {
 public:
  DocxStyles() = default;
  explicit DocxStyles(const pugi::xml_node& styles);

  // Of an unknown style: a plain paragraph's.
  [[nodiscard]] const DocxStyle& find(std::string_view id) const;

 private:
  std::map<std::string, DocxStyle, std::less<>> styles_;
};

// <w:b/>, <w:b w:val="false"/>
[[nodiscard]] bool is_on(const pugi::xml_node& toggle);

}  // namespace personfirst
