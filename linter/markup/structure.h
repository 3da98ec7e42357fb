// The prose of a document that was read by another than a reader of text: an office document.
//
// Immutable once made; any thread.
#pragma once

#include <vector>

#include "linter/markup/prose.h"

namespace personfirst {

// What Document::structure points to. Pieces lead to Document::text.
struct DocumentStructure {
  std::vector<Prose> prose;  // in document order
};

}  // namespace personfirst
