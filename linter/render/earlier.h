// Reports of earlier runs, for a trend.
#pragma once

#include <string>
#include <string_view>

#include "linter/render/settings.h"
#include "linter/result.h"

namespace personfirst {

// `json`: what --format json printed. Only its summary is looked at. Error: it is something else;
// `where` is the label.
[[nodiscard]] Result<EarlierReport> read_earlier_report(std::string label, std::string_view json);

}  // namespace personfirst
