#include "linter/office/relations.h"

#include <algorithm>
#include <utility>

#include "linter/office/xml_part.h"

namespace personfirst {
namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string without_percents(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const int high = text[at] == '%' && at + 2 < text.size() ? hex_digit(text[at + 1]) : -1;
    const int low = high >= 0 ? hex_digit(text[at + 2]) : -1;
    if (low >= 0) {
      out += static_cast<char>(high * 16 + low);
      at += 2;
    } else {
      out += text[at];
    }
  }
  return out;
}

}  // namespace

std::string relations_name(std::string_view part) {
  const std::size_t slash = part.rfind('/');
  const std::size_t name = slash == std::string_view::npos ? 0 : slash + 1;
  return std::string(part.substr(0, name)) + "_rels/" + std::string(part.substr(name)) + ".rels";
}

std::string resolve_target(std::string_view part, std::string_view target) {
  target = target.substr(0, target.find_first_of("#?"));
  std::vector<std::string> folders;
  const std::string decoded = without_percents(target);
  const bool absolute = decoded.starts_with('/');
  const std::string path =
      absolute ? decoded : std::string(part.substr(0, part.rfind('/') + 1)) + decoded;
  std::size_t begin = 0;
  while (begin <= path.size()) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    std::string folder = path.substr(begin, end - begin);
    begin = end + 1;
    if (folder.empty() || folder == ".") continue;
    if (folder != "..") {
      folders.push_back(std::move(folder));
    } else if (folders.empty()) {
      return {};
    } else {
      folders.pop_back();
    }
  }
  std::string name;
  for (const std::string& folder : folders) name += (name.empty() ? "" : "/") + folder;
  return name;
}

Result<std::vector<Relation>> read_relations(ZipPackage& package, std::string_view part) {
  std::vector<Relation> relations;
  const std::string name = relations_name(part);
  if (!package.has(name)) return relations;
  const Result<XmlPartPtr> file = read_part(package, name);
  if (!file) return tl::unexpected(file.error());
  for (const pugi::xml_node& node : (*file)->xml.document_element().children()) {
    if (!is_named(node, "Relationship")) continue;
    Relation relation;
    relation.id = attribute_of(node, "Id");
    const std::string_view type = attribute_of(node, "Type");
    relation.type = type.substr(type.rfind('/') + 1);
    if (attribute_of(node, "TargetMode") != "External")
      relation.target = resolve_target(part, attribute_of(node, "Target"));
    relations.push_back(std::move(relation));
  }
  return relations;
}

const Relation* find_relation(const std::vector<Relation>& relations, std::string_view id) {
  const auto found = std::ranges::find(relations, id, &Relation::id);
  return found == relations.end() ? nullptr : &*found;
}

std::vector<std::string> targets_of(const ZipPackage& package,
                                    const std::vector<Relation>& relations, std::string_view type) {
  std::vector<std::string> targets;
  for (const Relation& relation : relations) {
    if (relation.type != type || !package.has(relation.target)) continue;
    if (std::ranges::find(targets, relation.target) == targets.end())
      targets.push_back(relation.target);
  }
  return targets;
}

}  // namespace personfirst
