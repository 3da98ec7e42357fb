#include "linter/render/sarif.h"

#include "linter/render/fingerprint.h"
#include "linter/render/json_parts.h"
#include "linter/render/phrases.h"
#include "linter/render/place_names.h"
#include "linter/render/sarif_rules.h"
#include "linter/render/uri.h"

namespace personfirst {
namespace {

// Notifications are kept until the end, and there may be one a document.
constexpr std::size_t kMaxAside = 1U << 20U;

constexpr std::string_view kBegin =
    "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":"
    "[{\n\"columnKind\":\"utf16CodeUnits\",\n\"originalUriBaseIds\":{\"SRCROOT\":{\"description\":{"
    "\"text\":\"The folder in which the check was run.\"}}},\n\"results\":[";

Json location_of(const std::string& name) {
  Json location = {{"uri", to_uri(name)}};
  if (!name.starts_with('/')) location["uriBaseId"] = "SRCROOT";
  return location;
}

// What one document needs.
class Results {
 public:
  explicit Results(const Document& document)
      : document_(document),
        location_(location_of(document.name)),
        positions_(document, ColumnUnit::Utf16),
        fingerprints_(document) {}

  Json result(const Finding& finding) {
    Json json = {
        {"ruleId", finding.rule},
        {"level", sarif_level(finding.severity)},
        {"message",
         {{"text", sentence(with_place(document_, finding.span.begin, full_message(finding)))}}},
        {"locations", Json::array({place_of(finding.span)})},
        {"partialFingerprints", {{"personfirst/v1", fingerprints_.of(finding)}}}};
    Json fixes = Json::array();
    for (const Fix& fix : finding.fixes) {
      if (!fix.edits.empty() && has_lines(document_)) fixes.push_back(fix_of(fix));
    }
    if (!fixes.empty()) json["fixes"] = std::move(fixes);
    json["properties"] = {{"context", to_string(finding.context)}};
    return json;
  }

  Json suppressed(const Finding& finding, const char* kind, const std::string& reason) {
    Json json = result(finding);
    Json suppression = {{"kind", kind}, {"status", "accepted"}};
    if (!reason.empty()) suppression["justification"] = reason;
    json["suppressions"] = Json::array({std::move(suppression)});
    return json;
  }

  Json notification(const Problem& problem) {
    Json place = {{"artifactLocation", location_}};
    if (!problem.span.empty() && has_lines(document_)) place["region"] = region_of(problem.span);
    return {{"descriptor", {{"id", problem.code}}},
            {"level", "note"},
            {"message", {{"text", sentence(problem.message)}}},
            {"locations", Json::array({{{"physicalLocation", std::move(place)}}})}};
  }

 private:
  // A paragraph of an office document is no region of its file.
  Json place_of(Span span) {
    Json physical = {{"artifactLocation", location_}};
    if (!has_lines(document_)) {
      const Json logical = {{"fullyQualifiedName", place_name(document_, span.begin)}};
      return {{"physicalLocation", std::move(physical)},
              {"logicalLocations", Json::array({logical})}};
    }
    physical["region"] = region_of(span);
    physical["region"]["snippet"] = {{"text", slice(document_.text, span)}};
    return {{"physicalLocation", std::move(physical)}};
  }

  Json region_of(Span span) {
    const Position begin = positions_.at(span.begin);
    const Position end = positions_.at(span.end);
    return {{"startLine", begin.line},
            {"startColumn", begin.column},
            {"endLine", end.line},
            {"endColumn", end.column}};
  }

  Json fix_of(const Fix& fix) {
    Json replacements = Json::array();
    for (const Edit& edit : fix.edits) {
      replacements.push_back(
          {{"deletedRegion", region_of(edit.span)}, {"insertedContent", {{"text", edit.text}}}});
    }
    return {{"description", {{"text", sentence(fix.title)}}},
            {"artifactChanges", Json::array({{{"artifactLocation", location_},
                                              {"replacements", std::move(replacements)}}})}};
  }

  const Document& document_;
  Json location_;
  Positions positions_;
  Fingerprints fingerprints_;
};

// Comma-separated items of an array.
void append_item(const Json& item, std::string& items) {
  if (!items.empty()) items += ",\n";
  items += dump(item);
}

class SarifComposer final : public Composer {
 public:
  explicit SarifComposer(const RenderSettings& settings) : settings_(settings) {}

  void begin(std::string& out) override { out += kBegin; }

  void add(Rendered piece, std::string& out) override {
    if (!piece.text.empty()) out += (any_ ? ",\n" : "\n") + piece.text;
    any_ = any_ || !piece.text.empty();
    if (piece.aside.empty() || notifications_.size() + piece.aside.size() > kMaxAside) return;
    if (!notifications_.empty()) notifications_ += ",\n";
    notifications_ += piece.aside;
  }

  void end(const Tally& tally, std::string& out) override {
    for (const Error& failed : tally.errors) {
      append_item(
          {{"level", "error"},
           {"message", {{"text", to_string(failed) + "."}}},
           {"locations", Json::array({{{"physicalLocation",
                                        {{"artifactLocation", location_of(failed.where)}}}}})}},
          notifications_);
    }
    out += "\n],\n\"invocations\":[{\"executionSuccessful\":";
    out += tally.errors.empty() ? "true" : "false";
    out += ",\"toolExecutionNotifications\":[" + notifications_ + "]}],\n";
    out += "\"tool\":{\"driver\":{\"name\":\"personfirst\",\"semanticVersion\":" +
           dump(settings_.tool_version) + ",\"version\":" + dump(settings_.tool_version) +
           ",\"rules\":[\n" + rules(tally) + "\n]}}}]}\n";
  }

 private:
  // Only the rules that found something: all of them would be a thousand times the results.
  [[nodiscard]] std::string rules(const Tally& tally) const {
    std::string items;
    for (const auto& [id, counts] : tally.rules) append_item(sarif_rule(settings_, id), items);
    return items;
  }

  const RenderSettings& settings_;
  std::string notifications_;
  bool any_ = false;
};

class SarifParts final : public PartRenderer {
 public:
  explicit SarifParts(const Document& document) : results_(document) {}

  [[nodiscard]] Rendered part(const Report& part, bool is_last) override {
    static_cast<void>(is_last);
    Rendered piece;
    for (const Finding& finding : part.findings) append_item(results_.result(finding), piece.text);
    for (const Suppressed& one : part.suppressed)
      append_item(results_.suppressed(one.finding, "inSource", one.reason), piece.text);
    for (const Finding& finding : part.known)
      append_item(results_.suppressed(finding, "external", {}), piece.text);
    for (const Problem& problem : part.problems)
      append_item(results_.notification(problem), piece.aside);
    return piece;
  }

 private:
  Results results_;
};

class SarifRenderer final : public RendererInParts {
 public:
  explicit SarifRenderer(const RenderSettings& settings) : settings_(settings) {}

  [[nodiscard]] std::unique_ptr<PartRenderer> parts(const Document& document) const override {
    return std::make_unique<SarifParts>(document);
  }

  [[nodiscard]] std::unique_ptr<Composer> composer() const override {
    return std::make_unique<SarifComposer>(settings_);
  }

 private:
  const RenderSettings& settings_;
};

}  // namespace

std::unique_ptr<const Renderer> make_sarif_renderer(const RenderSettings& settings) {
  return std::make_unique<const SarifRenderer>(settings);
}

}  // namespace personfirst
