// personfirst batch: records in, answers out, in order, in bounded memory.
#include <unistd.h>

#include <cstdlib>
#include <system_error>

#include "linter/cli/batch_record.h"
#include "linter/cli/commands.h"
#include "linter/cli/ordered_parallel.h"
#include "linter/cli/output.h"
#include "linter/cli/project.h"

namespace personfirst {
namespace {

constexpr std::size_t kLongestLine = std::size_t{64} << 20;

int refuse(const Error& error) {
  complain(to_string(error));
  return 2;
}

}  // namespace

int run_batch(const BatchArgs& args) {
  const Result<std::unique_ptr<Project>> project = Project::open(args.rules, args.config, {});
  if (!project) return refuse(project.error());
  if (const auto configured = (*project)->settings_here({}); !configured)
    return refuse(configured.error());
  Output output(STDOUT_FILENO);
  LineReader reader(STDIN_FILENO, kLongestLine);
  bool any_bad = false;
  const std::size_t window = 4 * std::size_t{args.jobs};
  OrderedParallel<Line, BatchAnswer> parallel(
      {.jobs = args.jobs, .inputs = window, .results = window});
  parallel.run(
      [&](const auto& push) {
        while (std::optional<Line> line = reader.next()) {
          if (!push(*std::move(line))) return;
        }
      },
      [&](const Line& line) { return answer_record(**project, line); },
      [&](const BatchAnswer& answer) {
        any_bad = any_bad || answer.bad;
        output.write(answer.json);
        // The reader may be waiting for a line that never comes, so it is not waited for.
        if (!output.is_open()) std::_Exit(finish(output, 2));
        return true;
      },
      [&] {
        output.flush();
        if (!output.is_open()) std::_Exit(finish(output, 2));
      });
  if (reader.error() != 0) {
    complain("standard input: " + std::generic_category().message(reader.error()));
    any_bad = true;
  }
  return finish(output, any_bad ? 2 : 0);
}

}  // namespace personfirst
