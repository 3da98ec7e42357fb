// Completions for shells, written from the command line's own description.
#pragma once

#include <string>

#include "linter/cli/command_info.h"

namespace personfirst {

[[nodiscard]] std::string bash_completions(const ProgramInfo& info);
[[nodiscard]] std::string zsh_completions(const ProgramInfo& info);
[[nodiscard]] std::string fish_completions(const ProgramInfo& info);

}  // namespace personfirst
