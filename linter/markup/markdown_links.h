// Link reference definitions (`[label]: destination "title"`): the one thing in Markdown that says
// something about text far away.
//
// A part of a document is read with the definitions that stand in other parts, if a pair of
// brackets in it could be a reference to them. md4c alone says what a definition is; where this
// cannot ask it, `unclear` is set.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "linter/text/span.h"

namespace personfirst {

// Equal for labels that md4c takes for the same, and rarely for others.
using LabelKey = std::uint64_t;

// What a definition means to those who refer to it.
struct LinkDefinition {
  std::string label;  // as written, but in one line
  LabelKey key = 0;
  std::uint32_t destination_size = 0, title_size = 0;
  bool title_in_source = false;  // word for word
  friend bool operator==(const LinkDefinition&, const LinkDefinition&) = default;
};

struct OwnDefinition {
  LinkDefinition meaning;
  std::uint32_t begin = 0;  // in its part
  Span title;               // there, when it is in the source
  friend bool operator==(const OwnDefinition&, const OwnDefinition&) = default;
};

struct OwnDefinitions {
  std::vector<OwnDefinition> list;  // each label once: the first definition counts
  bool unclear = false;
};
// Those in a part that begins where one may begin (markdown.h), behind front matter.
[[nodiscard]] OwnDefinitions find_definitions(std::string_view part);

// What the part's brackets could refer to.
struct LinkLabels {
  std::vector<LabelKey> keys;  // sorted
  bool any = false;            // everything
};
[[nodiscard]] LinkLabels find_labels(std::string_view part);

// What a part has to do with others.
struct PartLinks {
  LinkLabels labels;
  OwnDefinitions own;
  // As it was read:
  std::vector<LinkDefinition> used;    // of other parts, in their order; before its own
  std::vector<Span> shown;             // own titles that other parts refer to
  std::set<std::string> title_labels;  // of `used`: whose titles this part refers to
};
using PartLinksPtr = std::shared_ptr<const PartLinks>;  // null: no brackets

// A definition in its document.
struct PlacedDefinition {
  PartLinksPtr part;
  std::size_t index = 0;  // in its own definitions
  std::uint32_t begin = 0;

  [[nodiscard]] const LinkDefinition& meaning() const { return part->own.list[index].meaning; }
};

// The definitions of a whole document: of each label the first counts.
class LinkTable {
 public:
  // In document order. Tables that say something else have another id.
  LinkTable(std::vector<PlacedDefinition> all, std::uint64_t id);

  [[nodiscard]] bool says_same_as(std::span<const PlacedDefinition> all) const;
  // Of definitions that say the same: do they stand where these stood?
  [[nodiscard]] bool stands_where(std::span<const PlacedDefinition> all) const;
  // The same ones, at other places.
  void move_to(std::vector<PlacedDefinition> all) { all_ = std::move(all); }
  [[nodiscard]] std::uint64_t id() const { return id_; }
  [[nodiscard]] bool has_titles() const { return has_titles_; }

  // What counts in the part at `span`, whose own definitions are given. Nothing: it is not clear.
  [[nodiscard]] std::optional<std::vector<LinkDefinition>> used_by(const LinkLabels& labels,
                                                                   const OwnDefinitions& own,
                                                                   Span span) const;
  // Own titles, of those that somebody refers to by label, that are what is referred to.
  [[nodiscard]] std::vector<Span> shown_of(const OwnDefinitions& own, Span span,
                                           const std::set<std::string>& referred) const;

 private:
  std::vector<PlacedDefinition> all_;
  std::vector<std::uint32_t> counting_;                      // into all_
  std::unordered_multimap<LabelKey, std::uint32_t> by_key_;  // into all_
  std::uint64_t id_;
  bool has_titles_ = false;
};

// ---- for markdown.cpp ----

// Definitions as text that means the same, to be read before a part.
struct DefinitionText {
  std::string text;
  std::vector<std::pair<std::uint32_t, std::size_t>> titles;  // where it begins, which one it is
};
[[nodiscard]] DefinitionText write_definitions(std::span<const LinkDefinition> definitions);

}  // namespace personfirst
