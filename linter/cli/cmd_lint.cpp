// personfirst lint: walk, check on all cores, print in order.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <limits>

#include "linter/cli/commands.h"
#include "linter/cli/lint_file.h"
#include "linter/cli/ordered_parallel.h"
#include "linter/cli/output.h"
#include "linter/cli/rule_files.h"
#include "linter/cli/terminal.h"
#include "linter/render/json.h"
#include "linter/render/text.h"

namespace personfirst {
namespace {

std::unique_ptr<const Renderer> make_renderer(const LintArgs& args) {
  if (args.format == OutputFormat::Json) return make_json_renderer(std::string(version()));
  return make_text_renderer({.color = wants_color(args.color), .only_findings = args.quiet});
}

// Standard output holds a diff or the fixed text, so that the summary must go elsewhere.
bool prints_documents(const LintArgs& args) {
  const bool from_stdin = std::find(args.paths.begin(), args.paths.end(), "-") != args.paths.end();
  return args.diff || (args.fix && from_stdin);
}

// What all files come to. Printing happens here and nowhere else, so that nothing is interleaved.
class Run {
 public:
  Run(const LintArgs& args, const Renderer& renderer)
      : args_(args),
        renderer_(renderer),
        output_(STDOUT_FILENO),
        on_terminal_(is_terminal(STDOUT_FILENO)),
        progress_(!args.quiet) {}

  void begin() {
    if (!prints_documents(args_)) print_from([&](std::string& out) { renderer_.begin(out); });
  }

  // False when the rest is not worth doing.
  bool take(LintOutcome outcome) {
    ++done_;
    totals_.add(outcome.totals);
    bytes_ += outcome.bytes;
    if (outcome.worst) worst_ = std::max(worst_.value_or(Severity::Hint), *outcome.worst);
    for (const auto& [rule, n] : outcome.rule_counts) rule_counts_[rule] += n;
    if (outcome.error) {
      failed_ = true;
      before_other_output();
      complain(to_string(*outcome.error));
    }
    if (outcome.rendered && any_rendered_) print(renderer_.separator());
    any_rendered_ = any_rendered_ || outcome.rendered;
    print(outcome.text);
    // A reader that has seen enough does not stop the fixing.
    return output_.is_open() || (args_.fix && !args_.diff);
  }

  void idle(std::uint64_t total) {
    output_.flush();
    progress_.show(done_, total);
  }

  int end() {
    progress_.clear();
    if (prints_documents(args_)) {
      output_.flush();
      if (!args_.quiet) complain(summary_line(totals_));
    } else {
      print_from([&](std::string& out) { renderer_.end(totals_, out); });
    }
    if (args_.stats) print_stats();
    const bool fails = args_.fail_on && worst_ && *worst_ >= *args_.fail_on;
    return finish(output_, failed_ ? 2 : fails ? 1 : 0);
  }

 private:
  using Clock = std::chrono::steady_clock;

  void before_other_output() {
    progress_.clear();
    if (on_terminal_) output_.flush();
  }

  void print(std::string_view text) {
    if (!text.empty() && on_terminal_) progress_.clear();
    output_.write(text);
  }

  template <typename Write>
  void print_from(const Write& write) {
    std::string text;
    write(text);
    print(text);
  }

  void print_stats() {
    before_other_output();
    const std::chrono::duration<double> seconds = Clock::now() - started_;
    std::string text = fmt::format("files {}, bytes {}, threads {}, seconds {:.3f}\n",
                                   totals_.files, bytes_, args_.jobs, seconds.count());
    text += fmt::format("errors {}, warnings {}, hints {}, problems {}\n", totals_.errors,
                        totals_.warnings, totals_.hints, totals_.problems);
    for (const auto& [rule, n] : rule_counts_) {
      text += fmt::format("{:8} {:7} {}\n", n, to_string(rule.second), rule.first);
    }
    Output(STDERR_FILENO).write(text);
  }

  const LintArgs& args_;
  const Renderer& renderer_;
  Output output_;
  bool on_terminal_;
  Progress progress_;
  Totals totals_;
  RuleCounts rule_counts_;
  std::optional<Severity> worst_;
  std::uint64_t done_ = 0;
  std::uint64_t bytes_ = 0;
  bool any_rendered_ = false;
  bool failed_ = false;
  Clock::time_point started_ = Clock::now();
};

}  // namespace

int run_lint(const LintArgs& args) {
  const Result<Prepared> prepared = prepare(args.rules);
  if (!prepared) {
    complain(to_string(prepared.error()));
    return 2;
  }
  if (!has_language(*prepared->rules, args.language)) {
    complain("--language: there are no rules for " + args.language);
    return 2;
  }
  const std::unique_ptr<const Renderer> renderer = make_renderer(args);
  const LintJob job{.rules = *prepared->rules,
                    .options = prepared->options,
                    .renderer = *renderer,
                    .language = args.language,
                    .fix = args.fix,
                    .diff = args.diff,
                    .stdin_name = args.stdin_filename.value_or(""),
                    .count_rules = args.stats};
  const Globs globs(args.globs);

  // Paths are small and their number is what the progress is measured by: let the walk run ahead.
  OrderedParallel<Target, LintOutcome> parallel({.jobs = args.jobs,
                                                 .inputs = std::numeric_limits<std::size_t>::max(),
                                                 .results = 16 * std::size_t{args.jobs}});
  std::atomic<std::uint64_t> found = 0;
  std::atomic<bool> all_found = false;
  Run run(args, *renderer);
  run.begin();
  parallel.run(
      [&](const auto& push) {
        walk(args.paths, globs, [&](Target target) {
          ++found;
          return push(std::move(target));
        });
        all_found = true;
      },
      [&](const Target& target) { return lint_target(job, target); },
      [&](LintOutcome outcome) { return run.take(std::move(outcome)); },
      [&] { run.idle(all_found ? found.load() : 0); });
  std::exit(run.end());  // taking all the rules apart first would cost time for nothing
}

}  // namespace personfirst
