#include "linter/sought_cues.h"

#include <string>
#include <string_view>

namespace personfirst {

bool SoughtCues::document_holds(const PhraseIndex& phrases) {
  const auto [known, is_new] = known_.try_emplace(&phrases, false);
  if (!is_new) return known->second;
  ScanWords words;
  for (const std::string_view word : phrases.first_words())
    words.add(word, ScanWords::Wanted::Anywhere);
  known->second =
      any_prose(words, [&](const Folded& folded) { return stands_in(phrases, folded); });
  return known->second;
}

bool SoughtCues::is_uk() {
  if (is_uk_) return *is_uk_;
  ScanWords words;
  for (const std::string& word : language_.uk_cues) words.add(word, ScanWords::Wanted::Anywhere);
  is_uk_ = any_prose(words, [&](const Folded& folded) { return holds_uk_cue(language_, folded); });
  return *is_uk_;
}

}  // namespace personfirst
