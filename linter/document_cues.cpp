#include "linter/document_cues.h"

#include <algorithm>

#include "linter/engine/prefilter.h"
#include "linter/engine/surroundings.h"

namespace personfirst {

void add_cues(const DocumentCues& more, DocumentCues& cues) {
  for (std::size_t i = 0; i < more.size(); ++i) cues[i] = cues[i] || more[i];
}

DocumentCueFinder::DocumentCueFinder(const RuleSet& rules, const CompiledLanguage& language)
    : language_(language), phrases_(document_phrases(rules, language)) {
  for (const std::string& word : language.uk_cues) words_.add(word, ScanWords::Wanted::Anywhere);
  for (const PhraseIndex* phrases : phrases_) {
    for (const std::string_view word : phrases->first_words())
      words_.add(word, ScanWords::Wanted::Anywhere);
  }
}

std::size_t DocumentCueFinder::question_of(const PhraseIndex& phrases) const {
  const auto found = std::ranges::lower_bound(phrases_, &phrases);
  return static_cast<std::size_t>(found - phrases_.begin()) + 1;
}

DocumentCues DocumentCueFinder::find(const std::vector<Prose>& all) const {
  DocumentCues cues;
  for (const Prose& prose : all) {
    if (!may_hold_candidates(words_, prose.text, Format::PlainText)) continue;
    if (cues.empty()) cues = none();
    const Folded folded = fold_for_words(prose.text);
    if (!cues[kIsUk]) cues[kIsUk] = holds_uk_cue(language_, folded);
    for (std::size_t i = 0; i < phrases_.size(); ++i) {
      if (!cues[i + 1]) cues[i + 1] = stands_in(*phrases_[i], folded);
    }
  }
  if (std::ranges::find(cues, true) == cues.end()) return {};
  return cues;
}

}  // namespace personfirst
