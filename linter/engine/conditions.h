// Does a rule's condition hold where a candidate stands?
#pragma once

#include <string_view>
#include <vector>

#include "linter/engine/leads.h"
#include "linter/engine/passage.h"
#include "linter/engine/surroundings.h"
#include "linter/rules/rule_set.h"

namespace personfirst {

// A candidate in its surroundings. Spans are in the folded text.
struct Scene {
  const Passage* passage = nullptr;
  Span match;     // with a possessive ending
  Span sentence;  // round the match
  Surroundings* around = nullptr;
  Leads* leads = nullptr;
  const CompiledLanguage* language = nullptr;

  [[nodiscard]] std::string_view lower() const { return passage->folded.lower; }
  [[nodiscard]] std::string_view before() const;  // of the sentence, up to the match
  [[nodiscard]] std::string_view after() const;   // of the sentence, from the match's end
};

// Asks a passage's heading, or what introduces it, and tells the surroundings.
[[nodiscard]] bool ask_heading(const Scene& scene, const LeadQuestion& question);
[[nodiscard]] bool ask_lead_in(const Scene& scene, const LeadQuestion& question);

[[nodiscard]] bool holds(const CompiledCondition& condition, const Scene& scene);
[[nodiscard]] bool any_holds(const std::vector<CompiledCondition>& conditions, const Scene& scene);

}  // namespace personfirst
