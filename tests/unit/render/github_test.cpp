// What GitHub's runner makes of our workflow commands.
#include "linter/render/github.h"

#include <gtest/gtest.h>

#include <map>
#include <sstream>

#include "fake_findings.h"

namespace personfirst {
namespace {

using testing::fake_report;
using testing::FakeReport;
using testing::rendered;

struct Command {
  std::string name, message;
  std::map<std::string, std::string> properties;
};

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

// As actions/runner reads them: properties are divided by commas, then unescaped; %25 last.
std::string unescaped(std::string text, bool property) {
  text = replaced(replaced(std::move(text), "%0D", "\r"), "%0A", "\n");
  if (property) text = replaced(replaced(std::move(text), "%3A", ":"), "%2C", ",");
  return replaced(std::move(text), "%25", "%");
}

Command parse(const std::string& line) {
  EXPECT_TRUE(line.starts_with("::")) << line;
  const std::size_t end = line.find("::", 2);
  const std::string head = line.substr(2, end - 2);
  const std::size_t space = head.find(' ');
  Command command{head.substr(0, space), unescaped(line.substr(end + 2), false), {}};
  std::istringstream properties(head.substr(space + 1));
  for (std::string one; std::getline(properties, one, ',');) {
    const std::size_t equals = one.find('=');
    command.properties[one.substr(0, equals)] = unescaped(one.substr(equals + 1), true);
  }
  return command;
}

std::vector<Command> check(const std::vector<FakeReport>& reports) {
  std::vector<Command> commands;
  std::istringstream lines(rendered(OutputFormat::GitHub, {}, reports));
  for (std::string line; std::getline(lines, line);) commands.push_back(parse(line));
  return commands;
}

TEST(GitHub, ReadsBackWhatWasSaid) {
  FakeReport report = fake_report("docs/a,b:c%2C.md", "an [[x]]", Severity::Error);
  report.findings[0].message = "100% “x”: a, b\nmore::here";
  const auto commands = check({report});
  ASSERT_EQ(commands.size(), 1U);
  EXPECT_EQ(commands[0].name, "error");
  EXPECT_EQ(commands[0].message, "100% “x”: a, b\nmore::here");
  EXPECT_EQ(commands[0].properties,
            (std::map<std::string, std::string>{{"file", "docs/a,b:c%2C.md"},
                                                {"line", "1"},
                                                {"col", "4"},
                                                {"endColumn", "5"},
                                                {"title", "demo/word"}}));
}

TEST(GitHub, HasNoColumnsOverSeveralLines) {
  const auto commands = check({fake_report("a.md", "an [[x\ny]]", Severity::Hint)});
  ASSERT_EQ(commands.size(), 1U);
  EXPECT_EQ(commands[0].name, "notice");
  EXPECT_EQ(commands[0].properties,
            (std::map<std::string, std::string>{
                {"file", "a.md"}, {"line", "1"}, {"endLine", "2"}, {"title", "demo/word"}}));
}

TEST(GitHub, ShowsTenOfALevelAndSaysHowManyThereAre) {
  std::string text;
  for (int i = 0; i < 7; ++i) text += "[[x]] ";
  const auto commands =
      check({fake_report("a.md", text, Severity::Error), fake_report("b.md", text, Severity::Error),
             fake_report("c.md", text, Severity::Warning),
             fake_report("d.md", text, Severity::Hint), fake_report("e.md", text, Severity::Hint)});
  std::map<std::string, int> names;
  for (const Command& command : commands) ++names[command.name];
  EXPECT_EQ(names, (std::map<std::string, int>{{"error", 10}, {"warning", 7}, {"notice", 10}}));
  EXPECT_TRUE(commands.back().message.starts_with("35 findings here, 9 of them not shown"))
      << commands.back().message;
}

TEST(GitHub, SaysNothingWhenThereIsNothing) {
  EXPECT_TRUE(check({fake_report("a.md", "x")}).empty());
}

}  // namespace
}  // namespace personfirst
