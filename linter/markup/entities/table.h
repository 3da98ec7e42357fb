// The named character references of HTML, sorted by name. The definition is generated at build
// time.
#pragma once

#include <span>
#include <string_view>

namespace personfirst {

struct NamedEntity {
  std::string_view name;   // without `&` and `;`
  std::string_view text;   // UTF-8
  bool without_semicolon;  // one of the old names that browsers read without `;` too
};

[[nodiscard]] std::span<const NamedEntity> named_entities();

}  // namespace personfirst
