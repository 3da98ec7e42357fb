// personfirst: the command line.
#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <exception>
#include <new>
#include <string>
#include <system_error>
#include <variant>

#include "linter/cli/commands.h"
#include "linter/cli/options.h"
#include "linter/cli/output.h"
#include "linter/files/temporary_names.h"

namespace personfirst {
namespace {

// A file that is opened while standard output is closed would get its number, and our output.
void open_standard_streams() {
  int fd = 0;
  while (fd >= 0 && fd <= STDERR_FILENO) fd = ::open("/dev/null", O_RDWR);
  if (fd >= 0) ::close(fd);
}

int answer(const Answer& answer) {
  Output output(answer.status == 0 ? STDOUT_FILENO : STDERR_FILENO);
  output.write(answer.text);
  return finish(output, answer.status);
}

int run(int argc, const char* const* argv) {
  struct Dispatch {
    int operator()(const Answer& given) const { return answer(given); }
    int operator()(const LintArgs& args) const { return run_lint(args); }
    int operator()(const BatchArgs& args) const { return run_batch(args); }
    int operator()(const RulesArgs& args) const { return run_rules(args); }
    int operator()(const RulesTestArgs& args) const { return run_rules_test(args); }
    int operator()(const ExplainArgs& args) const { return run_explain(args); }
    int operator()(const InitArgs& args) const { return run_init(args); }
    int operator()(const ConfigShowArgs& args) const { return run_config_show(args); }
    int operator()(const CompletionsArgs& args) const { return run_completions(args); }
    int operator()(const ManArgs& args) const { return run_man(args); }
    int operator()(const VersionArgs& args) const { return run_version(args); }
  };
  return std::visit(Dispatch{}, parse_command_line(argc, argv));
}

}  // namespace
}  // namespace personfirst

int main(int argc, char** argv) {
  personfirst::open_standard_streams();
  std::signal(SIGPIPE, SIG_IGN);  // a reader that goes away is seen where we write
  std::signal(SIGXFSZ, SIG_IGN);  // so is a file that may not grow
  personfirst::remove_temporary_files_when_stopped();
  try {
    return personfirst::run(argc, argv);
  } catch (const std::bad_alloc&) {
    personfirst::complain("there is not enough memory");
  } catch (const std::system_error& error) {  // such as a thread that could not be started
    personfirst::complain(std::string("the system refuses: ") + error.code().message());
  } catch (const std::exception& error) {
    personfirst::complain(std::string("internal error: ") + error.what());
  } catch (...) {
    personfirst::complain("internal error");
  }
  return 2;
}
