// The named character references of HTML, sorted by name. The data is generated at build time: one
// text and where its parts begin, which takes half the room of a table of views.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace personfirst {

struct NamedEntity {
  std::string_view name;   // without `&` and `;`
  std::string_view text;   // UTF-8
  bool without_semicolon;  // one of the old names that browsers read without `;` too
};

[[nodiscard]] std::size_t entity_count();
[[nodiscard]] NamedEntity named_entity(std::size_t number);

// What is generated. An entry is its name, a byte (1: without_semicolon, else 0), and its text.
struct EntityTable {
  std::string_view entries;
  std::span<const std::uint16_t> starts;  // of entries, and where the last ends
};
[[nodiscard]] EntityTable entity_table();

}  // namespace personfirst
