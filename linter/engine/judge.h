// A candidate becomes a finding, or is allowed for a stated reason.
#pragma once

#include "linter/engine/candidates.h"
#include "linter/engine/conditions.h"
#include "linter/finding.h"
#include "linter/options.h"
#include "linter/text/words.h"

namespace personfirst {

enum class Verdict {
  Found,
  NotProse,       // code, URL, identifier, struck out
  Name,           // an organisation, law, journal or title
  AllowedPhrase,  // by the project
  OtherPhrase,    // the rule's `unless`
  OrdinarySense,  // no evidence, or an ordinary use
  Law,            // a term of law or of a classification, or the name of a code
  Mention,        // the word is spoken about, not used
  Reference,      // a citation or a reference list
  MutualAid,      // a recovery group's own word
};

struct Judgement {
  Verdict verdict = Verdict::Found;
  Context context = Context::Prose;
};

// Everything about one lint() call that judging needs. Not thread-safe: one for each call.
class Judge {
 public:
  // All of them must outlive it.
  Judge(const RuleSet& rules, const CompiledLanguage& language, const LintOptions& options,
        Surroundings& around);

  // `possessive_end`: the end of the match with its "'s".
  [[nodiscard]] Judgement judge(const Passage& passage, const Candidate& candidate,
                                std::uint32_t possessive_end);

  // Before the first candidate of another passage.
  void forget_passage() {
    sentence_known_ = false;
    reaches_.forget();
  }

  [[nodiscard]] Span sentence_of(const Passage& passage, Span match);

 private:
  [[nodiscard]] bool in_allowed_phrase(const Passage& passage, Span match) const;

  const RuleSet& rules_;
  const CompiledLanguage& language_;
  const LintOptions& options_;
  Surroundings& around_;
  Leads leads_;
  PhraseReaches reaches_;
  SentenceBreaker sentences_;
  PhraseIndex allowed_;
  Span last_match_, last_sentence_;
  bool sentence_known_ = false;
};

}  // namespace personfirst
