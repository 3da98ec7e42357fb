// Packages with 64-bit sizes, which streams are often written with: minizip 1.1 does not read them
// where a long has 64 bits, nor what follows them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace personfirst {

// The package with those sizes and places that fit into 32 bits where minizip looks for them. None
// when there is nothing to do.
[[nodiscard]] std::optional<std::string> without_zip64_sizes(std::string_view package);

// An entry's extra fields without those of 64-bit sizes: who writes the entry anew writes these,
// too, when they are needed.
[[nodiscard]] std::string without_zip64_fields(std::string_view extra);

}  // namespace personfirst
