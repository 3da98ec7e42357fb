#include "linter/office/docx_comments.h"

#include <algorithm>
#include <utility>

#include "linter/office/docx_runs.h"
#include "linter/office/relations.h"
#include "linter/office/xml_part.h"

namespace personfirst {
namespace {

constexpr std::string_view kContentTypes = "[Content_Types].xml";
constexpr const char* kCommentsType =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
constexpr std::string_view kDeclaration =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
constexpr std::string_view kRelationsSpace =
    "http://schemas.openxmlformats.org/package/2006/relationships";

void add(pugi::xml_node node, const char* name, const std::string& value) {
  node.append_attribute(name).set_value(value.c_str());
}

class CommentsWriter {
 public:
  CommentsWriter(ZipPackage& package, const DocxModel& model, const OfficeAuthor& author,
                 std::vector<PackagePart>& written)
      : package_(package), model_(model), author_(author), written_(written) {}

  Result<void> write(const std::vector<DocxComment>& comments) {
    Result<XmlPartPtr> part = existing_part();
    if (!part) return tl::unexpected(part.error());
    if (!*part) part = new_part();
    if (!part) return tl::unexpected(part.error());
    XmlPart& xml = **part;
    for (const DocxComment& comment : comments) append(comment, xml);
    written_.push_back({xml.name, to_bytes(xml)});
    return {};
  }

 private:
  Result<XmlPartPtr> existing_part() {
    const std::vector<std::string> names = targets_of(package_, model_.relations, "comments");
    if (names.empty()) return XmlPartPtr();
    return read_part(package_, names.front());
  }

  [[nodiscard]] std::string unused_name() const {
    const std::string& main = model_.parts.front()->name;
    const std::string folder = main.substr(0, main.rfind('/') + 1);
    std::string name = folder + "comments.xml";
    for (int i = 1; package_.has(name); ++i)
      name = folder + "comments" + std::to_string(i) + ".xml";
    return name;
  }

  // Named in the content types and related to the document, else nobody finds it.
  Result<XmlPartPtr> new_part() {
    const std::string name = unused_name();
    if (const Result<void> done = add_content_type(name); !done)
      return tl::unexpected(done.error());
    if (const Result<void> done = add_relation(name); !done) return tl::unexpected(done.error());
    const std::string uri = word_namespace(*model_.parts.front()).uri;
    return parse_part(
        name, std::string(kDeclaration) + "<w:comments xmlns:w=\"" + uri + "\"></w:comments>");
  }

  Result<void> add_content_type(const std::string& name) {
    Result<XmlPartPtr> types = read_part(package_, kContentTypes);
    if (!types) return tl::unexpected(types.error());
    pugi::xml_node root = (*types)->xml.document_element();
    const std::string prefix = prefix_of(root);
    pugi::xml_node type = root.append_child((prefix + "Override").c_str());
    add(type, "PartName", "/" + name);
    add(type, "ContentType", kCommentsType);
    written_.push_back({(*types)->name, to_bytes(**types)});
    return {};
  }

  Result<void> add_relation(const std::string& name) {
    const std::string& main = model_.parts.front()->name;
    const std::string file = relations_name(main);
    Result<XmlPartPtr> relations =
        package_.has(file)
            ? read_part(package_, file)
            : parse_part(file, std::string(kDeclaration) + "<Relationships xmlns=\"" +
                                   std::string(kRelationsSpace) + "\"/>");
    if (!relations) return tl::unexpected(relations.error());
    std::string id = "rIdComments";
    for (int i = 1; find_relation(model_.relations, id) != nullptr; ++i)
      id = "rIdComments" + std::to_string(i);
    pugi::xml_node root = (*relations)->xml.document_element();
    pugi::xml_node relation = root.append_child((prefix_of(root) + "Relationship").c_str());
    add(relation, "Id", id);
    add(relation, "Type", relation_type());
    add(relation, "Target", name.substr(name.rfind('/') + 1));
    written_.push_back({file, to_bytes(**relations)});
    return {};
  }

  // In strict documents all name spaces are others.
  [[nodiscard]] std::string relation_type() const {
    const bool strict =
        word_namespace(*model_.parts.front()).uri.find("purl.oclc.org") != std::string::npos;
    return strict ? "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
                  : "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
  }

  static std::string prefix_of(const pugi::xml_node& node) {
    const std::string name = node.name();
    const std::size_t colon = name.find(':');
    return colon == std::string::npos ? "" : name.substr(0, colon + 1);
  }

  void append(const DocxComment& comment, XmlPart& part) const {
    const std::string prefix = word_namespace(part).prefix;
    const auto named = [&](const char* local) { return prefix + local; };
    pugi::xml_node node = part.xml.document_element().append_child(named("comment").c_str());
    add(node, named("id").c_str(), std::to_string(comment.id));
    add(node, named("author").c_str(), author_.name);
    add(node, named("date").c_str(), author_.date);
    add(node, named("initials").c_str(), author_.name.substr(0, 2));
    for (const std::string& paragraph : comment.paragraphs) {
      pugi::xml_node text = node.append_child(named("p").c_str())
                                .append_child(named("r").c_str())
                                .append_child(named("t").c_str());
      add(text, "xml:space", "preserve");
      text.text().set(paragraph.c_str());
    }
  }

  ZipPackage& package_;
  const DocxModel& model_;
  const OfficeAuthor& author_;
  std::vector<PackagePart>& written_;
};

}  // namespace

Result<void> add_comments(ZipPackage& package, const DocxModel& model,
                          const std::vector<DocxComment>& comments, const OfficeAuthor& author,
                          std::vector<PackagePart>& written) {
  return CommentsWriter(package, model, author, written).write(comments);
}

}  // namespace personfirst
