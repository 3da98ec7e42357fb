#include "linter/rules/alternative.h"

#include <algorithm>
#include <utility>

namespace personfirst {
namespace {

// Walking so many steps for each byte of a pattern costs about as much as making an RE2 of it,
constexpr std::uint32_t kStepsPerByte = 8;
// so many as asking that RE2 once,
constexpr std::uint32_t kStepsOfRe2 = 8;
// and so many as finding out its words at the edge.
constexpr std::uint32_t kStepsForEdges = 40;

}  // namespace

bool may_match(Regex::Place place, const EdgeWords& edges, const AskedText& text) {
  if (place == Regex::Place::Anywhere) return edges.may_stand_in(text);
  return place == Regex::Place::End ? edges.may_end(text) : edges.may_begin(text);
}

std::uint32_t Alternative::most_steps(const Pattern& pattern) {
  return kStepsPerByte * static_cast<std::uint32_t>(pattern.weight());
}

Alternative::Alternative(Regex::Place place, Pattern pattern, bool is_told, const CostLimit& cost)
    : place_(place),
      pattern_(std::move(pattern)),
      edges_([this, is_told] {
        auto edges = std::make_unique<EdgeWords>();
        if (is_told) {
          edges->any = true;
        } else {
          *edges = pattern_.edge_words(Regex::edge_of(place_));
        }
        return edges;
      }),
      steps_(kStepsForEdges),
      cost_(cost) {}

const EdgeWords* Alternative::known_edges() const {
  return steps_.is_passed() ? &*edges_ : nullptr;
}

bool Alternative::may_have_at_edge(std::uint32_t print) const {
  const EdgeWords* edges = known_edges();
  return edges == nullptr || edges->may_have_at_edge(print);
}

bool Alternative::may_begin_with(std::string_view word, std::uint32_t print) const {
  const EdgeWords* edges = known_edges();
  return edges == nullptr || edges->any || edges->digit || !edges->inside.empty() ||
         edges->at_edge.holds(word, print);
}

void Alternative::note(std::uint32_t steps) const {
  if (steps > kStepsOfRe2) cost_.spend(steps - kStepsOfRe2);
  steps_.spend(steps);
}

Walked Alternative::walk_from(std::string_view text, std::size_t begin) const {
  std::uint32_t steps = 0;
  const Walked walked = pattern_.walk_from(text, begin, steps);
  note(steps);
  return walked;
}

std::optional<std::vector<RegexGroup>> Alternative::groups(std::string_view text,
                                                           Span match) const {
  std::uint32_t steps = 0;
  auto groups = pattern_.groups(text, match, steps);
  note(steps);
  return groups;
}

bool Alternative::may_match(const AskedText& text) const {
  const EdgeWords* edges = known_edges();
  return edges == nullptr || personfirst::may_match(place_, *edges, text);
}

Walked::Answer Alternative::walk(const AskedText& text) const {
  std::uint32_t steps = 0;
  Walked::Answer answer = Walked::Answer::Unsure;
  if (place_ == Regex::Place::End)
    answer = pattern_.walk_back(text.text(), steps).answer;
  else if (place_ == Regex::Place::Start)
    answer = pattern_.walk(text.text(), Pattern::Beside::Yes, steps).answer;
  else
    answer = walk_anywhere(text.text(), steps);
  note(steps);
  return answer;
}

Walked::Answer Alternative::walk_anywhere(std::string_view text, std::uint32_t& steps) const {
  using Answer = Walked::Answer;
  const EdgeWords* edges = known_edges();
  Answer best = Answer::No;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    if (at > 0 && (is_edge_word_byte(text[at - 1]) || text[at - 1] == '_')) continue;
    const bool at_word = at < text.size() && is_edge_word_byte(text[at]);
    const bool is_told = at_word && edges != nullptr;
    if (is_told && !edges->may_have_at_edge(word_print(first_word(text.substr(at))))) continue;
    const Answer answer = pattern_.walk_from(text, at, steps).answer;
    if (answer == Answer::Yes) return answer;
    best = std::max(best, answer);
    if (steps > cost_.limit()) return Answer::Unsure;
  }
  return best;
}

}  // namespace personfirst
