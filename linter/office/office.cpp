#include "linter/office/office.h"

#include <algorithm>
#include <utility>

#include "linter/office/docx_change.h"
#include "linter/office/docx_read.h"
#include "linter/office/readers.h"
#include "linter/office/relations.h"
#include "linter/office/xml_part.h"
#include "linter/office/zip_package.h"

namespace personfirst {
namespace {

enum class Kind : std::uint8_t { None, Docx, Pptx, Xlsx, Odf, Epub };
struct Recognised {
  Kind kind = Kind::None;
  std::string format;     // "docx"
  std::string main_part;  // of Office Open XML
};

tl::unexpected<Error> failed(std::string what) {
  return tl::unexpected(Error{"", std::move(what)});
}

// Old binary files name their streams in UTF-16.
bool holds_encrypted_package(std::string_view bytes) {
  std::string name;
  for (const char c : std::string_view("EncryptedPackage")) {
    name += c;
    name += '\0';
  }
  return bytes.find(name) != std::string_view::npos;
}

Result<Recognised> recognise_by_mimetype(ZipPackage& package) {
  Result<std::string> type = package.read("mimetype");
  if (!type) return tl::unexpected(type.error());
  type->erase(type->find_last_not_of(" \r\n\t") + 1);
  constexpr std::string_view kOpenDocument = "application/vnd.oasis.opendocument.";
  if (*type == "application/epub+zip") return Recognised{Kind::Epub, "epub", {}};
  if (!type->starts_with(kOpenDocument)) return Recognised();
  const std::string_view what = std::string_view(*type).substr(kOpenDocument.size());
  if (what.starts_with("text")) return Recognised{Kind::Odf, "odt", {}};
  if (what.starts_with("presentation")) return Recognised{Kind::Odf, "odp", {}};
  if (what.starts_with("spreadsheet")) return Recognised{Kind::Odf, "ods", {}};
  return Recognised();
}

// The content types say what the main part is, whatever its name.
Result<Recognised> recognise_by_content_types(ZipPackage& package) {
  const Result<std::vector<Relation>> relations = read_relations(package, "");
  if (!relations) return tl::unexpected(relations.error());
  const auto main = std::ranges::find(*relations, "officeDocument", &Relation::type);
  if (main == relations->end() || main->target.empty())
    return failed("damaged: it does not say which part is the document");
  if (!package.has(main->target))
    return failed("damaged: the part " + main->target + " is missing");
  const Result<XmlPartPtr> types = read_part(package, "[Content_Types].xml");
  if (!types) return tl::unexpected(types.error());
  std::string_view type;
  for (const pugi::xml_node& node : (*types)->xml.document_element().children()) {
    if (is_named(node, "Override") && attribute_of(node, "PartName") == "/" + main->target)
      type = attribute_of(node, "ContentType");
  }
  const auto speaks_of = [&](std::string_view word) {
    return type.find(word) != std::string_view::npos;
  };
  if (speaks_of("wordprocessingml") || speaks_of("ms-word"))
    return Recognised{Kind::Docx, "docx", main->target};
  if (speaks_of("presentationml") || speaks_of("ms-powerpoint"))
    return Recognised{Kind::Pptx, "pptx", main->target};
  if (speaks_of("spreadsheetml") || speaks_of("ms-excel"))
    return Recognised{Kind::Xlsx, "xlsx", main->target};
  return failed("not read: a package of a kind that is not known here");
}

Result<Recognised> recognise(ZipPackage& package) {
  if (package.has("[Content_Types].xml")) return recognise_by_content_types(package);
  if (package.has("mimetype")) return recognise_by_mimetype(package);
  return Recognised();
}

Result<OfficeText> read_word(ZipPackage& package, const Recognised& what, std::string name,
                             std::string language) {
  Result<DocxModel> model = read_docx(package, what.main_part, OfficeAuthor().name);
  if (!model) return tl::unexpected(model.error());
  OfficeText text;
  text.commented = std::move(model->commented);
  std::ranges::sort(text.commented, {}, &Span::begin);
  text.document = model->builder.take(std::move(name), what.format, std::move(language));
  text.can_be_fixed = true;
  return text;
}

Result<void> read_into(OfficeTextBuilder& builder, ZipPackage& package, const Recognised& what) {
  switch (what.kind) {
    case Kind::Pptx:
      return read_pptx(package, what.main_part, builder);
    case Kind::Xlsx:
      return read_xlsx(package, what.main_part, builder);
    case Kind::Odf:
      return read_open_document(package, builder);
    case Kind::Epub:
      return read_epub(package, builder);
    case Kind::Docx:
    case Kind::None:
      break;
  }
  return {};
}

}  // namespace

Result<OfficeText> read_office(std::string name, std::string_view bytes, std::string language) {
  if (kind_of_file(bytes) == FileKind::OldOffice) {
    return failed(holds_encrypted_package(bytes)
                      ? "encrypted: please remove its password, and check again"
                      : "an old binary Office file: please save it as .docx, .pptx or .xlsx");
  }
  Result<ZipPackage> package = ZipPackage::open(bytes);
  if (!package) return tl::unexpected(package.error());
  const Result<Recognised> what = recognise(*package);
  if (!what) return tl::unexpected(what.error());
  if (what->kind == Kind::Docx)
    return read_word(*package, *what, std::move(name), std::move(language));
  OfficeText text;
  text.is_document = what->kind != Kind::None;
  OfficeTextBuilder builder;
  if (const Result<void> done = read_into(builder, *package, *what); !done)
    return tl::unexpected(done.error());
  text.document = builder.take(std::move(name), what->format, std::move(language));
  return text;
}

Result<ChangedOffice> change_office(std::string_view bytes,
                                    const std::vector<OfficeChange>& changes,
                                    const OfficeAuthor& author) {
  Result<ZipPackage> package = ZipPackage::open(bytes);
  if (!package) return tl::unexpected(package.error());
  const Result<Recognised> what = recognise(*package);
  if (!what) return tl::unexpected(what.error());
  if (what->kind != Kind::Docx) return failed("not rewritten: only .docx files can be");
  return change_docx(*package, what->main_part, changes, author);
}

}  // namespace personfirst
