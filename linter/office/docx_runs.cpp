#include "linter/office/docx_runs.h"

#include <algorithm>
#include <utility>

namespace personfirst {
namespace {

constexpr std::string_view kTransitional =
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

void set(pugi::xml_node node, const std::string& name, const std::string& value) {
  pugi::xml_attribute attribute = node.attribute(name.c_str());
  if (!attribute) attribute = node.append_attribute(name.c_str());
  attribute.set_value(value.c_str());
}

void set_text(pugi::xml_node element, const std::string& text) {
  while (element.first_child()) element.remove_child(element.first_child());
  element.text().set(text.c_str());
  set(element, "xml:space", "preserve");
}

void copy_attributes(const pugi::xml_node& from, pugi::xml_node to) {
  for (const pugi::xml_attribute& attribute : from.attributes()) to.append_copy(attribute);
}

// With the same formatting.
pugi::xml_node empty_copy_after(pugi::xml_node run) {
  pugi::xml_node copy = run.parent().insert_child_after(run.name(), run);
  copy_attributes(run, copy);
  if (const pugi::xml_node properties = child_of(run, "rPr")) copy.append_copy(properties);
  return copy;
}

void move_from_on(pugi::xml_node first, pugi::xml_node to) {
  while (first) {
    const pugi::xml_node next = first.next_sibling();
    to.append_move(first);
    first = next;
  }
}

bool has_content_before(const pugi::xml_node& element) {
  for (pugi::xml_node node = element.previous_sibling(); node; node = node.previous_sibling()) {
    if (node.type() == pugi::node_element && !is_named(node, "rPr")) return true;
  }
  return false;
}

std::uint32_t greatest_id_in(const pugi::xml_node& root) {
  constexpr unsigned kGreatest = 1U << 30;  // what is greater is not counted on from
  struct Walker final : pugi::xml_tree_walker {
    std::uint32_t greatest = 0;
    bool for_each(pugi::xml_node& node) override {
      const unsigned id = number_of(attribute_of(node, "id"), 0);
      if (id < kGreatest) greatest = std::max(greatest, id);
      return true;
    }
  };
  Walker walker;
  pugi::xml_node start = root;
  start.traverse(walker);
  return walker.greatest;
}

}  // namespace

DocxNamespace word_namespace(const XmlPart& part) {
  for (const pugi::xml_attribute& attribute : part.xml.document_element().attributes()) {
    const std::string_view name = attribute.name();
    const std::string_view uri = attribute.value();
    if (!name.starts_with("xmlns") || uri.find("wordprocessingml") == std::string_view::npos ||
        !uri.ends_with("/main"))
      continue;
    const std::string prefix(name.size() > 6 ? name.substr(6) : std::string_view());
    return {prefix.empty() ? "" : prefix + ":", std::string(uri)};
  }
  return {"w:", std::string(kTransitional)};
}

DocxRuns::DocxRuns(DocxModel& model, const OfficeAuthor& author)
    : model_(model),
      author_(author),
      prefix_(word_namespace(*model.parts.front()).prefix),
      changed_(model.parts.size()) {
  for (const XmlPartPtr& part : model_.parts)
    next_id_ = std::max(next_id_, greatest_id_in(part->xml) + 1);
  for (std::uint32_t i = 0; i < model_.texts.size(); ++i)
    pieces_.push_back({model_.texts[i].span, i, model_.texts[i].element});
}

std::vector<const DocxText*> DocxRuns::texts_in(Span span) const {
  const auto begins_behind = [](const DocxText& text, std::uint32_t at) {
    return text.span.end < at;
  };
  auto text = std::lower_bound(model_.texts.begin(), model_.texts.end(), span.begin, begins_behind);
  // Of two that meet here, words begin in the second; what is only put in joins the first.
  if (!span.empty() && text != model_.texts.end() && text->span.end == span.begin) ++text;
  std::vector<const DocxText*> texts;
  for (; text != model_.texts.end() && text->span.begin <= span.begin; ++text) {
    texts.push_back(&*text);
    break;
  }
  if (texts.empty()) return texts;
  for (++text; text != model_.texts.end() && text->span.begin < span.end; ++text)
    texts.push_back(&*text);
  return texts;
}

NotChanged DocxRuns::check_change(Span span) const {
  const std::vector<const DocxText*> texts = texts_in(span);
  if (texts.empty()) return NotChanged::NoPlace;
  std::uint32_t covered_to = span.begin;
  for (const DocxText* text : texts) {
    if (!text->can_change) return NotChanged::NoPlace;
    const bool follows = text->stretch == texts.front()->stretch;
    if (!follows || text->span.begin > covered_to) return NotChanged::Crossing;
    covered_to = text->span.end;
  }
  return covered_to < span.end ? NotChanged::Crossing : NotChanged::Done;
}

NotChanged DocxRuns::check_comment(Span span) const {
  const std::vector<const DocxText*> texts = texts_in(span);
  if (span.empty() || texts.empty() || texts.back()->span.end < span.end)
    return NotChanged::NoPlace;
  const auto fits = [&](const DocxText* text) {
    return text->can_comment && text->part == texts.front()->part;
  };
  return std::ranges::all_of(texts, fits) ? NotChanged::Done : NotChanged::NoPlace;
}

std::size_t DocxRuns::piece_at(std::uint32_t at) const {
  const auto found = std::ranges::upper_bound(pieces_, at, {},
                                              [](const Piece& piece) { return piece.span.begin; });
  return static_cast<std::size_t>(found - pieces_.begin()) - (found == pieces_.begin() ? 0 : 1);
}

void DocxRuns::cut(std::uint32_t at) {
  if (pieces_.empty()) return;
  const std::size_t i = piece_at(at);
  // The end of the one before, too, when both meet here: each in a run of its own.
  if (i > 0 && pieces_[i].span.begin == at && pieces_[i - 1].span.end == at) split(i - 1, at);
  if (pieces_[i].span.begin <= at && at <= pieces_[i].span.end) split(i, at);
}

void DocxRuns::split(std::size_t index, std::uint32_t at) {
  const Piece piece = pieces_[index];
  pugi::xml_node element = piece.element;
  const pugi::xml_node run = element.parent();
  changed_[model_.texts[piece.text].part] = true;
  if (at == piece.span.begin) {
    if (has_content_before(element)) {
      pugi::xml_node rest = empty_copy_after(run);
      move_from_on(element, rest);
    }
    return;
  }
  if (at == piece.span.end) {
    if (const pugi::xml_node next = element.next_sibling())
      move_from_on(next, empty_copy_after(run));
    return;
  }
  pugi::xml_node rest = empty_copy_after(run);
  pugi::xml_node second = rest.append_child(element.name());
  copy_attributes(element, second);
  move_from_on(element.next_sibling(), rest);
  const DocxText& text = model_.texts[piece.text];
  const std::string whole = text_of(element);
  // White space that Word does not show is in the first piece only.
  const std::uint32_t before = piece.span.begin == text.span.begin ? text.skip : 0;
  const std::size_t cut_at = before + (at - piece.span.begin);
  const std::string shown = whole.substr(0, before + piece.span.size());
  set_text(second, shown.substr(cut_at));
  set_text(element, shown.substr(before, cut_at - before));
  if (before > 0 || shown.size() < whole.size()) model_.texts[piece.text].skip = 0;
  pieces_[index].span.end = at;
  pieces_.insert(pieces_.begin() + static_cast<std::ptrdiff_t>(index) + 1,
                 Piece{{at, piece.span.end}, piece.text, second});
}

bool DocxRuns::is_own_insertion(const pugi::xml_node& node) const {
  return is_named(node, "ins") && attribute_of(node, "author") == author_.name;
}

void DocxRuns::sign(pugi::xml_node change) {
  set(change, named("id"), std::to_string(new_id()));
  set(change, named("author"), author_.name);
  set(change, named("date"), author_.date);
}

pugi::xml_node DocxRuns::new_run(pugi::xml_node made, const pugi::xml_node& like,
                                 const std::string& text) const {
  if (const pugi::xml_node properties = child_of(like, "rPr")) {
    pugi::xml_node copy = made.append_copy(properties);
    if (const pugi::xml_node earlier = child_of(copy, "rPrChange")) copy.remove_child(earlier);
  }
  set_text(made.append_child(named("t").c_str()), text);
  return made;
}

void DocxRuns::insert_after(pugi::xml_node run, const std::string& text) {
  const std::string run_name = named("r");
  const pugi::xml_node around = run.parent();
  if (is_own_insertion(around)) {
    static_cast<void>(
        new_run(pugi::xml_node(around).insert_child_after(run_name.c_str(), run), run, text));
    return;
  }
  pugi::xml_node behind = is_named(around, "del") ? around : run;
  // Somebody else's insertion is cut in two, so that ours stands beside it.
  if (is_named(around, "ins")) {
    behind = around;
    if (run.next_sibling()) {
      pugi::xml_node rest = behind.parent().insert_child_after(behind.name(), behind);
      copy_attributes(behind, rest);
      set(rest, named("id"), std::to_string(new_id()));
      move_from_on(run.next_sibling(), rest);
    }
  }
  pugi::xml_node insertion = behind.parent().insert_child_after(named("ins").c_str(), behind);
  sign(insertion);
  static_cast<void>(new_run(insertion.append_child(run_name.c_str()), run, text));
}

void DocxRuns::insert_before(pugi::xml_node run, const std::string& text) {
  pugi::xml_node around = run.parent();
  if (is_own_insertion(around)) {
    static_cast<void>(new_run(around.insert_child_before(named("r").c_str(), run), run, text));
    return;
  }
  // The start of somebody else's insertion, or no insertion at all.
  const pugi::xml_node before = is_named(around, "ins") ? around : run;
  pugi::xml_node insertion = before.parent().insert_child_before(named("ins").c_str(), before);
  sign(insertion);
  static_cast<void>(new_run(insertion.append_child(named("r").c_str()), run, text));
}

void DocxRuns::remove(pugi::xml_node run) {
  pugi::xml_node around = run.parent();
  // What nobody has accepted yet needs no trace.
  if (is_own_insertion(around)) {
    around.remove_child(run);
    if (!around.first_child()) around.parent().remove_child(around);
    return;
  }
  pugi::xml_node deletion = around.insert_child_before(named("del").c_str(), run);
  sign(deletion);
  deletion.append_move(run);
  for (pugi::xml_node child : run.children()) {
    if (is_named(child, "t")) child.set_name(named("delText").c_str());
  }
}

void DocxRuns::replace(const Edit& edit) {
  std::vector<pugi::xml_node> runs;
  std::size_t i = piece_at(edit.span.begin);
  if (edit.span.empty()) {
    // Behind the text that ends here; else before the text that begins here.
    const bool behind = i > 0 && pieces_[i].span.begin == edit.span.begin &&
                        pieces_[i - 1].span.end == edit.span.begin;
    if (behind) --i;
    const pugi::xml_node run = pieces_[i].element.parent();
    changed_[model_.texts[pieces_[i].text].part] = true;
    if (pieces_[i].span.end == edit.span.begin) {
      insert_after(run, edit.text);
    } else {
      insert_before(run, edit.text);
    }
    return;
  }
  for (; i < pieces_.size() && pieces_[i].span.begin < edit.span.end; ++i) {
    if (pieces_[i].span.end > edit.span.begin) runs.push_back(pieces_[i].element.parent());
  }
  if (runs.empty()) return;
  if (!edit.text.empty()) insert_after(runs.back(), edit.text);
  for (const pugi::xml_node& run : runs) remove(run);
}

void DocxRuns::add_comment(Span span, std::uint32_t id) {
  const std::size_t first = piece_at(span.begin);
  std::size_t last = piece_at(span.end);
  while (last > first && pieces_[last].span.begin >= span.end) --last;
  // Outside of insertions, so that these can be rejected without it.
  const auto outermost = [](pugi::xml_node run) {
    return is_named(run.parent(), "ins") ? run.parent() : run;
  };
  const pugi::xml_node begin = outermost(pieces_[first].element.parent());
  const pugi::xml_node end = outermost(pieces_[last].element.parent());
  const std::string number = std::to_string(id);
  set(begin.parent().insert_child_before(named("commentRangeStart").c_str(), begin), named("id"),
      number);
  pugi::xml_node range_end = end.parent().insert_child_after(named("commentRangeEnd").c_str(), end);
  set(range_end, named("id"), number);
  pugi::xml_node run = range_end.parent().insert_child_after(named("r").c_str(), range_end);
  set(run.append_child(named("commentReference").c_str()), named("id"), number);
}

}  // namespace personfirst
