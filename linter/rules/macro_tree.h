// The text of a macro as a tree, so that it can be walked along without making an RE2: groups,
// alternatives, lists of characters, "?", "+" and "{m,n}". What a macro may be beyond that, RE2
// alone knows.
#pragma once

#include <bitset>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "linter/rules/lazy.h"
#include "linter/rules/rule.h"

namespace personfirst {

struct MacroNode {
  enum class Kind { Words, Byte, Sequence, Alternatives, Repeat };

  Kind kind = Kind::Words;
  std::vector<std::string_view> words;    // Words: one of these, in the order of their first bytes
  std::vector<std::string_view> by_last;  // the same, in the order of their last bytes
  std::bitset<256> bytes;                 // Byte: one of these
  std::uint32_t min = 0;                  // Repeat: how often its child stands
  std::uint32_t max = 0;
  std::vector<std::unique_ptr<const MacroNode>> children;
};

// Null for a text that holds anything else. The text must outlive the tree.
[[nodiscard]] std::unique_ptr<const MacroNode> read_macro(std::string_view re2);

// Those of a lexicon, by name, each read when it is first asked for. The lexicon must outlive them.
class MacroTrees {
 public:
  MacroTrees() = default;
  explicit MacroTrees(const Lexicon& lexicon);
  // Null for a macro that cannot be read.
  [[nodiscard]] const MacroNode* find(const std::string& name) const;

 private:
  struct Tree {
    std::unique_ptr<const MacroNode> root;
  };
  std::map<std::string, Lazy<Tree>> trees_;
};

// Does everything that it matches hold a digit?
[[nodiscard]] bool always_holds_digit(const MacroNode& macro);

}  // namespace personfirst
