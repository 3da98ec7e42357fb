// personfirst rules: which rules there are, and whether their examples hold.
#include <fmt/format.h>
#include <fnmatch.h>
#include <unistd.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "linter/cli/commands.h"
#include "linter/cli/output.h"
#include "linter/cli/project.h"
#include "linter/cli/rule_files.h"
#include "linter/render/rules_page.h"

namespace personfirst {
namespace {

using Json = nlohmann::ordered_json;

bool fits(const std::string& id, const std::string& filter) {
  if (filter.find_first_of("*?[") == std::string::npos) return id.find(filter) != std::string::npos;
  return fnmatch(filter.c_str(), id.c_str(), 0) == 0;
}

bool is_wanted(const RuleInfo& rule, const RulesArgs& args) {
  const auto id_fits = [&rule](const std::string& filter) { return fits(rule.id, filter); };
  const bool by_id =
      args.filters.empty() || std::any_of(args.filters.begin(), args.filters.end(), id_fits);
  const bool by_pack = args.packs.empty() || std::find(args.packs.begin(), args.packs.end(),
                                                       rule.pack) != args.packs.end();
  return by_id && by_pack;
}

std::string to_text(const std::vector<RuleInfo>& rules) {
  std::size_t id_width = 0;
  std::size_t pack_width = 0;
  for (const RuleInfo& rule : rules) {
    id_width = std::max(id_width, rule.id.size());
    pack_width = std::max(pack_width, rule.pack.size());
  }
  std::string text;
  for (const RuleInfo& rule : rules) {
    text += fmt::format("{:{}}  {:7}  {:{}}  {}\n", rule.id, id_width, to_string(rule.severity),
                        rule.pack, pack_width, rule.on_by_default ? "on" : "off");
  }
  return text;
}

std::string to_json_text(const std::vector<RuleInfo>& rules) {
  Json list = Json::array();
  for (const RuleInfo& rule : rules) {
    list.push_back({{"id", rule.id},
                    {"severity", to_string(rule.severity)},
                    {"pack", rule.pack},
                    {"on", rule.on_by_default},
                    {"language", rule.language},
                    {"topic", rule.topic},
                    {"message", rule.message},
                    {"note", rule.note},
                    {"advice", rule.advice},
                    {"suggestions", rule.suggestions},
                    {"sources", rule.sources}});
  }
  return Json({{"version", 1}, {"rules", std::move(list)}})
             .dump(2, ' ', false, Json::error_handler_t::replace) +
         "\n";
}

}  // namespace

int run_rules(const RulesArgs& args) {
  const bool page = args.format == ListFormat::Markdown;  // shows examples
  const Result<RuleSetPtr> rules = load_rules_with(with_configured_rule_files(args.rule_paths),
                                                   page ? LoadExamples::Yes : LoadExamples::No);
  if (!rules) {
    complain(to_string(rules.error()));
    return 2;
  }
  std::vector<RuleInfo> infos = list_rules(**rules);
  std::erase_if(infos, [&args](const RuleInfo& rule) { return !is_wanted(rule, args); });
  Output output(STDOUT_FILENO);
  switch (args.format) {
    case ListFormat::Text:
      output.write(to_text(infos));
      break;
    case ListFormat::Json:
      output.write(to_json_text(infos));
      break;
    case ListFormat::Markdown:
      output.write(rules_page(infos, list_sources(**rules)));
      break;
  }
  return finish(output, 0);
}

int run_rules_test(const RulesTestArgs& args) {
  const Result<std::vector<RuleFile>> files = read_rule_files(args.files);
  const Result<RuleSetPtr> rules =
      files ? load_rules(*files, LoadExamples::Yes) : tl::unexpected(files.error());
  if (!rules) {
    complain(to_string(rules.error()));
    return 2;
  }
  std::vector<std::string> names;
  for (const RuleFile& file : *files) names.push_back(file.name);
  const std::vector<Error> failures = check_examples(**rules, names);
  Output output(STDOUT_FILENO);
  for (const Error& failure : failures) output.write(to_string(failure) + "\n");
  output.write(failures.empty() ? std::string("All examples hold.\n")
                                : fmt::format("{} failed.\n", failures.size()));
  return finish(output, failures.empty() ? 0 : 1);
}

}  // namespace personfirst
