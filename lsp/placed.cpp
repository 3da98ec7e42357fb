#include "lsp/placed.h"

#include <algorithm>

namespace personfirst::lsp {

std::vector<Edit> edits_of(const Placed& placed, const Fix& fix) {
  std::vector<Edit> edits = fix.edits;
  for (Edit& edit : edits) {
    edit.span.begin += placed.offset;
    edit.span.end += placed.offset;
  }
  return edits;
}

Finding finding_of(const Placed& placed) {
  Finding finding = *placed.finding;
  finding.span = placed.span();
  for (Fix& fix : finding.fixes) fix.edits = edits_of(placed, fix);
  return finding;
}

std::vector<Placed> all_findings(const Snapshot& snapshot) {
  std::vector<Placed> all;
  for (const LintedSection& section : snapshot.sections) {
    for (const Finding& finding : section.result->findings)
      all.push_back({&finding, section.begin});
  }
  return all;
}

std::vector<Placed> findings_touching(const Snapshot& snapshot, Span span) {
  std::vector<Placed> touching;
  // The section before the one that begins at or before the span may end in a finding.
  auto section = std::lower_bound(
      snapshot.sections.begin(), snapshot.sections.end(), span.begin,
      [](const LintedSection& s, std::uint32_t offset) { return s.begin < offset; });
  if (section != snapshot.sections.begin()) --section;
  for (; section != snapshot.sections.end() && section->begin <= span.end; ++section) {
    for (const Finding& finding : section->result->findings) {
      const Placed placed{&finding, section->begin};
      if (placed.span().begin <= span.end && span.begin <= placed.span().end)
        touching.push_back(placed);
    }
  }
  return touching;
}

}  // namespace personfirst::lsp
