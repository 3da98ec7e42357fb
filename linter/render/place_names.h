// Where a finding stands in a document whose lines are not its readers': "paragraph 12 (page 2)".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "linter/text/document.h"

namespace personfirst {

// Of all documents but office documents and their like: true. Else lines, columns and edits are
// those of the text that was taken out, and no reader of the file has any use for them.
[[nodiscard]] bool has_lines(const Document& document);

// Printable; empty where has_lines().
[[nodiscard]] std::string place_name(const Document& document, std::uint32_t offset);

// The message with the place before it, where has_lines() is false: for formats that have room for
// lines alone.
[[nodiscard]] std::string with_place(const Document& document, std::uint32_t offset,
                                     std::string_view message);

}  // namespace personfirst
