// The command line as plain data. Only options.cpp knows how it is written; the commands get these.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "linter/cli/command_info.h"
#include "linter/config/asked_rules.h"
#include "linter/linter.h"
#include "linter/render/format.h"

namespace personfirst {

enum class ColorChoice { Auto, Always, Never };
enum class ListFormat { Text, Json, Markdown };

// Which rules are in force.
struct RuleArgs : AskedRules {
  std::vector<std::string> rule_paths;  // own rule files, or directories of them
};

// Which configurations are in force.
struct ConfigArgs {
  std::string file;   // instead of looking for any
  bool none = false;  // none at all
};

// --output FORMAT=FILE
struct OutputTarget {
  OutputFormat format = OutputFormat::Text;
  std::string path;
};

struct LintArgs {
  RuleArgs rules;
  ConfigArgs config;
  bool force_exclude = false;      // files that are named, too
  std::vector<std::string> paths;  // "-" is standard input
  std::optional<std::string> stdin_filename;
  std::vector<std::string> globs;
  OutputFormat format = OutputFormat::Text;  // on standard output
  std::vector<OutputTarget> outputs;         // files
  std::vector<std::string> since;            // earlier reports, oldest first
  bool redact = false;                       // reports show no surrounding text
  std::optional<FixLevel> fix;
  bool comment = false;                               // into documents that can hold comments
  bool diff = false;                                  // `fix` says how far
  std::optional<Severity> fail_on = Severity::Error;  // nothing: never
  std::optional<std::string> language;                // nothing: as configured
  unsigned jobs = 1;
  ColorChoice color = ColorChoice::Auto;
  bool quiet = false;
  bool stats = false;
  bool require_reason = false;               // of comments that silence rules
  std::string baseline;                      // empty: none
  std::string write_baseline;                // empty: none
  bool prune_baseline = false;               // rewrite `baseline`
  std::optional<std::string> changed_since;  // a revision
  bool staged = false;                       // only what the next commit holds
};

struct BatchArgs {
  RuleArgs rules;
  ConfigArgs config;
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

struct InitArgs {
  std::string folder = ".";
};

struct ConfigShowArgs {
  std::string path = ".";
  ConfigArgs config;
  ListFormat format = ListFormat::Text;
};

enum class Shell { Bash, Fish, Zsh };

struct CompletionsArgs {
  Shell shell = Shell::Bash;
};

struct ManArgs {
  bool json = false;  // the command line as data instead
};

struct VersionArgs {};  // --version --json

// The command line has been answered already: help, version, or a mistake in it.
struct Answer {
  int status = 0;
  std::string text;  // to standard output when status is 0, else to standard error
};

using Command = std::variant<Answer, LintArgs, BatchArgs, RulesArgs, RulesTestArgs, ExplainArgs,
                             InitArgs, ConfigShowArgs, CompletionsArgs, ManArgs, VersionArgs>;

[[nodiscard]] Command parse_command_line(int argc, const char* const* argv);

// All that parse_command_line() knows, for manuals and shells.
[[nodiscard]] ProgramInfo describe_command_line();

}  // namespace personfirst
