// Where the cursor is in a configuration that is being written, and so is mostly no JSON yet.
//
// A parser would give up at the first thing that is missing. So the text before the cursor is only
// scanned: strings, comments and brackets, with a stack of the keys that lead to the cursor.
// Offsets are bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "linter/text/span.h"

namespace personfirst::lsp {

inline constexpr std::string_view kListItem = "[]";

struct ConfigPlace {
  bool usable = false;                   // false in comments and outside of everything
  std::vector<std::string> path;         // keys from the top, kListItem for an item of a list
  bool is_key = false;                   // a key of the object at `path`; else the value at `path`
  std::vector<std::string> keys_before;  // of the same object, when is_key
  Span word;                             // what is being typed, its quotes included; may be empty
  bool in_quotes = false;
  bool colon_follows = false;
};

[[nodiscard]] ConfigPlace find_config_place(std::string_view text, std::uint32_t cursor);

}  // namespace personfirst::lsp
