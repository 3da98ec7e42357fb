// The pattern language of the rules: finite RE2 with word sets, plural marks and verb forms (see
// rules/README.md).
//
// A pattern is parsed once, checked, and turned into (a) RE2 text that decides and (b) the phrases
// it can stand for, from which the words that the scanner looks for are chosen. Patterns work on
// folded text (engine/fold.h), read as bytes.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "linter/result.h"
#include "linter/rules/edge_words.h"
#include "linter/rules/rule.h"

namespace personfirst {

struct PatternNode;  // opaque

// Where a pattern stands: edges (^, $), punctuation and words of any kind are only for the text
// beside a match.
enum class PatternUse { Match, Beside };

class Pattern {
 public:
  // The error's `where` is empty; the caller knows the place. Lexicon must outlive the pattern.
  [[nodiscard]] static Result<Pattern> parse(std::string_view text, PatternUse use,
                                             const Lexicon& lexicon);

  Pattern(Pattern&&) noexcept;
  Pattern& operator=(Pattern&&) noexcept;
  ~Pattern();

  // RE2 text for byte-wise (Latin-1) matching. Groups that remember are named: `set`s by their
  // name, "plural1", ... for plural endings, "third1", "past1", "participle1", "gerund1", ... for
  // verb forms.
  [[nodiscard]] std::string to_re2() const;
  // The same without any group: for tests beside a match.
  [[nodiscard]] std::string to_re2_without_groups() const;

  // Error when a phrase has no word worth searching for, or there are too many phrases.
  // `count`: becomes the number of phrases.
  [[nodiscard]] Result<std::vector<Anchor>> anchors(std::size_t* count = nullptr) const;

  // The words that its matches may begin or end with.
  [[nodiscard]] EdgeWords edge_words(Edge edge) const;

  // Whole words, as Regex finds them (regex.h): may a match begin the text, or end it? Beside a
  // match there may be quotes, brackets and a space first. Far cheaper than making an RE2 to ask;
  // "no" is sure, "yes" is not where a macro takes part.
  enum class Beside { No, Yes };
  // `steps` counts the comparisons that it took.
  [[nodiscard]] bool may_begin(std::string_view text, Beside beside, std::uint32_t& steps) const;
  [[nodiscard]] bool may_end(std::string_view text, std::uint32_t& steps) const;

  // The names of the sets and macros that are remembered.
  [[nodiscard]] std::vector<std::string> remembered() const;

  // The phrases it stands for, sets spelled out; error when there are more than `limit` or it holds
  // a macro.
  [[nodiscard]] Result<std::vector<std::string>> phrases(std::size_t limit) const;

 private:
  Pattern(std::unique_ptr<PatternNode> root, const Lexicon* lexicon);
  std::unique_ptr<PatternNode> root_;
  const Lexicon* lexicon_;
};

// Checks every pattern and every template of loaded rules. `deeply` compiles the RE2 of each, too:
// for rules that were not checked when they were built in.
[[nodiscard]] Result<void> check_patterns(const RuleData& data, bool deeply);

// Words of a phrase: what stands between anything that is neither letter, digit nor mark. ("h/o" is
// two.)
[[nodiscard]] std::vector<std::string> phrase_words(std::string_view phrase);

}  // namespace personfirst
