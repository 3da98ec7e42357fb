#include "linter/office/drawing_text.h"

#include <algorithm>

namespace personfirst {
namespace {

bool is_true(std::string_view value) { return value == "1" || value == "true"; }

void read_runs(const pugi::xml_node& parent, OfficeTextBuilder& builder, int depth) {
  if (depth > kDeepestXml) return;
  for (const pugi::xml_node& child : parent.children()) {
    const std::string_view name = local_name(child);
    OfficeTextBuilder::Style look;
    if (name == "r" || name == "fld") {
      const pugi::xml_node properties = child_of(child, "rPr");
      const std::string_view underlined = attribute_of(properties, "u");
      const std::string_view struck = attribute_of(properties, "strike");
      look.emphasized = is_true(attribute_of(properties, "b")) ||
                        is_true(attribute_of(properties, "i")) ||
                        (!underlined.empty() && underlined != "none");
      look.struck = !struck.empty() && struck != "noStrike";
      look.opaque = name == "fld";
      builder.add(text_of(child_of(child, "t")), look);
    } else if (name == "br") {
      builder.add(" ");
    } else if (name == "AlternateContent") {
      read_runs(chosen_alternative(child), builder, depth + 1);
    }
  }
}

void read_table(const pugi::xml_node& table, OfficeTextBuilder& builder) {
  const bool has_header = is_true(attribute_of(child_of(table, "tblPr"), "firstRow"));
  bool first = true;
  builder.outline().open_table();
  for (const pugi::xml_node& row : table.children()) {
    if (!is_named(row, "tr")) continue;
    builder.outline().open_row();
    const bool header = first && has_header;
    for (const pugi::xml_node& cell : row.children()) {
      if (!is_named(cell, "tc")) continue;
      if (is_true(attribute_of(cell, "hMerge")) || is_true(attribute_of(cell, "vMerge"))) continue;
      builder.outline().open_cell(header, number_of(attribute_of(cell, "gridSpan"), 1));
      read_drawing_paragraphs(child_of(cell, "txBody"),
                              header ? ProseKind::TableHeader : ProseKind::TableCell, builder);
    }
    first = false;
  }
  builder.outline().close_table();
}

// Of the shape's placeholder; empty when it is none.
std::string_view placeholder_type(const pugi::xml_node& properties) {
  const pugi::xml_node placeholder = child_of(child_of(properties, "nvPr"), "ph");
  if (!placeholder) return {};
  const std::string_view type = attribute_of(placeholder, "type");
  return type.empty() ? "body" : type;
}

// <p:nvSpPr> and its likes.
pugi::xml_node properties_of(const pugi::xml_node& shape) {
  for (const pugi::xml_node& child : shape.children()) {
    const std::string_view name = local_name(child);
    if (name.starts_with("nv") && name.ends_with("Pr")) return child;
  }
  return {};
}

void read_shape(const pugi::xml_node& shape, std::string_view placeholder,
                OfficeTextBuilder& builder) {
  const std::string_view type = placeholder_type(properties_of(shape));
  if (placeholder.empty()) {
    if (type == "sldNum" || type == "dt" || type == "ftr" || type == "hdr") return;
  } else if (type != placeholder) {
    return;
  }
  const bool title = type == "title" || type == "ctrTitle";
  read_drawing_paragraphs(child_of(shape, "txBody"),
                          title ? ProseKind::Heading : ProseKind::Paragraph, builder);
}

void read_description(const pugi::xml_node& shape, OfficeTextBuilder& builder) {
  const pugi::xml_node properties = child_of(properties_of(shape), "cNvPr");
  builder.set_inside("picture’s description");
  builder.add_line(ProseKind::AltText, attribute_of(properties, "title"));
  builder.add_line(ProseKind::AltText, attribute_of(properties, "descr"));
  builder.set_inside("");
}

}  // namespace

void read_drawing_paragraphs(const pugi::xml_node& body, ProseKind kind,
                             OfficeTextBuilder& builder) {
  for (const pugi::xml_node& paragraph : body.children()) {
    if (!is_named(paragraph, "p")) continue;
    builder.count_paragraph();
    builder.begin(kind);
    read_runs(paragraph, builder, 0);
    builder.end();
  }
}

void read_shapes(const pugi::xml_node& tree, std::string_view placeholder,
                 OfficeTextBuilder& builder, int depth) {
  if (depth > kDeepestXml || builder.is_full()) return;
  for (const pugi::xml_node& child : tree.children()) {
    const std::string_view name = local_name(child);
    if (name == "sp") read_shape(child, placeholder, builder);
    if (name == "grpSp") read_shapes(child, placeholder, builder, depth + 1);
    if (name == "AlternateContent")
      read_shapes(chosen_alternative(child), placeholder, builder, depth + 1);
    if (!placeholder.empty()) continue;
    if (name == "graphicFrame") {
      const pugi::xml_node data = child_of(child_of(child, "graphic"), "graphicData");
      if (const pugi::xml_node table = child_of(data, "tbl")) read_table(table, builder);
    }
    if (name == "sp" || name == "pic" || name == "graphicFrame" || name == "grpSp")
      read_description(child, builder);
  }
}

}  // namespace personfirst
