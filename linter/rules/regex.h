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
#include "linter/rules/lazy.h"
#include "linter/text/span.h"

namespace personfirst {

struct CompiledRegex;  // opaque

struct RegexGroup {
  std::string name;
  Span span;
};

struct RegexMatch {
  Span span;                       // of group 1 of the whole, see Regex
  std::vector<RegexGroup> groups;  // the named groups that took part
};

// Writes RE2 text; what it refers to must outlive the Regex.
using RegexWriter = std::function<Result<std::string>()>;

class Regex {
 public:
  // Empty: never matches. The text that a writer gives is wrapped by the factory functions below.
  Regex();
  Regex(Regex&& other) noexcept;
  Regex& operator=(Regex&& other) noexcept;
  ~Regex();

  // A whole word: longest match that begins at a given place and ends at a word edge.
  [[nodiscard]] static Regex whole_word(RegexWriter re2) { return {Place::Here, std::move(re2)}; }
  // For the text before a match: the pattern must end where the text ends, but for a space, quotes
  // and brackets.
  [[nodiscard]] static Regex at_end(RegexWriter re2) { return {Place::End, std::move(re2)}; }
  // For the text after a match.
  [[nodiscard]] static Regex at_start(RegexWriter re2) { return {Place::Start, std::move(re2)}; }
  // Whole words anywhere.
  [[nodiscard]] static Regex anywhere(RegexWriter re2) { return {Place::Anywhere, std::move(re2)}; }

  [[nodiscard]] bool empty() const { return !compiled_.has_maker(); }

  // For whole_word: at exactly `begin`.
  [[nodiscard]] std::optional<RegexMatch> match_at(std::string_view text, std::uint32_t begin,
                                                   bool with_groups) const;
  // For at_end, at_start and anywhere; where the pattern itself stands in the text.
  [[nodiscard]] std::optional<Span> find(std::string_view text) const;
  [[nodiscard]] bool matches(std::string_view text) const { return find(text).has_value(); }

  // The writer's complaint or RE2's, if there is one. Such a regex never matches.
  [[nodiscard]] std::optional<std::string> compile_error() const;

 private:
  enum class Place { Here, End, Start, Anywhere };
  Regex(Place place, RegexWriter re2);
  [[nodiscard]] static std::string wrap(Place place, const std::string& re2);

  Lazy<CompiledRegex> compiled_;
};

}  // namespace personfirst
