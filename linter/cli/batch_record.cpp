#include "linter/cli/batch_record.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

#include "linter/render/json.h"
#include "linter/result.h"

namespace personfirst {
namespace {

using Json = nlohmann::ordered_json;

// Ids are printed again by a recursive function.
constexpr int kDeepest = 100;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

struct Record {
  std::string id;  // as JSON
  Document document;
  FileSettings configured;
};

tl::unexpected<Error> bad(std::string what) { return tl::unexpected(Error{"", std::move(what)}); }

Result<Json> parse_object(const std::string& text) {
  bool too_deep = false;
  const auto check_depth = [&too_deep](int depth, Json::parse_event_t, const Json&) {
    too_deep = too_deep || depth > kDeepest;
    return depth <= kDeepest;
  };
  Json json = Json::parse(text, check_depth, false);
  if (too_deep) return bad("nested too deep");
  if (json.is_discarded()) return bad("not valid JSON in UTF-8");
  if (!json.is_object()) return bad("not a JSON object");
  return json;
}

// Takes the string out of `json`; an empty optional when there is no such field.
Result<std::optional<std::string>> take_string(Json& json, const char* field) {
  const auto found = json.find(field);
  if (found == json.end()) return std::optional<std::string>();
  if (!found->is_string()) return bad(std::string(field) + " is not a string");
  return std::optional(std::move(found->get_ref<std::string&>()));
}

Result<Record> read_record(Project& project, const std::string& line) {
  Result<Json> json = parse_object(line);
  if (!json) return tl::unexpected(json.error());
  std::optional<std::string> fields[4];
  const char* const names[4] = {"text", "format", "language", "path"};
  for (std::size_t i = 0; i < 4; ++i) {
    Result<std::optional<std::string>> field = take_string(*json, names[i]);
    if (!field) return tl::unexpected(field.error());
    fields[i] = *std::move(field);
  }
  auto& [text, format_name, language, path] = fields;
  if (!text) return bad("text is missing");
  Result<FileSettings> configured = project.settings_here(path.value_or(""));
  if (!configured) return tl::unexpected(configured.error());
  const Settings& settings = configured->settings;
  Format format = settings.format.value_or(format_of_name(path.value_or("")));
  if (format_name && !parse_format(*format_name, format))
    return bad("there is no such format: see personfirst lint --help");
  if (text->starts_with(kByteOrderMark)) text->erase(0, kByteOrderMark.size());

  const auto id = json->find("id");
  Document document = make_document(path.value_or(""), format, *std::move(text),
                                    language.value_or(settings.language));
  document.values = settings.values;
  return Record{id == json->end() ? "null" : dump(*id), std::move(document),
                *std::move(configured)};
}

BatchAnswer error_answer(const Line& line, const std::string& what) {
  const Json json = {{"id", nullptr}, {"line", line.number}, {"error", what}};
  return {dump(json) + "\n", true};
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r") == std::string_view::npos;
}

}  // namespace

BatchAnswer answer_record(Project& project, const Line& line) {
  if (line.too_long) return error_answer(line, "longer than 64 MiB");
  if (is_blank(line.text)) return {};
  const Result<Record> record = read_record(project, line.text);
  if (!record) return error_answer(line, record.error().what);

  const LintResult result =
      lint(*record->configured.rules, record->document, record->configured.settings.options);
  std::string json = R"({"id":)" + record->id + R"(,"findings":)" +
                     findings_to_json(record->document, result.findings);
  if (!result.problems.empty())
    json += R"(,"problems":)" + problems_to_json(record->document, result.problems);
  return {json + "}\n", false};
}

}  // namespace personfirst
