// New words for a run of prose -> edits of the source.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "linter/finding.h"
#include "linter/markup/prose.h"

namespace personfirst {

struct Placement {
  std::vector<Edit> edits;
  bool crosses_markup = false;
};

// Nothing when the run crosses markup in a way that an edit would break.
[[nodiscard]] std::optional<Placement> place(const Prose& prose, Span in_prose, std::string text);

}  // namespace personfirst
