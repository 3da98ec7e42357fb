#include "linter/render/text.h"

#include <fmt/format.h>

#include <string>

#include "linter/render/excerpt.h"
#include "linter/render/positions.h"
#include "linter/render/printable.h"

namespace personfirst {
namespace {

constexpr std::uint32_t kMaxColumns = 96;

// SGR parameters; empty strings where colors are off.
struct Colors {
  std::string_view bold, error, warning, hint, help, gutter, reset;
};
constexpr Colors kNoColors;
constexpr Colors kColors{"\x1b[1m",  "\x1b[1;31m", "\x1b[1;33m", "\x1b[1;36m",
                         "\x1b[32m", "\x1b[34m",   "\x1b[0m"};

std::string_view color_of(Severity severity, const Colors& colors) {
  switch (severity) {
    case Severity::Error:
      return colors.error;
    case Severity::Warning:
      return colors.warning;
    case Severity::Hint:
      return colors.hint;
  }
  return {};
}

// Why a finding is milder than its rule.
std::string_view context_note(Context context) {
  switch (context) {
    case Context::Prose:
      return {};
    case Context::Quotation:
      return "these are somebody's own words in a quotation; keep them if they must stand";
    case Context::SelfLabel:
      return "people may name themselves as they like; keep this if it is their own choice";
  }
  return {};
}

std::string counted(std::uint64_t n, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", n, n == 1 ? one : many);
}

class TextRenderer final : public Renderer {
 public:
  explicit TextRenderer(TextStyle style)
      : style_(style), colors_(style.color ? kColors : kNoColors) {}

  void document(const Document& document, std::span<const Finding> findings,
                std::span<const Problem> problems, std::string& out) const override {
    Positions positions(document);
    if (!style_.only_findings) {
      for (const Problem& problem : problems) write_problem(document, positions, problem, out);
    }
    for (const Finding& finding : findings) write_finding(document, positions, finding, out);
  }

  void end(const Totals& totals, std::string& out) const override {
    if (!style_.only_findings) out += summary_line(totals) + "\n";
  }

 private:
  void write_place(const Document& document, Position at, std::string& out) const {
    fmt::format_to(std::back_inserter(out), "{}{}:{}:{}:{} ", colors_.bold,
                   printable(document.name), at.line, at.column, colors_.reset);
  }

  void write_problem(const Document& document, Positions& positions, const Problem& problem,
                     std::string& out) const {
    write_place(document, positions.at(problem.span.begin), out);
    fmt::format_to(std::back_inserter(out), "{}note:{} {} [{}]\n\n", colors_.bold, colors_.reset,
                   printable(problem.message), problem.code);
  }

  void write_finding(const Document& document, Positions& positions, const Finding& finding,
                     std::string& out) const {
    const Position at = positions.at(finding.span.begin);
    const std::string_view color = color_of(finding.severity, colors_);
    write_place(document, at, out);
    fmt::format_to(std::back_inserter(out), "{}{}:{} {} [{}]\n", color, to_string(finding.severity),
                   colors_.reset, printable(finding.message), finding.rule);

    const Excerpt excerpt = make_excerpt(document, finding.span, kMaxColumns);
    const std::string number = std::to_string(at.line);
    const std::string margin(number.size(), ' ');
    fmt::format_to(std::back_inserter(out), "  {}{} |{} {}\n", colors_.gutter, number,
                   colors_.reset, excerpt.line);
    fmt::format_to(std::back_inserter(out), "  {}{} |{} {}{}^{}{}\n", colors_.gutter, margin,
                   colors_.reset, std::string(excerpt.indent, ' '), color,
                   std::string(excerpt.width - 1, '~'), colors_.reset);

    for (const Fix& fix : finding.fixes) write_remark(margin, "help", printable(fix.title), out);
    const std::string_view note = context_note(finding.context);
    if (!note.empty()) write_remark(margin, "note", note, out);
    out += '\n';
  }

  void write_remark(std::string_view margin, std::string_view kind, std::string_view text,
                    std::string& out) const {
    fmt::format_to(std::back_inserter(out), "  {}{} ={} {}{}:{} {}\n", colors_.gutter, margin,
                   colors_.reset, colors_.help, kind, colors_.reset, text);
  }

  TextStyle style_;
  Colors colors_;
};

}  // namespace

std::string summary_line(const Totals& totals) {
  std::string line;
  if (totals.files == 0) {
    line = "No files were checked";
  } else if (totals.findings() == 0) {
    line = fmt::format("No findings in {}. Thank you for writing with care!",
                       counted(totals.files, "file", "files"));
  } else {
    const auto add = [&line](std::uint64_t n, std::string_view one, std::string_view many) {
      if (n == 0) return;
      if (!line.empty()) line += ", ";
      line += counted(n, one, many);
    };
    add(totals.errors, "error", "errors");
    add(totals.warnings, "warning", "warnings");
    add(totals.hints, "hint", "hints");
    line += fmt::format(" in {} ({} checked)", counted(totals.files_with_findings, "file", "files"),
                        totals.files);
  }
  if (totals.applied > 0) {
    line += fmt::format("{} {} applied in {}.", totals.findings() == 0 ? "" : ".",
                        counted(totals.applied, "rewording", "rewordings"),
                        counted(totals.fixed_files, "file", "files"));
  }
  return line;
}

std::unique_ptr<const Renderer> make_text_renderer(TextStyle style) {
  return std::make_unique<const TextRenderer>(style);
}

}  // namespace personfirst
