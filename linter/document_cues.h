// What the words of a document say about all of it, where rules ask: is it spelt the British way,
// do certain phrases stand in it? Found part by part.
#pragma once

#include <cstddef>
#include <vector>

#include "linter/markup/prose.h"
#include "linter/rules/phrase_index.h"
#include "linter/rules/scan_words.h"

namespace personfirst {

struct CompiledLanguage;
class RuleSet;

// By question, see DocumentCueFinder. Empty when nothing is said.
using DocumentCues = std::vector<bool>;

void add_cues(const DocumentCues& more, DocumentCues& cues);

// Const once made; the rules must outlive it.
class DocumentCueFinder {
 public:
  DocumentCueFinder(const RuleSet& rules, const CompiledLanguage& language);

  // The questions: is it spelt the British way,
  static constexpr std::size_t kIsUk = 0;
  // and does one of these phrases stand in it, which a rule asks for?
  [[nodiscard]] std::size_t question_of(const PhraseIndex& phrases) const;

  [[nodiscard]] DocumentCues none() const { return DocumentCues(phrases_.size() + 1); }
  [[nodiscard]] DocumentCues find(const std::vector<Prose>& all) const;

 private:
  const CompiledLanguage& language_;
  std::vector<const PhraseIndex*> phrases_;  // sorted
  ScanWords words_;                          // that a prose with an answer must hold one of
};

}  // namespace personfirst
