// RE2 behind a door: written and compiled on first use, matched byte-wise against folded text.
//
// Writing and compiling all rules at the start would cost more than most runs; a Regex is given a
// way to write its RE2 text, and takes it when the first candidate needs it. Safe to share between
// threads (see lazy.h).
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/result.h"
#include "linter/rules/asked_text.h"
#include "linter/rules/lazy.h"
#include "linter/rules/pattern.h"
#include "linter/text/span.h"

namespace personfirst {

struct CompiledRegex;  // opaque
struct RegexHints;     // opaque

struct RegexMatch {
  Span span;                       // of group 1 of the whole, see Regex
  std::vector<RegexGroup> groups;  // the named groups that took part, by name
};

// Writes RE2 text; what it refers to must outlive the Regex.
using RegexWriter = std::function<Result<std::string>()>;
// Reads the patterns that the RE2 text is an alternation of, for the same lifetime: of most texts
// they tell whether it matches, and no RE2 need be made. Nothing when they cannot be read.
using PatternReader = std::function<std::optional<std::vector<Pattern>>()>;

class Regex {
 public:
  // Where it is looked for.
  enum class Place {
    Here,   // a whole word: longest match that begins at a given place and ends at a word edge
    End,    // in the text before a match: it must end where the text ends, but for a space, quotes
            // and brackets
    Start,  // the same in the text after a match
    Anywhere  // whole words anywhere
  };

  // Empty: never matches.
  Regex();
  // What the writer gives is wrapped as the place asks for. `edges`: the words that matches may
  // have at edge_of(place), where that was found out beforehand.
  Regex(Place place, RegexWriter re2, PatternReader patterns = {}, EdgeMask edges = kAnyEdge);
  Regex(Regex&& other) noexcept;
  Regex& operator=(Regex&& other) noexcept;
  ~Regex();

  [[nodiscard]] bool empty() const { return !compiled_.has_maker(); }

  [[nodiscard]] Place place() const { return place_; }
  // At which end of a match the words are looked at.
  [[nodiscard]] static constexpr Edge edge_of(Place place) {
    return place == Place::End ? Edge::Last : Edge::First;
  }
  // The words that matches may have there, as far as a mask tells them apart. Reads the patterns.
  [[nodiscard]] EdgeMask edge_mask() const;

  // Here: may a match begin with a word of that print (edge_words.h)?
  [[nodiscard]] bool may_begin_with(std::uint32_t print) const;
  // Here: at exactly `begin`.
  [[nodiscard]] std::optional<RegexMatch> match_at(std::string_view text, std::uint32_t begin,
                                                   bool with_groups) const;
  // For the other places; where the pattern itself stands in the text.
  [[nodiscard]] std::optional<Span> find(const AskedText& text) const;
  // The same without the place, for less.
  [[nodiscard]] bool matches(const AskedText& text) const;

  // The writer's complaint or RE2's, if there is one. Such a regex never matches.
  [[nodiscard]] std::optional<std::string> compile_error() const;

 private:
  [[nodiscard]] bool has_alternatives() const;
  [[nodiscard]] bool mask_allows(const AskedText& text) const;
  // Here: what is known without RE2.
  [[nodiscard]] Walked decide_here(std::string_view text, std::size_t begin) const;
  [[nodiscard]] std::optional<std::vector<RegexGroup>> walk_groups(std::string_view text,
                                                                   Span match) const;

  Place place_ = Place::Here;
  EdgeMask edges_ = kAnyEdge;
  Lazy<CompiledRegex> compiled_;
  Lazy<RegexHints> hints_;  // may have no maker
};

}  // namespace personfirst
