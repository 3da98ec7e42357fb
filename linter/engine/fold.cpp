#include "linter/engine/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "linter/engine/run_edges.h"
#include "linter/text/find_byte.h"
#include "linter/text/utf8.h"
#include "linter/text/words.h"

namespace personfirst {
namespace {

// What a character outside ASCII is folded to; nothing when it stays as it is.
struct Folding {
  bool folds = false;
  std::string_view to;
};

// UTF-8 that was read as another charset and written again: what an apostrophe, quote or dash
// became.
struct Mojibake {
  std::string_view from;
  std::string_view to;
};
constexpr Mojibake kMojibake[] = {
    {"\u00E2\u20AC\u2122", "'"},  {"\u00E2\u20AC\u02DC", "'"}, {"\u00E2\u20AC\u0153", "\""},
    {"\u00E2\u20AC\u009D", "\""}, {"\u00E2\u20AC\u201C", "-"}, {"\u00E2\u20AC\u201D", ","},
    {"\u00C2\u00A0", " "},
};

Folding fold_punctuation(char32_t c) {
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x02BC:
    case 0x02B9:
    case 0x00B4:
    case 0x2032:
    case 0x0091:
    case 0x0092:
      return {true, "'"};
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x00AB:
    case 0x00BB:
    case 0x2033:
    case 0x0093:
    case 0x0094:
      return {true, "\""};
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2212:
    case 0xFE63:
    case 0x0096:
      return {true, "-"};
    case 0x00AD:
    case 0x200B:
    case 0x200C:
    case 0x200D:
    case 0x2060:
    case 0xFEFF:
    case 0xFE0E:
    case 0xFE0F:
      return {true, ""};
    case 0x2014:
    case 0x2015:
    case 0x3001:
    case 0x0097:
      return {true, ","};
    case 0x2026:
    case 0x3002:
      return {true, "."};
    case 0x2192:
    case 0x21D2:
    case 0x2794:
    case 0x279C:
    case 0x27A1:
    case 0x27F6:
    case 0x27F9:
      return {true, "->"};
    default:
      return {};
  }
}

// Compatibility forms of plain letters: full-width, ligatures, long s, Kelvin sign, mathematical
// alphabets.
bool is_compatibility_form(char32_t c) {
  return c == 0x017F || (c >= 0x2100 && c <= 0x214F) || (c >= 0xFB00 && c <= 0xFB06) ||
         (c >= 0xFF01 && c <= 0xFF5E) || (c >= 0x1D400 && c <= 0x1D7FF);
}

std::string compatibility_letters(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
  std::string out;
  if (U_FAILURE(status)) return out;
  nfkc->normalize(icu::UnicodeString(static_cast<UChar32>(c)), status).toUTF8String(out);
  return out;
}

// How many bytes at the beginning are ASCII that stays as it is. A space after another one does
// not, nor does a hyphen that may stand before a line break.
std::size_t plain_length(std::string_view text, bool after_space, bool hyphens_are_plain) {
  if (after_space && text.starts_with(' ')) return 0;
  const unsigned char other = hyphens_are_plain ? '`' : '-';
  const std::size_t end = find_byte(text, 0, [&](BytesAtOnce byte, BytesAtOnce next) {
    return (byte < 0x20) | (byte >= 0x80) | (byte == '`') | (byte == other) |
           ((byte == ' ') & (next == ' '));
  });
  return end < text.size() && text[end] == ' ' ? end + 1 : end;  // the first of two
}

constexpr std::size_t kBlock = 16;  // bytes that compilers turn into one step

void lower_ascii(std::string& text) {
  const auto lower = [](char& one) {
    const auto c = static_cast<unsigned char>(one);
    const bool upper = static_cast<unsigned char>(c - 'A') < 26;
    one = static_cast<char>(c + (upper ? 'a' - 'A' : 0));
  };
  std::size_t i = 0;
  for (; i + kBlock <= text.size(); i += kBlock) {
    char* const block = text.data() + i;
    for (std::size_t at = 0; at < kBlock; ++at) lower(block[at]);
  }
  for (; i < text.size(); ++i) lower(text[i]);
}

class Folder {
 public:
  Folder(std::string_view prose, const std::vector<Span>& soft_breaks, const KnowsWord& knows_word,
         Folded&& used)
      : prose_(prose), soft_breaks_(soft_breaks), knows_word_(knows_word), out_(std::move(used)) {
    out_.exact.clear();
    out_.tokens.clear();
    out_.runs.clear();
  }

  Folded run() {
    out_.exact.reserve(prose_.size());
    out_.prose_size = static_cast<std::uint32_t>(prose_.size());
    while (at_ < prose_.size()) {
      copy_plain();
      if (at_ < prose_.size()) step();
    }
    lower_case();
    find_tokens();
    return std::move(out_);
  }

 private:
  // Most of most texts. What copying does not stop at, step() would copy, too.
  void copy_plain() {
    const std::size_t length =
        plain_length(prose_.substr(at_), after_space(), soft_breaks_.empty());
    if (length == 0) return;
    const auto begin = static_cast<std::uint32_t>(out_.exact.size());
    const auto end = at_ + static_cast<std::uint32_t>(length);
    out_.exact += prose_.substr(at_, length);
    if (!out_.runs.empty() && out_.runs.back().is_copied && out_.runs.back().in_prose.end == at_) {
      out_.runs.back().in_prose.end = end;
    } else {
      out_.runs.push_back({begin, true, {at_, end}});
    }
    at_ = end;
  }

  [[nodiscard]] bool after_space() const { return !out_.exact.empty() && out_.exact.back() == ' '; }

  void step() {
    const auto byte = static_cast<unsigned char>(prose_[at_]);
    if (byte < 0x80) {
      if (byte == '-' && join_divided_word()) return;
      fold_ascii(prose_[at_]);
      ++at_;
      return;
    }
    for (const Mojibake& one : kMojibake) {
      if (prose_.substr(at_, one.from.size()) == one.from) {
        put(one.to, static_cast<std::uint32_t>(one.from.size()));
        return;
      }
    }
    std::uint32_t length = 1;
    const char32_t c = decode_at(prose_, at_, &length);
    fold_character(c, length);
  }

  void fold_ascii(char c) {
    if (c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v') c = ' ';
    if (c == '`') c = '\'';
    if (c == ' ' && after_space()) return widen_last(at_ + 1);  // a run of spaces is one
    const auto begin = static_cast<std::uint32_t>(out_.exact.size());
    out_.exact += c;
    out_.runs.push_back({begin, false, {at_, at_ + 1}});
  }

  // The last folded byte stands for what reaches to `prose_end`.
  void widen_last(std::uint32_t prose_end) {
    Folded::Run& last = out_.runs.back();
    const auto byte = static_cast<std::uint32_t>(out_.exact.size()) - 1;
    const std::uint32_t begin =
        last.is_copied ? last.in_prose.end - 1 : last.in_prose.begin;  // of that byte
    if (last.begin == byte) {
      last = {byte, false, {begin, prose_end}};
      return;
    }
    if (last.is_copied) --last.in_prose.end;
    out_.runs.push_back({byte, false, {begin, prose_end}});
  }

  void fold_character(char32_t c, std::uint32_t length) {
    if (const Folding folding = fold_punctuation(c); folding.folds) return put(folding.to, length);
    if (c == 0x0E42 && between_latin_letters(length))
      return put("'", length);  // 0xE2 of UTF-8 quotes, read as Thai
    if (is_compatibility_form(c)) {
      const std::string letters = compatibility_letters(c);
      if (!letters.empty()) return put(letters, length);
    }
    if (c == 0x00A0 || c == 0x3000 || u_isUWhiteSpace(static_cast<UChar32>(c)))
      return put(" ", length);
    if (is_word_char(c)) return put(prose_.substr(at_, length), length);
    put(c == kReplacementCharacter ? "?" : ";", length);
  }

  [[nodiscard]] bool between_latin_letters(std::uint32_t length) const {
    const auto latin = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    return at_ > 0 && latin(prose_[at_ - 1]) && at_ + length < prose_.size() &&
           latin(prose_[at_ + length]);
  }

  void put(std::string_view text, std::uint32_t length) {
    if (text == " " && after_space()) {
      widen_last(at_ + length);
    } else if (!text.empty()) {
      const auto begin = static_cast<std::uint32_t>(out_.exact.size());
      out_.exact += text;
      out_.runs.push_back({begin, false, {at_, at_ + length}});
    }
    at_ += length;
  }

  // At a hyphen. "jun-" + line break + "kies" -> "junkies"; "drug-" + line break + "abusing" ->
  // "drug-abusing".
  bool join_divided_word() {
    const std::uint32_t after = at_ + 1;
    const auto soft =
        std::lower_bound(soft_breaks_.begin(), soft_breaks_.end(), after,
                         [](Span one, std::uint32_t offset) { return one.begin < offset; });
    if (soft == soft_breaks_.end() || soft->begin != after) return false;
    const auto letter = [&](std::uint32_t i) {
      return i < prose_.size() &&
             ((prose_[i] >= 'a' && prose_[i] <= 'z') || (prose_[i] >= 'A' && prose_[i] <= 'Z'));
    };
    if (at_ == 0 || !letter(at_ - 1) || !letter(soft->end)) return false;
    std::uint32_t left = at_;
    while (left > 0 && letter(left - 1)) --left;
    std::uint32_t right = soft->end;
    while (letter(right)) ++right;
    const std::string whole = to_lower(prose_.substr(left, at_ - left)) +
                              to_lower(prose_.substr(soft->end, right - soft->end));
    if (!knows_word_(whole)) put("-", soft->end - at_);
    at_ = soft->end;
    return true;
  }

  void lower_case() {
    out_.lower = out_.exact;
    lower_ascii(out_.lower);
    const auto size = static_cast<std::uint32_t>(out_.lower.size());
    for (std::uint32_t i = ascii_end(out_.lower, 0, size); i < size;) {
      std::uint32_t length = 1;
      (void)decode_at(out_.lower, i, &length);
      const std::string lower = to_lower(std::string_view(out_.lower).substr(i, length));
      if (lower.size() == length) out_.lower.replace(i, length, lower);  // offsets must not move
      i = ascii_end(out_.lower, i + length, size);
    }
  }

  // Runs in lower case, in which there are no upper-case letters of ASCII.
  void find_tokens() {
    const MaskBytes mask_bytes = fastest_mask_bytes();
    const FindEdges find_edges = fastest_find_edges();
    const std::string_view text = out_.lower;
    const auto size = static_cast<std::uint32_t>(text.size());
    constexpr std::uint32_t kUsualWord = 5;  // bytes, with the space
    out_.tokens.reserve(size / kUsualWord + 1);
    bool in_run = false;
    for (std::uint32_t begin = 0; begin < size;) {
      const Stretch stretch(byte_classes(Format::PlainText), mask_bytes, text.substr(begin));
      Edges edges;
      const std::uint16_t* edge = edges.at.data();
      const bool goes_on = in_run;
      find_edges(stretch, in_run, edges);
      const std::uint16_t* const end = edges.at.data() + edges.size;
      if (goes_on && edge != end) out_.tokens.back().span.end = begin + *edge++;
      for (; end - edge >= 2; edge += 2)
        out_.tokens.push_back({{begin + edge[0], begin + edge[1]}});
      if (edge != end) out_.tokens.push_back({{begin + *edge, size}});  // or it ends further down
      begin += stretch.size();
    }
  }

  std::string_view prose_;
  const std::vector<Span>& soft_breaks_;
  const KnowsWord& knows_word_;
  std::uint32_t at_ = 0;
  Folded out_;
};

}  // namespace

Span Folded::to_prose(Span in_folded) const {
  // Of one folded byte.
  const auto byte = [&](std::uint32_t at) -> Span {
    if (at >= exact.size()) return {prose_size, prose_size};
    const auto after =
        std::upper_bound(runs.begin(), runs.end(), at,
                         [](std::uint32_t offset, const Run& run) { return offset < run.begin; });
    const Run& run = *std::prev(after);
    if (!run.is_copied) return run.in_prose;
    const std::uint32_t begin = run.in_prose.begin + (at - run.begin);
    return {begin, begin + 1};
  };
  const std::uint32_t begin = byte(in_folded.begin).begin;
  return {begin, in_folded.empty() ? begin : byte(in_folded.end - 1).end};
}

Span Folded::from_prose(Span in_prose) const {
  const auto size = static_cast<std::uint32_t>(exact.size());
  // The first byte that ends behind the beginning, and the first that begins at the end or behind.
  const auto first = std::partition_point(
      runs.begin(), runs.end(), [&](const Run& run) { return run.in_prose.end <= in_prose.begin; });
  const auto last = std::partition_point(first, runs.end(), [&](const Run& run) {
    return (run.is_copied ? run.in_prose.end - 1 : run.in_prose.begin) < in_prose.end;
  });
  const auto within = [&](const auto& run, std::uint32_t offset) {
    if (run == runs.end()) return size;
    return run->begin +
           (run->is_copied && offset > run->in_prose.begin ? offset - run->in_prose.begin : 0);
  };
  const std::uint32_t begin = within(first, in_prose.begin);
  return {begin, std::max(begin, within(last, in_prose.end))};
}

Folded fold(std::string_view prose, const std::vector<Span>& soft_breaks,
            const KnowsWord& knows_word) {
  return fold(prose, soft_breaks, knows_word, {});
}

Folded fold(std::string_view prose, const std::vector<Span>& soft_breaks,
            const KnowsWord& knows_word, Folded&& used) {
  return Folder(prose, soft_breaks, knows_word, std::move(used)).run();
}

std::string fold_lower(std::string_view text) {
  return fold(text, {}, [](std::string_view) { return false; }).lower;
}

std::size_t token_at(const std::vector<Token>& tokens, std::uint32_t offset) {
  const auto found =
      std::lower_bound(tokens.begin(), tokens.end(), offset,
                       [](const Token& token, std::uint32_t at) { return token.span.begin < at; });
  return static_cast<std::size_t>(found - tokens.begin());
}

}  // namespace personfirst
