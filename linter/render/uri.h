// Paths as URI references.
#pragma once

#include <string>
#include <string_view>

namespace personfirst {

// Percent-encoded; "./" at the start is dropped. An absolute path becomes a file: URI.
[[nodiscard]] std::string to_uri(std::string_view path);

}  // namespace personfirst
