// How a workspace stands, in a page that may be shared: counts and rules, never text of a document.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <span>

#include "lsp/features.h"
#include "lsp/markdown.h"
#include "lsp/wording.h"

namespace personfirst::lsp {
namespace {

struct Counts {
  std::size_t errors = 0, warnings = 0, hints = 0;

  void add(Severity severity) {
    (severity == Severity::Error ? errors : severity == Severity::Warning ? warnings : hints)++;
  }
  [[nodiscard]] std::size_t all() const { return errors + warnings + hints; }
};

using Row = std::pair<std::string, Counts>;

// Most first; equal ones by name.
std::vector<Row> rows_of(const std::map<std::string, Counts>& counts) {
  std::vector<Row> rows(counts.begin(), counts.end());
  std::stable_sort(rows.begin(), rows.end(),
                   [](const Row& a, const Row& b) { return a.second.all() > b.second.all(); });
  return rows;
}

std::string counted(std::size_t n, std::string_view one) {
  return fmt::format("{} {}{}", n, one, n == 1 ? "" : "s");
}

// As people see it: without the scheme, percent signs undone only where that is plain.
std::string shown_uri(std::string_view uri) {
  constexpr std::string_view kFile = "file://";
  if (uri.starts_with(kFile)) uri.remove_prefix(kFile.size());
  std::string shown;
  for (std::size_t i = 0; i < uri.size(); ++i) {
    const bool space = uri.substr(i).starts_with("%20");
    shown += space ? ' ' : uri[i];
    if (space) i += 2;
  }
  return shown;
}

std::string cells(const Counts& counts) {
  return fmt::format("{} | {} | {} | {}", counts.all(), counts.errors, counts.warnings,
                     counts.hints);
}

}  // namespace

std::string report(const Knowledge& knowledge, std::span<const DocumentFindings> documents) {
  std::map<std::string, Counts> by_rule, by_document;
  Counts all;
  for (const DocumentFindings& document : documents) {
    for (const Finding& finding : document.findings) {
      all.add(finding.severity);
      by_rule[finding.rule].add(finding.severity);
      by_document[document.uri].add(finding.severity);
    }
  }
  std::string out = "# Person-first report\n\n";
  if (all.all() == 0) {
    out += fmt::format("No findings in {}.\n", counted(documents.size(), "document"));
    return out;
  }
  out += fmt::format("{} in {} of {}: {}, {}, {}.\n", counted(all.all(), "finding"),
                     by_document.size(), counted(documents.size(), "document"),
                     counted(all.errors, "error"), counted(all.warnings, "warning"),
                     counted(all.hints, "hint"));
  out +=
      "\n## By rule\n\n| Rule | Findings | Errors | Warnings | Hints | What it says |\n"
      "| --- | ---: | ---: | ---: | ---: | --- |\n";
  for (const auto& [id, counts] : rows_of(by_rule)) {
    const RuleInfo* rule = find_rule(knowledge, id);
    out += fmt::format("| {} | {} | {} |\n", code(id), cells(counts),
                       rule == nullptr ? "" : escaped(general_message(*rule)));
  }
  out +=
      "\n## By document\n\n| Document | Findings | Errors | Warnings | Hints |\n"
      "| --- | ---: | ---: | ---: | ---: |\n";
  for (const auto& [uri, counts] : rows_of(by_document))
    out += fmt::format("| {} | {} |\n", escaped(shown_uri(uri)), cells(counts));
  return out;
}

}  // namespace personfirst::lsp
