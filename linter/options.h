// What a caller may choose for one lint() call. Plain data; every value is valid.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/finding.h"

namespace personfirst {

enum class Spelling { FromText, Us, Uk };
enum class Voice {
  Standard,
  MutualAid
};  // MutualAid: recovery groups' own words about themselves stay

// What a project says of the rules that a glob names.
struct RuleLevel {
  std::string glob;
  std::optional<Severity> severity;  // nothing: off
};

// The packs that are on when nobody names any.
[[nodiscard]] std::span<const std::string_view> default_packs();

struct LintOptions {
  // Packs that are on. Empty means default_packs(). "all" switches everything on,
  // rules that are off by default too.
  std::vector<std::string> packs;
  // Globs over rule ids ("people/*"). `select`, when not empty, keeps only these and switches on
  // rules that are off by default (and their packs); `ignore` wins over everything.
  std::vector<std::string> select;
  std::vector<std::string> ignore;
  std::vector<std::string>
      enable;  // ids or globs switched on in addition, whatever their pack and default
  // In order, the last that fits a rule decides; before quotation_severity and min_severity. A
  // level does not switch a rule on: `enable` does.
  std::vector<RuleLevel> levels;
  Severity min_severity = Severity::Hint;
  bool use_prefilter = true;  // off only to prove that it changes nothing
  Spelling spelling = Spelling::FromText;
  Voice voice = Voice::Standard;
  Severity quotation_severity =
      Severity::Hint;             // findings in quotations and self-labels are lowered to this
  bool report_quotations = true;  // false: nothing in them is reported
  std::vector<std::string> allowed_phrases;  // never reported where they stand, in any case
  std::map<std::string, std::string>
      preferred;  // rule id -> text that its preferred suggestion starts with or equals
  bool use_suppressions = true;  // obey personfirst-disable comments, see suppress.h
  bool require_reason = false;   // a directive without a reason is a finding
};

}  // namespace personfirst
