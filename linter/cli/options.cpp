#include "linter/cli/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iterator>
#include <map>
#include <thread>

#include "linter/cli/describe_app.h"
#include "linter/files/new_file.h"

namespace personfirst {
namespace {

constexpr const char* kHelp =
    R"(personfirst finds stigmatizing words about substance use and suggests
person-first wording.

Usage: personfirst COMMAND [OPTIONS] [ARGUMENTS]

Commands:
  lint [PATH...|-]       check files and directories (default: .)
  batch                  check records: one JSON object a line, in and out
  rules [FILTER...]      list the rules
  rules test [FILE...]   run the examples that rules carry
  explain RULE           tell why a rule exists, and its sources
  init [FOLDER]          write a commented configuration, .personfirst.json
  config show [PATH]     print what is configured for a file, and where

Options:
  -h, --help   this page; personfirst COMMAND --help has a command's options
  --version    the version; with --json, for programs
)";

constexpr const char* kExamples[] = {"personfirst lint README.md docs/",
                                     "personfirst lint --fix --fail-on warning .",
                                     "personfirst lint --stdin-filename note.md < note.md"};

constexpr const char* kExitStatus = "0 clean, 1 findings, 2 something could not be done";

std::string help() {
  std::string text = std::string(kHelp) + "\nExamples:\n";
  for (const char* example : kExamples) text += "  " + std::string(example) + "\n";
  return text + "\nExit status: " + kExitStatus + "\n";
}

// One line an option: "  --name VALUE   what it does".
class OneLineFormatter : public CLI::Formatter {
 public:
  OneLineFormatter() {
    column_width(26);
    label("Positionals", "Arguments");
  }
  std::string make_help(const CLI::App* app, std::string name,
                        CLI::AppFormatMode mode) const override {
    static_cast<void>(name);
    return "Usage: " + app->get_footer() + "\n\n" + app->get_description() + "\n" +
           make_positionals(app) + make_groups(app, mode);
  }
  std::string make_option_name(const CLI::Option* option, bool is_positional) const override {
    std::string name = CLI::Formatter::make_option_name(option, is_positional);
    if (const std::size_t comma = name.find(','); comma != std::string::npos)
      name.insert(comma + 1, " ");
    return name;
  }
  std::string make_option_opts(const CLI::Option* option) const override {
    if (option->get_items_expected_max() == 0) return "";
    const std::string type = option->get_type_name();
    return " " + type.substr(0, type.find(kWordsFollow));
  }
};

// Values of an option that takes one of a few words.
template <typename T>
using Words = std::map<std::string, T>;

std::string comma_separated(const std::string& list, const std::string& word) {
  return list.empty() ? word : list + "," + word;
}

template <typename T>
CLI::Option* add_choice(CLI::App& app, const std::string& name, T& value, const Words<T>& words,
                        const std::string& shown, const std::string& what) {
  std::string names;
  for (const auto& [word, meaning] : words) names = comma_separated(names, word);
  return app
      .add_option_function<std::string>(
          name, [&value, words](const std::string& word) { value = words.at(word); }, what)
      ->check(CLI::IsMember(words).description(names))
      ->type_name(shown);
}

CLI::Option* add_list(CLI::App& app, const std::string& name, std::vector<std::string>& value,
                      const std::string& shown, const std::string& what) {
  return app.add_option(name, value, what)
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name(shown);
}

// Like add_list, but a value may hold commas.
CLI::Option* add_repeated(CLI::App& app, const std::string& name, std::vector<std::string>& value,
                          const std::string& shown, const std::string& what) {
  return app.add_option(name, value, what)->allow_extra_args(false)->type_name(shown);
}

void add_rule_paths(CLI::App& app, std::vector<std::string>& value) {
  add_repeated(app, "--rules", value, "DIR|FILE", "also your own rules (repeatable)");
}

// What `lint` is told in more than one option, before it is sorted out.
struct LintFlags {
  bool fix = false;
  bool fix_suggested = false;
  std::string stdin_filename;
  const CLI::Option* format = nullptr;  // --format
  std::vector<std::string> outputs;     // --output, as written
};

Words<OutputFormat> format_words() {
  Words<OutputFormat> words;
  for (const NamedFormat& format : output_formats())
    words[std::string(format.name)] = format.format;
  return words;
}

// "FORMAT: text json ...", in lines that fit.
std::string format_names() {
  constexpr std::size_t kColumns = 80;
  std::string text = "FORMAT is";
  std::size_t line_begin = 0;
  for (const NamedFormat& format : output_formats()) {
    const bool last = &format == &output_formats().back();
    const std::string word = (last ? "or " : "") + std::string(format.name) + (last ? "." : ",");
    const bool fits = text.size() - line_begin + 1 + word.size() <= kColumns;
    if (!fits) line_begin = text.size() + 1;
    text += (fits ? " " : "\n") + word;
  }
  return text;
}

CLI::Option* add_output_format(CLI::App& app, OutputFormat& value) {
  return add_choice<OutputFormat>(app, "--format", value, format_words(), "FORMAT",
                                  "how to print (default: text)");
}

void add_report_args(CLI::App& app, LintArgs& args, LintFlags& flags) {
  flags.format = add_output_format(app, args.format);
  std::string names;
  for (const NamedFormat& format : output_formats())
    names = comma_separated(names, std::string(format.name));
  const auto checked_later = [](const std::string&) { return std::string(); };
  add_repeated(app, "--output", flags.outputs, "FORMAT=FILE",
               "also write a report to FILE (repeatable)")
      ->check(checked_later, names);
  add_repeated(app, "--since", args.since, "FILE", "an earlier json report, for html (repeatable)");
  app.add_flag("--redact", args.redact, "reports show no text around the words found");
}

void add_rule_args(CLI::App& app, RuleArgs& args) {
  add_list(app, "--packs", args.packs, "PACK,...",
           "packs that are on, or all (default: core,framing)");
  add_list(app, "--select", args.select, "GLOB,...", "only these rules, such as TOPIC/*");
  add_list(app, "--ignore", args.ignore, "GLOB,...", "not these rules");
  add_choice<std::optional<Severity>>(
      app, "--min-severity", args.min_severity,
      {{"error", Severity::Error}, {"warning", Severity::Warning}, {"hint", Severity::Hint}},
      "SEVERITY", "report error, warning or (default) hint and above");
  add_rule_paths(app, args.rule_paths);
}

void add_config_args(CLI::App& app, ConfigArgs& args) {
  CLI::Option* file =
      app.add_option("--config", args.file, "this configuration, and no other")->type_name("FILE");
  app.add_flag("--no-config", args.none, "no configuration at all")->excludes(file);
}

void add_jobs(CLI::App& app, unsigned& jobs) {
  jobs = std::clamp(std::thread::hardware_concurrency(), 1U, 256U);
  app.add_option("--jobs,-j", jobs, "threads (default: one a core)")
      ->check(CLI::Range(1, 256).description(""))
      ->type_name("N");
}

CLI::App* add_command(CLI::App& app, const std::string& name, const std::string& usage,
                      const std::string& what) {
  CLI::App* command = app.add_subcommand(name, what);
  command->footer(usage);  // OneLineFormatter shows it as the usage line
  command->set_help_flag("-h,--help", "this page");
  return command;
}

void add_baseline_args(CLI::App& app, LintArgs& args) {
  app.add_flag("--require-reason", args.require_reason, "comments that silence rules must say why");
  app.add_option("--baseline", args.baseline, "known findings, which do not count")
      ->type_name("FILE");
  app.add_option("--write-baseline", args.write_baseline, "write all findings down as known")
      ->type_name("FILE");
  app.add_flag("--prune-baseline", args.prune_baseline,
               "take out of the baseline what is no longer found");
  app.add_option_function<std::string>(
         "--changed-since", [&args](const std::string& revision) { args.changed_since = revision; },
         "only lines changed since this branch left REV")
      ->type_name("REV");
  app.add_flag("--staged", args.staged, "only lines that are staged, as they are staged");
}

void add_lint(CLI::App& app, LintArgs& args, LintFlags& flags) {
  CLI::App* lint =
      add_command(app, "lint", "personfirst lint [OPTIONS] [PATH...|-]",
                  "Check files and directories. .gitignore is respected; - is standard input.\n" +
                      format_names());
  lint->add_option("PATH", args.paths, "files and directories (default: .)")->type_name("");
  add_report_args(*lint, args, flags);
  lint->add_flag("--fix", flags.fix, "apply the rewordings that are safe unasked");
  lint->add_flag("--fix-suggested", flags.fix_suggested,
                 "apply the first suggestion of every finding");
  lint->add_flag("--comment", args.comment, "write the findings into .docx files, as comments");
  lint->add_flag("--diff", args.diff, "print what would be fixed, write nothing");
  add_choice<std::optional<Severity>>(*lint, "--fail-on", args.fail_on,
                                      {{"error", Severity::Error},
                                       {"warning", Severity::Warning},
                                       {"hint", Severity::Hint},
                                       {"never", std::nullopt}},
                                      "SEVERITY",
                                      "exit 1 at error (default), warning, hint, never");
  add_rule_args(*lint, args.rules);
  add_config_args(*lint, args.config);
  lint->add_flag("--force-exclude", args.force_exclude,
                 "obey the configuration's exclude for named files, too");
  add_repeated(*lint, "--glob", args.globs, "GLOB",
               "only such files; !GLOB: not such (repeatable)");
  lint->add_option("--stdin-filename", flags.stdin_filename,
                   "read standard input as if it were NAME")
      ->type_name("NAME");
  lint->add_option("--language", args.language,
                   "language of the texts (default: as configured, or en)")
      ->type_name("CODE");
  add_baseline_args(*lint, args);
  add_jobs(*lint, args.jobs);
  add_choice<ColorChoice>(
      *lint, "--color", args.color,
      {{"auto", ColorChoice::Auto}, {"always", ColorChoice::Always}, {"never", ColorChoice::Never}},
      "WHEN", "auto (default), always or never");
  lint->add_flag("--quiet,-q", args.quiet, "findings only, no summary");
  lint->add_flag("--stats", args.stats, "count files, bytes and rules on standard error");
}

void add_batch(CLI::App& app, BatchArgs& args) {
  CLI::App* batch = add_command(
      app, "batch", "personfirst batch [OPTIONS] < records.ndjson",
      "Check records from standard input, one JSON object a line:\n"
      "{\"id\", \"text\", \"format\"?, \"language\"?, \"path\"?}. Answers keep their order.");
  add_rule_args(*batch, args.rules);
  add_config_args(*batch, args.config);
  add_jobs(*batch, args.jobs);
}

CLI::App* add_rules(CLI::App& app, RulesArgs& args) {
  CLI::App* rules = add_command(
      app, "rules", "personfirst rules [OPTIONS] [FILTER...] | test [FILE...]",
      "List the rules (id, severity, pack, on or off in its pack), or run their\nexamples.");
  rules->add_option("FILTER", args.filters, "parts of rule ids, or globs")->type_name("");
  add_list(*rules, "--pack", args.packs, "PACK,...", "only rules of these packs");
  add_choice<ListFormat>(
      *rules, "--format", args.format,
      {{"text", ListFormat::Text}, {"json", ListFormat::Json}, {"markdown", ListFormat::Markdown}},
      "FORMAT", "text (default), json or markdown");
  add_rule_paths(*rules, args.rule_paths);
  return rules;
}

void add_rules_test(CLI::App& rules, RulesTestArgs& args) {
  CLI::App* test = add_command(rules, "test", "personfirst rules test [FILE...]",
                               "Run the rules' own examples.\n"
                               "Exit status: 1 when one fails, 2 when a file cannot be used.");
  test->add_option("FILE", args.files, "your own rule files (default: the shipped rules)")
      ->type_name("");
}

void add_explain(CLI::App& app, ExplainArgs& args) {
  CLI::App* explain =
      add_command(app, "explain", "personfirst explain [OPTIONS] RULE",
                  "Tell why a rule exists, what to write instead, and who says so.");
  explain->add_option("RULE", args.rule, "a rule id; personfirst rules lists them")
      ->required()
      ->type_name("");
  add_rule_paths(*explain, args.rule_paths);
}

void add_init(CLI::App& app, InitArgs& args) {
  CLI::App* init = add_command(app, "init", "personfirst init [FOLDER]",
                               "Write a commented configuration to start from, .personfirst.json.\n"
                               "A file that is there is left as it is.");
  init->add_option("FOLDER", args.folder, "where (default: .)")->type_name("");
}

void add_config_show(CLI::App& app, ConfigShowArgs& args) {
  CLI::App* config = add_command(app, "config", "personfirst config COMMAND",
                                 "Configurations are named .personfirst.json.");
  CLI::App* show =
      add_command(*config, "show", "personfirst config show [OPTIONS] [PATH]",
                  "Print what is configured for a file or folder, and where each value\n"
                  "comes from.");
  show->add_option("PATH", args.path, "a file or folder (default: .)")->type_name("");
  add_config_args(*show, args.config);
  add_choice<ListFormat>(*show, "--format", args.format,
                         {{"text", ListFormat::Text}, {"json", ListFormat::Json}}, "FORMAT",
                         "text (default) or json");
}

void add_man(CLI::App& app, ManArgs& args) {
  CLI::App* man = add_command(app, "man", "personfirst man",
                              "Print the manual page: personfirst man | man -l -");
  man->add_flag("--json", args.json, "commands and options as JSON, for programs");
}

void add_completions(CLI::App& app, CompletionsArgs& args) {
  CLI::App* completions =
      add_command(app, "completions", "personfirst completions SHELL",
                  "Print what a shell needs to complete command lines. A package installs it;\n"
                  "else: eval \"$(personfirst completions bash)\"");
  add_choice<Shell>(*completions, "SHELL", args.shell,
                    {{"bash", Shell::Bash}, {"fish", Shell::Fish}, {"zsh", Shell::Zsh}}, "",
                    "bash, fish or zsh")
      ->required();
}

Answer mistake(const std::string& what, const std::string& command) {
  return {2, "personfirst: " + what + "\nTry: personfirst" + command + " --help\n"};
}

// Where reports go. The mistake made, if any.
std::optional<std::string> sort_outputs(LintArgs& args, const LintFlags& flags) {
  bool to_standard_output = !flags.format->empty();
  for (const std::string& written : flags.outputs) {
    const std::size_t equals = written.find('=');
    const auto format = parse_output_format(written.substr(0, equals));
    if (equals == std::string::npos || equals + 1 == written.size())
      return "--output " + written + ": write FORMAT=FILE, such as sarif=report.sarif";
    if (!format) return "--output " + written + ": there is no such format; see --format";
    std::string path = written.substr(equals + 1);
    if (path == "-") {
      if (to_standard_output) return "--output " + written + ": standard output holds one report";
      to_standard_output = true;
      args.format = *format;
      continue;
    }
    const auto is_it = [&](const std::string& other) { return same_file(other, path); };
    const auto is_output = [&](const OutputTarget& other) { return is_it(other.path); };
    if (std::any_of(args.outputs.begin(), args.outputs.end(), is_output))
      return "--output " + written + ": two reports cannot go to one file";
    if (std::any_of(args.paths.begin(), args.paths.end(), is_it))
      return "--output " + written + ": this file is to be checked, not written";
    args.outputs.push_back({*format, std::move(path)});
  }
  return std::nullopt;
}

// What does not go together. The mistake made, if any.
std::optional<std::string> check_baseline_args(const LintArgs& args) {
  const bool chooses_lines = args.changed_since || args.staged;
  if (args.changed_since && args.staged) return "--staged goes without --changed-since";
  if (args.prune_baseline && args.baseline.empty()) return "--prune-baseline needs --baseline FILE";
  if (!args.write_baseline.empty() && (!args.baseline.empty() || chooses_lines))
    return "--write-baseline writes down all findings: leave the other choices out";
  if (args.prune_baseline && args.staged)
    return "--prune-baseline compares files as they are: leave --staged out";
  if ((args.fix || args.comment) && args.staged)
    return "--staged reads what git holds, where nothing can be fixed: use --changed-since HEAD";
  if (args.fix && !args.write_baseline.empty())
    return "--write-baseline writes down what is there: fix first, then write it in a second run";
  const bool reads_stdin = std::find(args.paths.begin(), args.paths.end(), "-") != args.paths.end();
  if (reads_stdin && chooses_lines) return "standard input is in no repository: give paths";
  return std::nullopt;
}

Command finish_lint(LintArgs args, const LintFlags& flags) {
  if (const auto wrong = sort_outputs(args, flags)) return mistake(*wrong, " lint");
  if (flags.fix || args.diff) args.fix = FixLevel::Automatic;
  if (flags.fix_suggested) args.fix = FixLevel::AskFirst;
  if (const auto wrong = check_baseline_args(args)) return mistake(*wrong, " lint");
  const auto is_stdin = [](const std::string& path) { return path == "-"; };
  if (!flags.stdin_filename.empty()) {
    args.stdin_filename = flags.stdin_filename;
    if (args.paths.empty()) args.paths.emplace_back("-");
    if (std::none_of(args.paths.begin(), args.paths.end(), is_stdin)) {
      return mistake("--stdin-filename names standard input: give no path, or - among them",
                     " lint");
    }
  }
  const bool writes_text = args.fix && std::any_of(args.paths.begin(), args.paths.end(), is_stdin);
  if (args.format != OutputFormat::Text && (args.diff || writes_text)) {
    return mistake("a report and the fixed text cannot both go to standard output", " lint");
  }
  return args;
}

// The whole command line, and where its values go. It stays where it is: CLI11 keeps references.
struct CommandLine {
  CommandLine() {
    app.name("personfirst");
    app.formatter(std::make_shared<OneLineFormatter>());  // commands inherit it
    app.set_help_flag("-h,--help", "this page, or a command's own");
    app.add_flag("--version", asks_version, "the version");
    app.add_flag("--json", version_as_json, "with --version: for programs, with rules and formats");
    add_lint(app, lint, lint_flags);
    add_batch(app, batch);
    add_rules_test(*add_rules(app, rules), rules_test);
    add_explain(app, explain);
    add_init(app, init);
    add_config_show(app, config_show);
    add_man(app, man);
    add_completions(app, completions);
  }
  CommandLine(const CommandLine&) = delete;
  CommandLine& operator=(const CommandLine&) = delete;

  // What was asked, after parsing.
  [[nodiscard]] Command chosen() {
    const auto is = [this](const char* name) { return app.got_subcommand(name); };
    if (asks_version && version_as_json) return VersionArgs{};
    if (asks_version) return Answer{0, "personfirst " + std::string(version()) + "\n"};
    if (version_as_json) return mistake("--json goes with --version", "");
    if (is("lint")) return finish_lint(std::move(lint), lint_flags);
    if (is("batch")) return batch;
    if (is("rules") && app.get_subcommand("rules")->got_subcommand("test")) return rules_test;
    if (is("rules")) return rules;
    if (is("explain")) return explain;
    if (is("init")) return init;
    if (is("config") && app.get_subcommand("config")->got_subcommand("show")) return config_show;
    if (is("config")) return mistake("config: what is asked? personfirst config show", "");
    if (is("man")) return man;
    if (is("completions")) return completions;
    return Answer{2, help()};
  }

  CLI::App app;
  bool asks_version = false;
  bool version_as_json = false;
  LintArgs lint;
  LintFlags lint_flags;
  BatchArgs batch;
  RulesArgs rules;
  RulesTestArgs rules_test;
  ExplainArgs explain;
  InitArgs init;
  ConfigShowArgs config_show;
  CompletionsArgs completions;
  ManArgs man;
};

}  // namespace

ProgramInfo describe_command_line() {
  const CommandLine line;
  ProgramInfo info;
  info.program = describe_app(line.app);
  info.program.what =
      "finds stigmatizing words about substance use and suggests person-first wording";
  info.program.help = help();
  info.examples.assign(std::begin(kExamples), std::end(kExamples));
  info.exit_status = kExitStatus;
  return info;
}

Command parse_command_line(int argc, const char* const* argv) {
  CommandLine line;
  CLI::App& app = line.app;
  std::string command;
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    const CLI::App* asked = &app;
    while (!asked->get_subcommands().empty()) asked = asked->get_subcommands().front();
    return Answer{0, asked == &app ? help() : asked->help()};
  } catch (const CLI::ExtrasError& error) {
    if (app.get_subcommands().empty())
      return mistake("there is no command " + app.remaining().front(), "");
    return mistake(error.what(), " " + app.get_subcommands().front()->get_name());
  } catch (const CLI::ParseError& error) {
    if (!app.get_subcommands().empty()) command = " " + app.get_subcommands().front()->get_name();
    return mistake(error.what(), command);
  }
  return line.chosen();
}

}  // namespace personfirst
