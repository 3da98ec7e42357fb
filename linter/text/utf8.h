// UTF-8, read one character at a time, with ill-formed bytes allowed everywhere.
//
// Each ill-formed byte is a character of its own: U+FFFD of length 1. A text is cut into characters
// in one way only, whether it is read forwards or backwards. Offsets are bytes. Pure functions; any
// thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace personfirst {

inline constexpr char32_t kReplacementCharacter = 0xFFFD;

// The character that begins at `offset`. At the end of the text: U+0000 of length 0.
[[nodiscard]] char32_t decode_at(std::string_view text, std::uint32_t offset,
                                 std::uint32_t* length);

// The character that ends at `offset`. At the start of the text: U+0000 of length 0.
[[nodiscard]] char32_t decode_before(std::string_view text, std::uint32_t offset,
                                     std::uint32_t* length);

// Where the character begins that the byte at `offset` is part of; the text's size at and past the
// end.
[[nodiscard]] std::uint32_t character_begin(std::string_view text, std::uint32_t offset);

// The first offset from `begin` on, at most `end`, whose byte is not ASCII.
[[nodiscard]] std::uint32_t ascii_end(std::string_view text, std::uint32_t begin,
                                      std::uint32_t end);

// The first offset from `begin` on at which an ill-formed byte stands; the text's size when there
// is none.
[[nodiscard]] std::uint32_t find_ill_formed(std::string_view text, std::uint32_t begin = 0);

// Appends any value up to 0x1FFFFF in UTF-8's bit pattern. Surrogates come out ill-formed, as three
// bytes, on purpose.
void append_utf8(char32_t c, std::string& out);

}  // namespace personfirst
