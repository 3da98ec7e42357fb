// One document at a time, for programs: findings with places in bytes and in UTF-16, and fixed
// texts.
#include <nlohmann/json.hpp>
#include <utility>

#include "linter/render/fingerprint.h"
#include "linter/render/format.h"
#include "linter/warm_up.h"
#include "lsp/json.h"
#include "wasm/counted.h"
#include "wasm/engine.h"
#include "wasm/options_reader.h"
#include "wasm/reading.h"
#include "wasm/utf16_places.h"

namespace personfirst::wasm {
namespace {

using Json = nlohmann::json;

// What the report of --format json says of a document.
Json findings_json(const Report& report) {
  RenderSettings settings;
  const auto renderer = make_renderer(OutputFormat::Json, settings);
  return Json::parse(renderer->document(report).text, nullptr, false);
}

// What tells findings apart in a baseline.
void add_entries(const Document& document, const std::vector<Finding>& findings, Json& json) {
  for (std::size_t i = 0; i < findings.size() && i < json.size(); ++i) {
    json[i]["words"] = words_of(document, findings[i].span);
    json[i]["around"] = neighbours_of(document, findings[i].span);
  }
}

struct DocumentOptions {
  const Json* project = nullptr;
  std::string path;
  std::optional<Format> format;
  bool with_text = false;
  bool entries = false;
  FixLevel level = FixLevel::Automatic;
  Counted counted;
};

Result<DocumentOptions> read_options(const Json& json) {
  OptionsReader options(json, "options");
  DocumentOptions read;
  read.project = options.value("project");
  read.path = options.text("path").value_or("");
  read.with_text = options.flag("withText");
  read.entries = options.flag("entries");
  if (const auto name = options.text("format")) {
    Format format = Format::PlainText;
    if (!parse_format(*name, format)) options.complain("format", "there is no such format");
    read.format = format;
  }
  if (const auto level = options.text("level")) {
    if (*level == "ask-first") read.level = FixLevel::AskFirst;
    if (*level != "ask-first" && *level != "automatic")
      options.complain("level", "must be “automatic” or “ask-first”");
  }
  read.counted = Counted::read(options);
  if (auto done = options.finish(); !done) return tl::unexpected(done.error());
  return read;
}

struct Prepared {
  Checks checks;
  ReadDocument read;
};

Result<Prepared> prepare(Project& project, const DocumentOptions& options, std::string bytes) {
  Result<Checks> checks = project.checks(options.path);
  if (!checks) return tl::unexpected(checks.error());
  if (options.format) checks->settings.format = options.format;
  const std::string name = options.path.empty() ? "<text>" : options.path;
  Result<ReadDocument> read = read_document(name, std::move(bytes), checks->settings);
  if (!read) return tl::unexpected(read.error());
  return Prepared{*std::move(checks), *std::move(read)};
}

CountedFix fix_prepared(const Prepared& prepared, const DocumentOptions& options) {
  const Document& document = prepared.read.document;
  const LintOptions& rules_options = prepared.checks.settings.options;
  if (options.counted.counts_all())
    return {fix_document(*prepared.checks.rules, document, rules_options, options.level), {}};
  return options.counted.fix(*prepared.checks.rules, document, rules_options, options.level);
}

}  // namespace

// {"project", "path", "format", "withText", "entries", "lines"} and the document's bytes.
Result<Answer> Engine::lint_document(Call call) {
  const auto options = read_options(call.options);
  if (!options) return tl::unexpected(options.error());
  const auto used = project(options->project);
  if (!used) return tl::unexpected(used.error());
  const auto prepared = prepare(**used, *options, std::move(call.bytes));
  if (!prepared) return tl::unexpected(prepared.error());
  const Document& document = prepared->read.document;
  LintResult result = lint(*prepared->checks.rules, document, prepared->checks.settings.options);
  Json json = findings_json({.document = document,
                             .findings = result.findings,
                             .problems = result.problems,
                             .suppressed = result.suppressed});
  add_utf16_places(document.text, json);
  if (options->entries) add_entries(document, result.findings, json["findings"]);
  if (options->entries && options->counted.chooses_lines())
    json["inChangedLines"] = options->counted.in_changed_lines(document, result);
  json["included"] = prepared->checks.settings.included;
  json["charset"] = prepared->read.encoding.charset;
  return Answer{lsp::dump(json), options->with_text ? document.text : std::string()};
}

// {"project", "path", "format", "level"}, what counts (see counted.h), and the document's bytes ->
// {"applied", "lines"}: those that changed, in the fixed text; the fixed bytes, in the same
// encoding.
Result<Answer> Engine::fix_text(Call call) {
  const auto options = read_options(call.options);
  if (!options) return tl::unexpected(options.error());
  const auto used = project(options->project);
  if (!used) return tl::unexpected(used.error());
  std::string before = call.bytes;
  const auto prepared = prepare(**used, *options, std::move(call.bytes));
  if (!prepared) return tl::unexpected(prepared.error());
  const Document& document = prepared->read.document;
  if (document.structure) return failure(document.name, "office documents are not fixed here");
  CountedFix counted = fix_prepared(*prepared, *options);
  FixedText& fixed = counted.fixed;
  if (fixed.applied > 0 && fixed.text != document.text) {
    auto encoded = encode(fixed.text, prepared->read.encoding);
    if (!encoded) {
      return failure(document.name, "not rewritten: the new words cannot be written in " +
                                        prepared->read.encoding.charset);
    }
    before = *std::move(encoded);
  } else {
    fixed.applied = 0;
  }
  Json json = {{"applied", fixed.applied}};
  if (counted.changed) json["lines"] = to_json(counted.changed->lines);
  return Answer{lsp::dump(json), std::move(before)};
}

// {"project"}: what is made on first use, made now.
Result<Answer> Engine::warm_up_rules(Call call) {
  OptionsReader options(call.options, "options");
  const Json* which = options.value("project");
  if (auto read = options.finish(); !read) return tl::unexpected(read.error());
  const auto used = project(which);
  if (!used) return tl::unexpected(used.error());
  const auto rules = (*used)->rules_here();
  if (!rules) return tl::unexpected(rules.error());
  warm_up(**rules);
  return Answer();
}

}  // namespace personfirst::wasm
