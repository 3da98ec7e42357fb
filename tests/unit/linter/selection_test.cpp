// Which rules are on, and what is said about names that fit none.
#include "linter/selection.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/unit/linter/support.h"

namespace personfirst {
namespace {

// The active rules of the demo set, in order: "abuse, dirty".
std::string active(const LintOptions& options, std::string_view language = "en") {
  const RuleSet& rules = testing::demo_rules();
  const std::vector<bool> on = active_rules(rules, options, language);
  std::string names;
  for (std::size_t i = 0; i < on.size(); ++i) {
    if (!on[i]) continue;
    if (!names.empty()) names += ", ";
    const std::string& id = rules.rules[i].rule->id;
    names += id.substr(id.find('/') + 1);
  }
  return names;
}

void check(const LintOptions& options, std::string_view expected) {
  EXPECT_EQ(active(options), expected);
}

LintOptions with_packs(std::vector<std::string> packs) {
  LintOptions options;
  options.packs = std::move(packs);
  return options;
}

LintOptions with_select(std::vector<std::string> select, std::vector<std::string> ignore = {}) {
  LintOptions options;
  options.select = std::move(select);
  options.ignore = std::move(ignore);
  return options;
}

constexpr std::string_view kDefault =
    "abuse, abuse-verb, dirty, junkie, mat, sober-person, substance-junkie";

TEST(Selection, IsTheCoreAtFirst) { check({}, kDefault); }

TEST(Selection, FollowsThePacks) {
  check(with_packs({"core"}), kDefault);
  check(with_packs({"clinical"}), "denies");
  check(with_packs({"clinical", "core"}), "denies, " + std::string(kDefault));
  check(with_packs({"framing"}), "");
}

TEST(Selection, OfAllSwitchesEverythingOn) {
  check(with_packs({"all"}),
        "denies, abuse, abuse-verb, dirty, junkie, mat, quiet, sober-person, substance-junkie");
}

// Without names in the options, there is a shorter way to the same answer.
TEST(Selection, OfShippedRulesIsTheSameWhereNamesFitNone) {
  for (const char* pack : {"core", "framing", "all"}) {
    for (const Severity least : {Severity::Hint, Severity::Warning, Severity::Error}) {
      for (const bool require_reason : {false, true}) {
        LintOptions options = with_packs({pack});
        options.min_severity = least;
        options.require_reason = require_reason;
        const auto on = active_rules(testing::shipped_rules(), options, "en");
        options.ignore = {"no/such-rule"};
        EXPECT_EQ(active_rules(testing::shipped_rules(), options, "en"), on) << pack;
      }
    }
  }
}

TEST(Selection, KeepsOnlyWhatIsSelected) {
  check(with_select({"demo/junkie"}), "junkie");
  check(with_select({"demo/*junkie"}), "junkie, substance-junkie");
}

TEST(Selection, SwitchesSelectedRulesOnWhateverTheirPack) {
  check(with_select({"demo/quiet"}), "quiet");
  check(with_select({"chart/*"}), "denies");
}

TEST(Selection, IgnoresBeforeAllElse) {
  check(with_select({}, {"demo/*"}), "");
  check(with_select({"demo/*junkie"}, {"demo/junkie"}), "substance-junkie");
  LintOptions options = with_packs({"all"});
  options.ignore = {"demo/*"};
  options.enable = {"demo/quiet"};
  check(options, "denies");
}

TEST(Selection, EnablesInAddition) {
  LintOptions options;
  options.enable = {"demo/quiet", "chart/*"};
  check(options,
        "denies, abuse, abuse-verb, dirty, junkie, mat, quiet, sober-person, substance-junkie");
  options.select = {"demo/junkie"};
  check(options, "denies, junkie, quiet");
}

TEST(Selection, LeavesOutMilderRules) {
  LintOptions options;
  options.min_severity = Severity::Error;
  check(options, "abuse, abuse-verb, junkie, substance-junkie");
  options.min_severity = Severity::Warning;
  check(options, "abuse, abuse-verb, dirty, junkie, sober-person, substance-junkie");
}

TEST(Selection, IsOfOneLanguage) { EXPECT_EQ(active({}, "fr"), ""); }

TEST(Selection, ReachesWhatIsFound) {
  const auto check_found = [](const LintOptions& options, std::string_view marked) {
    EXPECT_EQ(testing::marked_findings(testing::demo_rules(), testing::unmark(marked).text,
                                       Format::PlainText, options),
              marked);
  };
  check_found({}, "A [[junkie]] hit rock bottom and denies it.");
  check_found(with_packs({"all"}), "A [[junkie]] hit [[rock bottom]] and [[denies]] it.");
  check_found(with_select({"demo/quiet"}), "A junkie hit [[rock bottom]] and denies it.");
}

TEST(Selection, TakesAShorterMatchWhereTheLongerOneIsOff) {
  EXPECT_EQ(testing::marked_findings(testing::demo_rules(), "A heroin junkie came.",
                                     Format::PlainText, with_select({}, {"demo/substance-junkie"})),
            "A heroin [[junkie]] came.");
}

LintOptions with_levels(std::vector<RuleLevel> levels) {
  LintOptions options;
  options.levels = std::move(levels);
  return options;
}

TEST(Levels, OffSwitchesARuleOffAndALaterLevelTakesThatBack) {
  check(with_levels({{"demo/*", std::nullopt}}), "");
  check(with_levels({{"demo/*", std::nullopt}, {"demo/junkie", Severity::Hint}}), "junkie");
  check(with_levels({{"demo/junkie", Severity::Hint}, {"demo/*", std::nullopt}}), "");
}

TEST(Levels, DoNotSwitchRulesOn) {
  check(with_levels({{"*", Severity::Error}}), kDefault);
  check(with_levels({{"demo/quiet", Severity::Error}}), kDefault);
}

TEST(Levels, OffBeatsEnableAndIgnoreBeatsALevel) {
  LintOptions options = with_levels({{"demo/*", std::nullopt}});
  options.enable = {"demo/junkie"};
  check(options, "");
  options = with_levels({{"*", std::nullopt}, {"demo/junkie", Severity::Error}});
  options.ignore = {"demo/junkie"};
  check(options, "");
}

TEST(Levels, CountBeforeTheLeastSeverity) {
  LintOptions options = with_levels({{"*", Severity::Hint}, {"demo/junkie", Severity::Error}});
  options.min_severity = Severity::Warning;
  check(options, "junkie");
}

// "error hint": of the findings, in order.
std::string severities(std::string_view text, const LintOptions& options) {
  std::string all;
  for (const Finding& finding :
       testing::findings_in(testing::demo_rules(), text, Format::PlainText, options)) {
    if (!all.empty()) all += ' ';
    all += to_string(finding.severity);
  }
  return all;
}

TEST(Levels, AreTheSeverityOfFindingsAndQuotationsAreLoweredFromThere) {
  const std::string_view text = "A junkie came. He said: “Here is a junkie for you to see”.";
  LintOptions options = with_levels({{"demo/junkie", Severity::Warning}});
  EXPECT_EQ(severities(text, options), "warning hint");
  options.quotation_severity = Severity::Error;
  EXPECT_EQ(severities(text, options), "warning warning");
}

TEST(Quotations, MayBeLeftOut) {
  LintOptions options;
  options.report_quotations = false;
  EXPECT_EQ(testing::marked_findings(testing::demo_rules(),
                                     "A junkie came. He said: “Here is a junkie for you to see”.",
                                     Format::PlainText, options),
            "A [[junkie]] came. He said: “Here is a junkie for you to see”.");
}

void check_options_error(const LintOptions& options, std::string_view expected) {
  const auto checked = check_options(testing::demo_rules(), options);
  EXPECT_EQ(checked ? "" : to_string(checked.error()), expected);
}

TEST(Options, AreFineWhenEveryNameFits) {
  check_options_error({}, "");
  LintOptions options = with_packs({"core", "framing", "clinical", "all"});
  options.select = {"demo/*"};
  options.ignore = {"*/junkie"};
  options.enable = {"chart/denies"};
  check_options_error(options, "");
}

TEST(Options, NameAnUnknownPack) {
  check_options_error(with_packs({"core", "clincal"}),
                      "packs: no pack “clincal”; there are all, clinical, core, framing");
}

TEST(Options, NameAGlobThatFitsNoRule) {
  check_options_error(with_select({"demo/junk"}), "select: no rule fits “demo/junk”");
  check_options_error(with_select({}, {"demo/*", "x/*"}), "ignore: no rule fits “x/*”");
  LintOptions options;
  options.enable = {"quiet"};
  check_options_error(options, "enable: no rule fits “quiet”");
}

}  // namespace
}  // namespace personfirst
