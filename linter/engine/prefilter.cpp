#include "linter/engine/prefilter.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "linter/engine/byte_masks.h"
#include "linter/engine/fold.h"

namespace personfirst {
namespace {

using Wanted = ScanWords::Wanted;

enum class Kind : unsigned char { Other, Word, High };

constexpr Kind kind_of(unsigned char byte) {
  if (byte >= 0x80) return Kind::High;
  if ((byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'))
    return Kind::Word;
  return Kind::Other;
}

constexpr std::array<Kind, 256> make_kinds() {
  std::array<Kind, 256> kinds{};
  for (unsigned i = 0; i < 256; ++i) kinds[i] = kind_of(static_cast<unsigned char>(i));
  return kinds;
}
constexpr std::array<Kind, 256> kKinds = make_kinds();

bool is_word(char c) { return kKinds[static_cast<unsigned char>(c)] != Kind::Other; }

// Bytes that tell, between two words, that a reader may see something else there.
constexpr std::array<bool, 256> make_dividers(std::string_view bytes) {
  std::array<bool, 256> dividers{};
  for (const char c : bytes) dividers[static_cast<unsigned char>(c)] = true;
  return dividers;
}
constexpr std::array<bool, 256> kDividersOfText = make_dividers("{}<>");
constexpr std::array<bool, 256> kDividersOfMarkup = make_dividers("{}<>&;!\\_])");

bool is_high(std::string_view run) {
  return std::ranges::any_of(
      run, [](char c) { return kKinds[static_cast<unsigned char>(c)] == Kind::High; });
}

// The run of word bytes that begins at `begin`; may be empty.
std::string_view run_at(std::string_view text, std::uint32_t begin) {
  std::size_t end = begin;
  while (end < text.size() && is_word(text[end])) ++end;
  return text.substr(begin, end - begin);
}

constexpr std::array<std::uint64_t, 9> kKept = {  // the first so many bytes
    0,
    0xFF,
    0xFFFF,
    0xFFFFFF,
    0xFFFFFFFF,
    0xFFFFFFFFFF,
    0xFFFFFFFFFFFF,
    0xFFFFFFFFFFFFFF,
    0xFFFFFFFFFFFFFFFF};

constexpr std::uint32_t kReadBytes = sizeof(std::uint64_t);

// In lower case: digits have that bit already.
inline std::uint64_t read_lower(const char* at) {
  constexpr std::uint64_t kLower = 0x2020202020202020;
  std::uint64_t bytes = 0;
  if constexpr (std::endian::native == std::endian::little) {
    std::memcpy(&bytes, at, kReadBytes);
  } else {
    for (std::uint32_t i = 0; i < kReadBytes; ++i)
      bytes |= std::uint64_t{static_cast<unsigned char>(at[i])} << (8 * i);
  }
  return bytes | kLower;
}

// The first bytes of a run of ASCII letters and digits, as of a lower-case word. Eight bytes can be
// read from `at`, whatever the size.
inline std::uint64_t first_of_bytes(const char* at, std::uint32_t size) {
  return read_lower(at) & kKept.data()[std::min(size, kReadBytes)];
}

// The hash of such a run.
inline WordHash hash_of_bytes(const char* at, std::uint32_t size) {
  const std::uint64_t first = first_of_bytes(at, size);
  const std::uint64_t last = read_lower(at + std::max(size, kReadBytes) - kReadBytes);
  return word_hash(first, size > kReadBytes ? last : 0, size);
}

WordHash hash_of_run(std::string_view run) {
  if (run.size() >= kReadBytes)
    return hash_of_bytes(run.data(), static_cast<std::uint32_t>(run.size()));
  std::array<char, kReadBytes> bytes{};
  std::copy(run.begin(), run.end(), bytes.begin());
  return hash_of_bytes(bytes.data(), static_cast<std::uint32_t>(run.size()));
}

// Does a run hold a word that is wanted beside some other, or anywhere?
bool holds_word(const ScanWords& words, std::string_view run) {
  if (!is_high(run)) return words.find(hash_of_run(run)) != Wanted::No;
  const Folded folded = fold(run, {}, [](std::string_view) { return false; });
  return std::ranges::any_of(folded.tokens, [&](const Token& token) {
    return words.find(word_hash(slice(folded.lower, token.span))) != Wanted::No;
  });
}

// Looks at one byte at a time that is no part of a word.
class MarkReader {
 public:
  MarkReader(const ScanWords& words, std::string_view text, Format format)
      : words_(words), text_(text), format_(format) {}

  // A byte that is no part of a word: may the letters on its two sides, or on its right, be one
  // word to a reader?
  [[nodiscard]] bool may_hide_a_word(std::size_t i) const {
    const char c = text_[i];
    if (c == '-') return may_divide_a_word(i);
    const bool after_word = i > 0 && is_word(text_[i - 1]);
    const char next = i + 1 < text_.size() ? text_[i + 1] : ' ';
    // Tags of template languages are taken out of every format's prose.
    if (c == '{' && after_word && (next == '{' || next == '%' || next == '#')) return true;
    if (c == '<' && after_word && next == '%') return true;
    if (format_ == Format::PlainText) return false;
    switch (c) {
      case '&':
        return next == '#' || (is_word(next) && (after_word || entity_may_precede_anchor(i)));
      case ';':
        return after_word && is_word(next);  // the end of an entity
      case '<':
        return after_word && tag_joins(i);
      default:
        return format_ == Format::Markdown && markdown_joins(i, next, after_word);
    }
  }

  // "jun-" at a line's end. In markup there may be more between the hyphen and its neighbours.
  [[nodiscard]] bool may_divide_a_word(std::size_t i) const {
    const char before = i > 0 ? text_[i - 1] : ' ';
    const char next = i + 1 < text_.size() ? text_[i + 1] : ' ';
    if (format_ == Format::PlainText)
      return is_word(before) && (is_break_or_space(next) || next == '{' || next == '<');
    return !is_break_or_space(before) && before != '-' && !is_word(next) && next != '-';
  }

  [[nodiscard]] bool markdown_joins(std::size_t i, char next, bool after_word) const {
    constexpr std::string_view kMarkup = "*_~[<&!\\";
    const bool markup_next = kMarkup.find(next) != std::string_view::npos;
    switch (text_[i]) {
      case '*':
      case '~':
        return after_word && emphasis_joins(i);
      case '[':
        return after_word && !is_break_or_space(next);
      case '_':
        return after_word && markup_next;
      case '!':
        return after_word && next == '[';
      case '\\':
        return is_word(next) ||
               (after_word && !is_break_or_space(next));  // front matter has \u0061
      case ')':
      case ']':
        return is_word(next) || markup_next;  // the end of a link
      default:
        return false;
    }
  }

  // The marks of emphasis behind a word: does text, or what may become text, follow at once?
  [[nodiscard]] bool emphasis_joins(std::size_t i) const {
    const std::size_t behind = text_.find_first_not_of("*_~", i);
    if (behind == std::string_view::npos) return false;
    constexpr std::string_view kMarkup = "[<&!\\";
    return is_word(text_[behind]) || kMarkup.find(text_[behind]) != std::string_view::npos;
  }

  // "&ampWORD": HTML reads some entities without their semicolon.
  [[nodiscard]] bool entity_may_precede_anchor(std::size_t i) const {
    constexpr std::size_t kShortestName = 2, kLongestName = 6;  // of those
    const std::string_view run = run_at(text_, static_cast<std::uint32_t>(i + 1));
    for (std::size_t length = kShortestName; length <= kLongestName && length < run.size();
         ++length) {
      if (holds_word(words_, run.substr(length))) return true;
    }
    return false;
  }

  static bool is_break_or_space(char c) { return c == '\n' || c == '\r' || c == ' ' || c == '\t'; }

  // At the '<' of what may be a run of tags: does text follow the run at once? Only plain end tags
  // and line breaks are read; anything else is taken to join: what it holds may be skipped, and
  // where it ends takes a parser to know.
  [[nodiscard]] bool tag_joins(std::size_t i) const {
    while (i < text_.size() && text_[i] == '<') {
      if (format_ == Format::Html && is_block_tag(i)) return false;
      if (i + 1 == text_.size() || is_break_or_space(text_[i + 1])) return false;
      const std::size_t end = end_of_plain_tag(i);
      if (end == 0) return true;
      i = end;
    }
    if (i == text_.size()) return false;
    if (format_ == Format::Markdown) return !is_break_or_space(text_[i]);
    return is_word(text_[i]) || text_[i] == '&' || text_[i] == '{';
  }

  // At a '<': a tag that ends a paragraph, whatever it has between its name and its '>'? Only those
  // that most pages have.
  [[nodiscard]] bool is_block_tag(std::size_t i) const {
    constexpr std::array<std::string_view, 20> kNames = {
        "p",  "div", "li", "ul", "ol", "dl",    "dt",    "dd",    "td",      "th",
        "tr", "h1",  "h2", "h3", "h4", "table", "thead", "tbody", "section", "article"};
    const std::size_t name = i + (text_.substr(i, 2) == "</" ? 2 : 1);
    const std::string_view run =
        run_at(text_.substr(0, name + 8), static_cast<std::uint32_t>(name));
    const auto is_it = [&](std::string_view one) {
      return std::ranges::equal(run, one, [](char a, char b) { return (a | 0x20) == b; });
    };
    if (std::ranges::none_of(kNames, is_it)) return false;
    const std::size_t behind = name + run.size();
    return behind < text_.size() && (text_[behind] == '>' || is_break_or_space(text_[behind]));
  }

  // Behind "</name>" or "<br>"; 0 when it is anything else.
  [[nodiscard]] std::size_t end_of_plain_tag(std::size_t i) const {
    constexpr std::size_t kLongestName = 32;
    const bool ends_element = text_.substr(i, 2) == "</";
    const std::size_t name = i + (ends_element ? 2 : 1);
    std::size_t at = name;
    while (at < text_.size() && at < name + kLongestName && is_word(text_[at])) ++at;
    if (!ends_element && text_.substr(name, at - name) != "br") return 0;
    while (at < text_.size() && at < name + kLongestName && (text_[at] == ' ' || text_[at] == '/'))
      ++at;
    return at < text_.size() && text_[at] == '>' ? at + 1 : 0;
  }

  const ScanWords& words_;
  std::string_view text_;
  Format format_;
};

}  // namespace

bool PlaceScanner::knows(Format format) {
  return format == Format::PlainText || format == Format::Markdown || format == Format::Html ||
         format == Format::Xml;
}

bool PlaceScanner::next(std::vector<std::uint32_t>& places) {
  places.clear();
  while (places.empty() && at_ < text_.size()) at_ = scan_block(at_, places);
  return !places.empty();
}

// Adds the places of the block at `begin`, up to the run that its end cuts in two, if there is one,
// and gives where the next block begins. `places` is empty.
std::uint32_t PlaceScanner::scan_block(std::uint32_t begin, std::vector<std::uint32_t>& places) {
  constexpr std::size_t kHashed = sizeof(std::uint64_t);  // bytes, perhaps behind the block
  std::array<char, kMaskBytes + kHashed> rest;
  const char* at = text_.data() + begin;
  if (text_.size() - begin < rest.size()) {
    rest.fill('\0');  // neither word nor mark
    std::copy(at, text_.data() + text_.size(), rest.begin());
    at = rest.data();
  }
  const ByteMasks masks = masks_of(at);
  const std::uint64_t runs = masks.word | masks.high;
  const auto whole = static_cast<std::uint32_t>(kMaskBytes) -
                     static_cast<std::uint32_t>(std::countl_one(runs));  // what is not cut
  const std::uint32_t next = begin + (whole > 0 ? whole : static_cast<std::uint32_t>(kMaskBytes));
  std::uint64_t starts = runs & ~(runs << 1U | std::uint64_t{in_run_});
  in_run_ = whole == 0;

  // Nearly all runs are none of the words: those that may be are gathered without a branch.
  std::array<std::uint32_t, kMaskBytes / 2 + 1> found;
  std::size_t count = 0;
  if (whole == 0) {
    if (starts != 0) found[count++] = begin;  // longer than a block
  } else {
    const std::uint64_t here =
        whole < kMaskBytes ? (std::uint64_t{1} << whole) - 1 : ~std::uint64_t{0};
    std::uint64_t ends = ~runs & (runs << 1U);  // behind each run
    // The rest of a run that began in an earlier block.
    if ((runs & 1U) != 0 && (starts & 1U) == 0) ends &= ends - 1;
    for (starts &= here; starts != 0; starts &= starts - 1, ends &= ends - 1) {
      const auto bit = static_cast<std::uint32_t>(std::countr_zero(starts));
      const auto size = static_cast<std::uint32_t>(std::countr_zero(ends)) - bit;
      const bool is_high = (masks.high >> bit & ((std::uint64_t{1} << size) - 1)) != 0;
      found.data()[count] = begin + bit;  // at most one for every two bytes
      count += static_cast<std::size_t>(is_high) |
               static_cast<std::size_t>(words_.may_find(first_of_bytes(at + bit, size), size));
    }
  }
  for (std::size_t i = 0; i < count; ++i) {
    if (is_place(found[i])) places.push_back(found[i]);
  }
  const std::size_t words = places.size();
  const MarkReader reader(words_, text_, format_);
  for (std::uint64_t left = masks.mark; left != 0; left &= left - 1) {
    const std::uint32_t place = begin + static_cast<std::uint32_t>(std::countr_zero(left));
    if (reader.may_hide_a_word(place)) places.push_back(place);
  }
  std::inplace_merge(places.begin(), places.begin() + static_cast<std::ptrdiff_t>(words),
                     places.end());
  return next;
}

bool PlaceScanner::is_place(std::uint32_t begin) const {
  const std::string_view run = run_at(text_, begin);
  if (is_high(run)) return holds_word(words_, run);
  const WordHash word = hash_of_run(run);
  const Wanted wanted = words_.find(word);
  return wanted == Wanted::Anywhere ||
         (wanted == Wanted::InPair &&
          stands_in_pair(word, begin, begin + static_cast<std::uint32_t>(run.size())));
}

// Also where a reader may see another word beside it than stands there.
bool PlaceScanner::stands_in_pair(WordHash word, std::uint32_t begin, std::uint32_t end) const {
  const auto& divides = format_ == Format::PlainText ? kDividersOfText : kDividersOfMarkup;
  constexpr std::uint32_t kFarthest = 64;  // what is farther away is not looked at
  const std::string_view behind = text_.substr(end, kFarthest);
  std::size_t next = 0;
  for (; next < behind.size() && !is_word(behind[next]); ++next) {
    if (divides[static_cast<unsigned char>(behind[next])]) return true;
  }
  std::size_t next_end = next;
  while (next_end < behind.size() && is_word(behind[next_end])) ++next_end;
  if (next_end == kFarthest || is_high(behind.substr(next, next_end - next))) return true;
  if (next < next_end && words_.is_pair(word, hash_of_run(behind.substr(next, next_end - next))))
    return true;

  const std::uint32_t first = begin - std::min(begin, kFarthest);
  std::uint32_t previous_end = begin;
  for (; previous_end > first && !is_word(text_[previous_end - 1]); --previous_end) {
    if (divides[static_cast<unsigned char>(text_[previous_end - 1])]) return true;
  }
  std::uint32_t previous = previous_end;
  while (previous > first && is_word(text_[previous - 1])) --previous;
  if (previous == first && first > 0) return true;
  const std::string_view run = text_.substr(previous, previous_end - previous);
  return is_high(run) || (!run.empty() && words_.is_pair(hash_of_run(run), word));
}

bool may_hold_candidates(const ScanWords& words, std::string_view text, Format format) {
  std::vector<std::uint32_t> places;
  return !PlaceScanner::knows(format) || PlaceScanner(words, text, format).next(places);
}

}  // namespace personfirst
