// lint(): document -> prose -> candidates -> findings. The steps are in markup/, engine/ and
// lint_prose.

#include <iterator>
#include <utility>
#include <vector>

#include "linter/engine/prefilter.h"
#include "linter/engine/surroundings.h"
#include "linter/lint_near.h"
#include "linter/lint_parts.h"
#include "linter/lint_prose.h"
#include "linter/lint_sections.h"
#include "linter/linter.h"
#include "linter/markup/extract.h"

namespace personfirst {
namespace {

template <typename Item>
void append(std::vector<Item>& whole, std::vector<Item> part) {
  if (whole.empty()) {
    whole = std::move(part);
  } else {
    std::move(part.begin(), part.end(), std::back_inserter(whole));
  }
}

}  // namespace

LintResult lint(const RuleSet& rules, const Document& document, const LintOptions& options) {
  LintResult whole;
  lint_in_parts(rules, document, options, [&](LintResult part, bool) {
    append(whole.findings, std::move(part.findings));
    append(whole.suppressed, std::move(part.suppressed));
    append(whole.problems, std::move(part.problems));
    return true;
  });
  return whole;
}

void lint_in_parts(const RuleSet& rules, const Document& document, const LintOptions& options,
                   const TakePart& take) {
  ResultParts parts(rules, document, options, take);
  parts.add(document.problems);
  const auto language = rules.languages.find(document.language);
  if (language == rules.languages.end()) {
    const Problem no_rules{"no-rules-for-language",
                           "there are no rules for the language “" + document.language + "”",
                           {}};
    parts.add({&no_rules, 1});
    parts.end({});
    return;
  }
  if (options.use_prefilter && PlaceScanner::knows(document.format)) {
    PlaceScanner scanner(language->second.scan, document.text, document.format);
    std::vector<std::uint32_t> places;
    if (!scanner.next(places)) return parts.end({});
    if (lint_near_places(rules, language->second, document, options, scanner, std::move(places),
                         parts))
      return;
  }
  if (options.use_prefilter && lint_sections(rules, language->second, document, options, parts))
    return;
  const Extracted extracted = extract(document);
  parts.add(extracted.problems);
  WholeDocument around(language->second, extracted.prose);
  ProseLinter(rules, language->second, document.language, options, around)
      .run(extracted.prose, [&](Finding finding) { return parts.add(std::move(finding)); });
  parts.end(extracted.comments);
}

}  // namespace personfirst
