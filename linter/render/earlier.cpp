#include "linter/render/earlier.h"

#include <utility>

#include "linter/render/json_parts.h"

namespace personfirst {
namespace {

// The files are most of a report and are not needed: they are dropped while it is read.
Json parse_without_files(std::string_view json) {
  const auto keep = [](int depth, Json::parse_event_t event, Json& parsed) {
    return !(event == Json::parse_event_t::key && depth == 1 && parsed == "files");
  };
  return Json::parse(json, keep, false);
}

bool read_count(const Json& summary, const char* key, std::uint64_t& value) {
  const auto found = summary.find(key);
  if (found == summary.end() || !found->is_number_unsigned()) return false;
  value = found->get<std::uint64_t>();
  return true;
}

}  // namespace

Result<EarlierReport> read_earlier_report(std::string label, std::string_view json) {
  const Json report = parse_without_files(json);
  const auto wrong = [&] {
    return tl::unexpected(Error{label, "this is no report of personfirst lint --format json"});
  };
  if (!report.is_object() || report.value("version", Json()) != 1) return wrong();
  const auto summary = report.find("summary");
  if (summary == report.end() || !summary->is_object()) return wrong();
  Totals totals;
  const bool complete = read_count(*summary, "files", totals.files) &&
                        read_count(*summary, "errors", totals.errors) &&
                        read_count(*summary, "warnings", totals.warnings) &&
                        read_count(*summary, "hints", totals.hints);
  if (!complete) return wrong();
  return EarlierReport{std::move(label), totals};
}

}  // namespace personfirst
