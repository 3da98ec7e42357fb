// Excel: the cells that hold text, sheet by sheet.

#include <string>
#include <vector>

#include "linter/office/properties.h"
#include "linter/office/readers.h"
#include "linter/office/relations.h"
#include "linter/office/xml_part.h"

namespace personfirst {
namespace {

// A string item: plain, or runs. Readings of East Asian names are no text.
std::string text_of_item(const pugi::xml_node& item) {
  std::string text;
  for (const pugi::xml_node& child : item.children()) {
    if (is_named(child, "t")) text += text_of(child);
    if (is_named(child, "r")) text += text_of(child_of(child, "t"));
  }
  return text;
}

class XlsxReader {
 public:
  XlsxReader(ZipPackage& package, OfficeTextBuilder& builder)
      : package_(package), builder_(builder) {}

  Result<void> read(const std::string& main_part) {
    const Result<std::vector<Relation>> relations = read_relations(package_, main_part);
    if (!relations) return tl::unexpected(relations.error());
    if (const Result<void> done = read_shared_strings(*relations); !done) return done;
    const Result<XmlPartPtr> workbook = read_part(package_, main_part);
    if (!workbook) return tl::unexpected(workbook.error());
    for (const pugi::xml_node& sheet :
         child_of((*workbook)->xml.document_element(), "sheets").children()) {
      const Relation* relation = find_relation(*relations, relation_id_of(sheet));
      if (relation == nullptr || relation->target.empty()) continue;
      const std::string name(attribute_of(sheet, "name"));
      if (const Result<void> done = read_sheet(relation->target, name); !done) return done;
    }
    return read_core_properties(package_, builder_);
  }

 private:
  Result<void> read_shared_strings(const std::vector<Relation>& relations) {
    for (const std::string& target : targets_of(package_, relations, "sharedStrings")) {
      const Result<XmlPartPtr> part = read_part(package_, target);
      if (!part) return tl::unexpected(part.error());
      for (const pugi::xml_node& item : (*part)->xml.document_element().children())
        if (is_named(item, "si")) strings_.push_back(text_of_item(item));
    }
    return {};
  }

  Result<void> read_sheet(const std::string& target, const std::string& name) {
    const Result<XmlPartPtr> part = read_part(package_, target);
    if (!part) return tl::unexpected(part.error());
    builder_.begin_group(target, "sheet " + name);
    builder_.outline().open_table();
    for (const pugi::xml_node& row :
         child_of((*part)->xml.document_element(), "sheetData").children()) {
      builder_.outline().open_row();
      for (const pugi::xml_node& cell : row.children()) read_cell(cell);
    }
    builder_.outline().close_table();
    return {};
  }

  void read_cell(const pugi::xml_node& cell) {
    if (!is_named(cell, "c")) return;
    builder_.outline().open_cell(false);
    const std::string_view type = attribute_of(cell, "t");
    std::string text;
    if (type == "inlineStr") text = text_of_item(child_of(cell, "is"));
    // The result of a formula (t="str") stands elsewhere already.
    if (type == "s") {
      const unsigned index = number_of(text_of(child_of(cell, "v")), 0xFFFFFFFFU);
      if (index < strings_.size()) text = strings_[index];
    }
    builder_.set_inside("cell " + std::string(attribute_of(cell, "r")));
    builder_.add_line(ProseKind::TableCell, text);
  }

  ZipPackage& package_;
  OfficeTextBuilder& builder_;
  std::vector<std::string> strings_;
};

}  // namespace

Result<void> read_xlsx(ZipPackage& package, const std::string& main_part,
                       OfficeTextBuilder& builder) {
  return XlsxReader(package, builder).read(main_part);
}

}  // namespace personfirst
