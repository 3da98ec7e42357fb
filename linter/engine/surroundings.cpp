#include "linter/engine/surroundings.h"

#include <algorithm>

#include "linter/engine/mention.h"

namespace personfirst {

bool stands_in(const PhraseIndex& phrases, const Folded& folded) {
  for (std::size_t i = 0; i < folded.tokens.size(); ++i) {
    if (phrases.match(folded.lower, folded.tokens, i) > 0) return true;
  }
  return false;
}

bool holds_uk_cue(const CompiledLanguage& language, const Folded& folded) {
  return std::ranges::any_of(folded.tokens, [&](const Token& token) {
    return language.uk_cues.contains(slice(folded.lower, token.span));
  });
}

Folded fold_for_words(std::string_view text) {
  return fold(text, {}, [](std::string_view) { return false; });
}

bool answer(const LeadQuestion& question, const CompiledLanguage& language, const Folded& lead) {
  if (lead.lower.empty()) return false;
  switch (question.asks) {
    case LeadQuestion::Asks::HoldsPhrase:
      return stands_in(*question.phrases, lead);
    case LeadQuestion::Asks::IsReferences:
      return language.reference_heading.matches(AskedText(lead.lower));
    case LeadQuestion::Asks::IsCue:
      break;
  }
  return is_cue_line(language, lead.lower);
}

void Surroundings::lead_was_asked(const std::string& lead, const LeadQuestion& question,
                                  bool answered) {
  static_cast<void>(lead);
  static_cast<void>(question);
  static_cast<void>(answered);
}

const std::vector<Folded>& WholeDocument::folded() {
  if (folded_.empty()) {
    for (const Prose& one : prose_) folded_.push_back(fold_for_words(one.text));
  }
  return folded_;
}

bool WholeDocument::document_holds(const PhraseIndex& phrases) {
  const auto known = known_.find(&phrases);
  if (known != known_.end()) return known->second;
  const bool found =
      std::ranges::any_of(folded(), [&](const Folded& one) { return stands_in(phrases, one); });
  known_.emplace(&phrases, found);
  return found;
}

bool WholeDocument::is_uk() {
  if (!uk_known_) {
    uk_known_ = true;
    is_uk_ = std::ranges::any_of(folded(),
                                 [&](const Folded& one) { return holds_uk_cue(language_, one); });
  }
  return is_uk_;
}

std::vector<const PhraseIndex*> document_phrases(const RuleSet& rules,
                                                 const CompiledLanguage& language) {
  std::vector<const PhraseIndex*> found;
  const auto see = [&](const std::vector<CompiledCondition>& conditions) {
    for (const CompiledCondition& one : conditions) {
      if (one.condition->scope != Scope::Document) continue;
      for (const auto* lists : {&one.near, &one.absent}) {
        for (const Phrases* list : *lists) found.push_back(&**list);
      }
    }
  };
  for (std::size_t i = 0; i < rules.rules.size(); ++i) {
    if (!rules.head(i).asks_document) continue;
    see(rules.rules[i].evidence);
    see(rules.rules[i].ordinary);
  }
  see(language.law);
  see(language.codes);
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace personfirst
