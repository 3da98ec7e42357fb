// OpenDocument: texts, presentations, spreadsheets. One walk serves them all.

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "linter/office/properties.h"
#include "linter/office/readers.h"
#include "linter/office/xml_part.h"

namespace personfirst {
namespace {

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string_view prefix_of(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  return name.substr(0, name.find(':'));
}

class OdfReader {
 public:
  OdfReader(ZipPackage& package, OfficeTextBuilder& builder) : package_(package), text_(builder) {}

  Result<void> read() {
    if (const Result<void> done = refuse_encrypted(); !done) return done;
    Result<std::string> bytes = package_.read("content.xml");
    if (!bytes) return tl::unexpected(bytes.error());
    const bool has_pages = bytes->find("soft-page-break") != std::string::npos;
    const Result<XmlPartPtr> content = parse_part("content.xml", *std::move(bytes));
    if (!content) return tl::unexpected(content.error());
    file_ = "content.xml";
    const pugi::xml_node root = (*content)->xml.document_element();
    read_looks(child_of(root, "automatic-styles"));
    text_.begin_group(file_, "");
    if (has_pages) text_.set_page(1);
    read_blocks(child_of(root, "body"), 0);
    read_aside();
    if (const Result<void> done = read_styles(); !done) return done;
    return read_meta();
  }

 private:
  struct Aside {
    pugi::xml_node node;
    std::string name;
  };
  struct Look {
    std::string name;
    OfficeTextBuilder::Style look;
  };

  Result<void> refuse_encrypted() {
    if (!package_.has("META-INF/manifest.xml")) return {};
    const Result<std::string> manifest = package_.read("META-INF/manifest.xml");
    if (!manifest) return tl::unexpected(manifest.error());
    if (manifest->find("encryption-data") == std::string::npos) return {};
    return tl::unexpected(Error{"", "encrypted: please remove its password, and check again"});
  }

  // Automatic styles that make words bold, italic or struck.
  void read_looks(const pugi::xml_node& styles) {
    for (const pugi::xml_node& style : styles.children()) {
      const pugi::xml_node properties = child_of(style, "text-properties");
      if (!properties || attribute_of(style, "family") != "text") continue;
      OfficeTextBuilder::Style look;
      const std::string_view underlined = attribute_of(properties, "text-underline-style");
      const std::string_view struck = attribute_of(properties, "text-line-through-style");
      look.emphasized = attribute_of(properties, "font-weight") == "bold" ||
                        attribute_of(properties, "font-style") == "italic" ||
                        (!underlined.empty() && underlined != "none");
      look.struck = !struck.empty() && struck != "none";
      looks_.push_back({std::string(attribute_of(style, "name")), look});
    }
    std::ranges::sort(looks_, {}, &Look::name);
  }

  [[nodiscard]] OfficeTextBuilder::Style look_of(const pugi::xml_node& span,
                                                 OfficeTextBuilder::Style outer) const {
    const std::string_view name = attribute_of(span, "style-name");
    const auto found = std::ranges::lower_bound(looks_, name, {}, &Look::name);
    const bool known = found != looks_.end() && found->name == name;
    if (known || name == "Emphasis" || name == "Strong_20_Emphasis") {
      outer.emphasized = outer.emphasized || !known || found->look.emphasized;
      outer.struck = outer.struck || (known && found->look.struck);
    }
    return outer;
  }

  void read_blocks(const pugi::xml_node& parent, int depth) {
    if (depth > kDeepestXml || text_.is_full()) return;
    for (const pugi::xml_node& child : parent.children()) {
      if (child.type() == pugi::node_element) read_block(child, depth + 1);
    }
  }

  void read_block(const pugi::xml_node& node, int depth) {
    const std::string_view name = local_name(node);
    const std::string_view prefix = prefix_of(node);
    if (name == "h" || (name == "p" && prefix == "text")) {
      read_paragraph(node, name == "h", depth);
    } else if (name == "list") {
      ++lists_;
      read_blocks(node, depth);
      --lists_;
      if (lists_ == 0) text_.set_list_depth(0);
    } else if (name == "table" && prefix == "table") {
      read_table(node, depth);
    } else if (name == "page" && prefix == "draw") {
      read_slide(node, depth);
    } else if (name == "soft-page-break") {
      if (text_.page() > 0) text_.set_page(text_.page() + 1);
    } else if (name == "annotation") {
      aside_.push_back({node, "comment " + std::to_string(++comments_)});
    } else if (prefix == "draw" && !is_one_of(name, {"text-box", "g", "a"})) {
      read_frame(node, depth);
    } else if (!is_one_of(name, {"tracked-changes", "forms", "sequence-decls", "variable-decls",
                                 "user-field-decls", "notes", "annotation-end", "shapes",
                                 "settings", "change", "index-title-template", "table-of-content",
                                 "alphabetical-index", "bibliography"})) {
      read_blocks(node, depth);
    }
  }

  void read_slide(const pugi::xml_node& page, int depth) {
    const std::string called = "slide " + std::to_string(++slides_);
    text_.begin_group(file_, called);
    read_blocks(page, depth);
    for (const pugi::xml_node& child : page.children()) {
      if (!is_named(child, "notes")) continue;
      text_.begin_group(file_, called + ", notes");
      read_blocks(child, depth + 1);
    }
  }

  void read_frame(const pugi::xml_node& frame, int depth) {
    const std::string_view use = attribute_of(frame, "class");
    if (is_one_of(use, {"date-time", "page-number", "footer", "header"})) return;
    const bool title = std::exchange(title_, use == "title");
    const std::uint32_t lists = std::exchange(lists_, 0);
    const std::uint32_t outer = text_.enter_container();
    text_.set_inside(slides_ == 0 && child_of(frame, "text-box") ? "text box" : "");
    read_blocks(frame, depth);
    text_.set_inside("picture’s description");
    text_.add_line(ProseKind::AltText, text_of(child_of(frame, "title")));
    text_.add_line(ProseKind::AltText, text_of(child_of(frame, "desc")));
    text_.set_inside("");
    text_.leave_container(outer);
    lists_ = lists;
    title_ = title;
  }

  void read_table(const pugi::xml_node& table, int depth) {
    const bool sheet = is_named(table.parent(), "spreadsheet");
    if (sheet) text_.begin_group(file_, "sheet " + std::string(attribute_of(table, "name")));
    text_.set_list_depth(0);
    text_.outline().open_table();
    read_rows(table, false, depth);
    text_.outline().close_table();
  }

  void read_rows(const pugi::xml_node& parent, bool header, int depth) {
    if (depth > kDeepestXml) return;
    for (const pugi::xml_node& row : parent.children()) {
      const std::string_view name = local_name(row);
      if (name == "table-header-rows") read_rows(row, true, depth + 1);
      if (name == "table-rows" || name == "table-row-group") read_rows(row, header, depth + 1);
      if (name != "table-row") continue;
      text_.outline().open_row();
      for (const pugi::xml_node& cell : row.children()) {
        if (!is_named(cell, "table-cell")) continue;
        const unsigned repeated = number_of(attribute_of(cell, "number-columns-repeated"), 1);
        const unsigned spanned = number_of(attribute_of(cell, "number-columns-spanned"), 1);
        text_.outline().open_cell(header, std::max(repeated, spanned));
        read_cell(cell, header, depth + 1);
      }
    }
  }

  void read_cell(const pugi::xml_node& cell, bool header, int depth) {
    const ProseKind outer_kind =
        std::exchange(kind_, header ? ProseKind::TableHeader : ProseKind::TableCell);
    const std::uint32_t lists = std::exchange(lists_, 0);
    const std::uint32_t outer = text_.enter_container();
    read_blocks(cell, depth);
    text_.leave_container(outer);
    lists_ = lists;
    kind_ = outer_kind;
  }

  void read_paragraph(const pugi::xml_node& paragraph, bool heading, int depth) {
    text_.count_paragraph();
    heading = heading || title_;
    text_.set_list_depth(heading ? 0 : lists_);
    const bool quotation = attribute_of(paragraph, "style-name") == "Quotations";
    text_.begin(heading ? ProseKind::Heading : lists_ > 0 ? ProseKind::ListItem : kind_, quotation);
    blank_ = true;
    read_inlines(paragraph, OfficeTextBuilder::Style(), depth);
    text_.end();
    const std::vector<pugi::xml_node> frames = std::exchange(frames_, {});
    for (const pugi::xml_node& frame : frames) read_frame(frame, depth + 1);
  }

  void read_inlines(const pugi::xml_node& parent, OfficeTextBuilder::Style look, int depth) {
    if (depth > kDeepestXml) return;
    for (const pugi::xml_node& child : parent.children()) {
      if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
        add_text(child.value(), look);
      } else if (child.type() == pugi::node_element) {
        read_inline(child, look, depth + 1);
      }
    }
  }

  void read_inline(const pugi::xml_node& node, OfficeTextBuilder::Style look, int depth) {
    const std::string_view name = local_name(node);
    if (name == "span" || name == "meta" || name == "ruby-base") {
      read_inlines(node, look_of(node, look), depth);
    } else if (name == "a" || name == "ruby") {
      read_inlines(node, look, depth);
    } else if (name == "s") {
      text_.add(std::string(std::min(number_of(attribute_of(node, "c"), 1), 100U), ' '), look);
      blank_ = true;
    } else if (name == "tab" || name == "line-break") {
      text_.add(" ", look);
      blank_ = true;
    } else if (name == "soft-page-break") {
      if (text_.page() > 0) text_.set_page(text_.page() + 1);
    } else if (name == "note") {
      const bool at_end = attribute_of(node, "note-class") == "endnote";
      std::uint32_t& count = at_end ? endnotes_ : footnotes_;
      aside_.push_back({child_of(node, "note-body"),
                        (at_end ? "endnote " : "footnote ") + std::to_string(++count)});
    } else if (name == "annotation") {
      aside_.push_back({node, "comment " + std::to_string(++comments_)});
    } else if (prefix_of(node) == "draw") {
      frames_.push_back(node);
    } else if (!is_one_of(name,
                          {"change", "change-start", "change-end", "bookmark", "bookmark-start",
                           "bookmark-end", "reference-mark", "reference-mark-start",
                           "reference-mark-end", "annotation-end", "ruby-text"})) {
      look.opaque = true;  // a field
      add_text(all_text_of(node), look);
    }
  }

  // White space is as in HTML: any run of it is one space, and none begins a paragraph.
  void add_text(std::string_view raw, OfficeTextBuilder::Style look) {
    std::string text;
    for (const char c : raw) {
      const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
      if (!(space && blank_)) text += space ? ' ' : c;
      blank_ = space;
    }
    text_.add(text, look);
  }

  void read_aside() {
    for (std::size_t i = 0; i < aside_.size(); ++i) {
      const Aside aside = aside_[i];
      text_.begin_group(file_, aside.name);
      read_blocks(aside.node, 1);
    }
    aside_.clear();
  }

  // Headers and footers.
  Result<void> read_styles() {
    if (!package_.has("styles.xml")) return {};
    const Result<XmlPartPtr> styles = read_part(package_, "styles.xml");
    if (!styles) return tl::unexpected(styles.error());
    file_ = "styles.xml";
    std::uint32_t headers = 0, footers = 0;
    for (const pugi::xml_node& page :
         child_of((*styles)->xml.document_element(), "master-styles").children()) {
      for (const pugi::xml_node& child : page.children()) {
        const std::string_view name = local_name(child);
        const bool header = name.starts_with("header");
        if (prefix_of(child) != "style" || (!header && !name.starts_with("footer"))) continue;
        text_.begin_group(file_, header ? "header " + std::to_string(++headers)
                                        : "footer " + std::to_string(++footers));
        read_blocks(child, 1);
      }
    }
    read_aside();
    return {};
  }

  Result<void> read_meta() {
    if (!package_.has("meta.xml")) return {};
    const Result<XmlPartPtr> meta = read_part(package_, "meta.xml");
    if (!meta) return tl::unexpected(meta.error());
    add_properties(child_of((*meta)->xml.document_element(), "meta"), "meta.xml", text_);
    return {};
  }

  ZipPackage& package_;
  OfficeTextBuilder& text_;
  std::string file_;
  std::vector<Look> looks_;   // sorted by name
  std::vector<Aside> aside_;  // notes and comments, read after the text
  std::vector<pugi::xml_node> frames_;
  ProseKind kind_ = ProseKind::Paragraph;  // of paragraphs that are nothing else
  bool title_ = false;
  bool blank_ = true;  // the text so far ends with white space
  std::uint32_t lists_ = 0;
  std::uint32_t slides_ = 0, footnotes_ = 0, endnotes_ = 0, comments_ = 0;
};

}  // namespace

Result<void> read_open_document(ZipPackage& package, OfficeTextBuilder& builder) {
  return OdfReader(package, builder).read();
}

}  // namespace personfirst
