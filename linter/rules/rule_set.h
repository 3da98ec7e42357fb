// The rules, compiled: what the engine reads. Immutable after compile_rules(); shared by any number
// of threads.
//
// Most runs need few of the rules: regexes and phrase lists are written out on first use
// (rules/lazy.h), from the RuleData inside, which never moves. What was not checked when it was
// packed is checked here, at once.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "linter/linter.h"
#include "linter/rules/lazy.h"
#include "linter/rules/macro_tree.h"
#include "linter/rules/phrase_index.h"
#include "linter/rules/regex.h"
#include "linter/rules/rule.h"
#include "linter/rules/scan_words.h"
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

struct CompiledPattern {
  std::uint32_t rule = 0;
  Regex regex;
};

struct CompiledRule {
  const Rule* rule = nullptr;
  Regex unless;
  std::vector<CompiledCondition> evidence;
  std::vector<CompiledCondition> ordinary;
  std::vector<CompiledSuggestion> suggestions;
};

// Where a word may belong to a match: the pattern, and what stands before and after (see Anchor).
struct AnchorUse {
  std::uint32_t pattern = 0;
  std::uint32_t min_before = 0;
  std::uint32_t max_before = 0;
  WordMask previous = kAnyWord;
  WordMask next = kAnyWord;
};

// What all rules of one language share.
struct CompiledLanguage {
  const Lexicon* lexicon = nullptr;
  MacroTrees macros;
  std::unordered_map<std::string, std::vector<AnchorUse>, StringHash, std::equal_to<>> anchors;
  ScanWords scan;  // all anchors, and kDirectiveWord
  std::unordered_set<std::string, StringHash, std::equal_to<>> function_words;
  std::unordered_set<std::string, StringHash, std::equal_to<>> uk_cues;
  std::map<std::string, Phrases> sets;
  std::vector<CompiledCondition> law, codes;
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
  explicit RuleSet(RuleData loaded) : data(std::move(loaded)) {}
  RuleSet(const RuleSet&) = delete;
  RuleSet& operator=(const RuleSet&) = delete;

  const RuleData data;
  std::vector<CompiledRule> rules;  // sorted by id
  std::vector<CompiledPattern> patterns;
  std::map<std::string, CompiledLanguage> languages;
  Phrases names;
  Phrases names_in_capitals;
  std::deque<Phrases> own_phrases;  // of conditions, which point here
};

[[nodiscard]] Result<std::unique_ptr<RuleSet>> compile_rules(RuleData data);

// Compiles the regexes of all rules that were not checked, which otherwise wait for their first
// use, and says which one RE2 refuses.
[[nodiscard]] Result<void> check_regexes(const RuleSet& set);

// Checks everything deeply, derives what can be derived, and marks all of it as checked: for
// packing (rules/packed.h).
[[nodiscard]] Result<void> prepare_rules(RuleData& data);

}  // namespace personfirst
