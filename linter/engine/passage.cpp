#include "linter/engine/passage.h"

#include <algorithm>

#include "linter/text/utf8.h"
#include "linter/text/words.h"

namespace personfirst {
namespace {

void find_soft_breaks(const Prose& prose, std::vector<Span>& breaks) {
  breaks.clear();
  breaks.reserve(prose.pieces.size() / 2);
  for (const Piece& piece : prose.pieces) {
    if (!piece.is_copied() && piece.prose_length == 1 && prose.text[piece.prose_begin] == ' ') {
      breaks.push_back({piece.prose_begin, piece.prose_begin + 1});
    }
  }
}

std::vector<Span> soft_breaks_of(const Prose& prose) {
  std::vector<Span> breaks;
  find_soft_breaks(prose, breaks);
  return breaks;
}

SpanList fold_spans(const Folded& folded, const std::vector<Span>& in_prose) {
  std::vector<Span> spans;
  spans.reserve(in_prose.size());
  for (const Span one : in_prose) {
    const Span span = folded.from_prose(one);
    if (!span.empty()) spans.push_back(span);
  }
  return SpanList(std::move(spans));
}

bool is_upper_ascii(char c) { return c >= 'A' && c <= 'Z'; }

// Bytes that quotation marks begin with, and a few more: no other ones decide where a quotation is.
constexpr bool may_be_quote(unsigned char c) {
  return static_cast<bool>(((c >= '"') & (c <= '\'')) | (c == '`') | (c >= 0x80));
}

constexpr std::size_t kBlock = 16;  // bytes that compilers turn into one step

bool block_may_hold_quote(const char* text) {
  unsigned char any = 0;
  for (std::size_t i = 0; i < kBlock; ++i)
    any |= static_cast<unsigned char>(may_be_quote(static_cast<unsigned char>(text[i])));
  return any != 0;
}

// Walks a text and pairs its quotation marks.
class QuoteFinder {
 public:
  explicit QuoteFinder(std::string_view text) : text_(text) {}

  std::vector<Span> run() {
    find_dialogue();
    for (std::uint32_t i = next_mark(0); i < text_.size();) {
      std::uint32_t length = 1;
      const char32_t c = decode_at(text_, i, &length);
      visit(c, i, i + length);
      i = next_mark(i + length);
    }
    const auto end = static_cast<std::uint32_t>(text_.size());
    if (curly_open_ || (straight_open_ && straight_begin_ <= 2)) {
      spans_.push_back({curly_open_ ? curly_begin_ : straight_begin_, end});
    }
    std::sort(spans_.begin(), spans_.end(), [](Span a, Span b) { return a.begin < b.begin; });
    return std::move(spans_);
  }

 private:
  // Where the next byte stands that may be of a quotation mark, from `at` on.
  [[nodiscard]] std::uint32_t next_mark(std::uint32_t at) const {
    while (at + kBlock <= text_.size() && !block_may_hold_quote(text_.data() + at)) at += kBlock;
    while (at < text_.size() && !may_be_quote(static_cast<unsigned char>(text_[at]))) ++at;
    return at;
  }

  [[nodiscard]] bool word_before(std::uint32_t at) const {
    std::uint32_t length = 0;
    return at > 0 && is_word_char(decode_before(text_, at, &length));
  }
  [[nodiscard]] bool word_after(std::uint32_t at) const {
    std::uint32_t length = 0;
    return at < text_.size() && is_word_char(decode_at(text_, at, &length));
  }
  [[nodiscard]] bool space_after(std::uint32_t at) const {
    return at >= text_.size() || text_[at] == ' ';
  }
  [[nodiscard]] bool space_before(std::uint32_t at) const {
    return at == 0 || text_[at - 1] == ' ' || text_[at - 1] == '(' || text_[at - 1] == '[';
  }

  // A paragraph that begins with a dash is somebody's turn in a dialogue.
  void find_dialogue() {
    if (text_.empty()) return;
    std::uint32_t length = 0;
    const char32_t first = decode_at(text_, 0, &length);
    if (first != 0x2014 && first != 0x2015) return;
    spans_.push_back({length, static_cast<std::uint32_t>(text_.size())});
  }

  void visit(char32_t c, std::uint32_t begin, std::uint32_t end) {
    if (c == '`' && begin > 0 && text_[begin - 1] == '`') c = 0x201C;  // ``as in TeX''
    if (c == '\'' && begin > 0 && text_[begin - 1] == '\'' && curly_open_) c = 0x201D;
    switch (c) {
      case 0x201C:
      case 0x201E:
      case 0x00AB:
      case 0x0093:
        if (!curly_open_) curly_begin_ = end;
        curly_open_ = true;
        break;
      case 0x201D:
      case 0x00BB:
      case 0x0094:
        if (curly_open_ || spans_.empty())
          spans_.push_back({curly_begin_, begin});  // opened in an earlier paragraph
        curly_open_ = false;
        break;
      case '"':
        straight(begin, end);
        break;
      case 0x2018:
      case '\'':
      case 0x2019:
        single(c, begin, end);
        break;
      default:
        break;
    }
  }

  void straight(std::uint32_t begin, std::uint32_t end) {
    if (straight_open_) {
      spans_.push_back({straight_begin_, begin});
      straight_open_ = false;
    } else if (!space_after(end) &&
               !(begin > 0 && text_[begin - 1] >= '0' && text_[begin - 1] <= '9')) {
      straight_begin_ = end;
      straight_open_ = true;
    }
  }

  void single(char32_t c, std::uint32_t begin, std::uint32_t end) {
    const bool opens = c == 0x2018 || (c == '\'' && space_before(begin) && word_after(end));
    if (single_open_ && c != 0x2018 && !word_after(end) && !space_before(begin)) {
      spans_.push_back({single_begin_, begin});
      single_open_ = false;
    } else if (opens && !word_before(begin)) {
      single_begin_ = end;
      single_open_ = true;
    }
  }

  std::string_view text_;
  std::vector<Span> spans_;
  bool curly_open_ = false, straight_open_ = false, single_open_ = false;
  std::uint32_t curly_begin_ = 0, straight_begin_ = 0, single_begin_ = 0;
};

}  // namespace

std::vector<Span> quoted_spans(std::string_view text) { return QuoteFinder(text).run(); }

Passage::Passage(const Prose& of, Folded as_folded)
    : prose(&of),
      folded(std::move(as_folded)),
      opaque(fold_spans(folded, of.opaque)),
      struck(fold_spans(folded, of.struck)),
      emphasized(fold_spans(folded, of.emphasized)) {}

const SpanList& Passage::quoted() const {
  if (!quoted_) quoted_ = fold_spans(folded, quoted_spans(prose->text));
  return *quoted_;
}

const Passage::LetterCase& Passage::letter_case() const {
  if (!case_) case_ = find_case();
  return *case_;
}

Passage::LetterCase Passage::find_case() const {
  std::size_t long_words = 0, capitalised = 0, all_upper = 0, letters = 0, any_capitalised = 0;
  constexpr std::size_t kLong = 4;
  for (const Token& token : folded.tokens) {
    const std::string_view word = slice(folded.exact, token.span);
    if (is_upper_ascii(word.front())) ++any_capitalised;
    if (word.size() < kLong) continue;
    ++long_words;
    if (is_upper_ascii(word.front())) ++capitalised;
    const auto upper =
        static_cast<std::size_t>(std::count_if(word.begin(), word.end(), is_upper_ascii));
    letters += word.size();
    all_upper += upper;
  }
  // A sentence full of names is not a title.
  const std::string& text = folded.lower;
  const bool sentence =
      text.find(". ") != std::string::npos || (!text.empty() && text.back() == '.');
  const bool short_title =
      any_capitalised >= 2 && any_capitalised * 4 >= folded.tokens.size() * 3;  // "Do Addicts Lie?"
  LetterCase found;
  found.title = sentence ? long_words >= 2 && capitalised == long_words
                         : short_title || (long_words >= 2 && capitalised * 10 >= long_words * 8);
  found.all_caps = letters > 0 && all_upper * 10 >= letters * 8;
  return found;
}

bool Passage::ends_line(std::uint32_t at) const {
  if (at >= folded.lower.size()) return true;
  if (!line_ends_) {
    line_ends_.emplace();
    for (const Span one : soft_breaks_of(*prose))
      line_ends_->push_back(folded.from_prose(one).begin);
  }
  return std::binary_search(line_ends_->begin(), line_ends_->end(), at);
}

Folded fold_prose(const Prose& prose, const KnowsWord& knows_word) {
  return fold(prose.text, soft_breaks_of(prose), knows_word);
}

Folded ProseFolder::fold(const Prose& prose) {
  find_soft_breaks(prose, soft_breaks_);
  return personfirst::fold(prose.text, soft_breaks_, knows_word_, std::move(used_));
}

void ProseFolder::take_back(Folded&& folded) {
  constexpr std::size_t kMost = std::size_t{64} << 10U;  // bytes of text; most prose has few
  if (folded.exact.size() > kMost) return;
  used_ = std::move(folded);
}

Passage make_passage(const Prose& prose, const KnowsWord& knows_word) {
  return {prose, fold_prose(prose, knows_word)};
}

}  // namespace personfirst
