#include "linter/engine/leads.h"

namespace personfirst {

bool Leads::answer(const LeadQuestion& question, const CompiledLanguage& language,
                   const std::string& lead) {
  if (lead.empty()) return false;
  Known& known = about(lead);
  for (const auto& [asked, answered] : known.answers) {
    if (asked == question) return answered;
  }
  if (!known.folded) known.folded = fold_for_words(lead);
  const bool answered = personfirst::answer(question, language, *known.folded);
  known.answers.emplace_back(question, answered);
  return answered;
}

Leads::Known& Leads::about(const std::string& lead) {
  for (std::size_t i = 0; i < known_.size(); ++i) {
    if (known_[i].lead != lead) continue;
    next_ = 1 - i;
    return known_[i];
  }
  Known& known = known_[next_];
  next_ = 1 - next_;
  known.lead = lead;
  known.folded.reset();
  known.answers.clear();
  return known;
}

}  // namespace personfirst
