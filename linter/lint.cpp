// lint(): document -> prose -> candidates -> findings. The steps are in markup/, engine/ and
// lint_prose.

#include <utility>
#include <vector>

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
  if (options.use_prefilter && PlaceScanner::knows(document.format)) {
    PlaceScanner scanner(language->second.scan, document.text, document.format);
    std::vector<std::uint32_t> places;
    if (!scanner.next(places)) return result;
    if (auto near = lint_near_places(rules, language->second, document, options, scanner,
                                     std::move(places)))
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
