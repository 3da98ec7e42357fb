#include "linter/engine/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

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

class Folder {
 public:
  Folder(std::string_view prose, const std::vector<Span>& soft_breaks, const KnowsWord& knows_word)
      : prose_(prose), soft_breaks_(soft_breaks), knows_word_(knows_word) {}

  Folded run() {
    out_.exact.reserve(prose_.size());
    out_.prose_begins.reserve(prose_.size() + 1);
    out_.prose_ends.reserve(prose_.size());
    while (at_ < prose_.size()) step();
    out_.prose_begins.push_back(static_cast<std::uint32_t>(prose_.size()));
    lower_case();
    find_tokens();
    return std::move(out_);
  }

 private:
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
    if (c == ' ' && !out_.exact.empty() && out_.exact.back() == ' ') {
      out_.prose_ends.back() = at_ + 1;  // a run of spaces is one
      return;
    }
    out_.exact += c;
    out_.prose_begins.push_back(at_);
    out_.prose_ends.push_back(at_ + 1);
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
    if (text == " " && !out_.exact.empty() && out_.exact.back() == ' ') {
      out_.prose_ends.back() = at_ + length;
      at_ += length;
      return;
    }
    for (const char c : text) {
      out_.exact += c;
      out_.prose_begins.push_back(at_);
      out_.prose_ends.push_back(at_ + length);
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
    for (std::uint32_t i = 0; i < out_.lower.size();) {
      const char c = out_.lower[i];
      if (static_cast<unsigned char>(c) < 0x80) {
        if (c >= 'A' && c <= 'Z') out_.lower[i] = static_cast<char>(c - 'A' + 'a');
        ++i;
        continue;
      }
      std::uint32_t length = 1;
      (void)decode_at(out_.lower, i, &length);
      const std::string lower = to_lower(std::string_view(out_.lower).substr(i, length));
      if (lower.size() == length) out_.lower.replace(i, length, lower);  // offsets must not move
      i += length;
    }
  }

  void find_tokens() {
    const std::string& text = out_.lower;
    std::uint32_t begin = 0;
    bool inside = false;
    for (std::uint32_t i = 0; i <= text.size(); ++i) {
      const auto byte =
          i < text.size() ? static_cast<unsigned char>(text[i]) : static_cast<unsigned char>(' ');
      const bool word =
          byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z');
      if (word && !inside) begin = i;
      if (!word && inside) out_.tokens.push_back({{begin, i}});
      inside = word;
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
  if (in_folded.empty()) return {prose_begins[in_folded.begin], prose_begins[in_folded.begin]};
  return {prose_begins[in_folded.begin], prose_ends[in_folded.end - 1]};
}

Span Folded::from_prose(Span in_prose) const {
  const auto first = std::upper_bound(prose_ends.begin(), prose_ends.end(), in_prose.begin);
  const auto last = std::lower_bound(prose_begins.begin(), prose_begins.end(), in_prose.end);
  const auto begin = static_cast<std::uint32_t>(first - prose_ends.begin());
  const auto end = static_cast<std::uint32_t>(last - prose_begins.begin());
  return {begin,
          std::max(begin, std::min<std::uint32_t>(end, static_cast<std::uint32_t>(exact.size())))};
}

Folded fold(std::string_view prose, const std::vector<Span>& soft_breaks,
            const KnowsWord& knows_word) {
  return Folder(prose, soft_breaks, knows_word).run();
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
