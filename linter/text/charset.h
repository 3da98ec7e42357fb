// Charsets, by ICU: which one bytes are likely to be in, and conversion. Internal to linter/text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace personfirst {

// The last resort: every byte has a meaning in it.
inline constexpr const char* kWestern = "windows-1252";

// ICU converter names to try in this order. Only charsets that extend ASCII; ends with kWestern.
// `bytes` need not be all of the text: some thousand bytes round the first that is not ASCII will
// do.
[[nodiscard]] std::vector<std::string> likely_charsets(std::string_view bytes);

// Empty when a byte (a character) has no meaning in one of the charsets, or a charset is not known.
[[nodiscard]] std::optional<std::string> convert(std::string_view bytes, const std::string& from,
                                                 const std::string& to);

}  // namespace personfirst
