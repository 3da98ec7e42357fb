// What a front end with files asks beside documents: which of them a walk takes, and whether the
// examples of own rule files hold.
#include <nlohmann/json.hpp>
#include <utility>

#include "linter/office/office.h"
#include "linter/text/document.h"
#include "lsp/json.h"
#include "wasm/engine.h"
#include "wasm/options_reader.h"

namespace personfirst::wasm {

using Json = nlohmann::json;

// {"project", "folders", "files"}: paths that are not hidden -> {"folders", "files"}: true or
// false for each.
Result<Answer> Engine::tell_wanted(Call call) {
  OptionsReader options(call.options, "options");
  const Json* which = options.value("project");
  const std::vector<std::string> folders = options.texts("folders");
  const std::vector<std::string> files = options.texts("files");
  if (auto read = options.finish(); !read) return tl::unexpected(read.error());
  const auto used = project(which);
  if (!used) return tl::unexpected(used.error());
  Json wanted = {{"folders", Json::array()}, {"files", Json::array()}};
  for (const std::string& folder : folders)
    wanted["folders"].push_back((*used)->wants_folder(folder));
  for (const std::string& file : files) {
    const bool readable = is_prose_name(file) || has_office_ending(file);
    wanted["files"].push_back((*used)->wants_file(file, readable));
  }
  return Answer{lsp::dump(wanted)};
}

// {"rules"}: files; none means the shipped rules -> [{"where", "what"}], one a failure.
Result<Answer> Engine::test_rules(Call call) {
  OptionsReader options(call.options, "options");
  const std::vector<RuleFile> files = options.rule_files("rules");
  if (auto read = options.finish(); !read) return tl::unexpected(read.error());
  const auto rules = load_rules(files, LoadExamples::Yes);
  if (!rules) return tl::unexpected(rules.error());
  std::vector<std::string> names;
  for (const RuleFile& file : files) names.push_back(file.name);
  Json failures = Json::array();
  for (const Error& failed : check_examples(**rules, names))
    failures.push_back({{"where", failed.where}, {"what", failed.what}});
  return Answer{lsp::dump(failures)};
}

}  // namespace personfirst::wasm
