#include "linter/render/json.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <utility>

#include "linter/render/json_parts.h"
#include "linter/render/place_names.h"

namespace personfirst {
namespace {

Json to_json(Position position) {
  return {{"offset", position.offset}, {"line", position.line}, {"column", position.column}};
}

// A few short pieces, put together on the stack: reports are full of these.
void append_position(Position position, std::string& out) {
  constexpr std::size_t kMost = 80;
  constexpr std::size_t kMostDigits = std::numeric_limits<std::uint32_t>::digits10 + 1;
  std::array<char, kMost> buffer{};
  std::size_t size = 0;
  const auto put = [&](std::string_view text) {
    text.copy(buffer.data() + size, text.size());
    size += text.size();
  };
  const auto put_number = [&](std::uint32_t number) {
    char* const at = buffer.data() + size;
    size += static_cast<std::size_t>(std::to_chars(at, at + kMostDigits, number).ptr - at);
  };
  put("{\"offset\":");
  put_number(position.offset);
  put(",\"line\":");
  put_number(position.line);
  put(",\"column\":");
  put_number(position.column);
  put("}");
  out.append(buffer.data(), size);
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

void append_fix(const Fix& fix, JsonSpans& spans, std::string& out) {
  out += '{';
  JsonMembers members(out);
  members.add("title", fix.title);
  members.add("applicability", to_string(fix.applicability));
  members.name("edits");
  append_array(fix.edits, out, [&](const Edit& edit) {
    out += '{';
    out += spans.members(edit.span);
    JsonMembers of_edit(out, false);
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
  JsonSpans spans(document);
  std::string out;
  append_array(suppressed, out, [&](const Suppressed& one) {
    out += '{';
    JsonMembers members(out);
    add_finding(document, one.finding, spans, members, out);
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
    if (any_ && !piece.goes_on) out += ",\n";
    any_ = true;
    Composer::add(std::move(piece), out);
  }
  void end(const Tally& tally, std::string& out) override {
    out += "\n],\n\"summary\":" + dump(totals_to_json(tally.totals)) + "}\n";
  }

 private:
  const std::string& tool_version_;
  bool any_ = false;
};

class JsonParts final : public PartRenderer {
 public:
  explicit JsonParts(const Document& document) : document_(document), spans_(document) {}

  [[nodiscard]] Rendered part(const Report& part, bool is_last) override {
    Rendered piece;
    piece.goes_on = began_;
    if (!began_) begin(piece.text);
    began_ = true;
    for (const Finding& finding : part.findings) add(finding, piece.text);
    for (const Problem& problem : part.problems) {
      if (!problems_.empty()) problems_ += ',';
      problems_ += dump(to_json(problem, spans_.positions()));
    }
    if (is_last) end(part, piece.text);
    return piece;
  }

 private:
  void begin(std::string& out) const {
    out += '{';
    JsonMembers members(out);
    members.add("path", document_.name);
    members.add("format", has_lines(document_) ? to_string(document_.format)
                                               : std::string_view(document_.places->format));
    members.add("language", document_.language);
    members.name("findings");
    out += '[';
  }

  void add(const Finding& finding, std::string& out) {
    out += any_ ? ",{" : "{";
    any_ = true;
    JsonMembers members(out);
    add_finding(document_, finding, spans_, members, out);
    out += '}';
  }

  void end(const Report& part, std::string& out) const {
    out += "],\"problems\":[";
    out += problems_;
    out += ']';
    if (!part.suppressed.empty())
      out += ",\"suppressed\":" + suppressed_to_json(document_, part.suppressed);
    if (!part.known.empty()) out += ",\"known\":" + findings_to_json(document_, part.known);
    out += '}';
  }

  const Document& document_;
  JsonSpans spans_;
  bool began_ = false;
  bool any_ = false;      // findings
  std::string problems_;  // they stand behind the findings
};

class JsonRenderer final : public RendererInParts {
 public:
  explicit JsonRenderer(const RenderSettings& settings) : settings_(settings) {}

  [[nodiscard]] std::unique_ptr<PartRenderer> parts(const Document& document) const override {
    return std::make_unique<JsonParts>(document);
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

std::string_view JsonSpans::members(Span span) {
  if (text_.empty() || !(span == span_)) {
    span_ = span;
    text_ = "\"start\":";
    append_position(positions_.at(span.begin), text_);
    text_ += ",\"end\":";
    append_position(positions_.at(span.end), text_);
  }
  return text_;
}

void add_finding(const Document& document, const Finding& finding, JsonSpans& spans,
                 JsonMembers& members, std::string& out) {
  members.add("rule", finding.rule);
  members.add("severity", to_string(finding.severity));
  members.add("context", to_string(finding.context));
  members.add("message", finding.message);
  members.add("note", finding.note);
  members.name("sources");
  append_array(finding.sources, out, [&](const std::string& id) { append_json(id, out); });
  members.add("text", slice(document.text, finding.span));
  out += ',';
  out += spans.members(finding.span);
  members.name("fixes");
  append_array(finding.fixes, out, [&](const Fix& fix) { append_fix(fix, spans, out); });
  if (has_lines(document)) return;
  members.name("place");
  out += dump(place_to_json(document, finding.span.begin));
}

Json problem_to_json(const Problem& problem, Positions& positions) {
  return to_json(problem, positions);
}

std::string findings_to_json(const Document& document, std::span<const Finding> findings) {
  JsonSpans spans(document);
  std::string out;
  append_array(findings, out, [&](const Finding& finding) {
    out += '{';
    JsonMembers members(out);
    add_finding(document, finding, spans, members, out);
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
