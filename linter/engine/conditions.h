// Does a rule's condition hold where a candidate stands?
#pragma once

#include <map>
#include <string>
#include <vector>

#include "linter/engine/passage.h"
#include "linter/rules/rule_set.h"

namespace personfirst {

// The whole document's words, for conditions with `"scope": "document"`. Folded on the first
// question only. Not thread-safe: one for each lint() call.
class DocumentWords {
 public:
  explicit DocumentWords(const std::vector<Prose>& prose) : prose_(prose) {}
  [[nodiscard]] bool hold(const PhraseIndex& phrases);

 private:
  const std::vector<Prose>& prose_;
  std::vector<Folded> folded_;
  std::map<const PhraseIndex*, bool> known_;
};

// A candidate in its surroundings. Spans are in the folded text.
struct Scene {
  const Passage* passage = nullptr;
  Span match;     // with a possessive ending
  Span sentence;  // round the match
  DocumentWords* document = nullptr;

  [[nodiscard]] std::string_view lower() const { return passage->folded.lower; }
  [[nodiscard]] std::string_view before() const;  // of the sentence, up to the match
  [[nodiscard]] std::string_view after() const;   // of the sentence, from the match's end
};

[[nodiscard]] bool holds(const CompiledCondition& condition, const Scene& scene);
[[nodiscard]] bool any_holds(const std::vector<CompiledCondition>& conditions, const Scene& scene);

}  // namespace personfirst
