// What may stand at a place in a project's configuration: from its schema, and from the rules.
#pragma once

#include <string>
#include <vector>

#include "lsp/config_place.h"
#include "lsp/snapshot.h"

namespace personfirst::lsp {

struct ConfigWord {
  enum class Kind { Key, Rule, Word, Literal };  // a literal (true, false) has no quotes
  std::string text;
  Kind kind = Kind::Word;
  std::string detail;         // a few words, may be empty
  std::string documentation;  // plain text, may be empty
};

[[nodiscard]] std::vector<ConfigWord> config_words(const Knowledge& knowledge,
                                                   const ConfigPlace& place);

// All rules, and "topic/*" for each topic.
[[nodiscard]] std::vector<ConfigWord> rule_words(const Knowledge& knowledge);

}  // namespace personfirst::lsp
