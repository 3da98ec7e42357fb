#include "linter/office/docx_read.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "linter/office/docx_styles.h"
#include "linter/office/properties.h"

namespace personfirst {
namespace {

// What becomes of a field's result. Of fields in each other, the greatest counts.
enum class FieldText : std::uint8_t {
  Read,    // somebody wrote it
  Opaque,  // it stands for a word: a name to be merged, a date
  None,    // it says again what stands elsewhere: a table of contents
};

FieldText text_of_field(std::string_view instruction) {
  instruction.remove_prefix(std::min(instruction.find_first_not_of(' '), instruction.size()));
  const std::string_view word = instruction.substr(0, instruction.find_first_of(" \\"));
  if (word == "HYPERLINK" || word == "FORMTEXT") return FieldText::Read;
  if (word == "TOC" || word == "INDEX" || word == "TOA" || word == "BIBLIOGRAPHY")
    return FieldText::None;
  return FieldText::Opaque;
}

struct Field {
  std::string instruction;
  bool in_result = false;
};

// Which of the ways in which Word keeps page breaks a document has.
enum class PageBreaks : std::uint8_t { None, Written, Rendered };

PageBreaks page_breaks_in(std::string_view xml) {
  if (xml.find("lastRenderedPageBreak") != std::string_view::npos) return PageBreaks::Rendered;
  const bool written = xml.find("type=\"page\"") != std::string_view::npos ||
                       xml.find("pageBreakBefore") != std::string_view::npos;
  return written ? PageBreaks::Written : PageBreaks::None;
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// One story: the document's body, a header, a note.
class StoryReader {
 public:
  struct Story {
    std::uint32_t part = 0;
    bool can_change = true;
    bool can_comment = false;
    PageBreaks pages = PageBreaks::None;
  };

  StoryReader(DocxModel& model, const DocxStyles& styles, const std::set<std::string>& own_comments,
              Story story)
      : model_(model),
        text_(model.builder),
        styles_(styles),
        own_comments_(own_comments),
        story_(story) {
    if (!model_.texts.empty()) stretch_ = model_.texts.back().stretch + 1;
  }

  void read(const pugi::xml_node& story) {
    if (story_.pages != PageBreaks::None) text_.set_page(1);
    read_blocks(story, 0);
    text_.set_list_depth(0);
  }

  // Ids, in the order in which the text refers to them.
  std::vector<std::string> footnotes, endnotes;

 private:
  struct Cell {
    bool inside = false;
    bool header = false;
  };

  void read_blocks(const pugi::xml_node& parent, int depth) {
    if (depth > kDeepestXml || text_.is_full()) return;
    for (const pugi::xml_node& child : parent.children()) {
      const std::string_view name = local_name(child);
      if (name == "p") {
        read_paragraph(child, depth);
      } else if (name == "tbl") {
        read_table(child, depth);
      } else if (is_one_of(name, {"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"})) {
        read_blocks(child, depth + 1);
      } else if (name == "AlternateContent") {
        read_blocks(chosen_alternative(child), depth + 1);
      } else {
        read_comment_range(child);
      }
    }
  }

  void read_table(const pugi::xml_node& table, int depth) {
    text_.set_list_depth(0);
    text_.outline().open_table();
    read_rows(table, depth + 1);
    text_.outline().close_table();
  }

  void read_rows(const pugi::xml_node& parent, int depth) {
    if (depth > kDeepestXml) return;
    for (const pugi::xml_node& row : parent.children()) {
      if (is_one_of(local_name(row), {"sdt", "sdtContent", "customXml", "ins"}))
        read_rows(row, depth + 1);
      if (!is_named(row, "tr")) continue;
      text_.outline().open_row();
      const pugi::xml_node of_row = child_of(row, "trPr");
      if (child_of(of_row, "del")) continue;
      read_cells(row, is_on(child_of(of_row, "tblHeader")), depth + 1);
    }
  }

  void read_cells(const pugi::xml_node& row, bool header, int depth) {
    if (depth > kDeepestXml) return;
    for (const pugi::xml_node& cell : row.children()) {
      if (is_one_of(local_name(cell), {"sdt", "sdtContent", "customXml"}))
        read_cells(cell, header, depth + 1);
      if (!is_named(cell, "tc")) continue;
      const pugi::xml_node span = child_of(child_of(cell, "tcPr"), "gridSpan");
      text_.outline().open_cell(header, number_of(attribute_of(span, "val"), 1));
      const Cell outer = std::exchange(cell_, Cell{true, header});
      const std::uint32_t outer_list = text_.enter_container();
      read_blocks(cell, depth + 1);
      text_.leave_container(outer_list);
      cell_ = outer;
    }
  }

  void read_paragraph(const pugi::xml_node& paragraph, int depth) {
    ++stretch_;
    if (!in_box_) text_.count_paragraph();
    const pugi::xml_node properties = child_of(paragraph, "pPr");
    const DocxStyle& style = styles_.find(attribute_of(child_of(properties, "pStyle"), "val"));
    if (story_.pages == PageBreaks::Written && is_on(child_of(properties, "pageBreakBefore")))
      text_.set_page(text_.page() + 1);
    text_.begin(kind_of(properties, style), style.quotation);
    read_inlines(paragraph, depth + 1);
    text_.end();
    read_boxes(depth + 1);
  }

  ProseKind kind_of(const pugi::xml_node& properties, const DocxStyle& style) {
    const bool heading = style.kind == ProseKind::Heading ||
                         number_of(attribute_of(child_of(properties, "outlineLvl"), "val"), 9) < 9;
    const pugi::xml_node numbering = child_of(properties, "numPr");
    const bool item =
        !heading && (numbering ? number_of(attribute_of(child_of(numbering, "numId"), "val"), 1) > 0
                               : style.list);
    const unsigned level = number_of(attribute_of(child_of(numbering, "ilvl"), "val"), 0);
    text_.set_list_depth(item ? std::min(level, 8U) + 1 : 0);
    if (heading) return ProseKind::Heading;
    if (item) return ProseKind::ListItem;
    if (style.kind != ProseKind::Paragraph) return style.kind;
    if (cell_.inside) return cell_.header ? ProseKind::TableHeader : ProseKind::TableCell;
    return ProseKind::Paragraph;
  }

  void read_inlines(const pugi::xml_node& parent, int depth) {
    if (depth > kDeepestXml) return;
    for (const pugi::xml_node& child : parent.children()) {
      if (child.type() != pugi::node_element) continue;
      const std::string_view name = local_name(child);
      if (name == "r") {
        read_run(child, depth + 1);
      } else if (is_one_of(name, {"hyperlink", "ins", "smartTag", "sdtContent", "customXml", "dir",
                                  "bdo"})) {
        read_inlines(child, depth + 1);
      } else if (name == "moveTo" || name == "sdt" || name == "rubyBase") {
        set_apart([&] { read_inlines(child, depth + 1); }, name == "moveTo");
      } else if (name == "fldSimple") {
        fields_.push_back({std::string(attribute_of(child, "instr")), true});
        set_apart([&] { read_inlines(child, depth + 1); }, false);
        fields_.pop_back();
      } else if (name == "AlternateContent") {
        read_inlines(chosen_alternative(child), depth + 1);
      } else if (name == "oMath" || name == "oMathPara") {
        add_opaque("\xEF\xBF\xBC");
      } else if (!is_one_of(name, {"pPr", "del", "moveFrom", "proofErr", "bookmarkStart",
                                   "bookmarkEnd", "permStart", "permEnd"})) {
        read_comment_range(child);
      }
    }
  }

  // What is inside can be changed by itself only (or, when `fixed`, not at all).
  template <typename Read>
  void set_apart(const Read& read, bool fixed) {
    const bool outer = std::exchange(story_.can_change, story_.can_change && !fixed);
    ++stretch_;
    read();
    ++stretch_;
    story_.can_change = outer;
  }

  void read_run(const pugi::xml_node& run, int depth) {
    if (depth > kDeepestXml) return;
    const pugi::xml_node properties = child_of(run, "rPr");
    const DocxStyle& style = styles_.find(attribute_of(child_of(properties, "rStyle"), "val"));
    const pugi::xml_node vanish = child_of(properties, "vanish");
    const bool hidden = vanish ? is_on(vanish) : style.hidden;
    OfficeTextBuilder::Style look;
    look.emphasized = style.emphasized || is_on(child_of(properties, "b")) ||
                      is_on(child_of(properties, "i")) || is_on(child_of(properties, "u"));
    look.struck = is_on(child_of(properties, "strike")) || is_on(child_of(properties, "dstrike"));
    for (const pugi::xml_node& child : run.children()) {
      if (child.type() == pugi::node_element) read_in_run(child, hidden, look, depth + 1);
    }
  }

  void read_in_run(const pugi::xml_node& node, bool hidden, OfficeTextBuilder::Style look,
                   int depth) {
    const std::string_view name = local_name(node);
    if (name == "t") {
      if (!hidden) add_text(node, look);
    } else if (name == "tab" || name == "cr" || name == "br" || name == "ptab") {
      if (name == "br" && attribute_of(node, "type") == "page" &&
          story_.pages == PageBreaks::Written)
        text_.set_page(text_.page() + 1);
      add_sign(" ", hidden);
    } else if (name == "noBreakHyphen") {
      add_sign("-", hidden);
    } else if (name == "sym") {
      add_sign("\xEF\xBF\xBC", hidden);
    } else if (name == "lastRenderedPageBreak") {
      if (story_.pages == PageBreaks::Rendered) text_.set_page(text_.page() + 1);
    } else if (name == "fldChar") {
      read_field_sign(attribute_of(node, "fldCharType"));
    } else if (name == "instrText") {
      if (!fields_.empty() && !fields_.back().in_result)
        fields_.back().instruction += text_of(node);
    } else if (name == "footnoteReference" || name == "endnoteReference") {
      ++stretch_;
      (name == "footnoteReference" ? footnotes : endnotes).emplace_back(attribute_of(node, "id"));
    } else if (name == "AlternateContent") {
      for (const pugi::xml_node& child : chosen_alternative(node).children())
        if (depth <= kDeepestXml) read_in_run(child, hidden, look, depth + 1);
    } else if (name == "drawing" || name == "pict" || name == "object") {
      ++stretch_;
      if (!hidden) find_boxes(node, depth);
    } else if (name == "ruby") {
      set_apart([&] { read_inlines(child_of(node, "rubyBase"), depth + 1); }, true);
    } else if (name != "rPr" && name != "softHyphen") {
      ++stretch_;
    }
  }

  void read_field_sign(std::string_view type) {
    ++stretch_;
    if (type == "begin") {
      if (fields_.size() < kDeepestXml) fields_.emplace_back();
    } else if (!fields_.empty() && type == "separate") {
      fields_.back().in_result = true;
    } else if (!fields_.empty() && type == "end") {
      fields_.pop_back();
    }
  }

  [[nodiscard]] FieldText field_text() const {
    FieldText text = FieldText::Read;
    for (const Field& field : fields_)
      text = std::max(text, field.in_result ? text_of_field(field.instruction) : FieldText::None);
    return text;
  }

  void add_text(const pugi::xml_node& node, OfficeTextBuilder::Style look) {
    const FieldText field = field_text();
    if (field == FieldText::None) return;
    std::string text = text_of(node);
    std::uint32_t skip = 0;
    if (attribute_of(node, "space") != "preserve") {
      constexpr std::string_view kSpace = " \t\r\n";
      text.erase(text.find_last_not_of(kSpace) + 1);
      skip = static_cast<std::uint32_t>(std::min(text.find_first_not_of(kSpace), text.size()));
    }
    look.opaque = field == FieldText::Opaque;
    DocxText run;
    run.span.begin = text_.add(std::string_view(text).substr(skip), look);
    run.span.end = text_.size();
    if (run.span.empty()) return;
    run.skip = skip;
    run.stretch = stretch_;
    run.part = story_.part;
    const bool in_run = is_named(node.parent(), "r");
    run.can_change = story_.can_change && field == FieldText::Read && in_run;
    run.can_comment = story_.can_comment && !in_box_ && in_run;
    run.element = node;
    model_.texts.push_back(run);
  }

  void add_sign(std::string_view text, bool hidden) {
    ++stretch_;
    if (!hidden && field_text() == FieldText::Read) text_.add(text);
  }

  void add_opaque(std::string_view text) {
    ++stretch_;
    OfficeTextBuilder::Style look;
    look.opaque = true;
    if (field_text() != FieldText::None) text_.add(text, look);
  }

  void read_comment_range(const pugi::xml_node& node) {
    const bool begins = is_named(node, "commentRangeStart");
    if (!begins && !is_named(node, "commentRangeEnd")) return;
    const std::string id(attribute_of(node, "id"));
    if (!own_comments_.contains(id)) return;
    if (begins) {
      comment_begins_[id] = text_.size();
    } else if (const auto begin = comment_begins_.find(id); begin != comment_begins_.end()) {
      model_.commented.push_back({begin->second, text_.size()});
    }
  }

  // Pictures' descriptions, and text boxes, are read behind the paragraph that holds them.
  void find_boxes(const pugi::xml_node& node, int depth) {
    if (depth > kDeepestXml) return;
    const std::string_view name = local_name(node);
    if (name == "AlternateContent") return find_boxes(chosen_alternative(node), depth + 1);
    if (name == "txbxContent") return boxes_.push_back(node);
    if (name == "docPr") {
      descriptions_.emplace_back(attribute_of(node, "title"));
      descriptions_.emplace_back(attribute_of(node, "descr"));
    }
    if (name == "shape" || name == "rect") descriptions_.emplace_back(attribute_of(node, "alt"));
    for (const pugi::xml_node& child : node.children())
      if (child.type() == pugi::node_element) find_boxes(child, depth + 1);
  }

  void read_boxes(int depth) {
    const std::vector<std::string> descriptions = std::exchange(descriptions_, {});
    const std::vector<pugi::xml_node> boxes = std::exchange(boxes_, {});
    if (descriptions.empty() && boxes.empty()) return;
    const std::uint32_t outer_list = text_.enter_container();
    text_.set_inside("picture’s description");
    for (const std::string& description : descriptions)
      text_.add_line(ProseKind::AltText, description);
    text_.set_inside("text box");
    const bool was_in_box = std::exchange(in_box_, true);
    const Cell outer = std::exchange(cell_, Cell());
    const std::vector<Field> fields = std::exchange(fields_, {});
    for (const pugi::xml_node& box : boxes) read_blocks(box, depth + 1);
    fields_ = fields;
    cell_ = outer;
    in_box_ = was_in_box;
    text_.set_inside(in_box_ ? "text box" : "");
    text_.leave_container(outer_list);
  }

  DocxModel& model_;
  OfficeTextBuilder& text_;
  const DocxStyles& styles_;
  const std::set<std::string>& own_comments_;
  Story story_;
  Cell cell_;
  bool in_box_ = false;
  std::uint32_t stretch_ = 0;
  std::vector<Field> fields_;  // that are open; they may reach over paragraphs
  std::vector<pugi::xml_node> boxes_;
  std::vector<std::string> descriptions_;
  std::map<std::string, std::uint32_t> comment_begins_;
};

class DocxReader {
 public:
  DocxReader(ZipPackage& package, DocxModel& model, std::string_view own_name)
      : package_(package), model_(model), own_name_(own_name) {}

  Result<void> read(const std::string& main_part) {
    Result<std::vector<Relation>> relations = read_relations(package_, main_part);
    if (!relations) return tl::unexpected(relations.error());
    model_.relations = *std::move(relations);
    if (const auto done = read_styles(); !done) return done;
    if (const auto done = load_comments(); !done) return done;
    if (const auto done = read_body(main_part); !done) return done;
    if (const auto done = read_notes("footnotes", "footnote", footnotes_); !done) return done;
    if (const auto done = read_notes("endnotes", "endnote", endnotes_); !done) return done;
    if (const auto done = read_margins("header"); !done) return done;
    if (const auto done = read_margins("footer"); !done) return done;
    read_comments();
    return read_core_properties(package_, model_.builder);
  }

 private:
  std::vector<std::string> parts_of(std::string_view type) const {
    return targets_of(package_, model_.relations, type);
  }

  Result<void> read_styles() {
    const std::vector<std::string> names = parts_of("styles");
    if (names.empty()) return {};
    const Result<XmlPartPtr> part = read_part(package_, names.front());
    if (!part) return tl::unexpected(part.error());
    styles_ = DocxStyles((*part)->xml.document_element());
    return {};
  }

  Result<void> load_comments() {
    const std::vector<std::string> names = parts_of("comments");
    if (names.empty()) return {};
    Result<XmlPartPtr> part = read_part(package_, names.front());
    if (!part) return tl::unexpected(part.error());
    comments_ = *std::move(part);
    for (const pugi::xml_node& comment : comments_->xml.document_element().children()) {
      if (attribute_of(comment, "author") == own_name_)
        own_comments_.emplace(attribute_of(comment, "id"));
    }
    return {};
  }

  std::uint32_t add_part(XmlPartPtr part) {
    model_.parts.push_back(std::move(part));
    return static_cast<std::uint32_t>(model_.parts.size()) - 1;
  }

  Result<void> read_body(const std::string& name) {
    Result<std::string> bytes = package_.read(name);
    if (!bytes) return tl::unexpected(bytes.error());
    StoryReader::Story story;
    story.can_comment = true;
    story.pages = page_breaks_in(*bytes);
    Result<XmlPartPtr> part = parse_part(name, *std::move(bytes));
    if (!part) return tl::unexpected(part.error());
    const pugi::xml_node body = child_of((*part)->xml.document_element(), "body");
    if (!body) return tl::unexpected(Error{"", "damaged: the part " + name + " holds no document"});
    story.part = add_part(*std::move(part));
    model_.builder.begin_group(name, "");
    StoryReader reader(model_, styles_, own_comments_, story);
    reader.read(body);
    footnotes_ = std::move(reader.footnotes);
    endnotes_ = std::move(reader.endnotes);
    return {};
  }

  void read_story(std::uint32_t part, const pugi::xml_node& node, bool can_change) {
    StoryReader::Story story;
    story.part = part;
    story.can_change = can_change;
    StoryReader(model_, styles_, own_comments_, story).read(node);
  }

  // Numbered as Word does: in the order of the references to them.
  Result<void> read_notes(std::string_view type, const std::string& what,
                          const std::vector<std::string>& order) {
    for (const std::string& name : parts_of(type)) {
      Result<XmlPartPtr> part = read_part(package_, name);
      if (!part) return tl::unexpected(part.error());
      const std::uint32_t index = add_part(*std::move(part));
      std::map<std::string, pugi::xml_node, std::less<>> notes;
      for (const pugi::xml_node& note : model_.parts[index]->xml.document_element().children())
        notes.emplace(attribute_of(note, "id"), note);
      std::uint32_t number = 0;
      for (const std::string& id : order) {
        const auto note = notes.find(id);
        ++number;
        if (note == notes.end()) continue;
        model_.builder.begin_group(name, what + " " + std::to_string(number));
        read_story(index, note->second, true);
        notes.erase(note);
      }
    }
    return {};
  }

  Result<void> read_margins(const std::string& what) {
    std::uint32_t number = 0;
    for (const std::string& name : parts_of(what)) {
      Result<XmlPartPtr> part = read_part(package_, name);
      if (!part) return tl::unexpected(part.error());
      const std::uint32_t index = add_part(*std::move(part));
      model_.builder.begin_group(name, what + " " + std::to_string(++number));
      read_story(index, model_.parts[index]->xml.document_element(), true);
    }
    return {};
  }

  void read_comments() {
    if (!comments_) return;
    const std::uint32_t index = add_part(std::move(comments_));
    std::uint32_t number = 0;
    const XmlPart& part = *model_.parts[index];
    for (const pugi::xml_node& comment : part.xml.document_element().children()) {
      if (!is_named(comment, "comment")) continue;
      ++number;
      if (own_comments_.contains(std::string(attribute_of(comment, "id")))) continue;
      model_.builder.begin_group(part.name, "comment " + std::to_string(number));
      read_story(index, comment, false);
    }
  }

  ZipPackage& package_;
  DocxModel& model_;
  std::string_view own_name_;
  DocxStyles styles_;
  XmlPartPtr comments_;
  std::set<std::string> own_comments_;  // their ids
  std::vector<std::string> footnotes_, endnotes_;
};

}  // namespace

Result<DocxModel> read_docx(ZipPackage& package, const std::string& main_part,
                            std::string_view own_name) {
  DocxModel model;
  const Result<void> done = DocxReader(package, model, own_name).read(main_part);
  if (!done) return tl::unexpected(done.error());
  return model;
}

}  // namespace personfirst
