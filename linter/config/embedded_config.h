// The files of this folder that are in the program: presets, the schema, the start for `init`.
// Written by embed.cmake.
#pragma once

#include <span>
#include <string_view>

namespace personfirst {

struct EmbeddedPreset {
  std::string_view name;  // "clinical"
  std::string_view text;
};
[[nodiscard]] std::span<const EmbeddedPreset> embedded_presets();  // sorted by name
[[nodiscard]] std::string_view embedded_config_schema();
[[nodiscard]] std::string_view embedded_starter_config();

}  // namespace personfirst
