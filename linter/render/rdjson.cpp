#include "linter/render/rdjson.h"

#include "linter/render/json_parts.h"
#include "linter/render/phrases.h"
#include "linter/render/place_names.h"
#include "linter/render/replacement.h"

namespace personfirst {
namespace {

const Json& source() {
  static const Json kSource = {{"name", "personfirst"}};
  return kSource;
}

std::string_view severity_of(const Finding& finding) {
  switch (finding.severity) {
    case Severity::Error:
      return "ERROR";
    case Severity::Warning:
      return "WARNING";
    case Severity::Hint:
      return "INFO";
  }
  return {};
}

Json range_of(Span span, Positions& positions) {
  const auto to_json = [](Position at) { return Json{{"line", at.line}, {"column", at.column}}; };
  return {{"start", to_json(positions.at(span.begin))}, {"end", to_json(positions.at(span.end))}};
}

Json code_of(const RenderSettings& settings, const RuleList* own, const Finding& finding) {
  Json code = {{"value", finding.rule}};
  const Source* first =
      finding.sources.empty() ? nullptr : find_source(settings, finding.sources.front(), own);
  if (first != nullptr && !first->url.empty()) code["url"] = first->url;
  return code;
}

Json diagnostic_of(const RenderSettings& settings, const Report& report, const Finding& finding,
                   Positions& positions) {
  const Document& document = report.document;
  Json location = {{"path", document.name}};
  if (has_lines(document)) location["range"] = range_of(finding.span, positions);
  Json diagnostic = {{"message", with_place(document, finding.span.begin, full_message(finding))},
                     {"location", std::move(location)},
                     {"severity", severity_of(finding)},
                     {"code", code_of(settings, report.rules, finding)}};
  Json suggestions = Json::array();
  for (const Fix& fix : finding.fixes) {
    if (fix.edits.empty() || !has_lines(document)) continue;
    const Edit edit = as_one_edit(document, fix);
    suggestions.push_back({{"range", range_of(edit.span, positions)}, {"text", edit.text}});
  }
  if (!suggestions.empty()) diagnostic["suggestions"] = std::move(suggestions);
  return diagnostic;
}

class RdJsonComposer final : public Composer {
 public:
  void begin(std::string& out) override {
    out += R"({"source":)" + dump(source()) + R"(,"diagnostics":[)";
  }
  void add(Rendered piece, std::string& out) override {
    if (piece.text.empty()) return;
    out += (any_ ? ",\n" : "\n") + piece.text;
    any_ = true;
  }
  void end(const Tally&, std::string& out) override { out += "\n]}\n"; }

 private:
  bool any_ = false;
};

class RdJsonParts final : public PartRenderer {
 public:
  RdJsonParts(const RenderSettings& settings, bool lines, const Document& document)
      : settings_(settings), lines_(lines), positions_(document, ColumnUnit::Utf8) {}

  [[nodiscard]] Rendered part(const Report& part, bool is_last) override {
    static_cast<void>(is_last);
    Rendered piece;
    for (const Finding& finding : part.findings) {
      Json diagnostic = diagnostic_of(settings_, part, finding, positions_);
      if (lines_) diagnostic["source"] = source();
      if (!lines_ && !piece.text.empty()) piece.text += ",\n";
      piece.text += dump(diagnostic);
      if (lines_) piece.text += '\n';
    }
    return piece;
  }

 private:
  const RenderSettings& settings_;
  bool lines_;
  Positions positions_;
};

class RdJsonRenderer final : public RendererInParts {
 public:
  RdJsonRenderer(const RenderSettings& settings, bool lines) : settings_(settings), lines_(lines) {}

  [[nodiscard]] std::unique_ptr<PartRenderer> parts(const Document& document) const override {
    return std::make_unique<RdJsonParts>(settings_, lines_, document);
  }

  [[nodiscard]] std::unique_ptr<Composer> composer() const override {
    if (lines_) return std::make_unique<Composer>();
    return std::make_unique<RdJsonComposer>();
  }

 private:
  const RenderSettings& settings_;
  bool lines_;
};

}  // namespace

std::unique_ptr<const Renderer> make_rdjson_renderer(const RenderSettings& settings) {
  return std::make_unique<const RdJsonRenderer>(settings, false);
}

std::unique_ptr<const Renderer> make_rdjsonl_renderer(const RenderSettings& settings) {
  return std::make_unique<const RdJsonRenderer>(settings, true);
}

}  // namespace personfirst
