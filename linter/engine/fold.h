// Folded text: prose as the patterns see it, with the way back.
//
// Folding makes equal what readers hold to be equal: curly and straight apostrophes, hyphens of all
// kinds, no-break and plain spaces, soft hyphens and none, full-width and plain letters, mended
// mojibake. Punctuation outside ASCII becomes an ASCII stand-in, so that bytes from 0x80 up are
// always parts of word characters (rules/regex.h relies on it). `exact` and `lower` have the same
// length and offsets; only the letters' case differs.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/rules/phrase_index.h"
#include "linter/text/span.h"

namespace personfirst {

struct Folded {
  std::string exact;
  std::string lower;
  std::vector<Token> tokens;  // runs of word characters without '_', in order

  // The prose bytes that a folded run came from.
  [[nodiscard]] Span to_prose(Span in_folded) const;
  // The folded run that came from prose bytes, or that they are part of.
  [[nodiscard]] Span from_prose(Span in_prose) const;

  // Most of a text stays as it is, so that the way back is kept for runs of bytes, gapless and
  // sorted: copied ones map byte for byte, all of any other stands for the same prose bytes.
  struct Run {
    std::uint32_t begin = 0;  // in the folded text; a run reaches to the next one
    bool is_copied = false;
    Span in_prose;
  };
  std::vector<Run> runs;
  std::uint32_t prose_size = 0;
};

// `knows_word` tells whether a (folded, lower case) word is one that rules look for: a word that a
// line break divided
// ("jun-" "kies") is joined when the whole is known; otherwise the hyphen stays ("drug-"
// "abusing").
using KnowsWord = std::function<bool(std::string_view)>;
[[nodiscard]] Folded fold(std::string_view prose, const std::vector<Span>& soft_breaks,
                          const KnowsWord& knows_word);
// The same in the memory of another one.
[[nodiscard]] Folded fold(std::string_view prose, const std::vector<Span>& soft_breaks,
                          const KnowsWord& knows_word, Folded&& used);

// The same for a short text without line breaks: names, labels, headings.
[[nodiscard]] std::string fold_lower(std::string_view text);

// The token that begins at or after `offset`; tokens.size() when there is none.
[[nodiscard]] std::size_t token_at(const std::vector<Token>& tokens, std::uint32_t offset);

}  // namespace personfirst
