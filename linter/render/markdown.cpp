#include "linter/render/markdown.h"

#include <fmt/format.h>

#include "linter/render/in_context.h"
#include "linter/render/phrases.h"
#include "linter/render/place_names.h"
#include "linter/render/positions.h"
#include "linter/render/printable.h"
#include "linter/render/text.h"

namespace personfirst {
namespace {

constexpr std::size_t kMostBytes = 512 * 1024;
constexpr std::size_t kMostFindings = 500;  // of one document

// A document's text must neither become markup, nor an address that is linked or a person who is
// told.
std::string escaped(std::string_view text) {
  constexpr std::string_view kSpecial = "\\`*_{}[]<>#|~!&@:$";
  std::string out;
  for (const char c : printable(text)) {
    if (kSpecial.find(c) != std::string_view::npos) {
      out += fmt::format("&#{};", static_cast<int>(c));
    } else {
      out += c;
    }
  }
  return out;
}

class MarkdownComposer final : public Composer {
 public:
  void add(Rendered piece, std::string& out) override {
    static_cast<void>(out);
    if (piece.findings == 0) return;
    if (full_ || body_.size() + piece.text.size() > kMostBytes) {
      full_ = true;
      return;
    }
    shown_ += piece.findings;
    body_ += piece.text;
  }

  void end(const Tally& tally, std::string& out) override {
    out += "## Wording\n\n" + escaped(summary_line(tally.totals)) + "\n";
    if (!tally.rules.empty() && tally.totals.findings() > 0) write_rules(tally, out);
    out += body_;
    if (shown_ < tally.totals.findings()) {
      out +=
          fmt::format("\n{} more findings are not shown here.\n", tally.totals.findings() - shown_);
    }
    if (!tally.errors.empty()) out += "\n### Not checked\n\n";
    for (const Error& failed : tally.errors) out += "- " + escaped(to_string(failed)) + "\n";
  }

 private:
  static void write_rules(const Tally& tally, std::string& out) {
    out +=
        "\n| Rule | Best changed | Worth changing | Worth a thought |\n| --- | --: | --: | --: |\n";
    for (const auto& [rule, counts] : tally.rules) {
      if (counts.all() == 0) continue;
      out += fmt::format("| {} | {} | {} | {} |\n", escaped(rule), counts.errors, counts.warnings,
                         counts.hints);
    }
  }

  std::string body_;
  std::size_t shown_ = 0;
  bool full_ = false;
};

class MarkdownRenderer final : public Renderer {
 public:
  explicit MarkdownRenderer(const RenderSettings& settings) : settings_(settings) {}

  [[nodiscard]] Rendered document(const Report& report) const override {
    Rendered piece;
    if (report.findings.empty()) return piece;
    Positions positions(report.document);
    SentenceBreaker breaker;
    piece.text = "\n### " + escaped(report.document.name) + "\n\n";
    for (const Finding& finding : report.findings) {
      if (piece.findings == kMostFindings) break;
      ++piece.findings;
      write_finding(report.document, finding, positions.at(finding.span.begin), breaker,
                    piece.text);
    }
    return piece;
  }

  [[nodiscard]] std::unique_ptr<Composer> composer() const override {
    return std::make_unique<MarkdownComposer>();
  }

 private:
  void write_finding(const Document& document, const Finding& finding, Position at,
                     SentenceBreaker& breaker, std::string& out) const {
    const InContext passage = in_context(document, finding.span, breaker,
                                         settings_.redact ? ContextShown::None : ContextShown::All);
    const std::string place = has_lines(document) ? fmt::format("line {}", at.line)
                                                  : escaped(place_name(document, at.offset));
    out += fmt::format("- **{}**, {} ({}): {}\n", with_capital(kind_name(finding.severity)), place,
                       escaped(finding.rule), escaped(finding.message));
    out += fmt::format("  > {}<mark>{}</mark>{}\n\n", escaped(passage.before),
                       escaped(passage.found), escaped(passage.after));
    if (const std::string advice = advice_line(finding); !advice.empty())
      out += "  " + escaped(advice) + "\n";
    if (const std::string_view note = context_note(finding.context); !note.empty())
      out += "  " + sentence(note) + "\n";
  }

  const RenderSettings& settings_;
};

}  // namespace

std::unique_ptr<const Renderer> make_markdown_renderer(const RenderSettings& settings) {
  return std::make_unique<const MarkdownRenderer>(settings);
}

}  // namespace personfirst
