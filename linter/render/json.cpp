#include "linter/render/json.h"

#include "linter/render/json_parts.h"
#include "linter/render/place_names.h"

namespace personfirst {
namespace {

Json to_json(Position position) {
  return {{"offset", position.offset}, {"line", position.line}, {"column", position.column}};
}

void append_position(Position position, std::string& out) {
  out += '{';
  JsonMembers members(out);
  members.add("offset", position.offset);
  members.add("line", position.line);
  members.add("column", position.column);
  out += '}';
}

// One value after the other, as `append` writes each.
template <typename Items, typename Append>
void append_array(const Items& items, std::string& out, const Append& append) {
  out += '[';
  bool first = true;
  for (const auto& item : items) {
    if (!first) out += ',';
    first = false;
    append(item);
  }
  out += ']';
}

void add_span(Span span, Positions& positions, JsonMembers& members, std::string& out) {
  members.name("start");
  append_position(positions.at(span.begin), out);
  members.name("end");
  append_position(positions.at(span.end), out);
}

void append_fix(const Fix& fix, Positions& positions, std::string& out) {
  out += '{';
  JsonMembers members(out);
  members.add("title", fix.title);
  members.add("applicability", to_string(fix.applicability));
  members.name("edits");
  append_array(fix.edits, out, [&](const Edit& edit) {
    out += '{';
    JsonMembers of_edit(out);
    add_span(edit.span, positions, of_edit, out);
    of_edit.add("text", edit.text);
    out += '}';
  });
  out += '}';
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

Json to_json(const Problem& problem, Positions& positions) {
  return {{"code", problem.code},
          {"message", problem.message},
          {"start", to_json(positions.at(problem.span.begin))},
          {"end", to_json(positions.at(problem.span.end))}};
}

std::string suppressed_to_json(const Document& document, std::span<const Suppressed> suppressed) {
  Positions positions(document);
  std::string out;
  append_array(suppressed, out, [&](const Suppressed& one) {
    out += '{';
    JsonMembers members(out);
    add_finding(document, one.finding, positions, members, out);
    members.add("reason", one.reason);
    out += '}';
  });
  return out;
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

void add_finding(const Document& document, const Finding& finding, Positions& positions,
                 JsonMembers& members, std::string& out) {
  members.add("rule", finding.rule);
  members.add("severity", to_string(finding.severity));
  members.add("context", to_string(finding.context));
  members.add("message", finding.message);
  members.add("note", finding.note);
  members.name("sources");
  append_array(finding.sources, out, [&](const std::string& id) { append_json(id, out); });
  members.add("text", slice(document.text, finding.span));
  add_span(finding.span, positions, members, out);
  members.name("fixes");
  append_array(finding.fixes, out, [&](const Fix& fix) { append_fix(fix, positions, out); });
  if (has_lines(document)) return;
  members.name("place");
  out += dump(place_to_json(document, finding.span.begin));
}

Json problem_to_json(const Problem& problem, Positions& positions) {
  return to_json(problem, positions);
}

std::string findings_to_json(const Document& document, std::span<const Finding> findings) {
  Positions positions(document);
  std::string out;
  append_array(findings, out, [&](const Finding& finding) {
    out += '{';
    JsonMembers members(out);
    add_finding(document, finding, positions, members, out);
    out += '}';
  });
  return out;
}

std::string problems_to_json(const Document& document, std::span<const Problem> problems) {
  Positions positions(document);
  std::string out;
  append_array(problems, out,
               [&](const Problem& problem) { out += dump(to_json(problem, positions)); });
  return out;
}

}  // namespace personfirst
