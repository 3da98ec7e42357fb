#include "linter/cli/report_outputs.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "linter/cli/terminal.h"
#include "linter/files/files.h"
#include "linter/render/earlier.h"
#include "linter/render/format.h"

namespace personfirst {
namespace {

bool names_rules(OutputFormat wanted) {
  const auto formats = output_formats();
  return std::any_of(formats.begin(), formats.end(), [&](const NamedFormat& format) {
    return format.format == wanted && format.names_rules;
  });
}

Result<std::vector<EarlierReport>> read_earlier(const std::vector<std::string>& paths) {
  std::vector<EarlierReport> reports;
  for (const std::string& path : paths) {
    const Result<FileContents> contents = read_file(path);
    if (!contents) return tl::unexpected(contents.error());
    const std::string label = std::filesystem::path(path).stem().string();
    Result<EarlierReport> report = read_earlier_report(label, contents->bytes);
    if (!report) return tl::unexpected(Error{path, report.error().what});
    reports.push_back(*std::move(report));
  }
  return reports;
}

Result<RenderSettings> make_settings(const LintArgs& args, const RuleSet& rules) {
  RenderSettings settings;
  settings.tool_version = version();
  settings.only_findings = args.quiet;
  settings.redact = args.redact;
  settings.fail_on = args.fail_on;
  const bool wants_rules =
      names_rules(args.format) ||
      std::any_of(args.outputs.begin(), args.outputs.end(),
                  [](const OutputTarget& target) { return names_rules(target.format); });
  if (wants_rules) {
    settings.rules = list_rules(rules);
    settings.sources = list_sources(rules);
  }
  Result<std::vector<EarlierReport>> earlier = read_earlier(args.since);
  if (!earlier) return tl::unexpected(earlier.error());
  settings.earlier = *std::move(earlier);
  return settings;
}

}  // namespace

Result<ReportOutputs> ReportOutputs::open(const LintArgs& args, const RuleSet& rules) {
  Result<RenderSettings> settings = make_settings(args, rules);
  if (!settings) return tl::unexpected(settings.error());
  ReportOutputs outputs;
  outputs.settings_ = std::make_unique<RenderSettings>(*std::move(settings));
  std::vector<OutputFormat> formats = {args.format};
  for (const OutputTarget& target : args.outputs) {
    Result<NewFile> file = NewFile::create(target.path);
    if (!file) return tl::unexpected(file.error());
    outputs.files_.push_back({target.path, *std::move(file)});
    formats.push_back(target.format);
  }
  for (const OutputFormat format : formats) {
    const bool color = outputs.owned_.empty() && wants_color(args.color);  // not in files
    outputs.owned_.push_back(make_renderer(format, *outputs.settings_, color));
    outputs.renderers_.push_back(outputs.owned_.back().get());
    outputs.composers_.push_back(outputs.owned_.back()->composer());
  }
  return outputs;
}

bool ReportOutputs::writes_to(const std::string& path) const {
  return std::any_of(files_.begin(), files_.end(),
                     [&](const File& file) { return same_file(file.path, path); });
}

template <typename Compose>
std::string ReportOutputs::compose(const Compose& compose_one) {
  std::string to_standard_output;
  for (std::size_t i = 0; i < composers_.size(); ++i) {
    std::string out;
    compose_one(*composers_[i], i, out);
    if (i == 0) {
      to_standard_output = std::move(out);
    } else {
      files_[i - 1].file.write(out);
    }
  }
  return to_standard_output;
}

std::string ReportOutputs::begin() {
  return compose([](Composer& composer, std::size_t, std::string& out) { composer.begin(out); });
}

std::string ReportOutputs::add(std::vector<Rendered> pieces, const RuleList* rules) {
  if (pieces.empty()) return {};
  if (rules != nullptr && std::ranges::find(more_rules_, rules) == more_rules_.end())
    more_rules_.push_back(rules);
  return compose([&](Composer& composer, std::size_t i, std::string& out) {
    composer.add(std::move(pieces[i]), out);
  });
}

std::string ReportOutputs::end(const Tally& tally) {
  for (const RuleList* more : more_rules_) add_rules(*settings_, *more);
  return compose(
      [&](Composer& composer, std::size_t, std::string& out) { composer.end(tally, out); });
}

std::vector<Error> ReportOutputs::commit() {
  std::vector<Error> errors;
  for (File& file : files_) {
    const Result<void> done = file.file.commit();
    if (!done) errors.push_back(done.error());
  }
  files_.clear();  // and with them what could not be put in its place
  return errors;
}

}  // namespace personfirst
