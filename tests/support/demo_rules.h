// A small rule set for tests of the engine, so that they do not depend on what the shipped rules
// say. It has one rule for each form of rule; the words are few and the sentences that use them are
// our own.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/rules/load.h"
#include "linter/rules/rule_set.h"

namespace personfirst::testing {

inline constexpr std::string_view kDemoLexicon = R"json({"lexicon": {"en": {
  "sets": {
    "be_form": {"am": {"form": "base"}, "are": {"form": "base"}, "is": {"form": "third"}, "'s": {"form": "third"},
                "was": {"form": "past"}, "were": {"form": "past"}, "been": {"form": "participle"},
                "being": {"form": "gerund"}},
    "become_form": {"become": {"form": "base"}, "becomes": {"form": "third"}, "became": {"form": "past"}},
    "determiner": ["a", "an", "the", "this", "his", "her"],
    "relative_pronoun": ["who", "that"],
    "subject": ["doctor", "nurse", "patients"],
    "substance": {
      "heroin": {"with": "opioid use disorder"},
      "crystal meth": {"name": "methamphetamine", "with": "methamphetamine use disorder"},
      "opioids": {"compound": "opioid", "with": "opioid use disorder"}
    },
    "person": {"man": {}, "woman": {}, "men": {"number": "plural"}, "women": {"number": "plural"}},
    "clue": ["rehab", "clinic", "crystal meth", "night shift"]
  },
  "macros": {"number": {"re2": "(?:[0-9]|[0-9][0-9]|two|three)"}, "word": {"re2": "[a-z0-9'-]+"}},
  "verbs": {
    "abuse": ["abuse", "abuses", "abused", "abused", "abusing"],
    "be": ["be", "is", "was", "been", "being"],
    "develop": ["develop", "develops", "developed", "developed", "developing"],
    "have": ["have", "has", "had", "had", "having"],
    "take": ["take", "takes", "took", "taken", "taking"],
    "use": ["use", "uses", "used", "used", "using"]
  },
  "common_words": ["a", "and", "in", "is", "of", "or", "the", "to", "was", "with"],
  "function_words": ["a", "and", "at", "came", "in", "is", "left", "of", "or", "the", "to", "was", "were", "who", "with"],
  "articles": {"a": ["use", "one", "uni"], "an": ["hour", "honest", "mri"]},
  "spelling": {"program": "programme", "behavior": "behaviour"},
  "uk_cues": ["colour", "nhs"],
  "law": [{"near": ["penal code", "statute"], "within": 4}],
  "codes": [{"after": ["x99"]}],
  "labels": ["lab", "lab work", "work"],
  "self_label": {
    "before": ["i am (?:an?|still an?)", "i'm an?", "we are", "(?:call|calls|called) (?:himself|herself) an?"],
    "after": ["like me"],
    "first_person": ["i", "me", "we", "us"],
    "own": ["my(?: own)?"],
    "other_person": ["he", "she", "they"]
  },
  "mention": {
    "before": ["the (?:word|term)", "words(?: such as| like)", "instead of"],
    "after": ["is an? (?:offensive )?(?:word|term|label)"],
    "before_set_off": ["avoid", "retire"],
    "after_set_off": ["(?:means|implies)"],
    "introduced_by": ["avoid", "words to avoid", "instead of"],
    "line_start": ["avoid", "instead of"],
    "reference_headings": ["references"]
  },
  "name_shape": {"name_words": ["institute", "council", "act", "journal"], "organisations": ["council", "office"],
    "joining_words": ["of", "on", "and", "the"]}
}}})json";

inline constexpr std::string_view kDemoRules =
    R"json({"language": "en", "pack": "core", "topic": "demo", "rules": [
  {"id": "demo/junkie", "severity": "error", "pos": "person", "message": "“{match}” is unkind.", "note": "It hurts.",
   "sources": ["guide"], "patterns": ["junk{ie|ies}"], "unless": ["(?:news|political) junkies?"],
   "advice": "Name the person first.",
   "suggest": [
     {"text": "{person|people} who {uses|use} drugs", "predicate": "{verb:use} drugs", "become": "{verb:develop} an addiction"},
     {"text": "{person|people} with a substance use disorder", "needs": "dx"}],
   "flag": [{"in": "A [[junkie]] came."}], "pass": ["Nobody came."]},
  {"id": "demo/substance-junkie", "severity": "error", "pos": "person", "message": "“{match}” is unkind.", "note": "It hurts.",
   "sources": ["guide"], "patterns": ["{substance} junk{ie|ies}"],
   "suggest": [{"text": "{person|people} with {substance.with}", "needs": "dx", "predicate": "{verb:have} {substance.with}"},
               {"text": "{person|people} who {uses|use} {substance}"}],
   "flag": [{"in": "A [[heroin junkie]] came."}], "pass": ["Nobody came."]},
  {"id": "demo/sober-person", "severity": "warning", "pos": "person", "message": "“{match}” is unkind.", "note": "It hurts.",
   "sources": ["guide"], "patterns": ["sober {person}"], "mutual_aid": true,
   "suggest": [{"text": "{person} in recovery", "needs": "rec"}],
   "flag": [{"in": "A [[sober man]] came."}], "pass": ["Nobody came."]},
  {"id": "demo/abuse", "severity": "error", "pos": "thing", "message": "“{match}” blames.", "note": "It hurts.",
   "sources": ["guide"], "patterns": ["{substance} abuse", "drug abuse"],
   "suggest": [{"text": "{substance.compound} use", "apply": "automatic", "mass": true},
               {"text": "drug use", "for": ["drug abuse"], "apply": "automatic", "mass": true}],
   "flag": [{"in": "His [[heroin abuse]] stopped."}], "pass": ["Nobody came."]},
  {"id": "demo/abuse-verb", "severity": "error", "pos": "verb", "message": "“{match}” blames.", "note": "It hurts.",
   "sources": ["guide"], "patterns": ["{verb:abuse} {substance}"], "suggest": [{"text": "{verb:take} {substance}"}],
   "flag": [{"in": "He [[abused heroin]]."}], "pass": ["Nobody came."]},
  {"id": "demo/dirty", "severity": "warning", "pos": "phrase", "message": "“{match}” shames.", "note": "It hurts.",
   "sources": ["guide"], "patterns": ["dirty"], "evidence": [{"near": ["{clue}"]}],
   "ordinary": [{"after": ["laundry"]}], "advice": "Say what the test found.",
   "flag": [{"in": "At the clinic he was [[dirty]]."}], "pass": ["Nobody came."]},
  {"id": "demo/mat", "severity": "hint", "pos": "thing", "case": "exact", "message": "“{match}” is unclear.",
   "note": "It hurts.", "sources": ["guide"], "patterns": ["MAT"], "suggest": [{"text": "medication", "mass": true}],
   "flag": [{"in": "The [[MAT]] program grew."}], "pass": ["Nobody came."]},
  {"id": "demo/quiet", "severity": "hint", "off": true, "pos": "thing", "message": "“{match}” is vague.",
   "note": "It hurts.", "sources": ["guide"], "patterns": ["rock bottom"], "advice": "Say what happened.",
   "flag": [{"in": "He hit [[rock bottom]]."}], "pass": ["Nobody came."]}
]})json";

inline constexpr std::string_view kDemoClinicalRules =
    R"json({"language": "en", "pack": "clinical", "topic": "chart", "rules": [
  {"id": "chart/denies", "severity": "warning", "pos": "verb", "message": "“{match}” doubts.", "note": "It hurts.",
   "sources": ["guide"], "patterns": ["denies"], "suggest": [{"text": "reports no"}],
   "flag": [{"in": "He [[denies]] pain."}], "pass": ["Nobody came."]}
]})json";

inline constexpr std::string_view kDemoNames = R"json({"names": [
  {"text": "Cowboy Junkies"}, {"text": "Heroin Abuse Survey", "acronym": "HAS"}, {"text": "Junkie", "needs_capitals": true}
]})json";

inline constexpr std::string_view kDemoSources = R"json({"sources": [
  {"id": "guide", "title": "A guide", "publisher": "The demo", "url": "https://example.org/guide"}
]})json";

using DemoSet = std::unique_ptr<const RuleSet>;

// With rules of one's own beside the lexicon, names and sources of the demo.
inline Result<RuleData> load_with_demo_lexicon(std::vector<RuleFile> rules) {
  rules.insert(rules.begin(), {{"lexicon.json", std::string(kDemoLexicon)},
                               {"names.json", std::string(kDemoNames)},
                               {"sources.json", std::string(kDemoSources)}});
  return load_rule_data(rules, LoadExamples::No);
}

inline Result<DemoSet> compile_with_demo_lexicon(std::vector<RuleFile> rules) {
  Result<RuleData> data = load_with_demo_lexicon(std::move(rules));
  if (!data) return tl::make_unexpected(data.error());
  auto set = compile_rules(*std::move(data));
  if (!set) return tl::make_unexpected(set.error());
  return DemoSet(std::move(*set));
}

inline std::vector<RuleFile> demo_files() {
  return {{"demo.json", std::string(kDemoRules)}, {"chart.json", std::string(kDemoClinicalRules)}};
}

// As it was loaded.
inline RuleData demo_data() {
  Result<RuleData> data = load_with_demo_lexicon(demo_files());
  if (!data) ADD_FAILURE() << to_string(data.error());
  return data ? *std::move(data) : RuleData{};
}

inline DemoSet make_demo_rules() {
  auto set = compile_with_demo_lexicon(demo_files());
  if (!set) ADD_FAILURE() << to_string(set.error());
  return set ? std::move(*set) : nullptr;
}

inline const RuleSet& demo_rules() {
  static const DemoSet kSet = make_demo_rules();
  return *kSet;
}

inline const Lexicon& demo_lexicon() { return *demo_rules().parts.lexicons.at("en"); }

}  // namespace personfirst::testing
