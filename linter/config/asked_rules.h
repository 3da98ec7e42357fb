// Which rules one run asks for, by options or by whoever calls: on top of what the configuration
// says.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "linter/finding.h"
#include "linter/options.h"

namespace personfirst {

struct AskedRules {
  std::vector<std::string> packs, select, ignore;  // as in LintOptions
  std::optional<Severity> min_severity;            // nothing: as configured
};

// Packs and a selection replace what is configured, rules to ignore join it.
void put_on_top(const AskedRules& asked, LintOptions& options);

}  // namespace personfirst
