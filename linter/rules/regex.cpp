#include "linter/rules/regex.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>

namespace personfirst {

struct CompiledRegex {
  std::unique_ptr<const re2::RE2> re2;  // null when it cannot be had
  std::string error;
};

struct RegexHints {
  std::vector<Pattern> patterns;
  std::vector<EdgeWords> edges_of;  // each of them
  EdgeWords edges;                  // all of them
  bool remembers = false;           // there are named groups
  std::uint32_t most_steps = 0;
  // That walking along them took so far; decides about costs alone.
  mutable std::atomic<std::uint32_t> steps{0};
};

namespace {

// Walking so many steps for each byte of a pattern costs about as much as making an RE2 of it.
constexpr std::uint32_t kStepsPerByte = 6;

// `known`: by their mask, which is enough where there is one pattern, and few words.
std::unique_ptr<const RegexHints> make_hints(std::optional<std::vector<Pattern>> patterns,
                                             Edge edge, EdgeMask known) {
  auto hints = std::make_unique<RegexHints>();
  hints->edges.any = !patterns;
  if (patterns) hints->patterns = std::move(*patterns);
  hints->edges_of.reserve(hints->patterns.size());  // they do not move any more
  constexpr int kFew = 4;                           // more are no good filter
  const bool is_known = std::popcount(known) <= kFew && hints->patterns.size() == 1;
  for (const Pattern& one : hints->patterns) {
    EdgeWords& edges = hints->edges_of.emplace_back();
    if (is_known) {
      edges.any = true;
    } else {
      edges = one.edge_words(edge);
    }
    hints->edges.add(edges);
    hints->remembers |= one.remembers();
    hints->most_steps += kStepsPerByte * static_cast<std::uint32_t>(one.weight());
  }
  hints->edges.close();
  return hints;
}

// Folded text keeps bytes from 0x80 up for word characters alone (engine/fold.h), so an edge is a
// byte class.
constexpr const char* kOtherByte = "[^0-9A-Za-z_\\x80-\\xff]";
constexpr int kMaxGroups = 24;

CompiledRegex compile(const std::string& text) {
  re2::RE2::Options options;
  options.set_encoding(re2::RE2::Options::EncodingLatin1);
  options.set_longest_match(true);
  options.set_log_errors(false);
  options.set_max_mem(4 << 20);
  auto compiled = std::make_unique<const re2::RE2>(text, options);
  if (!compiled->ok()) return {nullptr, compiled->error()};
  return {std::move(compiled), {}};
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
            text ? compile(wrap(place, *text)) : CompiledRegex{nullptr, text.error().what});
      }) {
  if (!patterns) return;
  hints_ = Lazy<RegexHints>([place, edges, read = std::move(patterns)] {
    return make_hints(read(), edge_of(place), edges);
  });
}
Regex::Regex(Regex&& other) noexcept = default;
Regex& Regex::operator=(Regex&& other) noexcept = default;
Regex::~Regex() = default;

std::string Regex::wrap(Place place, const std::string& re2) {
  const std::string other = kOtherByte;
  switch (place) {
    case Place::Here:
      return "(" + re2 + ")(?:" + other + "|$)";
    case Place::End:
      return "(?:^|" + other + ")(" + re2 + ")[ -]?[\"'(*]*$";
    case Place::Start:
      return "^[\"')*]*[ -]?(" + re2 + ")(?:$|" + other + ")";
    case Place::Anywhere:
      return "(?:^|" + other + ")(" + re2 + ")(?:$|" + other + ")";
  }
  return {};
}

std::optional<std::string> Regex::compile_error() const {
  if (empty() || compiled_->re2) return std::nullopt;
  return compiled_->error;
}

bool Regex::may_begin_with(std::uint32_t print) const {
  if ((edges_ & edge_bit(print)) == 0) return false;
  return !hints_.has_maker() || hints_->edges.may_have_at_edge(print);
}

EdgeMask Regex::edge_mask() const { return hints_.has_maker() ? hints_->edges.mask() : kAnyEdge; }

// At the edge of a match beside which `text` begins or ends; anywhere in it.
bool Regex::may_have_edge(std::string_view text) const {
  // A pattern may begin with a bracket or the like.
  if (place_ == Place::Here && !text.empty() && !is_edge_word_byte(text.front())) return true;
  if (edges_ != kAnyEdge && place_ != Place::Anywhere) {
    const std::uint32_t print =
        place_ == Place::End ? print_of_last_word(text) : print_of_first_word(text);
    if ((edges_ & edge_bit(print)) == 0) return false;
  }
  const EdgeWords& edges = hints_->edges;
  const bool looks_inside = edges.digit || !edges.inside.empty();
  // Looking at all words of a text costs as much as RE2, once that is made.
  if (looks_inside && (compiled_.is_made() || place_ == Place::Here)) return true;
  if (place_ == Place::Anywhere) return compiled_.is_made() || edges.may_stand_in(text);
  return place_ == Place::End ? edges.may_end(text) : edges.may_begin(text);
}

Walked Regex::decide(std::string_view text, std::size_t begin) const {
  using Answer = Walked::Answer;
  if (empty()) return {Answer::No};
  if (!hints_.has_maker()) return {Answer::Unsure};
  if (!may_have_edge(text.substr(begin))) return {Answer::No};
  if (compiled_.is_made()) return {Answer::Unsure};
  return walk(text, begin);
}

Walked Regex::walk(std::string_view text, std::size_t begin) const {
  const RegexHints& hints = *hints_;
  if (hints.patterns.empty() || hints.steps.load(std::memory_order_relaxed) > hints.most_steps)
    return {Walked::Answer::Unsure};
  std::uint32_t steps = 0;
  Walked walked;
  if (place_ == Place::Anywhere) {
    walked = walk_anywhere(text, steps);
  } else {
    walked = walk_here(text, begin, steps);
  }
  hints.steps.fetch_add(steps, std::memory_order_relaxed);
  return walked;
}

Walked Regex::walk_here(std::string_view text, std::size_t begin, std::uint32_t& steps) const {
  using Answer = Walked::Answer;
  const RegexHints& hints = *hints_;
  const std::string_view rest = text.substr(begin);
  const bool at_word = place_ != Place::Here || (!rest.empty() && is_edge_word_byte(rest.front()));
  const std::uint32_t print =
      place_ == Place::End ? print_of_last_word(rest) : print_of_first_word(rest);
  Walked best;
  for (std::size_t i = 0; i < hints.patterns.size(); ++i) {
    if (at_word && !hints.edges_of[i].may_have_at_edge(print)) continue;
    const Pattern& one = hints.patterns[i];
    const Walked walked = place_ == Place::End     ? one.walk_back(text, steps)
                          : place_ == Place::Start ? one.walk(text, Pattern::Beside::Yes, steps)
                                                   : one.walk_from(text, begin, steps);
    if (walked.answer == Answer::Yes && place_ != Place::Here) return walked;
    if (walked.answer == Answer::No) continue;
    best.end = std::max(best.end, walked.end);  // of several matches the longest counts
    best.answer = std::max(best.answer, walked.answer);
  }
  return best;
}

Walked Regex::walk_anywhere(std::string_view text, std::uint32_t& steps) const {
  using Answer = Walked::Answer;
  const RegexHints& hints = *hints_;
  Walked best;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    if (at > 0 && (is_edge_word_byte(text[at - 1]) || text[at - 1] == '_')) continue;
    const bool at_word = at < text.size() && is_edge_word_byte(text[at]);
    const std::uint32_t print = at_word ? print_of_first_word(text.substr(at)) : 0;
    for (std::size_t i = 0; i < hints.patterns.size(); ++i) {
      if (at_word && !hints.edges_of[i].may_have_at_edge(print)) continue;
      const Walked walked = hints.patterns[i].walk_from(text, at, steps);
      if (walked.answer == Answer::Yes) return walked;
      best.answer = std::max(best.answer, walked.answer);
    }
    if (steps > hints.most_steps) return {Answer::Unsure};
  }
  return best;
}

std::optional<std::vector<RegexGroup>> Regex::walk_groups(std::string_view text, Span match) const {
  const RegexHints& hints = *hints_;
  if (hints.patterns.size() != 1) return std::nullopt;
  std::uint32_t steps = 0;
  auto groups = hints.patterns.front().groups(text, match, steps);
  hints.steps.fetch_add(steps, std::memory_order_relaxed);
  return groups;
}

// RE2 finds the end of a match many times as fast as the groups in it, so that groups are sought
// only in what is known to match.
std::optional<RegexMatch> Regex::match_at(std::string_view text, std::uint32_t begin,
                                          bool with_groups) const {
  using Answer = Walked::Answer;
  const Walked walked = decide(text, begin);
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

std::optional<Span> Regex::find(std::string_view text) const {
  if (decide(text, 0).answer == Walked::Answer::No || !compiled_->re2) return std::nullopt;
  std::array<re2::StringPiece, 2> groups;
  const re2::StringPiece piece(text.data(), text.size());
  if (!compiled_->re2->Match(piece, 0, text.size(), re2::RE2::UNANCHORED, groups.data(), 2))
    return std::nullopt;
  return span_of(text, groups[1]);
}

bool Regex::matches(std::string_view text) const {
  const Walked::Answer answer = decide(text, 0).answer;
  if (answer != Walked::Answer::Unsure) return answer == Walked::Answer::Yes;
  if (!compiled_->re2) return false;
  const re2::StringPiece piece(text.data(), text.size());
  return compiled_->re2->Match(piece, 0, text.size(), re2::RE2::UNANCHORED, nullptr, 0);
}

}  // namespace personfirst
