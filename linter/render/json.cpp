#include "linter/render/json.h"

#include <nlohmann/json.hpp>

#include "linter/render/positions.h"

namespace personfirst {
namespace {

using Json = nlohmann::ordered_json;

std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json to_json(Position position) {
  return {{"offset", position.offset}, {"line", position.line}, {"column", position.column}};
}

Json to_json(const Fix& fix, Positions& positions) {
  Json edits = Json::array();
  for (const Edit& edit : fix.edits) {
    edits.push_back({{"start", to_json(positions.at(edit.span.begin))},
                     {"end", to_json(positions.at(edit.span.end))},
                     {"text", edit.text}});
  }
  return {{"title", fix.title},
          {"applicability", to_string(fix.applicability)},
          {"edits", std::move(edits)}};
}

Json to_json(const Document& document, const Finding& finding, Positions& positions) {
  Json json = {{"rule", finding.rule},
               {"severity", to_string(finding.severity)},
               {"context", to_string(finding.context)},
               {"message", finding.message},
               {"note", finding.note},
               {"sources", finding.sources},
               {"text", slice(document.text, finding.span)},
               {"start", to_json(positions.at(finding.span.begin))},
               {"end", to_json(positions.at(finding.span.end))},
               {"fixes", Json::array()}};
  for (const Fix& fix : finding.fixes) json["fixes"].push_back(to_json(fix, positions));
  return json;
}

Json to_json(const Problem& problem, Positions& positions) {
  return {{"code", problem.code},
          {"message", problem.message},
          {"start", to_json(positions.at(problem.span.begin))},
          {"end", to_json(positions.at(problem.span.end))}};
}

// One item after the other, so that thousands of findings do not stand in memory as one tree.
template <typename Items, typename ToJson>
std::string array_of(const Items& items, const ToJson& item_to_json) {
  std::string out = "[";
  for (const auto& item : items) {
    if (out.size() > 1) out += ',';
    out += dump(item_to_json(item));
  }
  return out + ']';
}

class JsonRenderer final : public Renderer {
 public:
  explicit JsonRenderer(std::string tool_version) : tool_version_(std::move(tool_version)) {}

  void begin(std::string& out) const override {
    out += R"({"version":1,"tool":{"name":"personfirst","version":)" + dump(tool_version_) +
           "},\n\"files\":[\n";
  }

  void document(const Document& document, std::span<const Finding> findings,
                std::span<const Problem> problems, std::string& out) const override {
    const Json head = {{"path", document.name},
                       {"format", to_string(document.format)},
                       {"language", document.language}};
    out += dump(head);
    out.pop_back();  // its closing brace
    out += ",\"findings\":" + findings_to_json(document, findings);
    out += ",\"problems\":" + problems_to_json(document, problems) + "}";
  }

  [[nodiscard]] std::string_view separator() const override { return ",\n"; }

  void end(const Totals& totals, std::string& out) const override {
    out += "\n],\n\"summary\":" +
           dump({{"files", totals.files},
                 {"findings", totals.findings()},
                 {"errors", totals.errors},
                 {"warnings", totals.warnings},
                 {"hints", totals.hints},
                 {"problems", totals.problems}}) +
           "}\n";
  }

 private:
  std::string tool_version_;
};

}  // namespace

std::unique_ptr<const Renderer> make_json_renderer(std::string tool_version) {
  return std::make_unique<const JsonRenderer>(std::move(tool_version));
}

std::string findings_to_json(const Document& document, std::span<const Finding> findings) {
  Positions positions(document);
  return array_of(findings,
                  [&](const Finding& finding) { return to_json(document, finding, positions); });
}

std::string problems_to_json(const Document& document, std::span<const Problem> problems) {
  Positions positions(document);
  return array_of(problems, [&](const Problem& problem) { return to_json(problem, positions); });
}

}  // namespace personfirst
