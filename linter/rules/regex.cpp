#include "linter/rules/regex.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <bit>

#include "linter/rules/alternative.h"
#include "linter/rules/compiled_regex.h"
#include "linter/rules/cost_limit.h"

namespace personfirst {

// The patterns that a Regex is an alternation of.
struct RegexHints {
  CostLimit cost;  // of walking along them, beyond what asking an RE2 of all would have been
  std::vector<std::unique_ptr<const Alternative>> all;
  bool remembers = false;  // there are named groups
  Lazy<EdgeWords> edges;   // of all together
  CostLimit asked = CostLimit(16);

  // Null before it is worth it.
  [[nodiscard]] const EdgeWords* known_edges() const {
    if (all.size() == 1) return nullptr;
    asked.spend(1);
    return asked.is_passed() ? &*edges : nullptr;
  }
};

namespace {

constexpr int kMaxGroups = 24;

std::unique_ptr<const RegexHints> make_hints(Regex::Place place,
                                             std::optional<std::vector<Pattern>> patterns,
                                             EdgeMask known) {
  auto hints = std::make_unique<RegexHints>();
  if (!patterns) return hints;
  // One pattern alone is told from others by its mask, where that is of few words.
  constexpr int kFew = 4;
  const bool is_told = patterns->size() == 1 && std::popcount(known) <= kFew;
  for (Pattern& one : *patterns) {
    hints->remembers |= one.remembers();
    hints->cost.raise(Alternative::most_steps(one));
    hints->all.push_back(
        std::make_unique<const Alternative>(place, std::move(one), is_told, hints->cost));
  }
  hints->edges = Lazy<EdgeWords>([&all = hints->all] {
    auto edges = std::make_unique<EdgeWords>();
    for (const auto& one : all) edges->add(one->edges());
    edges->close();
    return edges;
  });
  return hints;
}

Span span_of(std::string_view text, const re2::StringPiece& piece) {
  const auto begin = static_cast<std::uint32_t>(piece.data() - text.data());
  return {begin, begin + static_cast<std::uint32_t>(piece.size())};
}

}  // namespace

Regex::Regex() = default;
Regex::Regex(Place place, RegexWriter re2, PatternReader patterns, EdgeMask edges)
    : place_(place), edges_(edges), compiled_([place, write = std::move(re2)] {
        const Result<std::string> text = write();
        return std::make_unique<const CompiledRegex>(
            text ? compile_regex(place, *text) : CompiledRegex{nullptr, text.error().what});
      }) {
  if (!patterns) return;
  hints_ = Lazy<RegexHints>(
      [place, edges, read = std::move(patterns)] { return make_hints(place, read(), edges); });
}
Regex::Regex(Regex&& other) noexcept = default;
Regex& Regex::operator=(Regex&& other) noexcept = default;
Regex::~Regex() = default;

std::optional<std::string> Regex::compile_error() const {
  if (empty() || compiled_->re2) return std::nullopt;
  return compiled_->error;
}

bool Regex::has_alternatives() const { return hints_.has_maker() && !hints_->all.empty(); }

bool Regex::may_begin_with(std::uint32_t print) const {
  if ((edges_ & edge_bit(print)) == 0) return false;
  return !has_alternatives() ||
         std::any_of(hints_->all.begin(), hints_->all.end(),
                     [&](const auto& one) { return one->may_have_at_edge(print); });
}

EdgeMask Regex::edge_mask() const {
  if (!has_alternatives()) return kAnyEdge;
  return hints_->edges->mask();
}

bool Regex::mask_allows(const AskedText& text) const {
  return edges_ == kAnyEdge || place_ == Place::Anywhere ||
         (edges_ & edge_bit(text.word_at(edge_of(place_)).print)) != 0;
}

Walked Regex::decide_here(std::string_view text, std::size_t begin) const {
  using Answer = Walked::Answer;
  if (empty()) return {Answer::No};
  const std::string_view rest = text.substr(begin);
  // A pattern may begin with a bracket or the like.
  const bool at_word = rest.empty() || is_edge_word_byte(rest.front());
  const std::string_view word = at_word ? first_word(rest) : std::string_view();
  const std::uint32_t print = word_print(word);
  if (at_word && (edges_ & edge_bit(print)) == 0) return {Answer::No};
  if (!has_alternatives()) return {Answer::Unsure};
  Walked best;
  for (const auto& one : hints_->all) {
    if (at_word && !one->may_begin_with(word, print)) continue;
    if (compiled_.is_made() || hints_->cost.is_passed()) return {Answer::Unsure};
    const Walked walked = one->walk_from(text, begin);
    if (walked.answer == Answer::No) continue;
    best.end = std::max(best.end, walked.end);  // of several matches the longest counts
    best.answer = std::max(best.answer, walked.answer);
  }
  return best;
}

std::optional<std::vector<RegexGroup>> Regex::walk_groups(std::string_view text, Span match) const {
  const RegexHints& hints = *hints_;
  if (hints.all.size() != 1) return std::nullopt;
  return hints.all.front()->groups(text, match);
}

// RE2 finds the end of a match many times as fast as the groups in it, so that groups are sought
// only in what is known to match.
std::optional<RegexMatch> Regex::match_at(std::string_view text, std::uint32_t begin,
                                          bool with_groups) const {
  using Answer = Walked::Answer;
  const Walked walked = decide_here(text, begin);
  if (walked.answer == Answer::No) return std::nullopt;
  // At the end of the text a match may be read with or without its last byte, if that is no letter.
  const bool sure_end =
      walked.answer == Answer::Yes && (walked.end < text.size() || is_edge_word_byte(text.back()));
  if (sure_end) {
    const Span match{begin, static_cast<std::uint32_t>(walked.end)};
    if (!with_groups || !hints_->remembers) return RegexMatch{match, {}};
    if (auto groups = walk_groups(text, match)) return RegexMatch{match, *std::move(groups)};
  }
  if (!compiled_->re2) return std::nullopt;
  const re2::RE2& re = *compiled_->re2;
  const re2::StringPiece piece(text.data(), text.size());
  const auto match_until = [&](std::size_t end, re2::StringPiece* groups, int count) {
    return re.Match(piece, begin, end, re2::RE2::ANCHOR_START, groups, count);
  };
  re2::StringPiece whole;
  if (!match_until(text.size(), &whole, 1)) return std::nullopt;
  // Before the text's end the byte behind the word is part of the whole.
  const Span with_edge = span_of(text, whole);
  if (!with_groups && with_edge.end < text.size())
    return RegexMatch{{with_edge.begin, with_edge.end - 1}, {}};
  std::array<re2::StringPiece, kMaxGroups> groups;
  const int count = with_groups ? std::min(kMaxGroups, re.NumberOfCapturingGroups() + 1) : 2;
  if (!match_until(with_edge.end, groups.data(), count)) return std::nullopt;
  RegexMatch match{span_of(text, groups[1]), {}};
  if (with_groups) {
    for (const auto& [name, index] : re.NamedCapturingGroups()) {
      if (index >= count || groups[static_cast<std::size_t>(index)].data() == nullptr) continue;
      match.groups.push_back({name, span_of(text, groups[static_cast<std::size_t>(index)])});
    }
  }
  return match;
}

std::optional<Span> Regex::find(const AskedText& text) const {
  if (!matches(text) || !compiled_->re2) return std::nullopt;
  std::array<re2::StringPiece, 2> groups;
  const re2::StringPiece piece(text.text().data(), text.text().size());
  if (!compiled_->re2->Match(piece, 0, piece.size(), re2::RE2::UNANCHORED, groups.data(), 2))
    return std::nullopt;
  return span_of(text.text(), groups[1]);
}

bool Regex::matches(const AskedText& text) const {
  if (empty() || !mask_allows(text)) return false;
  if (!has_alternatives()) return compiled_->matches(text.text());
  const EdgeWords* edges = hints_->known_edges();
  if (edges != nullptr && !may_match(place_, *edges, text)) return false;
  for (const auto& one : hints_->all) {
    if (!one->may_match(text)) continue;
    if (compiled_.is_made() || hints_->cost.is_passed()) return compiled_->matches(text.text());
    const Walked::Answer answer = one->walk(text);
    if (answer == Walked::Answer::Yes) return true;
    if (answer == Walked::Answer::Unsure) return compiled_->matches(text.text());
  }
  return false;
}

}  // namespace personfirst
