// Where what belongs to a field stands among compact bytes: for compact.cpp and the build tool that
// writes them.
//
// The bytes: for each stream that holds something, its number and its size, then a zero; then the
// streams. Numbers take seven bits a byte, the lowest first, and the eighth says that more follow.
// Texts end with a zero.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

#include "linter/rules/packing.h"

namespace personfirst::compact {

using packing::all_fields;
using packing::Struct;

// The examples of a rule, apart from it.
struct ExamplePart {
  std::vector<FlagExample> flag;
  std::vector<PassExample> pass;
};

// Words that may stand in a row (Lexicon::pair_steps): those before the last one, and what may be
// the last one, each as what is added to the word before. The first one is added to that of the row
// before.
struct WordRow {
  std::vector<std::uint32_t> before;
  std::vector<std::uint32_t> last;
};

struct LanguagePairs {
  std::string language;
  std::vector<WordRow> pairs, open_pairs, triples;
  std::vector<std::uint32_t> more;  // hashes of those whose words are not known, as such steps, too
};

// What is not a field of the rules.
struct Derived {
  std::vector<std::string> words;  // that anchors and pairs are made of, sorted
  std::vector<LanguagePairs> pairs;
};

// The structs above, as packing.h has the others.
constexpr auto fields(packing::Of<ExamplePart>) {
  return std::tuple(&ExamplePart::flag, &ExamplePart::pass);
}
constexpr auto fields(packing::Of<WordRow>) { return std::tuple(&WordRow::before, &WordRow::last); }
constexpr auto fields(packing::Of<LanguagePairs>) {
  using T = LanguagePairs;
  return std::tuple(&T::language, &T::pairs, &T::open_pairs, &T::triples, &T::more);
}
constexpr auto fields(packing::Of<Derived>) { return std::tuple(&Derived::words, &Derived::pairs); }

using Structs =
    std::tuple<RuleData, Rule, Condition, Suggestion, FlagExample, PassExample, Anchor, WordSet,
               Macro, VerbForms, SelfLabelCues, MentionCues, NameShape, Lexicon, ExemptName,
               SourceEntry, ExamplePart, WordRow, LanguagePairs, Derived>;

template <typename T, std::size_t I = 0>
constexpr std::size_t struct_number() {
  if constexpr (std::is_same_v<T, std::tuple_element_t<I, Structs>>) {
    return I;
  } else {
    return struct_number<T, I + 1>();
  }
}

inline constexpr std::size_t kFieldsOfStruct = 32;
// Fields have two streams: of numbers, and of texts. Stream 0 is none.
inline constexpr std::size_t kStreams = 2 * kFieldsOfStruct * std::tuple_size_v<Structs> + 2;
template <typename T>
constexpr std::size_t stream_of(std::size_t field) {
  return 2 + 2 * (kFieldsOfStruct * struct_number<T>() + field);
}

// What examples begin with: whose they are. Eight bytes.
inline std::string print_of(std::string_view rules) {
  std::uint64_t hash = 14695981039346656037U;
  for (const char c : rules) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  std::string print;
  for (unsigned i = 0; i < 64; i += 8) print += static_cast<char>(hash >> i & 0xFFU);
  return print;
}

// How a mask of words is written: that many bits are set, whose numbers follow; or one of these.
inline constexpr std::uint32_t kMostBits = 8, kAllBits = 9, kManyBits = 10;

}  // namespace personfirst::compact
