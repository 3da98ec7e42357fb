#include "linter/render/gitlab.h"

#include "linter/render/fingerprint.h"
#include "linter/render/json_parts.h"
#include "linter/render/phrases.h"
#include "linter/render/place_names.h"

namespace personfirst {
namespace {

// Of info, minor, major, critical and blocker; words block nothing by themselves.
std::string_view severity_of(const Finding& finding) {
  switch (finding.severity) {
    case Severity::Error:
      return "major";
    case Severity::Warning:
      return "minor";
    case Severity::Hint:
      return "info";
  }
  return {};
}

// GitLab wants a line, and the first is in every file.
Json place(const Document& document, Position at) {
  if (!has_lines(document)) return {{"line", 1}, {"column", 1}};
  return {{"line", at.line}, {"column", at.column}};
}

class GitLabComposer final : public Composer {
 public:
  void begin(std::string& out) override { out += '['; }
  void add(Rendered piece, std::string& out) override {
    if (piece.text.empty()) return;
    out += (any_ ? ",\n" : "\n") + piece.text;
    any_ = true;
  }
  void end(const Tally&, std::string& out) override { out += "\n]\n"; }

 private:
  bool any_ = false;
};

class GitLabRenderer final : public Renderer {
 public:
  [[nodiscard]] Rendered document(const Report& report) const override {
    const std::string_view name = report.document.name;
    // GitLab matches paths to those of a change, which have no "./".
    const std::string path(name.substr(0, 2) == "./" ? name.substr(2) : name);
    Positions positions(report.document);
    Fingerprints fingerprints(report.document, path);
    Rendered piece;
    for (const Finding& finding : report.findings) {
      const Json issue = {
          {"description", with_place(report.document, finding.span.begin, full_message(finding))},
          {"check_name", finding.rule},
          {"fingerprint", fingerprints.of(finding)},
          {"severity", severity_of(finding)},
          {"location",
           {{"path", path},
            {"positions",
             {{"begin", place(report.document, positions.at(finding.span.begin))},
              {"end", place(report.document, positions.at(finding.span.end))}}}}}};
      if (!piece.text.empty()) piece.text += ",\n";
      piece.text += dump(issue);
    }
    return piece;
  }

  [[nodiscard]] std::unique_ptr<Composer> composer() const override {
    return std::make_unique<GitLabComposer>();
  }
};

}  // namespace

std::unique_ptr<const Renderer> make_gitlab_renderer() {
  return std::make_unique<const GitLabRenderer>();
}

}  // namespace personfirst
