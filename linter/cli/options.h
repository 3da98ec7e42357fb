// The command line as plain data. Only options.cpp knows how it is written; the commands get these.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "linter/linter.h"

namespace personfirst {

enum class ColorChoice { Auto, Always, Never };
enum class OutputFormat { Text, Json };
enum class ListFormat { Text, Json, Markdown };

// Which rules are in force.
struct RuleArgs {
  std::vector<std::string> rule_paths;  // own rule files, or directories of them
  std::vector<std::string> packs, select, ignore;
  Severity min_severity = Severity::Hint;
};

struct LintArgs {
  RuleArgs rules;
  std::vector<std::string> paths;  // "-" is standard input
  std::optional<std::string> stdin_filename;
  std::vector<std::string> globs;
  OutputFormat format = OutputFormat::Text;
  std::optional<FixLevel> fix;
  bool diff = false;                                  // `fix` says how far
  std::optional<Severity> fail_on = Severity::Error;  // nothing: never
  std::string language = "en";
  unsigned jobs = 1;
  ColorChoice color = ColorChoice::Auto;
  bool quiet = false;
  bool stats = false;
};

struct BatchArgs {
  RuleArgs rules;
  unsigned jobs = 1;
};

struct RulesArgs {
  std::vector<std::string> rule_paths;
  std::vector<std::string> filters;  // parts of ids, or globs
  std::vector<std::string> packs;
  ListFormat format = ListFormat::Text;
};

struct RulesTestArgs {
  std::vector<std::string> files;  // empty: the shipped rules
};

struct ExplainArgs {
  std::string rule;
  std::vector<std::string> rule_paths;
};

// The command line has been answered already: help, version, or a mistake in it.
struct Answer {
  int status = 0;
  std::string text;  // to standard output when status is 0, else to standard error
};

using Command = std::variant<Answer, LintArgs, BatchArgs, RulesArgs, RulesTestArgs, ExplainArgs>;

[[nodiscard]] Command parse_command_line(int argc, const char* const* argv);

}  // namespace personfirst
