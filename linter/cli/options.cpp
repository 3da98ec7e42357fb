#include "linter/cli/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <thread>

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

Options:
  -h, --help   this page; personfirst COMMAND --help has a command's options
  --version    the version

Examples:
  personfirst lint README.md docs/
  personfirst lint --fix --fail-on warning .
  personfirst lint --stdin-filename note.md < note.md

Exit status: 0 clean, 1 findings, 2 something could not be done
)";

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
    return option->get_items_expected_max() == 0 ? "" : " " + option->get_type_name();
  }
};

// Values of an option that takes one of a few words.
template <typename T>
using Words = std::map<std::string, T>;

template <typename T>
CLI::Option* add_choice(CLI::App& app, const std::string& name, T& value, const Words<T>& words,
                        const std::string& shown, const std::string& what) {
  return app
      .add_option_function<std::string>(
          name, [&value, words](const std::string& word) { value = words.at(word); }, what)
      ->check(CLI::IsMember(words).description(""))
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

void add_output_format(CLI::App& app, OutputFormat& value) {
  add_choice<OutputFormat>(app, "--format", value,
                           {{"text", OutputFormat::Text}, {"json", OutputFormat::Json}},
                           "text|json", "how to print (default: text)");
}

void add_rule_args(CLI::App& app, RuleArgs& args) {
  add_list(app, "--packs", args.packs, "PACK,...",
           "packs that are on, or all (default: core,framing)");
  add_list(app, "--select", args.select, "GLOB,...", "only these rules, such as TOPIC/*");
  add_list(app, "--ignore", args.ignore, "GLOB,...", "not these rules");
  add_choice<Severity>(
      app, "--min-severity", args.min_severity,
      {{"error", Severity::Error}, {"warning", Severity::Warning}, {"hint", Severity::Hint}},
      "SEVERITY", "report error, warning or (default) hint and above");
  add_rule_paths(app, args.rule_paths);
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

// What `lint` is told in more than one option, before it is sorted out.
struct LintFlags {
  bool fix = false;
  bool fix_suggested = false;
  std::string stdin_filename;
};

CLI::App* add_lint(CLI::App& app, LintArgs& args, LintFlags& flags) {
  CLI::App* lint =
      add_command(app, "lint", "personfirst lint [OPTIONS] [PATH...|-]",
                  "Check files and directories. .gitignore is respected; - is standard input.");
  lint->add_option("PATH", args.paths, "files and directories (default: .)")->type_name("");
  add_output_format(*lint, args.format);
  lint->add_flag("--fix", flags.fix, "apply the rewordings that are safe unasked");
  lint->add_flag("--fix-suggested", flags.fix_suggested,
                 "apply the first suggestion of every finding");
  lint->add_flag("--diff", args.diff, "print what would be fixed, write nothing");
  add_choice<std::optional<Severity>>(*lint, "--fail-on", args.fail_on,
                                      {{"error", Severity::Error},
                                       {"warning", Severity::Warning},
                                       {"hint", Severity::Hint},
                                       {"never", std::nullopt}},
                                      "SEVERITY",
                                      "exit 1 at error (default), warning, hint, never");
  add_rule_args(*lint, args.rules);
  add_repeated(*lint, "--glob", args.globs, "GLOB",
               "only such files; !GLOB: not such (repeatable)");
  lint->add_option("--stdin-filename", flags.stdin_filename,
                   "read standard input as if it were NAME")
      ->type_name("NAME");
  lint->add_option("--language", args.language, "language of the texts (default: en)")
      ->type_name("CODE");
  add_jobs(*lint, args.jobs);
  add_choice<ColorChoice>(
      *lint, "--color", args.color,
      {{"auto", ColorChoice::Auto}, {"always", ColorChoice::Always}, {"never", ColorChoice::Never}},
      "WHEN", "auto (default), always or never");
  lint->add_flag("--quiet,-q", args.quiet, "findings only, no summary");
  lint->add_flag("--stats", args.stats, "count files, bytes and rules on standard error");
  return lint;
}

CLI::App* add_batch(CLI::App& app, BatchArgs& args) {
  CLI::App* batch = add_command(
      app, "batch", "personfirst batch [OPTIONS] < records.ndjson",
      "Check records from standard input, one JSON object a line:\n"
      "{\"id\", \"text\", \"format\"?, \"language\"?, \"path\"?}. Answers keep their order.");
  add_rule_args(*batch, args.rules);
  add_jobs(*batch, args.jobs);
  return batch;
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

CLI::App* add_rules_test(CLI::App& rules, RulesTestArgs& args) {
  CLI::App* test = add_command(rules, "test", "personfirst rules test [FILE...]",
                               "Run the rules' own examples.\n"
                               "Exit status: 1 when one fails, 2 when a file cannot be used.");
  test->add_option("FILE", args.files, "your own rule files (default: the shipped rules)")
      ->type_name("");
  return test;
}

CLI::App* add_explain(CLI::App& app, ExplainArgs& args) {
  CLI::App* explain =
      add_command(app, "explain", "personfirst explain [OPTIONS] RULE",
                  "Tell why a rule exists, what to write instead, and who says so.");
  explain->add_option("RULE", args.rule, "a rule id; personfirst rules lists them")
      ->required()
      ->type_name("");
  add_rule_paths(*explain, args.rule_paths);
  return explain;
}

Answer mistake(const std::string& what, const std::string& command) {
  return {2, "personfirst: " + what + "\nTry: personfirst" + command + " --help\n"};
}

Command finish_lint(LintArgs args, const LintFlags& flags) {
  if (flags.fix || args.diff) args.fix = FixLevel::Automatic;
  if (flags.fix_suggested) args.fix = FixLevel::AskFirst;
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
  if (args.format == OutputFormat::Json && (args.diff || writes_text)) {
    return mistake("--format json and the fixed text cannot both go to standard output", " lint");
  }
  return args;
}

}  // namespace

Command parse_command_line(int argc, const char* const* argv) {
  LintArgs lint_args;
  LintFlags lint_flags;
  BatchArgs batch_args;
  RulesArgs rules_args;
  RulesTestArgs test_args;
  ExplainArgs explain_args;

  CLI::App app;
  app.name("personfirst");
  app.formatter(std::make_shared<OneLineFormatter>());  // commands inherit it
  app.set_version_flag("--version", "personfirst " + std::string(version()));
  const CLI::App* lint = add_lint(app, lint_args, lint_flags);
  const CLI::App* batch = add_batch(app, batch_args);
  CLI::App* rules = add_rules(app, rules_args);
  const CLI::App* test = add_rules_test(*rules, test_args);
  const CLI::App* explain = add_explain(app, explain_args);

  std::string command;
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    const CLI::App* asked = &app;
    while (!asked->get_subcommands().empty()) asked = asked->get_subcommands().front();
    return Answer{0, asked == &app ? kHelp : asked->help()};
  } catch (const CLI::CallForVersion& asked) {
    return Answer{0, std::string(asked.what()) + "\n"};
  } catch (const CLI::ExtrasError& error) {
    if (app.get_subcommands().empty())
      return mistake("there is no command " + app.remaining().front(), "");
    return mistake(error.what(), " " + app.get_subcommands().front()->get_name());
  } catch (const CLI::ParseError& error) {
    if (!app.get_subcommands().empty()) command = " " + app.get_subcommands().front()->get_name();
    return mistake(error.what(), command);
  }
  if (lint->parsed()) return finish_lint(std::move(lint_args), lint_flags);
  if (batch->parsed()) return batch_args;
  if (test->parsed()) return test_args;
  if (rules->parsed()) return rules_args;
  if (explain->parsed()) return explain_args;
  return Answer{2, kHelp};
}

}  // namespace personfirst
