#include "linter/engine/prefilter.h"

#include <algorithm>
#include <array>
#include <bit>
#include <span>

#include "linter/engine/mark_reader.h"
#include "linter/engine/text_runs.h"

namespace personfirst {
namespace {

using Wanted = ScanWords::Wanted;

// Bytes that tell, between two words, that a reader may see something else there.
constexpr std::array<bool, 256> make_dividers(std::string_view bytes) {
  std::array<bool, 256> dividers{};
  for (const char c : bytes) dividers[static_cast<unsigned char>(c)] = true;
  return dividers;
}
struct Dividers {
  std::array<bool, 256> behind, before;  // the word whose neighbour is sought
};
constexpr Dividers kDividersOfText = {make_dividers("{}<>"), make_dividers("{}<>")};
constexpr Dividers kDividersOfHtml = {make_dividers("{}<>&"), make_dividers("{}<>&;")};
constexpr Dividers kDividersOfMarkdown = {make_dividers("{}<>&!\\]"), make_dividers("{}<>&;\\])")};

const Dividers& dividers_of(Format format) {
  if (format == Format::PlainText) return kDividersOfText;
  return format == Format::Markdown ? kDividersOfMarkdown : kDividersOfHtml;
}

bool is_among(char c, const std::array<bool, 256>& bytes) {
  return bytes[static_cast<unsigned char>(c)];
}

constexpr std::uint32_t kFarthest = 64;  // from a word: its neighbours beyond are not looked at

}  // namespace

bool PlaceScanner::knows(Format format) {
  return format == Format::PlainText || format == Format::Markdown || format == Format::Html ||
         format == Format::Xml;
}

bool PlaceScanner::next(std::vector<std::uint32_t>& places) {
  places.clear();
  while (places.empty() && at_ < text_.size()) scan_stretch(places);
  return !places.empty();
}

// Adds the places of the next stretch.
void PlaceScanner::scan_stretch(std::vector<std::uint32_t>& places) {
  const Stretch stretch(classes_, mask_bytes_, text_.substr(at_));
  FoundRuns found;
  const std::uint32_t size = gather_runs(words_, stretch, find_edges_, in_run_, found);
  for (std::size_t i = 0; i < found.size; ++i) {
    const Run run = found.at[i];
    if (is_place(at_ + run.begin, at_ + run.end)) places.push_back(at_ + run.begin);
  }
  const auto words = static_cast<std::ptrdiff_t>(places.size());
  add_marks(stretch, size, places);
  std::inplace_merge(places.begin(), places.begin() + words, places.end());
  at_ = stretch.is_last() ? static_cast<std::uint32_t>(text_.size()) : at_ + size;
}

// Adds the marks that are places, of the first `size` bytes from at_ on.
void PlaceScanner::add_marks(const Stretch& stretch, std::uint32_t size,
                             std::vector<std::uint32_t>& places) const {
  const MarkReader reader(words_, text_, format_);
  bool after_word = at_ > 0 && is_run_byte(text_[at_ - 1]);
  bool after_space = at_ == 0 || is_break_or_space(text_[at_ - 1]);
  std::uint32_t begin = at_;
  for (const ByteMasks& block : std::span(stretch.masks).first(stretch.blocks)) {
    std::uint64_t marks = MarkReader::may_hide_words(block, after_word, after_space);
    for (; marks != 0; marks &= marks - 1) {
      const std::uint32_t mark = begin + static_cast<std::uint32_t>(std::countr_zero(marks));
      if (mark - at_ < size && reader.may_hide_a_word(mark)) places.push_back(mark);
    }
    constexpr unsigned kLast = kMaskBytes - 1;
    after_word = (block.word | block.high) >> kLast != 0;
    after_space = block.space >> kLast != 0;
    begin += static_cast<std::uint32_t>(kMaskBytes);
  }
}

bool PlaceScanner::is_place(std::uint32_t begin, std::uint32_t end) {
  while (end < text_.size() && is_run_byte(text_[end])) ++end;  // one longer than a stretch
  const std::string_view run = slice(text_, {begin, end});
  if (is_high(run)) return holds_word(words_, run);
  const WordHash word = hash_of_run(run);
  const Wanted wanted = words_.find(word);
  return wanted == Wanted::Anywhere ||
         (wanted == Wanted::InPair && stands_in_pair(word, begin, end));
}

// Also where a reader may see another word beside it than stands there.
bool PlaceScanner::stands_in_pair(WordHash word, std::uint32_t begin, std::uint32_t end) {
  return stands_before_its_pair(word, end) || stands_behind_its_pair(word, begin);
}

bool PlaceScanner::stands_before_its_pair(WordHash word, std::uint32_t end) const {
  const auto next = run_behind(end);
  if (!next) return true;
  if (next->empty()) return false;
  const WordHash second = hash_of_run(*next);
  if (words_.is_pair(word, second)) return true;
  if (!words_.is_open_pair(word, second)) return false;
  const auto third = run_behind(offset_of(*next) + static_cast<std::uint32_t>(next->size()));
  return !third || (!third->empty() && words_.is_triple(word, second, hash_of_run(*third)));
}

bool PlaceScanner::stands_behind_its_pair(WordHash word, std::uint32_t begin) {
  const auto previous = run_before(begin);
  if (!previous) return true;
  if (previous->empty()) return false;
  const WordHash second = hash_of_run(*previous);
  if (words_.is_pair(second, word)) return true;
  if (!words_.is_open_pair(second, word)) return false;
  const auto first = run_before(offset_of(*previous));
  return !first || (!first->empty() && words_.is_triple(hash_of_run(*first), second, word));
}

std::optional<std::string_view> PlaceScanner::run_behind(std::uint32_t end) const {
  const auto& dividers = dividers_of(format_).behind;
  const std::string_view behind = text_.substr(end, kFarthest);
  std::size_t begin = 0;
  for (; begin < behind.size() && !is_run_byte(behind[begin]); ++begin) {
    if (is_among(behind[begin], dividers) && divides_behind(behind, begin)) return {};
  }
  std::size_t run_end = begin;
  while (run_end < behind.size() && is_run_byte(behind[run_end])) ++run_end;
  const std::string_view run = behind.substr(begin, run_end - begin);
  if (run_end == kFarthest || is_high(run)) return {};
  return run;
}

// Does that byte, which is among the dividers?
bool PlaceScanner::divides_behind(std::string_view behind, std::size_t at) const {
  if (format_ != Format::Markdown) return true;
  // At a line's begin it marks a quotation, if it is no text. It ends no tag that a reader's word
  // can stand before.
  if (behind[at] == '>') return at == 0 || behind[at - 1] != '\n';
  // An image begins.
  if (behind[at] == '!') return at + 1 == behind.size() || behind[at + 1] == '[';
  return true;
}

std::optional<std::string_view> PlaceScanner::run_before(std::uint32_t begin) {
  const auto& dividers = dividers_of(format_).before;
  const std::uint32_t first = begin - std::min(begin, kFarthest);
  std::uint32_t end = begin;
  for (; end > first && !is_run_byte(text_[end - 1]); --end) {
    if (is_among(text_[end - 1], dividers) && divides_before(end - 1)) return {};
  }
  std::uint32_t run_begin = end;
  while (run_begin > first && is_run_byte(text_[run_begin - 1])) --run_begin;
  const std::string_view run = text_.substr(run_begin, end - run_begin);
  if ((run_begin == first && first > 0) || is_high(run)) return {};
  const bool names_entity =
      format_ != Format::PlainText && run_begin > 0 && text_[run_begin - 1] == '&';
  if (names_entity) return {};
  return run;
}

// Does that byte, which is among the dividers?
bool PlaceScanner::divides_before(std::uint32_t at) {
  if (text_[at] == ';') return may_end_entity(at);
  return !marks_quotation(at);
}

// "&amp;", or "&#38;"?
bool PlaceScanner::may_end_entity(std::uint32_t at) const {
  const std::uint32_t first = at - std::min(at, kFarthest);
  std::uint32_t begin = at;
  while (begin > first && is_run_byte(text_[begin - 1])) --begin;
  if (begin == first) return first > 0;
  return begin < at && (text_[begin - 1] == '&' || text_[begin - 1] == '#');
}

// In Markdown: a `>` that begins a line, and ends no tag? Where it stands below another such line,
// a tag that was open above ends there, unless there are quotation marks in it.
bool PlaceScanner::marks_quotation(std::uint32_t at) {
  if (format_ != Format::Markdown || text_[at] != '>') return false;
  if (at == 0 || text_[at - 1] != '\n') return false;
  constexpr std::uint32_t kLongestLine = 256;  // what is longer is not looked at
  const std::uint32_t end = at - 1;
  std::uint32_t begin = end;
  while (begin > 0 && end - begin < kLongestLine && text_[begin - 1] != '\n') --begin;
  const std::string_view line = text_.substr(begin, end - begin);
  const bool ends_tags = line.size() < kLongestLine && line.starts_with('>') &&
                         line.find_first_of("<\"'") == std::string_view::npos;
  return ends_tags || !is_behind_tags(at);
}

// Asked from the text's begin to its end, so that each byte is looked at once.
bool PlaceScanner::is_behind_tags(std::uint32_t at) {
  if (at > no_tag_before_) {
    const std::string_view between = slice(text_, {no_tag_before_, at});
    no_tag_before_ += static_cast<std::uint32_t>(std::min(between.find('<'), between.size()));
  }
  return no_tag_before_ < at;
}

bool may_hold_candidates(const ScanWords& words, std::string_view text, Format format) {
  std::vector<std::uint32_t> places;
  return !PlaceScanner::knows(format) || PlaceScanner(words, text, format).next(places);
}

}  // namespace personfirst
