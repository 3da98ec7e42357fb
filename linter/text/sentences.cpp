// Sentence boundaries: ICU's rules (UAX 29), less those after abbreviations.
//
// ICU has a filter for abbreviations (FilteredBreakIteratorBuilder), but it compares the end of the
// text only, so that "pt." would also join the sentence after "concept."; here the whole word
// counts.
#include <unicode/rbbi.h>
#include <unicode/udata.h>
#include <unicode/utext.h>

#include <algorithm>
#include <array>
#include <memory>

#include "linter/text/ascii_sentences.h"
#include "linter/text/words.h"

namespace personfirst {
namespace {

// In lower case, without the full stop. Words with inner full stops (U.S., e.g., Ph.D.) are known
// by their shape.
constexpr std::array<std::string_view, 29> kAbbreviations = {
    "al",  "approx", "capt", "cf",  "dept", "dr",  "dra", "dx",   "etc", "fig",
    "hx",  "jr",     "lt",   "mr",  "mrs",  "ms",  "mt",  "prof", "pt",  "pts",
    "rev", "rx",     "sen",  "sgt", "sr",   "sra", "st",  "tx",   "vs"};

constexpr std::uint32_t kLongestAbbreviation = 12;

// ICU reads its text from the start to the place that it is asked about: most sentences fit into
// this.
constexpr std::uint32_t kNearReach = 320;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "u.s", "e.g", "ph.d", "ee.uu": two parts or more, each of one or two letters. Times of day end
// sentences more often.
bool has_inner_stops(std::string_view word) {
  if (word == "a.m" || word == "p.m" || word.find('.') == std::string_view::npos) return false;
  std::size_t part = 0;
  for (const char c : word) {
    if (c == '.' && part == 0) return false;
    part = c == '.' ? 0 : part + 1;
    if (part > 2) return false;
  }
  return part > 0;
}

// Is the boundary at `offset` only the full stop of an abbreviation and the space after it?
bool follows_abbreviation(std::string_view text, std::uint32_t offset) {
  std::uint32_t end = offset;
  while (end > 0 && is_space(text[end - 1])) --end;
  if (end == 0 || text[end - 1] != '.') return false;
  --end;
  std::uint32_t begin = end;
  while (begin > 0 && end - begin <= kLongestAbbreviation) {
    const char c = text[begin - 1];
    if (c != '.' && !(static_cast<unsigned char>(c) < 0x80 && is_letter(static_cast<char32_t>(c))))
      break;
    --begin;
  }
  if (begin == end || !is_word_boundary_start(text, begin)) return false;
  constexpr std::size_t kLongestWithoutStops = 6;
  const std::string_view written = text.substr(begin, end - begin);
  if (written.size() > kLongestWithoutStops && written.find('.') == std::string_view::npos)
    return false;
  const std::string word = to_lower(written);
  if (word == "no") return offset < text.size() && is_digit(text[offset]);
  return has_inner_stops(word) ||
         std::find(kAbbreviations.begin(), kAbbreviations.end(), word) != kAbbreviations.end();
}

// The part of the text that is looked at for one hit.
Span reach_of(std::string_view text, Span hit, std::uint32_t reach) {
  constexpr std::uint32_t kWord = 64;  // how far to go for a space to cut at
  const auto size = static_cast<std::uint32_t>(text.size());
  Span window{0, size};
  if (hit.begin > reach) {
    const std::string_view word = text.substr(hit.begin - reach, kWord);
    const auto space = static_cast<std::uint32_t>(std::min(word.find(' '), word.size()));
    window.begin = space < word.size() ? hit.begin - reach + space + 1
                                       : character_begin(text, hit.begin - reach);
  }
  if (size - hit.end > reach) {
    const std::string_view word = text.substr(hit.end + reach - kWord, kWord);
    const std::size_t space = word.rfind(' ');
    window.end = space != std::string_view::npos
                     ? hit.end + reach - kWord + static_cast<std::uint32_t>(space)
                     : character_begin(text, hit.end + reach);
  }
  return window;
}

// Would a larger window show the same? The rules look back from a boundary no further than to a
// full stop and what closes after it, and ahead to the next letter.
bool is_surely_whole(std::string_view text, Span sentence, Span window) {
  constexpr std::uint32_t kLookAhead = 32;
  const bool begins =
      window.begin == 0 || (sentence.begin > window.begin && text[window.begin - 1] == ' ');
  const bool ends = window.end == text.size() || window.end - sentence.end >= kLookAhead;
  return begins && ends;
}

Span without_outer_spaces(std::string_view text, Span span, Span keep) {
  while (span.end > keep.end && is_space(text[span.end - 1])) --span.end;
  while (span.begin < keep.begin && is_space(text[span.begin])) ++span.begin;
  return span;
}

// Those of no language in particular, by their own name: asking for a locale would read about
// languages, countries and dictionaries first. Null when they cannot be opened.
std::unique_ptr<icu::RuleBasedBreakIterator> open_sentence_rules() {
  UErrorCode status = U_ZERO_ERROR;
  UDataMemory* rules =
      udata_open(U_ICUDATA_NAME U_TREE_SEPARATOR_STRING "brkitr", "brk", "sent", &status);
  if (U_FAILURE(status)) return nullptr;
  auto made = std::make_unique<icu::RuleBasedBreakIterator>(rules, status);  // owns them
  return U_SUCCESS(status) != 0 ? std::move(made) : nullptr;
}

}  // namespace

struct SentenceBreaker::State {
  std::unique_ptr<icu::RuleBasedBreakIterator> icu;
  UText source = UTEXT_INITIALIZER;
  std::string_view ascii;  // the text at hand, when ICU is not needed for it

  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    icu.reset();  // which reads the source
    utext_close(&source);
  }

  bool set(std::string_view utf8) {
    ascii = ascii::is_printable(utf8) ? utf8 : std::string_view();
    if (!ascii.empty()) return true;
    if (icu == nullptr) icu = open_sentence_rules();
    if (icu == nullptr) return false;
    UErrorCode status = U_ZERO_ERROR;
    utext_openUTF8(&source, utf8.data(), static_cast<std::int64_t>(utf8.size()), &status);
    icu->setText(&source, status);
    return U_SUCCESS(status) != 0;
  }

  // ICU takes several ill-formed bytes for one character and looks for what precedes the first of
  // them.
  std::int32_t last_boundary(std::int32_t offset) {
    if (!ascii.empty())
      return static_cast<std::int32_t>(
          ascii::last_boundary(ascii, static_cast<std::uint32_t>(offset)));
    if (icu->isBoundary(offset) != 0) return offset;
    const std::int32_t before = icu->preceding(offset);
    const std::int32_t next = icu->next();
    return next != icu::BreakIterator::DONE && next <= offset ? next : before;
  }

  // Negative when there is none.
  std::int32_t next_boundary(std::uint32_t offset) {
    if (!ascii.empty()) return static_cast<std::int32_t>(ascii::next_boundary(ascii, offset));
    const auto at = static_cast<std::int32_t>(offset);
    return icu->isBoundary(at) != 0 ? at : icu->following(at);
  }

  // The sentence round `hit`, as far as the window shows it.
  Span within(std::string_view text, Span window, Span hit) {
    const std::string_view near = slice(text, window);
    if (!set(near)) return window;
    const std::uint32_t from = hit.begin - window.begin;
    const std::uint32_t to = std::max(hit.end - window.begin, from + 1);
    return {window.begin + back(near, from), window.begin + forth(near, to)};
  }

  // The last real boundary at or before `offset`, and the first at or after it.
  std::uint32_t back(std::string_view utf8, std::uint32_t offset) {
    while (offset > 0) {
      const std::int32_t found = last_boundary(static_cast<std::int32_t>(offset));
      if (found <= 0) return 0;
      offset = static_cast<std::uint32_t>(found);
      if (!follows_abbreviation(utf8, offset)) return offset;
      --offset;
    }
    return 0;
  }
  std::uint32_t forth(std::string_view utf8, std::uint32_t offset) {
    const auto size = static_cast<std::uint32_t>(utf8.size());
    while (offset < size) {
      const std::int32_t found = next_boundary(offset);
      if (found < 0) return size;
      offset = static_cast<std::uint32_t>(found);
      if (!follows_abbreviation(utf8, offset)) return offset;
      ++offset;
    }
    return size;
  }
};

SentenceBreaker::SentenceBreaker() = default;
SentenceBreaker::~SentenceBreaker() = default;
SentenceBreaker::SentenceBreaker(SentenceBreaker&&) noexcept = default;
SentenceBreaker& SentenceBreaker::operator=(SentenceBreaker&&) noexcept = default;

Span SentenceBreaker::around(std::string_view text, Span hit) {
  const auto size = static_cast<std::uint32_t>(text.size());
  hit.begin = std::min(hit.begin, size);
  hit.end = std::clamp(hit.end, hit.begin, size);
  if (state_ == nullptr) state_ = std::make_unique<State>();
  const Span near = reach_of(text, hit, kNearReach);
  const Span sentence = state_->within(text, near, hit);
  if (is_surely_whole(text, sentence, near)) return without_outer_spaces(text, sentence, hit);
  return without_outer_spaces(text, state_->within(text, reach_of(text, hit, kReach), hit), hit);
}

Span sentence_around(std::string_view text, Span hit) {
  return SentenceBreaker().around(text, hit);
}

std::vector<Span> sentences(std::string_view text) {
  std::vector<Span> found;
  SentenceBreaker::State state;
  const bool works = state.set(text);
  const auto size = static_cast<std::uint32_t>(text.size());
  for (std::uint32_t begin = 0; begin < size;) {
    const std::uint32_t end = works ? state.forth(text, begin + 1) : size;
    const Span sentence = without_outer_spaces(text, {begin, end}, {end, begin});
    if (sentence.begin < sentence.end) found.push_back(sentence);
    begin = end;
  }
  return found;
}

}  // namespace personfirst
