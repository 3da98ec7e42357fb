// A rule as SARIF describes it. For .cpp files of this folder alone.
#pragma once

#include <string>
#include <string_view>

#include "linter/render/json_parts.h"
#include "linter/render/settings.h"

namespace personfirst {

[[nodiscard]] std::string_view sarif_level(Severity severity);

// A reportingDescriptor with all that people may read about the rule; only its id where `settings`
// does not know it.
[[nodiscard]] Json sarif_rule(const RenderSettings& settings, const std::string& id);

}  // namespace personfirst
