// personfirst lint: walk, check on all cores, print in order.
#include <fmt/format.h>
#include <unistd.h>
#if defined(__GLIBC__)
#include <malloc.h>
#endif

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <limits>
#include <set>

#include "linter/cli/baseline_file.h"
#include "linter/cli/commands.h"
#include "linter/cli/lint_file.h"
#include "linter/cli/ordered_parallel.h"
#include "linter/cli/output.h"
#include "linter/cli/project.h"
#include "linter/cli/report_outputs.h"
#include "linter/cli/terminal.h"
#include "linter/office/office.h"
#include "linter/render/text.h"

namespace personfirst {
namespace {

// Standard output holds a diff or the fixed text, so that the summary must go elsewhere.
bool prints_documents(const LintArgs& args) {
  const bool from_stdin = std::find(args.paths.begin(), args.paths.end(), "-") != args.paths.end();
  return args.diff || ((args.fix || args.comment) && from_stdin);
}

// What all files come to. Printing happens here and nowhere else, so that nothing is interleaved.
class Run {
 public:
  Run(const LintArgs& args, ReportOutputs& reports, BaselineFile& baseline)
      : args_(args),
        reports_(reports),
        baseline_(baseline),
        output_(STDOUT_FILENO),
        on_terminal_(is_terminal(STDOUT_FILENO)),
        progress_(!args.quiet) {}

  void begin() { print_report(reports_.begin()); }

  // False when the rest is not worth doing.
  bool take(LintOutcome outcome) {
    if (outcome.is_last) ++done_;
    bytes_ += outcome.bytes;
    if (outcome.worst) worst_ = std::max(worst_.value_or(Severity::Hint), *outcome.worst);
    for (const auto& [rule, n] : outcome.rule_counts) rule_counts_[rule] += n;
    tally_.add(std::move(outcome.tally));
    if (outcome.compared) baseline_.add(*std::move(outcome.compared));
    if (outcome.error) take(*outcome.error);
    print_report(reports_.add(std::move(outcome.pieces), outcome.rules));
    print(outcome.text);
    // A reader that has seen enough does not stop the fixing, nor the reports in files.
    return output_.is_open() || ((args_.fix || args_.comment) && !args_.diff) ||
           !args_.outputs.empty();
  }

  void idle(std::uint64_t total) {
    if (done_ > 0) output_.flush();  // a report's beginning alone helps nobody
    progress_.show(done_, total);
  }

  int end() {
    progress_.clear();
    print_report(reports_.end(tally_));
    if (prints_documents(args_)) {
      output_.flush();
      if (!args_.quiet) complain(summary_line(tally_.totals));
    }
    for (const Error& error : reports_.commit()) {
      failed_ = true;
      before_other_output();
      complain(to_string(error));
    }
    finish_baseline();
    if (args_.stats) print_stats();
    const bool fails = args_.fail_on && worst_ && *worst_ >= *args_.fail_on;
    return finish(output_, failed_ ? 2 : fails ? 1 : 0);
  }

 private:
  using Clock = std::chrono::steady_clock;

  // A broken configuration is every file's below it, and told once.
  void take(const Error& error) {
    failed_ = true;
    if (!told_.insert(to_string(error)).second) return;
    tally_.errors.push_back(error);
    before_other_output();
    complain(to_string(error));
  }

  // A run that could not check everything does not know what to write.
  void finish_baseline() {
    before_other_output();
    if (!args_.quiet) {
      for (const std::string& note : baseline_.notes()) complain(note);
    }
    const Result<void> written = baseline_.write(failed_);
    if (written) return;
    failed_ = true;
    complain(to_string(written.error()));
  }

  void before_other_output() {
    progress_.clear();
    if (on_terminal_) output_.flush();
  }

  void print(std::string_view text) {
    if (!text.empty() && on_terminal_) progress_.clear();
    output_.write(text);
  }

  void print_report(std::string_view text) {
    if (!prints_documents(args_)) print(text);
  }

  void print_stats() {
    before_other_output();
    const std::chrono::duration<double> seconds = Clock::now() - started_;
    std::string text = fmt::format("files {}, bytes {}, threads {}, seconds {:.3f}\n",
                                   tally_.totals.files, bytes_, args_.jobs, seconds.count());
    text += fmt::format("errors {}, warnings {}, hints {}, problems {}\n", tally_.totals.errors,
                        tally_.totals.warnings, tally_.totals.hints, tally_.totals.problems);
    for (const auto& [rule, n] : rule_counts_) {
      text += fmt::format("{:8} {:7} {}\n", n, to_string(rule.second), rule.first);
    }
    Output(STDERR_FILENO).write(text);
  }

  const LintArgs& args_;
  ReportOutputs& reports_;
  BaselineFile& baseline_;
  Output output_;
  bool on_terminal_;
  Progress progress_;
  Tally tally_;
  RuleCounts rule_counts_;
  std::optional<Severity> worst_;
  std::uint64_t done_ = 0;
  std::uint64_t bytes_ = 0;
  bool failed_ = false;
  std::set<std::string> told_;
  Clock::time_point started_ = Clock::now();
};

}  // namespace

namespace {

Result<std::optional<Changes>> read_changes(const LintArgs& args) {
  if (!args.staged && !args.changed_since) return std::optional<Changes>();
  const std::string here = ".";
  Result<Changes> changes =
      args.staged ? Changes::staged(here) : Changes::since(here, *args.changed_since);
  if (!changes) return tl::unexpected(changes.error());
  return std::optional<Changes>(*std::move(changes));
}

// glibc gives each thread memory of its own, which grows by the page, each with a call to the
// system; the memory of the thread that only waits here lies idle. So one of them works with that.
void use_memory_of_waiting_thread([[maybe_unused]] unsigned jobs) {
#if defined(__GLIBC__)
  static_cast<void>(::mallopt(M_ARENA_MAX, static_cast<int>(jobs)));
#endif
}

}  // namespace

int run_lint(const LintArgs& args) {
  use_memory_of_waiting_thread(args.jobs);
  const Result<std::unique_ptr<Project>> project =
      Project::open(args.rules, args.config, args.language);
  if (!project) {
    complain(to_string(project.error()));
    return 2;
  }
  Result<ReportOutputs> reports = ReportOutputs::open(args, (*project)->rules());
  if (!reports) {
    complain(to_string(reports.error()));
    return 2;
  }
  Result<BaselineFile> baseline = BaselineFile::open(args);
  if (!baseline) {
    complain(to_string(baseline.error()));
    return 2;
  }
  const Result<std::optional<Changes>> changes = read_changes(args);
  if (!changes) {
    complain(to_string(changes.error()));
    return 2;
  }
  RuleLists rule_lists(reports->speaks_of_rules(), (*project)->rules());
  const LintJob job{.project = **project,
                    .renderers = reports->renderers(),
                    .rule_lists = rule_lists,
                    .fix = args.fix,
                    .comment = args.comment,
                    .diff = args.diff,
                    .stdin_name = args.stdin_filename.value_or(""),
                    .count_rules = args.stats,
                    .force_exclude = args.force_exclude,
                    .require_reason = args.require_reason,
                    .baseline = baseline->baseline(),
                    .write_baseline = !args.write_baseline.empty(),
                    .changes = *changes ? &**changes : nullptr};
  const Globs globs(args.globs);
  const WalkScope scope{[&](const std::string& folder) { return (*project)->wants_folder(folder); },
                        [&](const std::string& file, bool text_ending) {
                          const bool readable = text_ending || has_office_ending(file);
                          return (*project)->wants_file(file, readable);
                        }};

  // Paths are small and their number is what the progress is measured by: let the walk run ahead.
  OrderedParallel<Target, LintOutcome> parallel({.jobs = args.jobs,
                                                 .inputs = std::numeric_limits<std::size_t>::max(),
                                                 .results = 64 * std::size_t{args.jobs}});
  std::atomic<std::uint64_t> found = 0;
  std::atomic<bool> all_found = false;
  Run run(args, *reports, *baseline);
  run.begin();
  parallel.run(
      [&](const auto& push) {
        walk(
            args.paths, globs,
            [&](Target target) {
              if (!target.named && reports->writes_to(target.path)) return true;
              if (job.changes && !target.error && !job.changes->find(target.path)) return true;
              ++found;
              return push(std::move(target));
            },
            scope);
        all_found = true;
      },
      [&](const Target& target, const GiveOutcome& give) { return lint_target(job, target, give); },
      [&](LintOutcome outcome) { return run.take(std::move(outcome)); },
      [&] { run.idle(all_found ? found.load() : 0); });
  std::exit(run.end());  // taking all the rules apart first would cost time for nothing
}

}  // namespace personfirst
