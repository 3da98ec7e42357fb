// The invariants of linter/README.md, checked by reading include lines and code.
#pragma once

#include <string>
#include <vector>

#include "tests/layers/source_tree.h"

namespace personfirst::layers {

// One sentence an offence, which begins with the file that offends. `rule_ids` must not stand in
// C++.
[[nodiscard]] std::vector<std::string> offences(const SourceTree& tree,
                                                const std::vector<std::string>& rule_ids = {});

}  // namespace personfirst::layers
