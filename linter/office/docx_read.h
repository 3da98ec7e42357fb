// A Word document -> its text, and which element each stretch of it came from.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "linter/office/relations.h"
#include "linter/office/text_builder.h"
#include "linter/office/xml_part.h"
#include "linter/text/span.h"

namespace personfirst {

// The text of one <w:t>.
struct DocxText {
  Span span;               // in the document's text
  std::uint32_t skip = 0;  // bytes of the element's text that stand before it (white space)
  // Runs of text with the same number follow each other with nothing but formatting between them.
  std::uint32_t stretch = 0;
  std::uint32_t part = 0;  // into DocxModel::parts
  bool can_change = false;
  bool can_comment = false;
  pugi::xml_node element;
};

struct DocxModel {
  std::vector<XmlPartPtr> parts;    // those with text; the first is the document itself
  std::vector<Relation> relations;  // of the document itself
  std::vector<DocxText> texts;      // in the order of the text
  std::vector<Span> commented;      // what our own comments speak of
  OfficeTextBuilder builder;
};

[[nodiscard]] Result<DocxModel> read_docx(ZipPackage& package, const std::string& main_part,
                                          std::string_view own_name);

}  // namespace personfirst
