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
        if (stands_near(phrases, scene, {0, size}, within)) return true;
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

bool ask_heading(const Scene& scene, const LeadQuestion& question) {
  const bool answered = answer(question, *scene.language, scene.passage->heading);
  scene.around->lead_was_asked(scene.passage->prose->heading, question, answered);
  return answered;
}

bool ask_lead_in(const Scene& scene, const LeadQuestion& question) {
  const bool answered = answer(question, *scene.language, scene.passage->introduced_by);
  scene.around->lead_was_asked(scene.passage->prose->introduced_by, question, answered);
  return answered;
}

std::string_view Scene::before() const {
  return lower().substr(sentence.begin, match.begin - std::min(match.begin, sentence.begin));
}

std::string_view Scene::after() const {
  return lower().substr(match.end, std::max(sentence.end, match.end) - match.end);
}

bool holds(const CompiledCondition& condition, const Scene& scene) {
  if (!condition.before.empty() && !condition.before.matches(scene.before())) return false;
  if (!condition.after.empty() && !condition.after.matches(scene.after())) return false;
  const Condition& asked = *condition.condition;
  const std::size_t within = asked.within.value_or(kAnywhere);
  if (!condition.near.empty() && !any_phrase(condition.near, asked.scope, within, scene))
    return false;
  return condition.absent.empty() || !any_phrase(condition.absent, asked.scope, kAnywhere, scene);
}

bool any_holds(const std::vector<CompiledCondition>& conditions, const Scene& scene) {
  return std::any_of(conditions.begin(), conditions.end(),
                     [&](const CompiledCondition& one) { return holds(one, scene); });
}

}  // namespace personfirst
