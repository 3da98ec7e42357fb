// What the tests of linter/engine share: a text, read in its format and judged, as lint() does it
// but without fixes.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "linter/engine/candidates.h"
#include "linter/engine/fixer.h"
#include "linter/engine/judge.h"
#include "linter/engine/passage.h"
#include "linter/markup/extract.h"
#include "tests/support/demo_rules.h"
#include "tests/support/marked.h"

namespace personfirst::testing {

inline std::string name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::Found:
      return "found";
    case Verdict::NotProse:
      return "not prose";
    case Verdict::Name:
      return "name";
    case Verdict::AllowedPhrase:
      return "allowed phrase";
    case Verdict::OtherPhrase:
      return "other phrase";
    case Verdict::OrdinarySense:
      return "ordinary sense";
    case Verdict::Law:
      return "law";
    case Verdict::Mention:
      return "mention";
    case Verdict::Reference:
      return "reference";
    case Verdict::MutualAid:
      return "mutual aid";
  }
  return "";
}

struct Judged {
  Span span;  // in the source
  std::string rule;
  std::string verdict;  // "found" with a context beyond prose: "quotation", "self-label"
};

// The longest candidates that do not overlap one another, allowed or not, in the order of the text.
inline std::vector<Judged> judge_all(const RuleSet& rules, std::string_view text, Format format,
                                     const LintOptions& options = {}) {
  const Document document = make_document("text", format, std::string(text));
  const Extracted extracted = extract(document);
  const CompiledLanguage& language = rules.languages.at("en");
  const std::vector<bool> active(rules.rules.size(), true);
  WholeDocument around(language, extracted.prose);
  Judge judge(rules, language, options, around);
  std::vector<Judged> all;
  for (const Prose& prose : extracted.prose) {
    const Passage passage =
        make_passage(prose, [&](std::string_view word) { return language.anchors.contains(word); });
    judge.forget_passage();
    std::vector<Span> taken;
    for (const Candidate& candidate : find_candidates(rules, language, active, passage.folded)) {
      const auto overlaps = [&](Span span) { return span.overlaps(candidate.span); };
      if (std::any_of(taken.begin(), taken.end(), overlaps)) continue;
      taken.push_back(candidate.span);
      const Judgement judgement =
          judge.judge(passage, candidate, possessive_end(passage, candidate.span));
      std::string verdict = name_of(judgement.verdict);
      if (judgement.verdict == Verdict::Found && judgement.context != Context::Prose)
        verdict = to_string(judgement.context);
      all.push_back({prose.to_source(passage.folded.to_prose(candidate.span)),
                     rules.rules[candidate.rule].rule->id, verdict});
    }
  }
  std::sort(all.begin(), all.end(),
            [](const Judged& a, const Judged& b) { return a.span.begin < b.span.begin; });
  return all;
}

// The verdicts of a text's candidates: "found, mention".
inline std::string verdicts(std::string_view text, Format format = Format::PlainText,
                            const LintOptions& options = {}) {
  std::string out;
  for (const Judged& one : judge_all(demo_rules(), text, format, options)) {
    if (!out.empty()) out += ", ";
    out += one.verdict;
  }
  return out;
}

}  // namespace personfirst::testing
