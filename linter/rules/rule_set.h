// The rules, compiled: what the engine reads. Immutable after compile_rules(); shared by any number of threads.
//
// Regexes compile on first use (rules/regex.h). Everything refers to the RuleData inside, which never moves.
#pragma once

#include <bitset>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "linter/linter.h"
#include "linter/rules/phrase_index.h"
#include "linter/rules/regex.h"
#include "linter/rules/rule.h"
#include "linter/rules/template.h"

namespace personfirst {

struct CompiledCondition {
  const Condition* condition = nullptr;
  std::vector<const PhraseIndex*> near;  // of word sets, shared, and of the condition's own phrases
  std::vector<const PhraseIndex*> absent;
  Regex before;
  Regex after;
};

struct CompiledSuggestion {
  const Suggestion* suggestion = nullptr;
  Template text, predicate, become;
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

// Where a word may belong to a match: the pattern, and how many words of it stand before.
struct AnchorUse {
  std::uint32_t pattern = 0;
  std::uint32_t min_before = 0;
  std::uint32_t max_before = 0;
};

// A small number made of a word's length and first letters. (Anchors of more than 32 bytes do not exist.)
inline constexpr std::size_t kAnchorShapes = 1 << 16;
[[nodiscard]] constexpr std::size_t anchor_shape(std::string_view lower) {
  const auto at = [&](std::size_t i) { return i < lower.size() ? static_cast<unsigned char>(lower[i]) : 0U; };
  return (at(0) * 2654435761U + at(1) * 40503U + at(2) * 9176U + lower.size() * 131U + at(lower.size() - 1) * 977U) %
         kAnchorShapes;
}

// What all rules of one language share.
struct CompiledLanguage {
  const Lexicon* lexicon = nullptr;
  std::unordered_map<std::string, std::vector<AnchorUse>, StringHash, std::equal_to<>> anchors;
  std::bitset<kAnchorShapes> anchor_shapes;  // of all anchors, for a quick no
  std::unordered_set<std::string, StringHash, std::equal_to<>> function_words;
  std::unordered_set<std::string, StringHash, std::equal_to<>> uk_cues;
  std::map<std::string, PhraseIndex> sets;
  std::vector<CompiledCondition> law;
  Regex self_label_before, self_label_after;
  PhraseIndex first_person, other_person;
  Regex mention_before, mention_after, mention_before_set_off, mention_after_set_off, mention_introduced, mention_line;
  Regex reference_heading;
  PhraseIndex name_words;
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
  PhraseIndex names;
  PhraseIndex names_in_capitals;
  std::vector<std::unique_ptr<PhraseIndex>> own_phrases;  // of conditions
};

[[nodiscard]] Result<std::unique_ptr<RuleSet>> compile_rules(RuleData data);

// Compiles every regex, which otherwise waits for its first use, and says which one RE2 refuses.
[[nodiscard]] Result<void> check_regexes(const RuleSet& set);

}  // namespace personfirst
