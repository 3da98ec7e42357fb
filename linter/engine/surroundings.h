// What judging asks of a document beyond the passage at hand.
//
// A finding depends on its passage and on the answers to these questions, and on nothing else: who
// writes them down knows when a finding still stands after an edit elsewhere.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "linter/engine/passage.h"
#include "linter/rules/rule_set.h"

namespace personfirst {

// About a lead: a passage's heading, or what introduces it.
struct LeadQuestion {
  enum class Asks : std::uint8_t {
    HoldsPhrase,   // one of `phrases`
    IsReferences,  // the heading of a reference list
    IsCue,         // "Words to avoid": what is below is spoken about
  };
  Asks asks = Asks::HoldsPhrase;
  const PhraseIndex* phrases = nullptr;
  friend bool operator==(const LeadQuestion&, const LeadQuestion&) = default;
};

[[nodiscard]] bool answer(const LeadQuestion& question, const CompiledLanguage& language,
                          const Folded& lead);

class Surroundings {
 public:
  virtual ~Surroundings() = default;
  // Does one of the phrases stand anywhere in the document?
  virtual bool document_holds(const PhraseIndex& phrases) = 0;
  // Is it spelt the British way?
  virtual bool is_uk() = 0;
  // `lead` is as in Prose::heading or Prose::introduced_by.
  virtual void lead_was_asked(const std::string& lead, const LeadQuestion& question, bool answered);
};

[[nodiscard]] bool stands_in(const PhraseIndex& phrases, const Folded& folded);
[[nodiscard]] bool holds_uk_cue(const CompiledLanguage& language, const Folded& folded);
// A prose as those questions see it.
[[nodiscard]] Folded fold_for_words(std::string_view text);

// Of all prose of a document. Folded on the first question only. Not thread-safe: one for each
// lint() call; the prose must outlive it.
class WholeDocument : public Surroundings {
 public:
  WholeDocument(const CompiledLanguage& language, const std::vector<Prose>& prose)
      : language_(language), prose_(prose) {}
  bool document_holds(const PhraseIndex& phrases) override;
  bool is_uk() override;

 private:
  const std::vector<Folded>& folded();

  const CompiledLanguage& language_;
  const std::vector<Prose>& prose_;
  std::vector<Folded> folded_;
  std::map<const PhraseIndex*, bool> known_;
  bool is_uk_ = false, uk_known_ = false;
};

// The phrases that some condition looks for in the whole document.
[[nodiscard]] std::vector<const PhraseIndex*> document_phrases(const RuleSet& rules,
                                                               const CompiledLanguage& language);

}  // namespace personfirst
