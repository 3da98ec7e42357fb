#include "linter/render/github.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "linter/render/phrases.h"
#include "linter/render/place_names.h"
#include "linter/render/positions.h"
#include "linter/render/printable.h"

namespace personfirst {
namespace {

// In the order of Severity.
constexpr std::array<std::string_view, 3> kCommands = {"notice", "warning", "error"};
// One notice is kept for the summary.
constexpr std::array<std::size_t, 3> kLimits = {kGitHubLimit - 1, kGitHubLimit, kGitHubLimit};

// What a command would read as its own: line ends in its text, and in a property its commas and
// colons too. Other control characters would reach whoever reads the log.
std::string escaped(std::string_view text, bool property) {
  std::string out;
  for (const char c : text) {
    const bool divides = property && (c == ':' || c == ',');
    if (c == '%' || c == '\n' || c == '\r' || divides) {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    } else {
      out += c;
    }
  }
  return printable(out);
}

std::string command(std::string_view name, const Document& document, const Finding& finding,
                    Positions& positions) {
  const Position begin = positions.at(finding.span.begin);
  const Position end = positions.at(finding.span.end);
  std::string out = fmt::format("::{} file={}", name, escaped(document.name, true));
  if (has_lines(document)) {
    out += fmt::format(",line={}", begin.line);
    // Columns are for annotations within one line.
    if (begin.line == end.line) {
      out += fmt::format(",col={},endColumn={}", begin.column, end.column);
    } else {
      out += fmt::format(",endLine={}", end.line);
    }
  }
  return out + fmt::format(
                   ",title={}::{}\n", escaped(finding.rule, true),
                   escaped(with_place(document, finding.span.begin, full_message(finding)), false));
}

class GitHubComposer final : public Composer {
 public:
  // A piece has one finding a line, because line ends in it are escaped.
  void add(Rendered piece, std::string& out) override {
    std::string_view rest = piece.text;
    while (!rest.empty()) {
      const std::size_t end = rest.find('\n') + 1;
      add_line(rest.substr(0, end), out);
      rest.remove_prefix(end);
    }
  }

  void end(const Tally& tally, std::string& out) override {
    if (left_out_ == 0) return;
    out += fmt::format(
        "::notice title=personfirst::{} here, {} of them not shown: GitHub shows at most {} of "
        "each "
        "level. A report as markdown, html or sarif has them all.\n",
        counted(tally.totals.findings(), "finding", "findings"), left_out_, kGitHubLimit);
  }

 private:
  void add_line(std::string_view line, std::string& out) {
    for (std::size_t level = 0; level < kCommands.size(); ++level) {
      if (line.substr(2, kCommands[level].size()) != kCommands[level]) continue;
      if (shown_[level]++ < kLimits[level]) {
        out += line;
      } else {
        ++left_out_;
      }
    }
  }

  std::array<std::size_t, 3> shown_{};
  std::size_t left_out_ = 0;
};

class GitHubParts final : public PartRenderer {
 public:
  explicit GitHubParts(const Document& document) : positions_(document) {}

  [[nodiscard]] Rendered part(const Report& part, bool is_last) override {
    static_cast<void>(is_last);
    Rendered piece;
    for (const Finding& finding : part.findings) {
      piece.text += command(kCommands[static_cast<std::size_t>(finding.severity)], part.document,
                            finding, positions_);
    }
    return piece;
  }

 private:
  Positions positions_;
};

class GitHubRenderer final : public RendererInParts {
 public:
  [[nodiscard]] std::unique_ptr<PartRenderer> parts(const Document& document) const override {
    return std::make_unique<GitHubParts>(document);
  }

  [[nodiscard]] std::unique_ptr<Composer> composer() const override {
    return std::make_unique<GitHubComposer>();
  }
};

}  // namespace

std::unique_ptr<const Renderer> make_github_renderer() {
  return std::make_unique<const GitHubRenderer>();
}

}  // namespace personfirst
