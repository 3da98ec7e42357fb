// The command line as JSON, for programs that must understand the same one.
#pragma once

#include <string>

#include "linter/cli/command_info.h"

namespace personfirst {

// {"version": 1, "program": {"name", "usage", "help", "options", "arguments", "commands"}}; a
// change of meaning raises the version.
[[nodiscard]] std::string command_line_json(const ProgramInfo& info);

}  // namespace personfirst
