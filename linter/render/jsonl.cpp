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

class JsonlParts final : public PartRenderer {
 public:
  explicit JsonlParts(const Document& document) : document_(document), spans_(document) {}

  [[nodiscard]] Rendered part(const Report& part, bool is_last) override {
    static_cast<void>(is_last);
    Rendered piece;
    for (const Problem& problem : part.problems) {
      Json line = {{"type", "problem"}, {"path", document_.name}};
      line.update(problem_to_json(problem, spans_.positions()));
      piece.text += dump(line) + "\n";
    }
    for (const Finding& finding : part.findings) {
      piece.text += '{';
      JsonMembers members(piece.text);
      members.add("type", std::string_view("finding"));
      members.add("path", document_.name);
      add_finding(document_, finding, spans_, members, piece.text);
      piece.text += "}\n";
    }
    return piece;
  }

 private:
  const Document& document_;
  JsonSpans spans_;
};

class JsonlRenderer final : public RendererInParts {
 public:
  explicit JsonlRenderer(const RenderSettings& settings) : settings_(settings) {}

  [[nodiscard]] std::unique_ptr<PartRenderer> parts(const Document& document) const override {
    return std::make_unique<JsonlParts>(document);
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
