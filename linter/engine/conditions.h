// Does a rule's condition hold where a candidate stands?
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "linter/engine/leads.h"
#include "linter/engine/passage.h"
#include "linter/engine/surroundings.h"
#include "linter/rules/rule_set.h"

namespace personfirst {

// Where the outermost phrases of a list stand in a passage, found out once for all its candidates.
// Not thread-safe.
class PhraseReaches {
 public:
  // Does one of the phrases stand outside of the match?
  [[nodiscard]] bool any_outside(const PhraseIndex& phrases, const Passage& passage, Span match);
  void forget() { known_.clear(); }  // before another passage

 private:
  struct Reach {  // in tokens
    std::size_t first_end = static_cast<std::size_t>(-1);
    std::optional<std::size_t> last_begin;
  };
  std::map<const PhraseIndex*, Reach> known_;
};

// A candidate in its surroundings. Spans are in the folded text.
struct Scene {
  const Passage* passage = nullptr;
  Span match;     // with a possessive ending
  Span sentence;  // round the match
  Surroundings* around = nullptr;
  Leads* leads = nullptr;
  PhraseReaches* reaches = nullptr;
  const CompiledLanguage* language = nullptr;

  AskedText before;  // of the sentence, up to the match
  AskedText after;   // of the sentence, from the match's end

  [[nodiscard]] std::string_view lower() const { return passage->folded.lower; }
};

// The sentence's text up to the match, and from its end.
[[nodiscard]] AskedText text_before(const Passage& passage, Span sentence, Span match);
[[nodiscard]] AskedText text_after(const Passage& passage, Span sentence, Span match);

// Asks a passage's heading, or what introduces it, and tells the surroundings.
[[nodiscard]] bool ask_heading(const Scene& scene, const LeadQuestion& question);
[[nodiscard]] bool ask_lead_in(const Scene& scene, const LeadQuestion& question);

[[nodiscard]] bool holds(const CompiledCondition& condition, const Scene& scene);
[[nodiscard]] bool any_holds(const std::vector<CompiledCondition>& conditions, const Scene& scene);

}  // namespace personfirst
