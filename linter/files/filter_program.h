// Another program as a filter: bytes into its standard input, its standard output back. Nothing is
// written to any file, and its standard error is thrown away: it may quote the document.
//
// Any thread. SIGPIPE has to be ignored.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace personfirst {

struct FilterLimits {
  std::size_t output = std::size_t{256} << 20;  // bytes
  std::chrono::seconds time{120};
};

enum class FilterEnd { Done, Missing, Failed, TooMuch, TooLong };

struct Filtered {
  FilterEnd end = FilterEnd::Failed;
  std::string output;
};

// `command`: the program, looked for in PATH, and its arguments.
[[nodiscard]] Filtered run_filter(const std::vector<std::string>& command, std::string_view input,
                                  const FilterLimits& limits = {});

}  // namespace personfirst
