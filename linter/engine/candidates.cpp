#include "linter/engine/candidates.h"

#include <algorithm>
#include <tuple>

#include "linter/rules/edge_words.h"

namespace personfirst {
namespace {

// A '_' joins words into an identifier; a letter or digit cannot stand there, tokens see to that.
bool begins_cleanly(const std::string& text, std::uint32_t begin) {
  return begin == 0 || text[begin - 1] != '_';
}

class Finder {
 public:
  Finder(const RuleSet& rules, const std::vector<bool>& active, const Folded& folded)
      : rules_(rules), active_(active), folded_(folded) {}

  void try_anchor(std::size_t token, const AnchorTable& anchors, AnchorTable::Range uses) {
    if (uses.empty()) return;
    const WordMask previous = mask_at(token - 1), next = mask_at(token + 1);
    for (std::size_t i = uses.begin; i < uses.end; ++i) {
      const AnchorUse use = anchors.use(i);
      // Most patterns are ruled out by the next word; their regexes need not even be made.
      if (fits(use.previous, previous) && fits(use.next, next)) try_use(token, use);
    }
  }

  std::vector<Candidate> take() {
    const auto key = [&](const Candidate& one) {
      const Rule& rule = *rules_.rules[one.rule].rule;
      return std::tuple(-static_cast<std::int64_t>(one.span.size()),
                        -static_cast<int>(rule.severity), one.span.begin, one.rule, one.pattern);
    };
    std::sort(found_.begin(), found_.end(),
              [&](const Candidate& a, const Candidate& b) { return key(a) < key(b); });
    const auto same = [](const Candidate& a, const Candidate& b) {
      return a.rule == b.rule && a.span == b.span;
    };
    found_.erase(std::unique(found_.begin(), found_.end(), same), found_.end());
    return std::move(found_);
  }

 private:
  static bool fits(WordMask mask, WordMask word) { return mask == kAnyWord || (mask & word) != 0; }

  // Nothing fits beyond the ends of the text.
  [[nodiscard]] WordMask mask_at(std::size_t token) const {
    return token < folded_.tokens.size() ? mask_of(slice(folded_.lower, folded_.tokens[token].span))
                                         : 0;
  }

  void try_use(std::size_t token, const AnchorUse& use) {
    const std::uint32_t rule = rules_.rule_of(use.pattern);
    if (!active_[rule]) return;
    const bool exact = rules_.rules[rule].rule->exact_case;
    const Regex& regex = rules_.regex_of(use.pattern);
    for (std::uint32_t back = use.min_before; back <= use.max_before && back <= token; ++back) {
      if (exact || regex.may_begin_with(print_at(token - back)))
        try_at(use.pattern, regex, folded_.tokens[token - back].span.begin);
    }
  }

  // Asked for by many patterns.
  std::uint32_t print_at(std::size_t token) {
    if (prints_.empty()) prints_.resize(folded_.tokens.size());
    if (prints_[token] == 0)
      prints_[token] = word_print(slice(folded_.lower, folded_.tokens[token].span));
    return prints_[token];
  }

  void try_at(std::uint32_t pattern, const Regex& regex, std::uint32_t begin) {
    const std::uint32_t rule = rules_.rule_of(pattern);
    const bool exact = rules_.rules[rule].rule->exact_case;
    const std::string& text = exact ? folded_.exact : folded_.lower;
    if (!begins_cleanly(text, begin)) return;
    const auto match = regex.match_at(text, begin, false);
    if (match && !match->span.empty()) found_.push_back({rule, pattern, match->span});
  }

  const RuleSet& rules_;
  const std::vector<bool>& active_;
  const Folded& folded_;
  std::vector<std::uint32_t> prints_;  // of the tokens; 0: not made yet
  std::vector<Candidate> found_;
};

}  // namespace

std::vector<Candidate> find_candidates(const RuleSet& rules, const CompiledLanguage& language,
                                       const std::vector<bool>& active, const Folded& folded) {
  Finder finder(rules, active, folded);
  for (std::size_t i = 0; i < folded.tokens.size(); ++i) {
    const std::string_view word = slice(folded.lower, folded.tokens[i].span);
    if (!language.scan.may_find(word)) continue;
    finder.try_anchor(i, language.anchors, language.anchors.find(word));
  }
  return finder.take();
}

}  // namespace personfirst
