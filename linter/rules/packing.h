// The fields of every struct that rules are made of, in the order in which they are packed: for
// packed.cpp and compact.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <tuple>
#include <type_traits>

#include "linter/rules/rule_parts.h"

namespace personfirst::packing {

template <typename T>
using Of = std::type_identity<T>;

constexpr auto fields(Of<Condition>) {
  using T = Condition;
  return std::tuple(&T::near, &T::absent, &T::before, &T::after, &T::under, &T::within, &T::scope);
}
constexpr auto fields(Of<Suggestion>) {
  using T = Suggestion;
  return std::tuple(&T::text, &T::predicate, &T::become, &T::for_patterns, &T::needs, &T::automatic,
                    &T::mass);
}
constexpr auto fields(Of<FlagExample>) {
  using T = FlagExample;
  return std::tuple(&T::in, &T::out, &T::format, &T::context);
}
constexpr auto fields(Of<PassExample>) {
  return std::tuple(&PassExample::in, &PassExample::format);
}
constexpr auto fields(Of<Anchor>) {
  using T = Anchor;
  return std::tuple(&T::word, &T::min_before, &T::max_before, &T::previous, &T::next, &T::pairs,
                    &T::beside_any);
}
constexpr auto fields(Of<Rule>) {
  using T = Rule;
  return std::tuple(&T::id, &T::language, &T::pack, &T::topic, &T::file, &T::severity,
                    &T::on_by_default, &T::exact_case, &T::reports, &T::part_of_speech, &T::message,
                    &T::note, &T::advice, &T::sources, &T::patterns, &T::unless, &T::evidence,
                    &T::ordinary, &T::suggestions, &T::mutual_aid_word, &T::names_code, &T::flag,
                    &T::pass, &T::anchors, &T::checked);
}
constexpr auto fields(Of<WordSet>) { return std::tuple(&WordSet::name, &WordSet::words); }
constexpr auto fields(Of<Macro>) {
  return std::tuple(&Macro::name, &Macro::re2, &Macro::max_words);
}
constexpr auto fields(Of<VerbForms>) {
  using T = VerbForms;
  return std::tuple(&T::base, &T::third, &T::past, &T::participle, &T::gerund);
}
constexpr auto fields(Of<SelfLabelCues>) {
  using T = SelfLabelCues;
  return std::tuple(&T::before, &T::after, &T::first_person, &T::own, &T::other_person);
}
constexpr auto fields(Of<MentionCues>) {
  using T = MentionCues;
  return std::tuple(&T::before, &T::after, &T::before_set_off, &T::after_set_off, &T::introduced_by,
                    &T::line_start, &T::reference_headings);
}
constexpr auto fields(Of<NameShape>) {
  return std::tuple(&NameShape::name_words, &NameShape::joining_words, &NameShape::organisations);
}
constexpr auto fields(Of<Lexicon>) {
  using T = Lexicon;
  return std::tuple(&T::language, &T::sets, &T::macros, &T::verbs, &T::common_words,
                    &T::function_words, &T::a_before_vowel_letter, &T::an_before_consonant_letter,
                    &T::us_to_uk, &T::uk_cues, &T::law, &T::codes, &T::labels, &T::self_label,
                    &T::mention, &T::name_shape, &T::pair_steps, &T::checked);
}
constexpr auto fields(Of<ExemptName>) {
  using T = ExemptName;
  return std::tuple(&T::text, &T::acronym, &T::needs_capitals);
}
constexpr auto fields(Of<SourceEntry>) {
  using T = SourceEntry;
  return std::tuple(&T::id, &T::title, &T::publisher, &T::year, &T::url);
}
constexpr auto fields(Of<RuleHead>) {
  using T = RuleHead;
  return std::tuple(&T::id, &T::language, &T::pack, &T::severity, &T::on_by_default, &T::reports,
                    &T::checked, &T::asks_document, &T::patterns);
}
constexpr auto fields(Of<ScanWords::Data>) {
  using T = ScanWords::Data;
  return std::tuple(&T::slots, &T::size, &T::prints, &T::pairs, &T::pair_prints);
}
constexpr auto fields(Of<AnchorTable::Data>) {
  using T = AnchorTable::Data;
  return std::tuple(&T::slots, &T::letters, &T::letters_end, &T::uses_end, &T::places, &T::masks);
}
constexpr auto fields(Of<EdgeTable::Data>) {
  return std::tuple(&EdgeTable::Data::keys, &EdgeTable::Data::masks);
}
constexpr auto fields(Of<RuleData>) {
  using T = RuleData;
  return std::tuple(&T::rules, &T::lexicons, &T::names, &T::sources);
}

constexpr Severity last(Of<Severity>) { return Severity::Error; }
constexpr PartOfSpeech last(Of<PartOfSpeech>) { return PartOfSpeech::Phrase; }
constexpr Reports last(Of<Reports>) { return Reports::SuppressionWithoutReason; }
constexpr Scope last(Of<Scope>) { return Scope::Document; }
constexpr Needs last(Of<Needs>) { return Needs::Prescription; }

// How many values a struct can be made from. An optional takes anything by itself.
template <typename T>
constexpr bool kIsOptional = false;
template <typename T>
constexpr bool kIsOptional<std::optional<T>> = true;
struct Anything {
  template <typename T>
  requires(!kIsOptional<T>) operator T() const { return T(); }
};
template <typename T, typename... Given>
constexpr std::size_t count_fields() {
  if constexpr (requires { T{Given{}..., Anything{}}; }) {
    return count_fields<T, Given..., Anything>();
  } else {
    return sizeof...(Given);
  }
}

template <typename T>
concept Struct = requires {
  fields(Of<T>{});
};
template <Struct T>
constexpr auto all_fields() {
  constexpr auto kFields = fields(Of<T>{});
  static_assert(std::tuple_size_v<decltype(kFields)> == count_fields<T>(),
                "a field of a struct is not packed: name it above");
  return kFields;
}

}  // namespace personfirst::packing
