#include "linter/engine/judge.h"

#include <algorithm>

#include "linter/engine/citation.h"
#include "linter/engine/mention.h"
#include "linter/engine/names.h"
#include "linter/engine/self_label.h"

namespace personfirst {
namespace {

// Does one of the rule's `unless` phrases stand here and overlap the match?
bool is_other_phrase(const CompiledRule& rule, const Passage& passage, Span match, Span sentence) {
  if (rule.unless.empty()) return false;
  constexpr std::size_t kReach = 8;  // words that a phrase may begin before the match
  const auto& tokens = passage.folded.tokens;
  const std::size_t first = token_at(tokens, match.begin);
  for (std::size_t i = first > kReach ? first - kReach : 0;
       i < tokens.size() && tokens[i].span.begin < match.end; ++i) {
    if (tokens[i].span.begin < sentence.begin) continue;
    const auto phrase = rule.unless.match_at(passage.folded.lower, tokens[i].span.begin, false);
    if (phrase && phrase->span.overlaps(match)) return true;
  }
  return false;
}

// "#addict", "@junkie": a tag or a handle is an identifier. It is one word: "#Opioid abuse:" is an
// item of a problem list.
bool in_tag(const Passage& passage, Span match) {
  const std::string& text = passage.folded.exact;
  if (slice(text, match).find(' ') != std::string_view::npos) return false;
  if (match.begin == 0 || (text[match.begin - 1] != '#' && text[match.begin - 1] != '@'))
    return false;
  return match.begin == 1 || text[match.begin - 2] == ' ' || text[match.begin - 2] == '(';
}

}  // namespace

Judge::Judge(const RuleSet& rules, const CompiledLanguage& language, const LintOptions& options,
             Surroundings& around)
    : rules_(rules), language_(language), options_(options), around_(around) {
  for (const std::string& phrase : options.allowed_phrases) allowed_.add(fold_lower(phrase));
}

Span Judge::sentence_of(const Passage& passage, Span match) {
  if (!sentence_known_ || !(last_match_ == match)) {
    last_match_ = match;
    last_sentence_ = sentences_.around(passage.folded.exact, match);
    sentence_known_ = true;
  }
  return last_sentence_;
}

bool Judge::in_allowed_phrase(const Passage& passage, Span match) const {
  if (allowed_.empty()) return false;
  const auto& tokens = passage.folded.tokens;
  constexpr std::size_t kReach = 16;  // words of a phrase that stand before the match
  const std::size_t first = token_at(tokens, match.begin);
  for (std::size_t i = first > kReach ? first - kReach : 0;
       i < tokens.size() && tokens[i].span.begin < match.end; ++i) {
    const auto length = allowed_.match(passage.folded.lower, tokens, i);
    if (length > 0 && Span{tokens[i].span.begin, tokens[i + length - 1].span.end}.contains(match))
      return true;
  }
  return false;
}

Judgement Judge::judge(const Passage& passage, const Candidate& candidate,
                       std::uint32_t possessive_end) {
  const CompiledRule& rule = rules_.rules[candidate.rule];
  const Span match = candidate.span;
  if (passage.opaque.any_overlaps(match) || passage.struck.any_overlaps(match))
    return {Verdict::NotProse};
  if (in_tag(passage, match)) return {Verdict::NotProse};
  if (in_allowed_phrase(passage, match)) return {Verdict::AllowedPhrase};
  if (rule.rule->mutual_aid_word && options_.voice == Voice::MutualAid) return {Verdict::MutualAid};
  const Span sentence = sentence_of(passage, match);
  if (is_other_phrase(rule, passage, match, sentence)) return {Verdict::OtherPhrase};
  const Span whole{match.begin, possessive_end};
  const Scene scene{&passage,
                    whole,
                    sentence,
                    &around_,
                    &leads_,
                    &reaches_,
                    &language_,
                    text_before(passage, sentence, whole),
                    text_after(passage, sentence, whole)};
  if (!rule.evidence.empty() && !any_holds(rule.evidence, scene)) return {Verdict::OrdinarySense};
  if (any_holds(rule.ordinary, scene)) return {Verdict::OrdinarySense};
  const bool coded = any_holds(language_.codes, scene);
  if (rule.rule->names_code) {
    if (!coded) return {Verdict::OrdinarySense};
  } else {
    if (in_listed_name(rules_, language_, passage, match) ||
        in_name_shape(language_, passage, match, sentence))
      return {Verdict::Name};
    if (coded || any_holds(language_.law, scene)) return {Verdict::Law};
  }
  if (in_citation(passage, match)) return {Verdict::Reference};
  if (ask_heading(scene, {LeadQuestion::Asks::IsReferences})) return {Verdict::Reference};
  if (is_mention(language_, scene)) return {Verdict::Mention};
  if (is_self_label(language_, scene, rule.rule->part_of_speech))
    return {Verdict::Found, Context::SelfLabel};
  if (passage.prose->in_block_quote || passage.quoted().any_contains(match))
    return {Verdict::Found, Context::Quotation};
  return {Verdict::Found, Context::Prose};
}

}  // namespace personfirst
