// PowerPoint: slides in their order, each with its notes and comments.

#include <algorithm>
#include <string>

#include "linter/office/drawing_text.h"
#include "linter/office/properties.h"
#include "linter/office/readers.h"
#include "linter/office/relations.h"
#include "linter/office/xml_part.h"

namespace personfirst {
namespace {

class PptxReader {
 public:
  PptxReader(ZipPackage& package, OfficeTextBuilder& builder)
      : package_(package), builder_(builder) {}

  Result<void> read(const std::string& main_part) {
    const Result<std::vector<Relation>> relations = read_relations(package_, main_part);
    if (!relations) return tl::unexpected(relations.error());
    const Result<XmlPartPtr> presentation = read_part(package_, main_part);
    if (!presentation) return tl::unexpected(presentation.error());
    const pugi::xml_node list = child_of((*presentation)->xml.document_element(), "sldIdLst");
    std::uint32_t number = 0;
    for (const pugi::xml_node& entry : list.children()) {
      if (!is_named(entry, "sldId")) continue;
      ++number;
      const Relation* slide = find_relation(*relations, relation_id_of(entry));
      if (slide == nullptr || slide->target.empty()) continue;
      if (const Result<void> done = read_slide(slide->target, number); !done) return done;
    }
    return read_core_properties(package_, builder_);
  }

 private:
  Result<void> read_slide(const std::string& name, std::uint32_t number) {
    const Result<XmlPartPtr> slide = read_part(package_, name);
    if (!slide) return tl::unexpected(slide.error());
    const std::string called = "slide " + std::to_string(number);
    builder_.begin_group(name, called);
    read_shapes(tree_of(**slide), "", builder_);
    const Result<std::vector<Relation>> relations = read_relations(package_, name);
    if (!relations) return tl::unexpected(relations.error());
    for (const std::string& target : targets_of(package_, *relations, "notesSlide")) {
      const Result<XmlPartPtr> notes = read_part(package_, target);
      if (!notes) return tl::unexpected(notes.error());
      builder_.begin_group(target, called + ", notes");
      read_shapes(tree_of(**notes), "body", builder_);
    }
    for (const std::string& target : targets_of(package_, *relations, "comments")) {
      const Result<XmlPartPtr> comments = read_part(package_, target);
      if (!comments) return tl::unexpected(comments.error());
      builder_.begin_group(target, called + ", comments");
      read_comments((*comments)->xml.document_element(), 0);
    }
    return {};
  }

  static pugi::xml_node tree_of(const XmlPart& part) {
    return child_of(child_of(part.xml.document_element(), "cSld"), "spTree");
  }

  // Old ones are plain text, new ones are text bodies, also those of replies.
  void read_comments(const pugi::xml_node& parent, int depth) {
    if (depth > kDeepestXml) return;
    for (const pugi::xml_node& child : parent.children()) {
      const std::string_view name = local_name(child);
      if (name == "text") {
        builder_.count_paragraph();
        builder_.add_line(ProseKind::Paragraph, text_of(child));
      } else if (name == "txBody") {
        read_drawing_paragraphs(child, ProseKind::Paragraph, builder_);
      } else {
        read_comments(child, depth + 1);
      }
    }
  }

  ZipPackage& package_;
  OfficeTextBuilder& builder_;
};

}  // namespace

Result<void> read_pptx(ZipPackage& package, const std::string& main_part,
                       OfficeTextBuilder& builder) {
  return PptxReader(package, builder).read(main_part);
}

}  // namespace personfirst
