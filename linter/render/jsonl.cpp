#include "linter/render/jsonl.h"

#include "linter/render/json_parts.h"

namespace personfirst {
namespace {

class JsonlComposer final : public Composer {
 public:
  explicit JsonlComposer(const std::string& tool_version) : tool_version_(tool_version) {}

  void begin(std::string& out) override {
    out += dump({{"type", "run"},
                 {"version", 1},
                 {"tool", {{"name", "personfirst"}, {"version", tool_version_}}}}) +
           "\n";
  }
  void end(const Tally& tally, std::string& out) override {
    Json line = {{"type", "summary"}};
    line.update(totals_to_json(tally.totals));
    out += dump(line) + "\n";
  }

 private:
  const std::string& tool_version_;
};

class JsonlRenderer final : public Renderer {
 public:
  explicit JsonlRenderer(const RenderSettings& settings) : settings_(settings) {}

  [[nodiscard]] Rendered document(const Report& report) const override {
    Rendered piece;
    Positions positions(report.document);
    const auto add = [&](const char* type, const Json& item) {
      Json line = {{"type", type}, {"path", report.document.name}};
      line.update(item);
      piece.text += dump(line) + "\n";
    };
    for (const Problem& problem : report.problems)
      add("problem", problem_to_json(problem, positions));
    for (const Finding& finding : report.findings)
      add("finding", finding_to_json(report.document, finding, positions));
    return piece;
  }

  [[nodiscard]] std::unique_ptr<Composer> composer() const override {
    return std::make_unique<JsonlComposer>(settings_.tool_version);
  }

 private:
  const RenderSettings& settings_;
};

}  // namespace

std::unique_ptr<const Renderer> make_jsonl_renderer(const RenderSettings& settings) {
  return std::make_unique<const JsonlRenderer>(settings);
}

}  // namespace personfirst
