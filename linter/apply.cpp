// Fixes -> text.

#include <algorithm>

#include "linter/linter.h"

namespace personfirst {
namespace {

bool fits(const Fix& fix, FixLevel level) {
  if (fix.edits.empty()) return false;
  const Applicability least =
      level == FixLevel::Automatic ? Applicability::Automatic : Applicability::AskFirst;
  return fix.applicability >= least;
}

// The first alternative that has edits decides: a second one is never applied in its place.
const Fix* fix_to_apply(const Finding& finding, FixLevel level) {
  const auto found = std::find_if(finding.fixes.begin(), finding.fixes.end(),
                                  [](const Fix& fix) { return !fix.edits.empty(); });
  return found != finding.fixes.end() && fits(*found, level) ? &*found : nullptr;
}

}  // namespace

std::vector<const Fix*> fixes_to_apply(std::span<const Finding> findings, FixLevel level) {
  std::vector<const Fix*> fixes;
  fixes.reserve(findings.size());
  std::uint32_t end = 0;
  for (const Finding& finding : findings) {
    const Fix* fix = fix_to_apply(finding, level);
    if (fix != nullptr && fix->edits.front().span.begin < end) fix = nullptr;
    if (fix != nullptr) end = fix->edits.back().span.end;
    fixes.push_back(fix);
  }
  return fixes;
}

FixedText apply_fixes(const Document& document, std::span<const Finding> findings, FixLevel level) {
  FixedText fixed;
  std::vector<const Edit*> edits;
  for (const Fix* fix : fixes_to_apply(findings, level)) {
    if (fix == nullptr) continue;
    for (const Edit& edit : fix->edits) edits.push_back(&edit);
    ++fixed.applied;
  }
  const std::string_view text = document.text;
  std::uint32_t at = 0;
  for (const Edit* edit : edits) {
    fixed.text += text.substr(at, edit->span.begin - at);
    fixed.text += edit->text;
    at = edit->span.end;
  }
  fixed.text += text.substr(at);
  return fixed;
}

FixedText fix_document(const RuleSet& rules, const Document& document, const LintOptions& options,
                       FixLevel level) {
  constexpr int kMaxRounds = 8;
  FixedText all{document.text, 0};
  for (int round = 0; round < kMaxRounds; ++round) {
    const Document now = with_text(document, all.text);
    FixedText fixed = apply_fixes(now, lint(rules, now, options).findings, level);
    if (fixed.applied == 0) break;
    all.text = std::move(fixed.text);
    all.applied += fixed.applied;
  }
  return all;
}

}  // namespace personfirst
