#include "wasm/reports.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "linter/render/earlier.h"
#include "lsp/json.h"
#include "wasm/options_reader.h"
#include "wasm/reading.h"
#include "wasm/tally_json.h"

namespace personfirst::wasm {
namespace {

using Json = nlohmann::json;

struct Wanted {
  std::vector<OutputFormat> formats;
  bool color = false;
};

std::vector<OutputFormat> read_formats(OptionsReader& options) {
  std::vector<std::string> names = options.texts("formats");
  if (const auto one = options.text("format")) names.insert(names.begin(), *one);
  std::vector<OutputFormat> formats;
  for (const std::string& name : names) {
    const auto format = parse_output_format(name);
    if (!format) options.complain("format", "there is no format “" + name + "”");
    if (format) formats.push_back(*format);
  }
  if (formats.empty()) formats.push_back(OutputFormat::Json);
  return formats;
}

void read_fail_on(OptionsReader& options, RenderSettings& settings) {
  const auto word = options.text("failOn");
  if (!word) return;
  settings.fail_on = parse_severity(*word);
  if (!settings.fail_on && *word != "never")
    options.complain("failOn", "must be “hint”, “warning”, “error” or “never”");
}

Result<void> read_earlier(OptionsReader& options, RenderSettings& settings) {
  const Json* list = options.list("earlier");
  if (list == nullptr) return {};
  for (const Json& item : *list) {
    const auto name = lsp::string_at(item, "name");
    const auto text = lsp::string_at(item, "text");
    if (!name || !text) {
      options.complain("earlier", "must be a list of {\"name\", \"text\"}");
      break;
    }
    auto report = read_earlier_report(std::string(*name), *text);
    if (!report) return tl::unexpected(report.error());
    settings.earlier.push_back(*std::move(report));
  }
  return {};
}

Result<Wanted> read_options(const Json& json, RenderSettings& settings) {
  OptionsReader options(json, "options.report");
  Wanted wanted{read_formats(options), options.flag("color")};
  settings.only_findings = options.flag("quiet");
  settings.redact = options.flag("redact");
  read_fail_on(options, settings);
  if (auto earlier = read_earlier(options, settings); !earlier)
    return tl::unexpected(earlier.error());
  if (auto done = options.finish(); !done) return tl::unexpected(done.error());
  return wanted;
}

}  // namespace

Result<std::unique_ptr<OpenReport>> OpenReport::open(const Json& json, Project& project) {
  std::unique_ptr<OpenReport> report(new OpenReport);
  const auto wanted = read_options(json, report->settings_);
  if (!wanted) return tl::unexpected(wanted.error());
  const auto rules = project.rules_here();
  if (!rules) return tl::unexpected(rules.error());
  report->own_ = *rules;
  report->settings_.tool_version = version();
  report->names_rules_ = std::ranges::any_of(wanted->formats, [](OutputFormat format) {
    return output_formats()[static_cast<std::size_t>(format)].names_rules;
  });
  if (report->names_rules_) {
    report->settings_.rules = list_rules(**rules);
    report->settings_.sources = list_sources(**rules);
  }
  for (const OutputFormat format : wanted->formats) {
    const bool color = wanted->color && report->renderers_.empty();  // not in files
    report->renderers_.push_back(make_renderer(format, report->settings_, color));
    report->composers_.push_back(report->renderers_.back()->composer());
  }
  return report;
}

const RuleList* OpenReport::list_of(const Checks& checks) {
  if (!names_rules_ || checks.rules == own_) return nullptr;
  const auto known = std::ranges::find(folder_rules_, checks.rules, &FolderRules::rules);
  if (known != folder_rules_.end()) return known->list.get();
  auto list =
      std::make_unique<RuleList>(RuleList{list_rules(*checks.rules), list_sources(*checks.rules)});
  return folder_rules_.emplace_back(checks.rules, std::move(list)).list.get();
}

Result<Json> OpenReport::check(const std::string& name, std::string bytes, const Checks& checks,
                               const Counted& counted) {
  const auto read = read_document(name, std::move(bytes), checks.settings);
  if (!read) return tl::unexpected(read.error());
  LintResult result = lint(*checks.rules, read->document, checks.settings.options);
  const Sifted sifted = counted.sift(read->document, result);
  const Report report{.document = read->document,
                      .findings = sifted.findings,
                      .problems = result.problems,
                      .suppressed = result.suppressed,
                      .known = sifted.known,
                      .rules = list_of(checks)};
  Json pieces = Json::array();
  for (const auto& renderer : renderers_) pieces.push_back(to_json(renderer->document(report)));
  Json worst;
  for (const Finding& finding : sifted.findings) {
    if (worst.is_null() || finding.severity > *parse_severity(*worst.get_ptr<std::string*>()))
      worst = to_string(finding.severity);
  }
  return Json{{"pieces", std::move(pieces)},
              {"tally", to_json(tally_of(report))},
              {"worst", std::move(worst)}};
}

std::vector<std::string> OpenReport::begin() {
  std::vector<std::string> texts(composers_.size());
  for (std::size_t i = 0; i < texts.size(); ++i) composers_[i]->begin(texts[i]);
  return texts;
}

Result<std::vector<std::string>> OpenReport::add(const Json& checked, const Checks& checks) {
  const Error broken{"options.checked", "must be what report/check answered"};
  const Json* pieces = lsp::find(checked, "pieces");
  const Json* tally_json = lsp::find(checked, "tally");
  auto tally = tally_json == nullptr ? std::nullopt : read_tally(*tally_json);
  if (pieces == nullptr || pieces->size() != composers_.size() || !tally)
    return tl::unexpected(broken);
  std::vector<std::string> texts(composers_.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    auto piece = read_piece((*pieces)[i]);
    if (!piece) return tl::unexpected(broken);
    composers_[i]->add(*std::move(piece), texts[i]);
  }
  tally_.add(*std::move(tally));
  const RuleList* list = list_of(checks);
  if (list != nullptr && std::ranges::find(used_, list) == used_.end()) used_.push_back(list);
  return texts;
}

std::vector<std::string> OpenReport::end(std::vector<Error> errors) {
  for (Error& error : errors) tally_.errors.push_back(std::move(error));
  for (const RuleList* list : used_) add_rules(settings_, *list);
  std::vector<std::string> texts(composers_.size());
  for (std::size_t i = 0; i < texts.size(); ++i) composers_[i]->end(tally_, texts[i]);
  return texts;
}

}  // namespace personfirst::wasm
