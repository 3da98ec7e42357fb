// The pattern language of the rules: finite RE2 with word sets, plural marks and verb forms (see
// rules/README.md).
//
// A pattern is parsed once, checked, and turned into (a) RE2 text that decides and (b) the phrases
// it can stand for, from which the words that the scanner looks for are chosen. Patterns work on
// folded text (engine/fold.h), read as bytes.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/result.h"
#include "linter/rules/edge_words.h"
#include "linter/rules/rule.h"
#include "linter/text/span.h"

namespace personfirst {

struct PatternNode;  // opaque
class MacroTrees;

// Where a pattern stands: edges (^, $), punctuation and words of any kind are only for the text
// beside a match.
enum class PatternUse { Match, Beside };

struct RegexGroup {
  std::string name;
  Span span;
};

// What walking along a pattern says. Unsure: RE2 must be asked.
struct Walked {
  enum class Answer { No, Yes, Unsure };
  Answer answer = Answer::No;
  std::size_t end = 0;  // Yes: where the longest match ends that begins where the walk began
};

// Does a pattern stand for nothing but itself?
[[nodiscard]] bool is_plain_text(std::string_view pattern);

class Pattern {
 public:
  // The error's `where` is empty; the caller knows the place. The lexicon must outlive the pattern,
  // and so must `macros`, its own, without which a pattern with a macro cannot be walked.
  [[nodiscard]] static Result<Pattern> parse(std::string_view text, PatternUse use,
                                             const Lexicon& lexicon,
                                             const MacroTrees* macros = nullptr);

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

  // Whole words, as Regex finds them (regex.h), without making an RE2: does a match begin the text,
  // or end it? Beside a match there may be quotes, brackets and a space first.
  enum class Beside { No, Yes };
  // `steps` counts the comparisons that it took.
  [[nodiscard]] Walked walk(std::string_view text, Beside beside, std::uint32_t& steps) const;
  [[nodiscard]] Walked walk_back(std::string_view text, std::uint32_t& steps) const;
  // Is there one that begins at exactly `begin`?
  [[nodiscard]] Walked walk_from(std::string_view text, std::size_t begin,
                                 std::uint32_t& steps) const;

  // About how many bytes to_re2() would have.
  [[nodiscard]] std::size_t weight() const;
  // Would to_re2() have named groups?
  [[nodiscard]] bool remembers() const;
  // Those that take part in a match, by name. Nothing when there is more than one way to match, of
  // which RE2 would choose, or too much to look at.
  [[nodiscard]] std::optional<std::vector<RegexGroup>> groups(std::string_view text, Span match,
                                                              std::uint32_t& steps) const;
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
