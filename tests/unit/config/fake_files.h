// Files for tests of configurations: a map from absolute paths to texts.
#pragma once

#include <map>
#include <string>

#include "linter/config/config.h"

namespace personfirst::testing {

using FakeFiles = std::map<std::string, std::string>;

[[nodiscard]] inline ReadFile reader_of(FakeFiles files) {
  return [files = std::move(files)](const std::string& path) {
    using Text = std::optional<std::string>;
    const auto found = files.find(path);
    return Result<Text>(found == files.end() ? Text() : Text(found->second));
  };
}

}  // namespace personfirst::testing
