#include "linter/config/asked_rules.h"

#include <algorithm>

#include "linter/text/name_globs.h"

namespace personfirst {

void put_on_top(const AskedRules& asked, LintOptions& options) {
  if (!asked.packs.empty()) options.packs = asked.packs;
  if (!asked.select.empty()) {
    options.select = asked.select;
    options.enable.clear();  // only what is selected
    // A rule that is named here is wanted, whatever the configuration says.
    std::erase_if(options.levels, [&](const RuleLevel& level) {
      return !level.severity && std::ranges::any_of(asked.select, [&](const std::string& id) {
        return !is_name_glob(id) && name_fits(level.glob, id);
      });
    });
  }
  options.ignore.insert(options.ignore.end(), asked.ignore.begin(), asked.ignore.end());
  if (asked.min_severity) options.min_severity = *asked.min_severity;
}

}  // namespace personfirst
