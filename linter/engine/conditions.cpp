#include "linter/engine/conditions.h"

#include <algorithm>
#include <limits>

namespace personfirst {
namespace {

// One of the phrases in `area`, outside the match, with at most `within` words between.
bool stands_near(const PhraseIndex& phrases, const Scene& scene, Span area, std::size_t within) {
  const std::vector<Token>& tokens = scene.passage->folded.tokens;
  const std::size_t match_begin = token_at(tokens, scene.match.begin);
  const std::size_t match_end = token_at(tokens, scene.match.end);
  const std::size_t area_begin = token_at(tokens, area.begin);
  const std::size_t area_end = token_at(tokens, area.end);
  const std::size_t reach = std::min(within, tokens.size());
  constexpr std::size_t kLongestPhrase = 8;
  const std::size_t back = reach + kLongestPhrase;
  const std::size_t first = std::max(area_begin, match_begin > back ? match_begin - back : 0);
  const std::size_t last = std::min(area_end, match_end + reach + 1);
  for (std::size_t i = first; i < last; ++i) {
    if (i >= match_begin && i < match_end) continue;
    const std::size_t length = phrases.match(scene.lower(), tokens, i);
    if (length == 0) continue;
    if (i < match_begin) {
      if (i + length > match_begin) continue;  // runs into the match
      if (match_begin - (i + length) <= within) return true;
    } else if (i - match_end <= within) {
      return true;
    }
  }
  return false;
}

// What follows a label: a colon, or the end of the line that it has for itself.
bool ends_label(const Scene& scene, std::size_t first, std::size_t after) {
  const std::vector<Token>& tokens = scene.passage->folded.tokens;
  const std::string_view text = scene.lower();
  const std::uint32_t end = tokens[after - 1].span.end;
  const std::size_t next = text.find_first_not_of(" *", end);
  if (next != std::string_view::npos && text[next] == ':') return true;
  const std::uint32_t begin = tokens[first].span.begin;
  const bool begins_line = begin == 0 || scene.passage->ends_line(begin - 1);
  return begins_line && scene.passage->ends_line(end);
}

// The last label before the match, as tokens: "SOCIAL HISTORY:". Empty without one.
Span label_before(const Scene& scene) {
  constexpr std::size_t kReach = 150;  // words of a note's part
  const std::vector<Token>& tokens = scene.passage->folded.tokens;
  const std::size_t end = token_at(tokens, scene.match.begin);
  const std::size_t least = end - std::min(end, kReach);
  for (std::size_t i = end; i-- > least;) {
    const std::size_t after = i + scene.language->labels->match(scene.lower(), tokens, i);
    if (after > i && after <= end && ends_label(scene, i, after))
      return {static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(after)};
  }
  return {};
}

bool stands_under(const std::vector<const Phrases*>& lists, const Scene& scene) {
  const Span label = label_before(scene);
  const std::vector<Token>& tokens = scene.passage->folded.tokens;
  for (const Phrases* list : lists) {
    for (std::uint32_t i = label.begin; i < label.end; ++i) {
      const std::uint32_t length = (*list)->match(scene.lower(), tokens, i);
      if (length > 0 && i + length <= label.end) return true;
    }
    if (!label.empty()) continue;
    const LeadQuestion question{LeadQuestion::Asks::HoldsPhrase, &**list};
    if (ask_lead_in(scene, question) || ask_heading(scene, question)) return true;
  }
  return false;
}

constexpr std::size_t kAnywhere = std::numeric_limits<std::uint32_t>::max();

bool any_phrase(const std::vector<const Phrases*>& lists, Scope scope, std::size_t within,
                const Scene& scene) {
  const auto size = static_cast<std::uint32_t>(scene.lower().size());
  for (const Phrases* list : lists) {
    const PhraseIndex& phrases = **list;
    switch (scope) {
      case Scope::Document:
        if (scene.around->document_holds(phrases)) return true;
        break;
      case Scope::Paragraph: {
        const bool stands = within == kAnywhere
                                ? scene.reaches->any_outside(phrases, *scene.passage, scene.match)
                                : stands_near(phrases, scene, {0, size}, within);
        if (stands) return true;
        const LeadQuestion question{LeadQuestion::Asks::HoldsPhrase, &phrases};
        if (ask_heading(scene, question) || ask_lead_in(scene, question)) return true;
        break;
      }
      case Scope::Sentence:
        if (stands_near(phrases, scene, scene.sentence, within)) return true;
        break;
    }
  }
  return false;
}

}  // namespace

bool PhraseReaches::any_outside(const PhraseIndex& phrases, const Passage& passage, Span match) {
  const std::vector<Token>& tokens = passage.folded.tokens;
  const auto [found, is_new] = known_.try_emplace(&phrases);
  Reach& reach = found->second;
  if (is_new) {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const std::size_t length = phrases.match(passage.folded.lower, tokens, i);
      if (length == 0) continue;
      reach.first_end = std::min(reach.first_end, i + length);
      reach.last_begin = i;
    }
  }
  return reach.first_end <= token_at(tokens, match.begin) ||
         (reach.last_begin && *reach.last_begin >= token_at(tokens, match.end));
}

bool ask_heading(const Scene& scene, const LeadQuestion& question) {
  const std::string& lead = scene.passage->prose->heading;
  const bool answered = scene.leads->answer(question, *scene.language, lead);
  scene.around->lead_was_asked(lead, question, answered);
  return answered;
}

bool ask_lead_in(const Scene& scene, const LeadQuestion& question) {
  const std::string& lead = scene.passage->prose->introduced_by;
  const bool answered = scene.leads->answer(question, *scene.language, lead);
  scene.around->lead_was_asked(lead, question, answered);
  return answered;
}

AskedText text_before(const Passage& passage, Span sentence, Span match) {
  const std::uint32_t begin = std::min(sentence.begin, match.begin);
  return AskedText(slice(passage.folded.lower, {begin, match.begin}));
}

AskedText text_after(const Passage& passage, Span sentence, Span match) {
  const std::uint32_t end = std::max(sentence.end, match.end);
  return AskedText(slice(passage.folded.lower, {match.end, end}));
}

bool holds(const CompiledCondition& condition, const Scene& scene) {
  if (!condition.before.empty() && !condition.before.matches(scene.before)) return false;
  if (!condition.after.empty() && !condition.after.matches(scene.after)) return false;
  const Condition& asked = *condition.condition;
  const std::size_t within = asked.within.value_or(kAnywhere);
  if (!condition.near.empty() && !any_phrase(condition.near, asked.scope, within, scene))
    return false;
  if (!condition.under.empty() && !stands_under(condition.under, scene)) return false;
  return condition.absent.empty() || !any_phrase(condition.absent, asked.scope, kAnywhere, scene);
}

bool any_holds(const std::vector<CompiledCondition>& conditions, const Scene& scene) {
  return std::any_of(conditions.begin(), conditions.end(),
                     [&](const CompiledCondition& one) { return holds(one, scene); });
}

}  // namespace personfirst
