// How the list of diagnostics is written again after each keystroke, thousands of them, in the time
// of a copy.
//
// A section that has not changed looks the same but for the line on which it begins. So its JSON is
// kept with the numbers of its lines cut out, and those alone are written anew.
#include <charconv>
#include <nlohmann/json.hpp>
#include <unordered_map>
#include <utility>

#include "lsp/convert.h"
#include "lsp/diagnostic.h"
#include "lsp/features.h"
#include "lsp/wording.h"

namespace personfirst::lsp {
namespace {

// JSON with gaps for line numbers: text up to gaps[i].at, then a number, and so on.
struct Template {
  struct Gap {
    std::uint32_t at = 0;    // in text
    std::uint32_t line = 0;  // relative to the section's first
  };
  std::string text;
  std::vector<Gap> gaps;
  std::uint64_t used = 0;  // the call that wrote it last
};

void append_number(std::uint32_t number, std::string& out) {
  char digits[10];
  const auto end = std::to_chars(std::begin(digits), std::end(digits), number).ptr;
  out.append(std::begin(digits), end);
}

void fill(const Template& section, std::uint32_t first_line, std::string& out) {
  std::uint32_t at = 0;
  for (const Template::Gap& gap : section.gaps) {
    out.append(section.text, at, gap.at - at);
    append_number(first_line + gap.line, out);
    at = gap.at;
  }
  out.append(section.text, at);
}

// Writes one section's diagnostics, each followed by a comma.
class TemplateMaker {
 public:
  TemplateMaker(const Knowledge& knowledge, const ClientCapabilities& client,
                const Document& document, std::uint32_t offset, std::uint32_t first_line)
      : knowledge_(knowledge),
        client_(client),
        document_(document),
        offset_(offset),
        first_line_(first_line) {}

  void add(const Finding& finding) {
    head(finding.span, severity_number(finding.severity), finding.rule);
    if (client_.diagnostic_code_description) {
      const std::string href = explanation_url(knowledge_, client_, finding.rule);
      if (!href.empty()) made_.text += R"(,"codeDescription":{"href":)" + dump(href) + '}';
    }
    tail(message_of(finding));
    if (client_.diagnostic_data) data(finding);
    made_.text += "},";
  }

  void add(const Problem& problem) {
    head(problem.span, severity_number(Severity::Hint), problem.code);
    tail(problem.message);
    made_.text += "},";
  }

  [[nodiscard]] Template take() { return std::move(made_); }

 private:
  void position(std::uint32_t offset) {
    const LineColumn at =
        document_.lines().to_line_column(document_.text, offset_ + offset, client_.unit);
    made_.text += R"({"line":)";
    made_.gaps.push_back({static_cast<std::uint32_t>(made_.text.size()), at.line - first_line_});
    made_.text += R"(,"character":)";
    append_number(at.column, made_.text);
    made_.text += '}';
  }

  void range(Span span) {
    made_.text += R"({"start":)";
    position(span.begin);
    made_.text += R"(,"end":)";
    position(span.end);
    made_.text += '}';
  }

  void head(Span span, int severity, const std::string& code) {
    made_.text += R"({"range":)";
    range(span);
    made_.text += R"(,"severity":)";
    append_number(static_cast<std::uint32_t>(severity), made_.text);
    made_.text += R"(,"code":)" + dump(code);
  }

  void tail(const std::string& message) {
    made_.text += R"(,"source":)" + dump(kDiagnosticSource) + R"(,"message":)" + dump(message);
  }

  void data(const Finding& finding) {
    made_.text += R"(,"data":{"rule":)" + dump(finding.rule) + R"(,"fixes":[)";
    for (const Fix& fix : finding.fixes) {
      made_.text += R"({"title":)" + dump(menu_title(fix)) + R"(,"applicability":")";
      made_.text += to_string(fix.applicability);
      made_.text += R"(","edits":[)";
      for (const Edit& edit : fix.edits) {
        made_.text += R"({"range":)";
        range(edit.span);
        made_.text += R"(,"newText":)" + dump(edit.text) + "},";
      }
      if (!fix.edits.empty()) made_.text.pop_back();
      made_.text += "]},";
    }
    if (!finding.fixes.empty()) made_.text.pop_back();
    made_.text += "]}";
  }

  const Knowledge& knowledge_;
  const ClientCapabilities& client_;
  const Document& document_;
  std::uint32_t offset_;
  std::uint32_t first_line_;
  Template made_;
};

Json data_of(const Document& document, ColumnUnit unit, const Placed& placed) {
  Json fixes = Json::array();
  for (const Fix& fix : placed.finding->fixes) {
    fixes.push_back({{"title", menu_title(fix)},
                     {"applicability", to_string(fix.applicability)},
                     {"edits", to_text_edits(document, unit, edits_of(placed, fix))}});
  }
  return {{"rule", placed.finding->rule}, {"fixes", std::move(fixes)}};
}

}  // namespace

int severity_number(Severity severity) {
  switch (severity) {
    case Severity::Error:
      return 1;
    case Severity::Warning:
      return 2;
    case Severity::Hint:
      return 3;
  }
  return 3;
}

Json to_diagnostic(const Knowledge& knowledge, const ClientCapabilities& client,
                   const Document& document, const Placed& placed) {
  const Finding& finding = *placed.finding;
  Json diagnostic = {{"range", to_range(document, client.unit, placed.span())},
                     {"severity", severity_number(finding.severity)},
                     {"code", finding.rule},
                     {"source", kDiagnosticSource},
                     {"message", message_of(finding)}};
  if (client.diagnostic_code_description) {
    std::string href = explanation_url(knowledge, client, finding.rule);
    if (!href.empty()) diagnostic["codeDescription"] = {{"href", std::move(href)}};
  }
  if (client.diagnostic_data) diagnostic["data"] = data_of(document, client.unit, placed);
  return diagnostic;
}

Json to_diagnostic(const ClientCapabilities& client, const Document& document,
                   const Problem& problem, std::uint32_t offset) {
  const Span span{problem.span.begin + offset, problem.span.end + offset};
  return {{"range", to_range(document, client.unit, span)},
          {"severity", severity_number(Severity::Hint)},
          {"code", problem.code},
          {"source", kDiagnosticSource},
          {"message", problem.message}};
}

struct DiagnosticsWriter::State {
  const Knowledge* knowledge = nullptr;
  ClientCapabilities client;
  std::unordered_map<std::uint64_t, Template> sections;  // by id; those with something to say
  std::uint64_t calls = 0;
  std::size_t last_size = 0;

  Template& section(const Document& document, const LintedSection& linted, std::uint32_t line) {
    const auto [at, is_new] = sections.try_emplace(linted.id);
    if (is_new) {
      TemplateMaker maker(*knowledge, client, document, linted.begin, line);
      for (const Finding& finding : linted.result->findings) maker.add(finding);
      for (const Problem& problem : linted.result->problems) maker.add(problem);
      at->second = maker.take();
    }
    at->second.used = calls;
    return at->second;
  }
};

DiagnosticsWriter::DiagnosticsWriter(const Knowledge& knowledge, ClientCapabilities client)
    : state_(std::make_unique<State>()) {
  state_->knowledge = &knowledge;
  state_->client = std::move(client);
}
DiagnosticsWriter::~DiagnosticsWriter() = default;
DiagnosticsWriter::DiagnosticsWriter(DiagnosticsWriter&&) noexcept = default;
DiagnosticsWriter& DiagnosticsWriter::operator=(DiagnosticsWriter&&) noexcept = default;

std::string DiagnosticsWriter::write(const Snapshot& snapshot) {
  State& state = *state_;
  const Document& document = *snapshot.document;
  ++state.calls;
  std::string out;
  out.reserve(state.last_size + state.last_size / 16);
  out = "[";
  std::size_t used = 0;
  for (const LintedSection& linted : snapshot.sections) {
    if (linted.result->findings.empty() && linted.result->problems.empty()) continue;
    const std::uint32_t line =
        document.lines().to_line_column(document.text, linted.begin, ColumnUnit::Utf8).line;
    fill(state.section(document, linted, line), line, out);
    ++used;
  }
  if (out.back() == ',') out.pop_back();
  out += ']';
  state.last_size = out.size();
  // Sections that are gone are forgotten, at most as many as there are others.
  if (state.sections.size() > 2 * used)
    std::erase_if(state.sections,
                  [&state](const auto& entry) { return entry.second.used != state.calls; });
  return out;
}

}  // namespace personfirst::lsp
