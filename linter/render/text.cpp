#include "linter/render/text.h"

#include <fmt/format.h>

#include <string>

#include "linter/render/excerpt.h"
#include "linter/render/phrases.h"
#include "linter/render/place_names.h"
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

class TextComposer final : public Composer {
 public:
  explicit TextComposer(bool only_findings) : only_findings_(only_findings) {}
  void end(const Tally& tally, std::string& out) override {
    if (!only_findings_) out += summary_line(tally.totals, tally.known) + "\n";
  }

 private:
  bool only_findings_;
};

// How findings are written.
class TextWriter {
 public:
  TextWriter(const RenderSettings& settings, bool color)
      : only_findings_(settings.only_findings),
        redact_(settings.redact),
        colors_(color ? kColors : kNoColors) {}

  void write(const Report& part, Positions& positions, std::string& out) const {
    if (!only_findings_) {
      for (const Problem& problem : part.problems)
        write_problem(part.document, positions, problem, out);
    }
    for (const Finding& finding : part.findings)
      write_finding(part.document, positions, finding, out);
  }

 private:
  void write_place(const Document& document, Position at, std::string& out) const {
    const std::string place = has_lines(document) ? fmt::format("{}:{}", at.line, at.column)
                                                  : " " + place_name(document, at.offset);
    fmt::format_to(std::back_inserter(out), "{}{}:{}:{} ", colors_.bold, printable(document.name),
                   place, colors_.reset);
  }

  void write_problem(const Document& document, Positions& positions, const Problem& problem,
                     std::string& out) const {
    if (has_lines(document) || !problem.span.empty()) {
      write_place(document, positions.at(problem.span.begin), out);
    } else {
      fmt::format_to(std::back_inserter(out), "{}{}:{} ", colors_.bold, printable(document.name),
                     colors_.reset);
    }
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

    const std::string number = has_lines(document) ? std::to_string(at.line) : "";
    const std::string margin(number.size(), ' ');
    if (!redact_) write_excerpt(document, finding, number, margin, out);
    for (const Fix& fix : finding.fixes) write_remark(margin, "help", printable(fix.title), out);
    const std::string_view note = context_note(finding.context);
    if (!note.empty()) write_remark(margin, "note", note, out);
    out += '\n';
  }

  void write_excerpt(const Document& document, const Finding& finding, const std::string& number,
                     const std::string& margin, std::string& out) const {
    const std::string_view color = color_of(finding.severity, colors_);
    const Excerpt excerpt = make_excerpt(document, finding.span, kMaxColumns);
    fmt::format_to(std::back_inserter(out), "  {}{} |{} {}\n", colors_.gutter, number,
                   colors_.reset, excerpt.line);
    fmt::format_to(std::back_inserter(out), "  {}{} |{} {}{}^{}{}\n", colors_.gutter, margin,
                   colors_.reset, std::string(excerpt.indent, ' '), color,
                   std::string(excerpt.width - 1, '~'), colors_.reset);
  }

  void write_remark(std::string_view margin, std::string_view kind, std::string_view text,
                    std::string& out) const {
    fmt::format_to(std::back_inserter(out), "  {}{} ={} {}{}:{} {}\n", colors_.gutter, margin,
                   colors_.reset, colors_.help, kind, colors_.reset, text);
  }

  bool only_findings_;
  bool redact_;
  Colors colors_;
};

class TextParts final : public PartRenderer {
 public:
  TextParts(const TextWriter& writer, const Document& document)
      : writer_(writer), positions_(document) {}

  [[nodiscard]] Rendered part(const Report& part, bool is_last) override {
    static_cast<void>(is_last);
    Rendered piece;
    writer_.write(part, positions_, piece.text);
    return piece;
  }

 private:
  const TextWriter& writer_;
  Positions positions_;
};

class TextRenderer final : public RendererInParts {
 public:
  TextRenderer(const RenderSettings& settings, bool color)
      : writer_(settings, color), only_findings_(settings.only_findings) {}

  [[nodiscard]] std::unique_ptr<PartRenderer> parts(const Document& document) const override {
    return std::make_unique<TextParts>(writer_, document);
  }

  [[nodiscard]] std::unique_ptr<Composer> composer() const override {
    return std::make_unique<TextComposer>(only_findings_);
  }

 private:
  TextWriter writer_;
  bool only_findings_;
};

}  // namespace

std::string summary_line(const Totals& totals, std::uint64_t known) {
  std::string line;
  if (totals.files == 0) {
    line = "No files were checked";
  } else if (totals.findings() == 0 && known > 0) {
    line = fmt::format("Nothing new in {}", counted(totals.files, "file", "files"));
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
  if (known > 0) line += fmt::format("; {} known from the baseline", known);
  if (totals.applied > 0) {
    line += fmt::format("{} {} applied in {}.", totals.findings() == 0 ? "" : ".",
                        counted(totals.applied, "rewording", "rewordings"),
                        counted(totals.fixed_files, "file", "files"));
  }
  return line;
}

std::unique_ptr<const Renderer> make_text_renderer(const RenderSettings& settings, bool color) {
  return std::make_unique<const TextRenderer>(settings, color);
}

}  // namespace personfirst
