// What a run tells its renderers. Plain data; must outlive them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/linter.h"
#include "linter/render/renderer.h"

namespace personfirst {

// What an earlier run came to, for a trend.
struct EarlierReport {
  std::string label;
  Totals totals;
};

struct RenderSettings {
  std::string tool_version;
  // Sorted by id. Formats that speak of rules and sources do with what a finding holds where one
  // is neither here nor in a report's own list. What a composer says at the end, it says of these:
  // by then, they must hold the rules of every report.
  std::vector<RuleInfo> rules;
  std::vector<Source> sources;
  bool only_findings = false;  // as text: no problems, no summary
  // Leave out what surrounds the words: for documents about patients.
  bool redact = false;
  // From where on a finding fails a run; nothing: never.
  std::optional<Severity> fail_on = Severity::Error;
  std::vector<EarlierReport> earlier;  // oldest first
};

// Null when there is none of that id. A report's own list, if it has one, comes first.
[[nodiscard]] const RuleInfo* find_rule(const RenderSettings& settings, std::string_view id,
                                        const RuleList* own = nullptr);
[[nodiscard]] const Source* find_source(const RenderSettings& settings, std::string_view id,
                                        const RuleList* own = nullptr);

// Takes over what `more` has and `settings` lacks.
void add_rules(RenderSettings& settings, const RuleList& more);

}  // namespace personfirst
