// Character references (`&amp;`, `&#8217;`, `&#x2019;`) -> the text they stand for, as HTML reads
// them.
//
// Pure functions; any thread. Linear in the bytes of the reference.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace personfirst {

enum class EntityPlace { Text, Attribute };  // in an attribute, `&copy=1` stays as it is

struct Entity {
  std::uint32_t length = 0;  // bytes of source from the `&` on; 0: the `&` is just an ampersand
  std::string text;          // UTF-8
};

// `text[at]` is an `&`; nothing at or after `end` is read.
[[nodiscard]] Entity decode_entity(std::string_view text, std::uint32_t at, std::uint32_t end,
                                   EntityPlace place);

}  // namespace personfirst
