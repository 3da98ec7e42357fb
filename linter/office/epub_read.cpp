// EPUB: the chapters in reading order, by the linter's own reader of HTML.

#include <map>
#include <string>

#include "linter/markup/extract.h"
#include "linter/office/properties.h"
#include "linter/office/readers.h"
#include "linter/office/relations.h"
#include "linter/office/xml_part.h"

namespace personfirst {
namespace {

class EpubReader {
 public:
  EpubReader(ZipPackage& package, OfficeTextBuilder& builder)
      : package_(package), builder_(builder) {}

  Result<void> read() {
    Result<std::string> main_part = find_main_part();
    if (!main_part) return tl::unexpected(main_part.error());
    const Result<XmlPartPtr> main = read_part(package_, *main_part);
    if (!main) return tl::unexpected(main.error());
    const Result<std::string> encrypted = read_encrypted();
    if (!encrypted) return tl::unexpected(encrypted.error());
    const pugi::xml_node book = (*main)->xml.document_element();
    std::map<std::string_view, std::string_view> files;
    for (const pugi::xml_node& item : child_of(book, "manifest").children())
      files.emplace(attribute_of(item, "id"), attribute_of(item, "href"));
    for (const pugi::xml_node& item : child_of(book, "spine").children()) {
      const auto file = files.find(attribute_of(item, "idref"));
      if (file == files.end()) continue;
      const std::string name = resolve_target(*main_part, file->second);
      if (!encrypted->empty() && !name.empty() && encrypted->find(name) != std::string::npos)
        return tl::unexpected(Error{"", "encrypted: its chapters cannot be read"});
      if (const Result<void> done = read_chapter(name); !done) return done;
    }
    add_properties(child_of(book, "metadata"), *main_part, builder_);
    return {};
  }

 private:
  Result<std::string> find_main_part() {
    const Result<XmlPartPtr> container = read_part(package_, "META-INF/container.xml");
    if (!container) return tl::unexpected(container.error());
    const pugi::xml_node files = child_of((*container)->xml.document_element(), "rootfiles");
    const std::string_view path = attribute_of(child_of(files, "rootfile"), "full-path");
    return resolve_target("", path);
  }

  // Names the parts that are encrypted: often fonts alone.
  Result<std::string> read_encrypted() {
    constexpr std::string_view kName = "META-INF/encryption.xml";
    return package_.has(kName) ? package_.read(kName) : std::string();
  }

  Result<void> read_chapter(const std::string& name) {
    Result<std::string> bytes = package_.read(name);
    if (!bytes) return tl::unexpected(bytes.error());
    Document chapter = make_document(name, Format::Html, *std::move(bytes));
    const Extracted extracted = extract(chapter);
    builder_.begin_group(name, name);
    for (const Prose& prose : extracted.prose) {
      if (builder_.is_full()) break;
      builder_.count_paragraph();
      builder_.add_prose(prose);
    }
    return {};
  }

  ZipPackage& package_;
  OfficeTextBuilder& builder_;
};

}  // namespace

Result<void> read_epub(ZipPackage& package, OfficeTextBuilder& builder) {
  return EpubReader(package, builder).read();
}

}  // namespace personfirst
