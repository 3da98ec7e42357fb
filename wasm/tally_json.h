// What a document came to, on its way from the instance that checked it to the one that writes the
// report.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>

#include "linter/render/renderer.h"

namespace personfirst::wasm {

[[nodiscard]] nlohmann::json to_json(const Tally& tally);
[[nodiscard]] nlohmann::json to_json(const Rendered& piece);
// Nothing for what to_json() has not written.
[[nodiscard]] std::optional<Tally> read_tally(const nlohmann::json& json);
[[nodiscard]] std::optional<Rendered> read_piece(const nlohmann::json& json);

}  // namespace personfirst::wasm
