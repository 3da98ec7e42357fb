// Text of DrawingML, as in PowerPoint: paragraphs of runs, tables, and descriptions of pictures.
#pragma once

#include "linter/office/text_builder.h"
#include "linter/office/xml_part.h"

namespace personfirst {

// <a:p> of a text body; `kind` is what its paragraphs are.
void read_drawing_paragraphs(const pugi::xml_node& body, ProseKind kind,
                             OfficeTextBuilder& builder);

// All shapes of a slide, titles as headings. `placeholder`: of this type alone (notes), or
// empty: all but numbers, dates and footers.
void read_shapes(const pugi::xml_node& tree, std::string_view placeholder,
                 OfficeTextBuilder& builder, int depth = 0);

}  // namespace personfirst
