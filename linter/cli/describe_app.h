// From CLI11's own objects to the plain description of command_info.h. For options.cpp.
#pragma once

#include "linter/cli/command_info.h"

namespace CLI {
class App;
}

namespace personfirst {

// The words that an option allows stand behind its type name: "SEVERITY:error,warning".
constexpr char kWordsFollow = ':';

[[nodiscard]] CommandInfo describe_app(const CLI::App& app);

}  // namespace personfirst
