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
    for (const Problem& problem : report.problems) {
      Json line = {{"type", "problem"}, {"path", report.document.name}};
      line.update(problem_to_json(problem, positions));
      piece.text += dump(line) + "\n";
    }
    for (const Finding& finding : report.findings) {
      piece.text += '{';
      JsonMembers members(piece.text);
      members.add("type", std::string_view("finding"));
      members.add("path", report.document.name);
      add_finding(report.document, finding, positions, members, piece.text);
      piece.text += "}\n";
    }
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
