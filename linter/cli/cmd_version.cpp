// personfirst --version --json: what a program that starts personfirst may want to know.
#include <unistd.h>

#include <map>
#include <nlohmann/json.hpp>

#include "linter/cli/commands.h"
#include "linter/cli/output.h"
#include "linter/cli/rule_files.h"
#include "linter/render/format.h"

namespace personfirst {
namespace {

using Json = nlohmann::ordered_json;

std::string to_json_text(const std::vector<RuleInfo>& rules) {
  Json formats = Json::array();
  for (const NamedFormat& format : output_formats()) formats.push_back(format.name);
  std::map<std::string, int> languages;
  for (const RuleInfo& rule : rules) {
    if (rule.about_words) ++languages[rule.language];
  }
  return Json({{"version", 1},
               {"tool", {{"name", "personfirst"}, {"version", version()}}},
               {"rules", languages},
               {"formats", std::move(formats)}})
             .dump(2) +
         "\n";
}

}  // namespace

int run_version(const VersionArgs& args) {
  static_cast<void>(args);
  const Result<RuleSetPtr> rules = load_rules_with({}, LoadExamples::No);
  if (!rules) {
    complain(to_string(rules.error()));
    return 2;
  }
  Output output(STDOUT_FILENO);
  output.write(to_json_text(list_rules(**rules)));
  return finish(output, 0);
}

}  // namespace personfirst
