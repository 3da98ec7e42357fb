#include "linter/selection.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <functional>
#include <set>

#include "linter/linter.h"
#include "linter/text/name_globs.h"

namespace personfirst {
namespace {

constexpr std::string_view kAllPacks = "all";

bool fits_any(const std::vector<std::string>& globs, const std::string& id) {
  return std::any_of(globs.begin(), globs.end(),
                     [&](const std::string& glob) { return name_fits(glob, id); });
}

std::optional<Severity> level(const std::string& id, Severity severity,
                              const LintOptions& options) {
  for (auto level = options.levels.rbegin(); level != options.levels.rend(); ++level) {
    if (name_fits(level->glob, id)) return level->severity;
  }
  return severity;
}

// Is a rule's pack wanted?
enum class InPacks { No, Yes, All };

bool name_rules(const LintOptions& options) {
  return !options.levels.empty() || !options.ignore.empty() || !options.enable.empty() ||
         !options.select.empty();
}

bool is_active_unless_named(const RuleHead& rule, const LintOptions& options, InPacks in_packs) {
  if (rule.severity < options.min_severity) return false;
  if (in_packs == InPacks::All) return true;
  if (options.require_reason && rule.reports == Reports::SuppressionWithoutReason) return true;
  return rule.on_by_default && in_packs == InPacks::Yes;
}

bool is_active(const RuleHead& rule, const LintOptions& options, InPacks in_packs) {
  const std::optional<Severity> level = level_of(rule, options);
  if (!level || *level < options.min_severity || fits_any(options.ignore, rule.id)) return false;
  if (fits_any(options.enable, rule.id)) return true;
  if (options.require_reason && rule.reports == Reports::SuppressionWithoutReason) return true;
  if (!options.select.empty()) return fits_any(options.select, rule.id);
  if (in_packs == InPacks::All) return true;
  return rule.on_by_default && in_packs == InPacks::Yes;
}

// Asked for every rule in every document: rules of a pack stand together, so that its name is
// mostly the one that was just looked up.
class WantedPacks {
 public:
  explicit WantedPacks(const LintOptions& options)
      : packs_(options.packs.begin(), options.packs.end()) {
    if (packs_.empty()) packs_.insert(default_packs().begin(), default_packs().end());
    if (packs_.contains(kAllPacks)) in_ = all_ = InPacks::All;
  }

  InPacks in(const std::string& pack) {
    if (all_ == InPacks::All || pack == last_) return in_;
    last_ = pack;
    return in_ = packs_.contains(pack) ? InPacks::Yes : InPacks::No;
  }

 private:
  std::set<std::string, std::less<>> packs_;
  InPacks all_ = InPacks::No;
  InPacks in_ = InPacks::No;
  std::string_view last_;  // of a rule
};

}  // namespace

std::optional<Severity> level_of(const Rule& rule, const LintOptions& options) {
  return level(rule.id, rule.severity, options);
}
std::optional<Severity> level_of(const RuleHead& rule, const LintOptions& options) {
  return level(rule.id, rule.severity, options);
}

std::vector<bool> active_rules(const RuleSet& rules, const LintOptions& options,
                               std::string_view language) {
  WantedPacks packs(options);
  const bool named = name_rules(options);  // mostly not, which is soon told
  std::vector<bool> active(rules.parts.rules.size());
  auto is_on = active.begin();
  for (const RulePart& part : rules.parts.rules) {
    const RuleHead& rule = part.head;
    const bool speaks = rule.language == language || rule.reports != Reports::Words;
    if (speaks) {
      const InPacks in_packs = packs.in(rule.pack);
      *is_on = named ? is_active(rule, options, in_packs)
                     : is_active_unless_named(rule, options, in_packs);
    }
    ++is_on;
  }
  return active;
}

Result<void> check_options(const RuleSet& rules, const LintOptions& options) {
  std::set<std::string> packs(default_packs().begin(), default_packs().end());
  packs.insert(std::string(kAllPacks));
  for (const RulePart& part : rules.parts.rules) packs.insert(part.head.pack);
  for (const std::string& pack : options.packs) {
    if (packs.contains(pack)) continue;
    return tl::make_unexpected(
        Error{"packs", fmt::format("no pack “{}”; there are {}", pack, fmt::join(packs, ", "))});
  }
  const auto check = [&](const char* name, const std::vector<std::string>& globs) -> Result<void> {
    for (const std::string& glob : globs) {
      const bool found = std::ranges::any_of(
          rules.parts.rules, [&](const RulePart& part) { return name_fits(glob, part.head.id); });
      if (!found) return tl::make_unexpected(Error{name, fmt::format("no rule fits “{}”", glob)});
    }
    return {};
  };
  auto done = check("select", options.select);
  if (done) done = check("ignore", options.ignore);
  if (done) done = check("enable", options.enable);
  return done;
}

}  // namespace personfirst
