// Reports: opened, filled document by document, ended.
#include <nlohmann/json.hpp>
#include <utility>

#include "lsp/json.h"
#include "wasm/counted.h"
#include "wasm/engine.h"
#include "wasm/options_reader.h"

namespace personfirst::wasm {
namespace {

using Json = nlohmann::json;

struct ReportOptions {
  const Json* project = nullptr;
  const Json* report = nullptr;
  const Json* checked = nullptr;
  const Json* errors = nullptr;
  Counted counted;
  std::int64_t id = 0;
  std::string path;
  std::string name;
  bool here = false;
  std::optional<Format> format;
  std::optional<std::string> language;
};

Result<ReportOptions> read_options(const Json& json) {
  OptionsReader options(json, "options");
  ReportOptions read;
  read.project = options.value("project");
  read.report = options.value("report");
  read.checked = options.value("checked");
  read.errors = options.list("errors");
  read.counted = Counted::read(options);
  read.id = options.number("id").value_or(0);
  read.path = options.text("path").value_or("");
  read.name = options.text("name").value_or(read.path);
  read.here = options.flag("here");
  read.language = options.text("language");
  if (const auto name = options.text("format")) {
    Format format = Format::PlainText;
    if (!parse_format(*name, format)) options.complain("format", "there is no such format");
    read.format = format;
  }
  if (auto done = options.finish(); !done) return tl::unexpected(done.error());
  return read;
}

std::vector<Error> read_errors(const Json* list) {
  std::vector<Error> errors;
  if (list == nullptr) return errors;
  for (const Json& item : *list) {
    errors.push_back({std::string(lsp::string_at(item, "where").value_or("")),
                      std::string(lsp::string_at(item, "what").value_or(""))});
  }
  return errors;
}

}  // namespace

// {"project", "report"} -> {"id", "texts"}
Result<Answer> Engine::open_report(Call call) {
  const auto options = read_options(call.options);
  if (!options) return tl::unexpected(options.error());
  const auto used = project(options->project);
  if (!used) return tl::unexpected(used.error());
  const Json nothing;
  auto report = OpenReport::open(options->report == nullptr ? nothing : *options->report, **used);
  if (!report) return tl::unexpected(report.error());
  const std::int64_t id = next_id_++;
  const std::vector<std::string> texts = (*report)->begin();
  reports_[id] = *std::move(report);
  return Answer{lsp::dump({{"id", id}, {"texts", texts}})};
}

// {"id", "project", "path", "name"}, what counts (see counted.h), and bytes -> {"pieces", "tally",
// "worst"}, for report/add of any instance that opened the same report.
Result<Answer> Engine::check_for_report(Call call) {
  const auto options = read_options(call.options);
  if (!options) return tl::unexpected(options.error());
  const auto report = reports_.find(options->id);
  if (report == reports_.end()) return failure("options.id", "there is no such report");
  const auto used = project(options->project);
  if (!used) return tl::unexpected(used.error());
  auto checks =
      options->here ? (*used)->checks_here(options->path) : (*used)->checks(options->path);
  if (!checks) return tl::unexpected(checks.error());
  if (options->format) checks->settings.format = options->format;
  if (options->language) checks->settings.language = *options->language;
  const auto checked =
      report->second->check(options->name, std::move(call.bytes), *checks, options->counted);
  if (!checked) return tl::unexpected(checked.error());
  return Answer{lsp::dump(*checked)};
}

// {"id", "project", "path", "checked"} -> {"texts"}
Result<Answer> Engine::add_to_report(Call call) {
  const auto options = read_options(call.options);
  if (!options) return tl::unexpected(options.error());
  const auto report = reports_.find(options->id);
  if (report == reports_.end()) return failure("options.id", "there is no such report");
  const auto used = project(options->project);
  if (!used) return tl::unexpected(used.error());
  const auto checks = (*used)->checks(options->path);
  if (!checks) return tl::unexpected(checks.error());
  if (files_.has_missing()) return Answer();  // asked again with them, and added only then
  if (options->checked == nullptr) return failure("options.checked", "must be an object");
  const auto texts = report->second->add(*options->checked, *checks);
  if (!texts) return tl::unexpected(texts.error());
  return Answer{lsp::dump({{"texts", *texts}})};
}

// {"id", "errors"} -> {"texts"}; the report is gone.
Result<Answer> Engine::end_report(Call call) {
  const auto options = read_options(call.options);
  if (!options) return tl::unexpected(options.error());
  const auto report = reports_.find(options->id);
  if (report == reports_.end()) return failure("options.id", "there is no such report");
  const auto texts = report->second->end(read_errors(options->errors));
  reports_.erase(report);
  return Answer{lsp::dump({{"texts", texts}})};
}

}  // namespace personfirst::wasm
