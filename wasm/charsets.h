// The charsets of East Asia: half of ICU's data for texts that few people have. They are a file of
// their own, which a host hands in when it wants them; without them, such texts count as ones whose
// encoding nobody knows.
#pragma once

#include <string_view>

#include "linter/result.h"

namespace personfirst::wasm {

// Once, before the first text is read. `bytes` are copied.
[[nodiscard]] Result<void> add_charsets(std::string_view bytes);

}  // namespace personfirst::wasm
