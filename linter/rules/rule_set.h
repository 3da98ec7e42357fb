// The rules, compiled: what the engine reads. Immutable after compile_rules(); shared by any number
// of threads.
//
// Most runs need few of the rules: each is read and compiled when it is first asked for, and so are
// its regexes and phrase lists (rules/lazy.h), from the parts inside, which never move. What was
// not checked when it was packed is checked here, at once.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "linter/linter.h"
#include "linter/rules/lazy.h"
#include "linter/rules/macro_tree.h"
#include "linter/rules/phrase_index.h"
#include "linter/rules/regex.h"
#include "linter/rules/rule.h"
#include "linter/rules/rule_parts.h"
#include "linter/rules/template.h"

namespace personfirst {

using Phrases = Lazy<PhraseIndex>;

struct CompiledCondition {
  const Condition* condition = nullptr;
  std::vector<const Phrases*> near;  // of word sets, shared, and of the condition's own phrases
  std::vector<const Phrases*> absent;
  std::vector<const Phrases*> under;
  Regex before;
  Regex after;
};

struct Wording {
  Template text, predicate, become;
};

struct CompiledSuggestion {
  const Suggestion* suggestion = nullptr;
  Lazy<Wording> wording;
  Regex only_for;  // empty: for all matches
};

// Phrase lists that conditions point to.
using OwnPhrases = std::vector<std::unique_ptr<const Phrases>>;

struct CompiledRule {
  const Rule* rule = nullptr;
  std::vector<Regex> patterns;
  Regex unless;
  std::vector<CompiledCondition> evidence;
  std::vector<CompiledCondition> ordinary;
  std::vector<CompiledSuggestion> suggestions;
  OwnPhrases own_phrases;
};

// Each is compiled when it is first asked for.
class CompiledRules {
 public:
  [[nodiscard]] std::size_t size() const { return rules_.size(); }
  [[nodiscard]] const CompiledRule& operator[](std::size_t i) const { return *rules_[i]; }
  void add(Lazy<CompiledRule> rule) { rules_.push_back(std::move(rule)); }

 private:
  std::vector<Lazy<CompiledRule>> rules_;
};

// What all rules of one language share.
struct CompiledLanguage {
  const Lexicon* lexicon = nullptr;
  MacroTrees macros;
  AnchorTable anchors;
  ScanWords scan;
  EdgeTable edges;  // may know nothing
  std::unordered_set<std::string, StringHash, std::equal_to<>> function_words;
  std::unordered_set<std::string, StringHash, std::equal_to<>> uk_cues;
  std::map<std::string, Phrases> sets;
  std::vector<CompiledCondition> law, codes;
  OwnPhrases own_phrases;
  Phrases labels;
  Regex self_label_before, self_label_after, self_label_own;
  Phrases first_person, other_person, organisations;
  Regex mention_before, mention_after, mention_before_set_off, mention_after_set_off,
      mention_introduced, mention_line;
  Regex reference_heading;
  Phrases name_words;
  std::unordered_set<std::string, StringHash, std::equal_to<>> joining_words;
};

class RuleSet {
 public:
  explicit RuleSet(RuleParts loaded) : parts(std::move(loaded)) {}
  RuleSet(const RuleSet&) = delete;
  RuleSet& operator=(const RuleSet&) = delete;

  // Patterns are numbered in the order of the rules.
  [[nodiscard]] std::uint32_t rule_of(std::uint32_t pattern) const { return rule_of_[pattern]; }
  [[nodiscard]] const Regex& regex_of(std::uint32_t pattern) const {
    const std::uint32_t rule = rule_of_[pattern];
    return rules[rule].patterns[pattern - first_pattern_[rule]];
  }
  [[nodiscard]] const RuleHead& head(std::size_t rule) const { return parts.rules[rule].head; }
  void add_rule(std::uint32_t pattern_count, Lazy<CompiledRule> rule);

  RuleParts parts;
  CompiledRules rules;  // sorted by id
  std::map<std::string, CompiledLanguage> languages;
  Phrases names;
  Phrases names_in_capitals;

 private:
  std::vector<std::uint32_t> rule_of_;        // of each pattern
  std::vector<std::uint32_t> first_pattern_;  // of each rule
};

[[nodiscard]] Result<std::unique_ptr<RuleSet>> compile_rules(RuleParts parts);
[[nodiscard]] Result<std::unique_ptr<RuleSet>> compile_rules(RuleData data);

// Compiles the regexes of all rules that were not checked, which otherwise wait for their first
// use, and says which one RE2 refuses.
[[nodiscard]] Result<void> check_regexes(const RuleSet& set);

// Checks everything deeply, derives what can be derived, and marks all of it as checked: for
// packing (rules/packed.h).
[[nodiscard]] Result<void> prepare_rules(RuleData& data);

// Of prepared rules: for packing, too.
[[nodiscard]] Result<std::map<std::string, LanguageTables>> prepare_tables(RuleData data);

}  // namespace personfirst
