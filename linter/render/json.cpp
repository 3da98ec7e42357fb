#include "linter/render/json.h"

#include "linter/render/json_parts.h"
#include "linter/render/place_names.h"

namespace personfirst {
namespace {

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

Json place_to_json(const Document& document, std::uint32_t offset) {
  Json json = {{"name", place_name(document, offset)}};
  const Place* place = place_at(*document.places, offset);
  if (place == nullptr) return json;
  const std::vector<PlaceGroup>& groups = document.places->groups;
  if (place->group < groups.size() && !groups[place->group].file.empty())
    json["part"] = groups[place->group].file;
  if (place->paragraph > 0) json["paragraph"] = place->paragraph;
  if (place->page > 0) json["page"] = place->page;
  return json;
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
  if (!has_lines(document)) json["place"] = place_to_json(document, finding.span.begin);
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

std::string suppressed_to_json(const Document& document, std::span<const Suppressed> suppressed) {
  Positions positions(document);
  return array_of(suppressed, [&](const Suppressed& one) {
    Json json = to_json(document, one.finding, positions);
    json["reason"] = one.reason;
    return json;
  });
}

class JsonComposer final : public Composer {
 public:
  explicit JsonComposer(const std::string& tool_version) : tool_version_(tool_version) {}

  void begin(std::string& out) override {
    out += R"({"version":1,"tool":{"name":"personfirst","version":)" + dump(tool_version_) +
           "},\n\"files\":[\n";
  }
  void add(Rendered piece, std::string& out) override {
    if (any_) out += ",\n";
    any_ = true;
    out += piece.text;
  }
  void end(const Tally& tally, std::string& out) override {
    out += "\n],\n\"summary\":" + dump(totals_to_json(tally.totals)) + "}\n";
  }

 private:
  const std::string& tool_version_;
  bool any_ = false;
};

class JsonRenderer final : public Renderer {
 public:
  explicit JsonRenderer(const RenderSettings& settings) : settings_(settings) {}

  [[nodiscard]] Rendered document(const Report& report) const override {
    const Document& document = report.document;
    Rendered piece;
    std::string& out = piece.text;
    out = dump({{"path", document.name},
                {"format", has_lines(document) ? to_string(document.format)
                                               : std::string_view(document.places->format)},
                {"language", document.language}});
    out.pop_back();  // its closing brace
    out += ",\"findings\":" + findings_to_json(document, report.findings);
    out += ",\"problems\":" + problems_to_json(document, report.problems);
    if (!report.suppressed.empty())
      out += ",\"suppressed\":" + suppressed_to_json(document, report.suppressed);
    if (!report.known.empty()) out += ",\"known\":" + findings_to_json(document, report.known);
    out += '}';
    return piece;
  }

  [[nodiscard]] std::unique_ptr<Composer> composer() const override {
    return std::make_unique<JsonComposer>(settings_.tool_version);
  }

 private:
  const RenderSettings& settings_;
};

}  // namespace

std::unique_ptr<const Renderer> make_json_renderer(const RenderSettings& settings) {
  return std::make_unique<const JsonRenderer>(settings);
}

Json totals_to_json(const Totals& totals) {
  return {{"files", totals.files},   {"findings", totals.findings()},
          {"errors", totals.errors}, {"warnings", totals.warnings},
          {"hints", totals.hints},   {"problems", totals.problems}};
}

Json finding_to_json(const Document& document, const Finding& finding, Positions& positions) {
  return to_json(document, finding, positions);
}

Json problem_to_json(const Problem& problem, Positions& positions) {
  return to_json(problem, positions);
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
