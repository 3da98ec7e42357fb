// Reads the options of a call. What has the wrong type is an error, and so is an option that nobody
// knows: a mistake in a name must not go unseen.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "linter/finding.h"
#include "linter/linter.h"
#include "linter/result.h"

namespace personfirst::wasm {

class OptionsReader {
 public:
  // `json` must outlive it. Null counts as no option at all.
  OptionsReader(const nlohmann::json& json, std::string_view where);

  [[nodiscard]] std::optional<std::string> text(std::string_view key);
  [[nodiscard]] std::vector<std::string> texts(std::string_view key);
  [[nodiscard]] bool flag(std::string_view key);
  [[nodiscard]] std::optional<std::int64_t> number(std::string_view key);
  [[nodiscard]] std::optional<Severity> severity(std::string_view key);
  // Null when it is not there.
  [[nodiscard]] const nlohmann::json* value(std::string_view key);
  [[nodiscard]] const nlohmann::json* list(std::string_view key);

  // A list of {"name", "text"}.
  [[nodiscard]] std::vector<RuleFile> rule_files(std::string_view key);

  void complain(std::string_view key, std::string_view what);
  // The first thing that was wrong. Ask last.
  [[nodiscard]] Result<void> finish();

 private:
  const nlohmann::json& json_;
  std::string where_;
  std::set<std::string, std::less<>> known_;
  std::optional<Error> error_;
};

[[nodiscard]] std::optional<Severity> parse_severity(std::string_view word);

}  // namespace personfirst::wasm
