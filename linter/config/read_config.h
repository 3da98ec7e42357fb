// The text of one configuration file -> its layers. Every error says where: "file:line:column".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "linter/config/layer.h"
#include "linter/result.h"

namespace personfirst {

struct ConfigText {
  std::string_view text;
  std::string file;    // absolute path, or "preset:name"
  std::string folder;  // what its globs are relative to
  bool preset = false;
};

struct ExtendsEntry {
  std::string target;  // as written
  ConfigOrigin origin;
};

struct ReadConfig {
  bool root = false;
  std::vector<ExtendsEntry> extends;
  std::vector<ConfigLayer> layers;  // its own, then its overrides'
};

[[nodiscard]] Result<ReadConfig> read_config(const ConfigText& text);

// "; did you mean “packs”?", or "; there are “a”, “b”" when none is near.
[[nodiscard]] std::string nearest_hint(std::string_view meant,
                                       const std::vector<std::string>& names);

}  // namespace personfirst
