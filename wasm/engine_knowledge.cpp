// What the module knows, whatever the document: its version, its rules, what a configuration says.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "linter/render/format.h"
#include "linter/render/rules_page.h"
#include "linter/text/near.h"
#include "lsp/json.h"
#include "wasm/engine.h"
#include "wasm/options_reader.h"

namespace personfirst::wasm {
namespace {

using Json = nlohmann::json;

Json to_json(const RuleInfo& rule, const std::vector<Source>& sources) {
  Json named = Json::array();
  for (const std::string& id : rule.sources) {
    const auto source = std::ranges::find(sources, id, &Source::id);
    if (source == sources.end()) {
      named.push_back({{"id", id}});
    } else {
      named.push_back({{"id", id},
                       {"title", source->title},
                       {"publisher", source->publisher},
                       {"year", source->year},
                       {"url", source->url}});
    }
  }
  return {{"id", rule.id},
          {"severity", to_string(rule.severity)},
          {"pack", rule.pack},
          {"on", rule.on_by_default},
          {"aboutWords", rule.about_words},
          {"language", rule.language},
          {"topic", rule.topic},
          {"message", rule.message},
          {"note", rule.note},
          {"advice", rule.advice},
          {"suggestions", rule.suggestions},
          {"sources", std::move(named)},
          {"found", rule.flag_examples},
          {"fixed", rule.fixed_examples},
          {"leftAlone", rule.pass_examples}};
}

std::string unknown(const std::string& id, const std::vector<RuleInfo>& rules) {
  std::vector<std::string> ids;
  for (const RuleInfo& rule : rules) ids.push_back(rule.id);
  const std::vector<std::string> near = near_names(id, ids);
  return near.empty() ? "there is no such rule"
                      : "there is no such rule; did you mean " + near.front() + "?";
}

}  // namespace

Result<Answer> Engine::tell_version(Call call) {
  OptionsReader options(call.options, "options");
  if (auto read = options.finish(); !read) return tl::unexpected(read.error());
  Json formats = Json::array();
  for (const NamedFormat& format : output_formats()) formats.push_back(format.name);
  Json documents = Json::array();
  for (const std::string_view name : format_names()) documents.push_back(name);
  return Answer{lsp::dump({{"version", version()},
                           {"reportFormats", std::move(formats)},
                           {"documentFormats", std::move(documents)}})};
}

// {"project", "page", "ids"} -> a list, or a page of Markdown as bytes.
Result<Answer> Engine::tell_rules(Call call) {
  OptionsReader options(call.options, "options");
  const Json* which = options.value("project");
  const bool page = options.flag("page");
  const bool some = options.list("ids") != nullptr;
  const std::vector<std::string> ids = options.texts("ids");
  if (auto read = options.finish(); !read) return tl::unexpected(read.error());
  const auto used = project(which);
  if (!used) return tl::unexpected(used.error());
  const auto files = (*used)->all_rules_here();
  if (!files) return tl::unexpected(files.error());
  const auto rules = load_rules(*files, page ? LoadExamples::Yes : LoadExamples::No);
  if (!rules) return tl::unexpected(rules.error());
  std::vector<RuleInfo> infos = list_rules(**rules);
  std::erase_if(infos,
                [&](const RuleInfo& rule) { return some && !std::ranges::count(ids, rule.id); });
  const std::vector<Source> sources = list_sources(**rules);
  if (page) return Answer{"null", rules_page(infos, sources)};
  Json list = Json::array();
  for (const RuleInfo& rule : infos) list.push_back(to_json(rule, sources));
  return Answer{lsp::dump(list)};
}

// {"project", "rule"} -> the rule with its examples and sources.
Result<Answer> Engine::explain_rule(Call call) {
  OptionsReader options(call.options, "options");
  const Json* which = options.value("project");
  const std::string id = options.text("rule").value_or("");
  if (auto read = options.finish(); !read) return tl::unexpected(read.error());
  const auto used = project(which);
  if (!used) return tl::unexpected(used.error());
  const auto files = (*used)->all_rules_here();
  if (!files) return tl::unexpected(files.error());
  const auto rules = load_rules(*files, LoadExamples::Yes);
  if (!rules) return tl::unexpected(rules.error());
  const std::vector<RuleInfo> infos = list_rules(**rules);
  const auto rule = std::ranges::find(infos, id, &RuleInfo::id);
  if (rule == infos.end()) return failure(id, unknown(id, infos));
  return Answer{lsp::dump(to_json(*rule, list_sources(**rules)))};
}

// {"project", "path"} -> what holds for the document, row by row; {"schema": true}: how a
// configuration is written.
Result<Answer> Engine::tell_config(Call call) {
  OptionsReader options(call.options, "options");
  const Json* which = options.value("project");
  const std::string path = options.text("path").value_or("");
  const bool schema = options.flag("schema");
  const bool starter = options.flag("starter");
  if (auto read = options.finish(); !read) return tl::unexpected(read.error());
  if (schema) return Answer{std::string(config_schema())};
  if (starter) return Answer{"null", starter_config()};
  const auto used = project(which);
  if (!used) return tl::unexpected(used.error());
  const auto config = (*used)->config(path);
  if (!config) return tl::unexpected(config.error());
  Json rows = Json::array();
  for (const ShownSetting& row : show_settings(**config, (*used)->absolute(path))) {
    rows.push_back({{"key", row.key},
                    {"value", Json::parse(row.value, nullptr, false)},
                    {"from", to_string(row.origin)}});
  }
  return Answer{lsp::dump({{"file", nearest_file(**config)}, {"settings", std::move(rows)}})};
}

}  // namespace personfirst::wasm
