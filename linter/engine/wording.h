// A suggestion's template and a match -> the words that replace it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "linter/engine/fold.h"
#include "linter/engine/grammar.h"
#include "linter/rules/rule_set.h"

namespace personfirst {

// What a match says beyond its words.
struct MatchForm {
  std::map<std::string, std::string> remembered;  // set or macro -> the words, as in the text
  bool plural = false;
  VerbForm verb = VerbForm::Base;
  std::string copula;  // in a predicate: the form of "be" that is replaced, for {verb:be}
};

// `first_is_capital`: the match's first letter is a capital only because of where it stands.
[[nodiscard]] MatchForm form_of(const CompiledLanguage& language, const Folded& folded,
                                const RegexMatch& match, CaseShape shape);

// Nothing when the template asks for what the match has not, or would drop something that the match
// remembered.
[[nodiscard]] std::optional<std::string> word_it(const Template& text,
                                                 const CompiledLanguage& language,
                                                 const MatchForm& form);

}  // namespace personfirst
