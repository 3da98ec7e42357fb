// RE2 behind a door: compiled on first use, matched byte-wise against folded text.
//
// Compiling all rules at the start would cost more than most runs; a Regex is compiled when the first candidate needs it.
// Safe to share between threads: whoever compiles second throws its copy away.
#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/result.h"
#include "linter/text/span.h"

namespace re2 {
class RE2;
}

namespace personfirst {

struct RegexGroup {
  std::string name;
  Span span;
};

struct RegexMatch {
  Span span;  // of group 1 of the whole, see Regex
  std::vector<RegexGroup> groups;  // the named groups that took part
};

class Regex {
 public:
  // `re2` is wrapped by the factory functions below; an empty text never matches.
  Regex() = default;
  Regex(Regex&& other) noexcept;
  Regex& operator=(Regex&& other) noexcept;
  ~Regex();

  // A whole word: longest match that begins at a given place and ends at a word edge.
  [[nodiscard]] static Regex whole_word(std::string re2);
  // For the text before a match: the pattern must end where the text ends, but for a space, quotes and brackets.
  [[nodiscard]] static Regex at_end(std::string re2);
  // For the text after a match.
  [[nodiscard]] static Regex at_start(std::string re2);
  // Whole words anywhere.
  [[nodiscard]] static Regex anywhere(std::string re2);

  [[nodiscard]] bool empty() const { return text_.empty(); }

  // For whole_word: at exactly `begin`.
  [[nodiscard]] std::optional<RegexMatch> match_at(std::string_view text, std::uint32_t begin, bool with_groups) const;
  // For at_end, at_start and anywhere; where the pattern itself stands in the text.
  [[nodiscard]] std::optional<Span> find(std::string_view text) const;
  [[nodiscard]] bool matches(std::string_view text) const { return find(text).has_value(); }

  // RE2's complaint, if it has one.
  [[nodiscard]] std::optional<std::string> compile_error() const;

 private:
  explicit Regex(std::string text) : text_(std::move(text)) {}
  [[nodiscard]] const re2::RE2& compiled() const;

  std::string text_;
  mutable std::atomic<const re2::RE2*> compiled_{nullptr};
};

}  // namespace personfirst
