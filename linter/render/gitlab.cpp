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

// GitLab matches paths to those of a change, which have no "./".
std::string path_in_change(std::string_view name) {
  return std::string(name.starts_with("./") ? name.substr(2) : name);
}

class GitLabParts final : public PartRenderer {
 public:
  explicit GitLabParts(const Document& document)
      : document_(document),
        path_(path_in_change(document.name)),
        positions_(document),
        fingerprints_(document, path_) {}

  [[nodiscard]] Rendered part(const Report& part, bool is_last) override {
    static_cast<void>(is_last);
    Rendered piece;
    for (const Finding& finding : part.findings) {
      if (!piece.text.empty()) piece.text += ",\n";
      piece.text += dump(issue(finding));
    }
    return piece;
  }

 private:
  Json issue(const Finding& finding) {
    return {{"description", with_place(document_, finding.span.begin, full_message(finding))},
            {"check_name", finding.rule},
            {"fingerprint", fingerprints_.of(finding)},
            {"severity", severity_of(finding)},
            {"location",
             {{"path", path_},
              {"positions",
               {{"begin", place(document_, positions_.at(finding.span.begin))},
                {"end", place(document_, positions_.at(finding.span.end))}}}}}};
  }

  const Document& document_;
  std::string path_;
  Positions positions_;
  Fingerprints fingerprints_;
};

class GitLabRenderer final : public RendererInParts {
 public:
  [[nodiscard]] std::unique_ptr<PartRenderer> parts(const Document& document) const override {
    return std::make_unique<GitLabParts>(document);
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
