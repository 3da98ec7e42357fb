// The manual page, written from the command line's own description, in the man(7) macros.
//
// It has no date, so that the same program has the same page.
#pragma once

#include <string>
#include <string_view>

#include "linter/cli/command_info.h"

namespace personfirst {

[[nodiscard]] std::string man_page(const ProgramInfo& info, std::string_view version);

}  // namespace personfirst
