// Which part of an Office Open XML package belongs to which: its relationship files.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "linter/office/zip_package.h"
#include "linter/result.h"

namespace personfirst {

struct Relation {
  std::string id;
  std::string type;    // the last part of its URI: "footnotes"
  std::string target;  // a part's name; empty when it lies outside of the package
};

// "word/document.xml" -> "word/_rels/document.xml.rels"; empty: the package's own.
[[nodiscard]] std::string relations_name(std::string_view part);
// "../media/a.png" beside "ppt/slides/slide1.xml" -> "ppt/media/a.png"; empty when it leads out of
// the package. References may have %20 and fragments.
[[nodiscard]] std::string resolve_target(std::string_view part, std::string_view target);

// Of a part; none when it has no such file.
[[nodiscard]] Result<std::vector<Relation>> read_relations(ZipPackage& package,
                                                           std::string_view part);
[[nodiscard]] const Relation* find_relation(const std::vector<Relation>& relations,
                                            std::string_view id);
// The targets of a type that are in the package, in order, each once.
[[nodiscard]] std::vector<std::string> targets_of(const ZipPackage& package,
                                                  const std::vector<Relation>& relations,
                                                  std::string_view type);

}  // namespace personfirst
