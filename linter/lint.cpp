// lint(): document -> prose -> candidates -> findings. The steps are in markup/, engine/ and
// lint_prose.

#include "linter/engine/prefilter.h"
#include "linter/engine/surroundings.h"
#include "linter/lint_near.h"
#include "linter/lint_prose.h"
#include "linter/linter.h"
#include "linter/markup/extract.h"
#include "linter/suppressions.h"

namespace personfirst {

LintResult lint(const RuleSet& rules, const Document& document, const LintOptions& options) {
  LintResult result;
  result.problems = document.problems;
  const auto language = rules.languages.find(document.language);
  if (language == rules.languages.end()) {
    result.problems.push_back({"no-rules-for-language",
                               "there are no rules for the language “" + document.language + "”",
                               {}});
    return result;
  }
  if (options.use_prefilter) {
    if (!may_hold_candidates(language->second.scan, document.text, document.format)) return result;
    if (auto near = lint_near_places(rules, language->second, document, options))
      return *std::move(near);
  }
  Extracted extracted = extract(document);
  result.problems.insert(result.problems.end(), extracted.problems.begin(),
                         extracted.problems.end());
  WholeDocument around(language->second, extracted.prose);
  result.findings =
      ProseLinter(rules, language->second, document.language, options, around).run(extracted.prose);
  apply_suppressions(rules, document, extracted.comments, options, result);
  return result;
}

}  // namespace personfirst
