// A rule, and everything the rules lean on, as plain data: what stands in rules/*.json, and what is
// derived from it once, when the shipped rules are built in.
//
// The JSON forms are explained in rules/README.md and constrained by rules/schema.json. load.h is
// the only reader. Patterns are kept as written; pattern.h gives them a meaning.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/finding.h"
#include "linter/rules/word_list.h"

namespace personfirst {

enum class PartOfSpeech { Person, Thing, Modifier, Verb, Phrase };
enum class Scope { Sentence, Paragraph, Document };
enum class Needs { Nothing, Diagnosis, Recovery, Prescription };
// What a rule is about. All but Words have no patterns: comments that silence rules are found by
// linter/suppressions.h, whatever the text's language.
enum class Reports { Words, UnusedSuppression, UnknownSuppression, SuppressionWithoutReason };

// All parts that are given must hold.
struct Condition {
  std::vector<std::string> near;    // one of these phrases stands in the scope, outside the match
  std::vector<std::string> absent;  // none of these does
  std::vector<std::string> before;  // one of these ends where the match begins
  std::vector<std::string> after;   // one of these begins where the match ends
  std::optional<std::uint32_t>
      within;  // words between the match and `near`; without it, anywhere in the scope
  Scope scope = Scope::Sentence;   // of `near` and `absent`
  std::vector<std::string> under;  // in the label or heading that it stands under

  bool operator==(const Condition&) const = default;
};

struct Suggestion {
  std::string text;       // template: {sg|pl}, {set}, {set.attribute}, {verb:use}
  std::string predicate;  // template that replaces "is a(n) MATCH"; may be empty
  std::string become;     // template that replaces "became a(n) MATCH"; may be empty
  std::vector<std::string> for_patterns;  // only for matches that are one of these; empty: for all
  Needs needs = Needs::Nothing;
  bool automatic = false;  // may be applied unasked
  bool mass = false;       // the new head takes no a/an ("drug use")

  bool operator==(const Suggestion&) const = default;
};

struct FlagExample {
  std::string in;  // [[span]] marked
  std::optional<std::string> out;
  std::string format = "plain";
  std::string context = "prose";

  bool operator==(const FlagExample&) const = default;
};

struct PassExample {
  std::string in;
  std::string format = "plain";

  bool operator==(const PassExample&) const = default;
};

// Stands for some words, one bit of 64 each, and so now and then for others, too.
using WordMask = std::uint64_t;
inline constexpr WordMask kAnyWord = ~WordMask{0};
[[nodiscard]] constexpr WordMask mask_of(std::string_view word) {
  std::uint32_t hash = 2166136261U;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return WordMask{1} << (hash >> 26);
}

// A word that every phrase of a pattern holds one of, and where it stands in the phrase.
struct Anchor {
  std::string word;              // folded lower case
  std::uint32_t min_before = 0;  // words before it
  std::uint32_t max_before = 0;
  WordMask previous = kAnyWord;  // right before it
  WordMask next = kAnyWord;
  // The same more sharply, for the scan of whole texts: one of these pairs (scan_words.h) stands
  // where the word belongs to a match, or one that is open and a triple, unless it may do so beside
  // any word.
  std::vector<std::uint32_t> pairs = {};
  bool beside_any = false;

  bool operator==(const Anchor&) const = default;
};

struct Rule {
  std::string id;                     // "topic/name"
  std::string language, pack, topic;  // of its file
  std::string file;                   // for error messages
  Severity severity = Severity::Warning;
  bool on_by_default = true;
  bool exact_case = false;  // patterns are matched with the letters' case ("MAT")
  Reports reports = Reports::Words;
  PartOfSpeech part_of_speech = PartOfSpeech::Phrase;
  std::string message;  // {match} stands for the words found
  std::string note;
  std::string advice;  // what to do where no mechanical rewrite reads well
  std::vector<std::string> sources;
  std::vector<std::string> patterns;
  std::vector<std::string> unless;      // phrases that overlap the match and make it something else
  std::vector<Condition> evidence;      // when given, one must hold
  std::vector<Condition> ordinary;      // when one holds, the words are used in an ordinary sense
  std::vector<Suggestion> suggestions;  // best first
  bool mutual_aid_word = false;         // recovery groups' own word: silent with Voice::MutualAid
  bool names_code = false;  // tells today's name of a coded term, where all other rules are silent
  std::vector<FlagExample> flag;
  std::vector<PassExample> pass;
  // Derived when the rules were checked (prepare_rules() in rule_set.h); empty for a rule that was
  // just read from JSON.
  std::vector<std::vector<Anchor>> anchors;  // of each pattern
  bool checked = false;

  bool operator==(const Rule&) const = default;
};

struct WordSet {
  std::string name;
  WordList words;

  bool operator==(const WordSet&) const = default;
};

struct Macro {
  std::string name;
  std::string re2;              // raw RE2, no groups that capture
  std::uint32_t max_words = 1;  // that it can stand for

  bool operator==(const Macro&) const = default;
};

struct VerbForms {
  std::string base, third, past, participle, gerund;

  bool operator==(const VerbForms&) const = default;
};

struct SelfLabelCues {
  std::vector<std::string> before;  // "i am an", "we were"
  std::vector<std::string> after;   // "in me"
  std::vector<std::string>
      first_person;              // "i", "we", "myself": whose verbs and states are the writer's own
  std::vector<std::string> own;  // "my": before a thing that is the writer's own
  std::vector<std::string>
      other_person;  // whose are not; people nouns in the sets "subject" and "person" count, too

  bool operator==(const SelfLabelCues&) const = default;
};

struct MentionCues {
  std::vector<std::string> before;  // "the word", "instead of"
  std::vector<std::string> after;   // "is a stigmatizing term"
  std::vector<std::string>
      before_set_off;  // the same where the word stands in quotation marks or emphasis: "avoid"
  std::vector<std::string> after_set_off;
  std::vector<std::string> introduced_by;  // a column header or list line: "avoid"
  std::vector<std::string>
      line_start;  // a label before a colon: what follows mentions its words: "avoid"
  std::vector<std::string>
      reference_headings;  // what stands below is other people's titles: "references"

  bool operator==(const MentionCues&) const = default;
};

// Capitalised runs that name something: they hold one of these words (folded lower case).
struct NameShape {
  std::vector<std::string> name_words;     // institute, association, act, journal
  std::vector<std::string> joining_words;  // of, on, and, for: allowed in lower case inside a run
  std::vector<std::string>
      organisations;  // those that name a body even in a title: institute, council, bureau

  bool operator==(const NameShape&) const = default;
};

struct Lexicon {
  std::string language;
  std::map<std::string, WordSet> sets;
  std::map<std::string, Macro> macros;
  std::map<std::string, VerbForms> verbs;   // by base form
  std::vector<std::string> common_words;    // never worth searching for
  std::vector<std::string> function_words;  // what may follow a noun without being its head noun
  std::vector<std::string> a_before_vowel_letter;       // word beginnings: "use", "one", "eu"
  std::vector<std::string> an_before_consonant_letter;  // "hour", "honest", "x-ray", "std"
  std::map<std::string, std::string> us_to_uk;          // spelling of suggestions
  std::vector<std::string> uk_cues;  // words that tell that a text is in UK spelling
  std::vector<Condition> law;        // where law and classification names stay as they are
  std::vector<Condition> codes;      // where the words are the name of a code that stands by them
  std::vector<std::string> labels;   // what a note's parts are called: "social history", "sh"
  SelfLabelCues self_label;
  MentionCues mention;
  NameShape name_shape;
  // Of all anchors of rules that are checked; sorted, each as what it adds to the one before.
  std::vector<std::uint32_t> pair_steps;
  bool checked = false;  // see Rule

  bool operator==(const Lexicon&) const = default;
};

struct ExemptName {
  std::string text;     // as written; matched folded
  std::string acronym;  // may be empty
  bool needs_capitals =
      false;  // exempt only when capitalised inside a sentence, quoted or emphasised

  bool operator==(const ExemptName&) const = default;
};

struct SourceEntry {
  std::string id, title, publisher, year, url;

  bool operator==(const SourceEntry&) const = default;
};

// Everything that was loaded, before compilation.
struct RuleData {
  std::vector<Rule> rules;
  std::map<std::string, Lexicon> lexicons;  // by language
  std::vector<ExemptName> names;
  std::vector<SourceEntry> sources;

  bool operator==(const RuleData&) const = default;
};

}  // namespace personfirst
