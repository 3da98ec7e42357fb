// personfirst man, personfirst completions: for packages, and for shells without one.
#include <unistd.h>

#include "linter/cli/command_line_json.h"
#include "linter/cli/commands.h"
#include "linter/cli/completions.h"
#include "linter/cli/man_page.h"
#include "linter/cli/output.h"

namespace personfirst {
namespace {

std::string completions(Shell shell) {
  const ProgramInfo info = describe_command_line();
  switch (shell) {
    case Shell::Bash:
      return bash_completions(info);
    case Shell::Zsh:
      return zsh_completions(info);
    case Shell::Fish:
      return fish_completions(info);
  }
  return "";
}

int print(const std::string& text) {
  Output output(STDOUT_FILENO);
  output.write(text);
  return finish(output, 0);
}

}  // namespace

int run_man(const ManArgs& args) {
  const ProgramInfo info = describe_command_line();
  return print(args.json ? command_line_json(info) : man_page(info, version()));
}

int run_completions(const CompletionsArgs& args) { return print(completions(args.shell)); }

}  // namespace personfirst
