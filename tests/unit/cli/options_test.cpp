// The command line, as the commands get it. (What is refused is in tests/cli/mistakes.)
#include "linter/cli/options.h"

#include <gtest/gtest.h>

namespace personfirst {
namespace {

template <typename Args>
Args parsed(std::vector<const char*> words) {
  words.insert(words.begin(), "personfirst");
  const Command command = parse_command_line(static_cast<int>(words.size()), words.data());
  const Args* args = std::get_if<Args>(&command);
  EXPECT_NE(args, nullptr);
  return args == nullptr ? Args{} : *args;
}

using Words = std::vector<std::string>;

TEST(Options, LintHasItsDefaults) {
  const auto args = parsed<LintArgs>({"lint"});
  EXPECT_TRUE(args.paths.empty());
  EXPECT_EQ(args.format, OutputFormat::Text);
  EXPECT_FALSE(args.fix.has_value());
  EXPECT_FALSE(args.diff);
  EXPECT_EQ(args.fail_on, Severity::Error);
  EXPECT_EQ(args.rules.min_severity, std::nullopt);
  EXPECT_TRUE(args.rules.packs.empty());
  EXPECT_EQ(args.language, std::nullopt);
  EXPECT_GE(args.jobs, 1U);
  EXPECT_EQ(args.color, ColorChoice::Auto);
}

TEST(Options, ListsAreRepeatableAndSeparatedByCommas) {
  const auto args = parsed<LintArgs>(
      {"lint", "--select", "a,b", "--select", "c", "--ignore=d,e", "file", "--packs", "p,q"});
  EXPECT_EQ(args.rules.select, Words({"a", "b", "c"}));
  EXPECT_EQ(args.rules.ignore, Words({"d", "e"}));
  EXPECT_EQ(args.rules.packs, Words({"p", "q"}));
  EXPECT_EQ(args.paths, Words({"file"}));
}

TEST(Options, GlobsAndRuleFilesMayHoldCommas) {
  const auto args =
      parsed<LintArgs>({"lint", "--glob", "a,b", "--glob", "!c", "--rules", "x,y.json", "file"});
  EXPECT_EQ(args.globs, Words({"a,b", "!c"}));
  EXPECT_EQ(args.rules.rule_paths, Words({"x,y.json"}));
  EXPECT_EQ(args.paths, Words({"file"}));
}

TEST(Options, DiffAloneShowsWhatFixWouldDo) {
  EXPECT_EQ(parsed<LintArgs>({"lint", "--diff"}).fix, FixLevel::Automatic);
  EXPECT_EQ(parsed<LintArgs>({"lint", "--fix"}).fix, FixLevel::Automatic);
  EXPECT_EQ(parsed<LintArgs>({"lint", "--fix-suggested"}).fix, FixLevel::AskFirst);
  EXPECT_EQ(parsed<LintArgs>({"lint", "--diff", "--fix-suggested"}).fix, FixLevel::AskFirst);
  EXPECT_EQ(parsed<LintArgs>({"lint", "--fix", "--fix-suggested"}).fix, FixLevel::AskFirst);
}

TEST(Options, AStdinFilenameImpliesStandardInput) {
  const auto args = parsed<LintArgs>({"lint", "--stdin-filename", "a.md"});
  EXPECT_EQ(args.paths, Words({"-"}));
  EXPECT_EQ(args.stdin_filename, "a.md");
  EXPECT_EQ(parsed<LintArgs>({"lint", "--stdin-filename", "a.md", "b.md", "-"}).paths,
            Words({"b.md", "-"}));
}

TEST(Options, FailOnNeverIsNoSeverity) {
  EXPECT_EQ(parsed<LintArgs>({"lint", "--fail-on", "never"}).fail_on, std::nullopt);
  EXPECT_EQ(parsed<LintArgs>({"lint", "--fail-on", "hint"}).fail_on, Severity::Hint);
}

TEST(Options, PathsMayBeginWithADashAfterTwo) {
  EXPECT_EQ(parsed<LintArgs>({"lint", "--", "--fix", "-x.md"}).paths, Words({"--fix", "-x.md"}));
}

TEST(Options, RulesAndTheirTestsAreTwoCommands) {
  EXPECT_EQ(parsed<RulesArgs>({"rules", "a", "b", "--pack", "core"}).filters, Words({"a", "b"}));
  EXPECT_EQ(parsed<RulesTestArgs>({"rules", "test", "a.json", "b.json"}).files,
            Words({"a.json", "b.json"}));
  EXPECT_TRUE(parsed<RulesTestArgs>({"rules", "test"}).files.empty());
}

TEST(Options, ExplainAndBatchTakeTheirs) {
  EXPECT_EQ(parsed<ExplainArgs>({"explain", "a/b", "--rules", "x"}).rule, "a/b");
  EXPECT_EQ(parsed<BatchArgs>({"batch", "-j", "3"}).jobs, 3U);
}

TEST(Options, AMistakeIsStatusTwo) {
  EXPECT_EQ(parsed<Answer>({"lint", "--nonsense"}).status, 2);
  EXPECT_EQ(parsed<Answer>({"--help"}).status, 0);
  EXPECT_EQ(parsed<Answer>({"rules", "test", "--help"}).status, 0);
}

}  // namespace
}  // namespace personfirst
