#include "linter/office/docx_styles.h"

#include <algorithm>

namespace personfirst {
namespace {

constexpr int kLongestChain = 16;  // of styles that are based on each other, perhaps in a circle

std::string lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  });
  return out;
}

// What is said by the style itself; Word keeps the English names of its own styles in every
// language.
void add_own(const pugi::xml_node& node, DocxStyle& style) {
  const std::string name = lower(attribute_of(child_of(node, "name"), "val"));
  if (name.starts_with("heading ") || name == "title") style.kind = ProseKind::Heading;
  if (name == "caption") style.kind = ProseKind::Caption;
  if (name == "quote" || name == "intense quote") style.quotation = true;
  if (name == "emphasis" || name == "strong" || name == "intense emphasis" || name == "book title")
    style.emphasized = true;
  const pugi::xml_node of_paragraph = child_of(node, "pPr");
  if (number_of(attribute_of(child_of(of_paragraph, "outlineLvl"), "val"), 9) < 9)
    style.kind = ProseKind::Heading;
  if (child_of(of_paragraph, "numPr")) style.list = true;
  const pugi::xml_node of_run = child_of(node, "rPr");
  if (is_on(child_of(of_run, "vanish"))) style.hidden = true;
  if (attribute_of(node, "type") == "character" &&
      (is_on(child_of(of_run, "b")) || is_on(child_of(of_run, "i"))))
    style.emphasized = true;
}

}  // namespace

bool is_on(const pugi::xml_node& toggle) {
  if (!toggle) return false;
  const std::string_view value = attribute_of(toggle, "val");
  return value != "0" && value != "false" && value != "off" && value != "none";
}

DocxStyles::DocxStyles(const pugi::xml_node& styles) {
  std::map<std::string_view, pugi::xml_node> nodes;
  for (const pugi::xml_node& node : styles.children()) {
    if (is_named(node, "style")) nodes.emplace(attribute_of(node, "styleId"), node);
  }
  for (const auto& [id, node] : nodes) {
    DocxStyle style;
    auto from = nodes.find(id);
    for (int step = 0; from != nodes.end() && step < kLongestChain; ++step) {
      add_own(from->second, style);
      from = nodes.find(attribute_of(child_of(from->second, "basedOn"), "val"));
    }
    styles_.emplace(id, style);
  }
}

const DocxStyle& DocxStyles::find(std::string_view id) const {
  static const DocxStyle kPlain;
  const auto found = styles_.find(id);
  return found == styles_.end() ? kPlain : found->second;
}

}  // namespace personfirst
