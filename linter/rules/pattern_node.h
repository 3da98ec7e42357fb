// A pattern as a tree: for the files that read it (pattern*.cpp), and no others.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "linter/rules/macro_tree.h"

namespace personfirst {

enum class NodeKind {
  Literal,
  Class,
  Sequence,
  Alternatives,
  Optional,
  Set,
  Macro,
  Plural,
  Verb,
  Start,
  End
};

struct PatternNode {
  NodeKind kind = NodeKind::Literal;
  std::string text;    // Literal: the bytes; Class: as written; Set, Macro, Verb: the name
  std::string plural;  // Plural: the second form, the first is in `text`
  bool remembered = true;
  int first_group = 0;               // Plural, Verb: the number of its first named group
  std::vector<std::string> choices;  // Class: its characters
  const WordSet* set = nullptr;      // Set
  const VerbForms* verb = nullptr;   // Verb
  const MacroNode* macro = nullptr;  // Macro: what it is, where that is known
  std::vector<std::unique_ptr<PatternNode>> children;
};

using NodePtr = std::unique_ptr<PatternNode>;

// Does it remember something: a set, a macro, or which form stood there?
[[nodiscard]] bool has_group(const PatternNode& node);

// The forms of a verb that are remembered, with the names of their groups: those that differ from
// the base and from one another.
struct VerbGroup {
  std::string name;
  const std::string* form = nullptr;
};
[[nodiscard]] std::vector<VerbGroup> groups_of(const VerbForms& verb, int first_group);
[[nodiscard]] int count_groups(const VerbForms& verb);

}  // namespace personfirst
