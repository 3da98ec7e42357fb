// Marks of markup and ends of lines that may divide a word, or hide how it is spelt.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "linter/engine/byte_masks.h"
#include "linter/rules/scan_words.h"
#include "linter/text/document.h"

namespace personfirst {

// Looks at one byte at a time that is no part of a word. Copies neither words nor text.
class MarkReader {
 public:
  MarkReader(const ScanWords& words, std::string_view text, Format format)
      : words_(words), text_(text), format_(format) {}

  // A byte that is no part of a word: may the letters on its two sides, or on its right, be one
  // word to a reader?
  [[nodiscard]] bool may_hide_a_word(std::size_t i) const;

  // Of sixty-four bytes, all of which that may be said, and others. What stands before the first:
  // a word? a space, or nothing?
  [[nodiscard]] static std::uint64_t may_hide_words(const ByteMasks& masks, bool after_word,
                                                    bool after_space) {
    const std::uint64_t runs = masks.word | masks.high;
    const std::uint64_t marks = masks.opening | masks.between | masks.closing | masks.escape;
    const std::uint64_t words_before = runs << 1U | std::uint64_t{after_word};
    const std::uint64_t spaces_before = masks.space << 1U | std::uint64_t{after_space};
    // What stands behind the last byte is not known: it may be anything.
    constexpr std::uint64_t kLast = std::uint64_t{1} << (kMaskBytes - 1);
    const std::uint64_t joined = (runs | marks) >> 1U | kLast;
    const std::uint64_t spaces_behind = masks.space >> 1U;
    return (masks.opening & words_before & ~spaces_behind) |
           (masks.between & words_before & joined) | (masks.closing & joined) |
           (masks.escape & ~spaces_behind) |
           (masks.hyphen & ~spaces_before & ~(masks.hyphen << 1U) & ~((runs | masks.hyphen) >> 1U));
  }

 private:
  [[nodiscard]] bool may_divide_a_word(std::size_t i) const;
  [[nodiscard]] bool markdown_joins(std::size_t i, char next, bool after_word) const;
  [[nodiscard]] bool emphasis_joins(std::size_t i) const;
  [[nodiscard]] bool entity_may_precede_anchor(std::size_t i) const;
  [[nodiscard]] bool tag_joins(std::size_t i) const;
  [[nodiscard]] bool is_block_tag(std::size_t i) const;
  [[nodiscard]] std::size_t end_of_plain_tag(std::size_t i) const;

  const ScanWords& words_;
  std::string_view text_;
  Format format_;
};

}  // namespace personfirst
