// Places in UTF-16, as JavaScript and editors count them, beside those in bytes.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string_view>

namespace personfirst::wasm {

// Every object in `json` with an "offset", in bytes of `text`, gets a "utf16" with the same place
// in UTF-16 code units. An ill-formed byte counts as one.
void add_utf16_places(std::string_view text, nlohmann::json& json);

}  // namespace personfirst::wasm
