// What Unicode knows about letters, words, sentences and widths, asked of UTF-8 text by byte
// offset.
//
// Nothing here depends on the user's locale. All free functions are pure; any thread. Ill-formed
// bytes are allowed everywhere and count as U+FFFD (see utf8.h).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "linter/text/span.h"
#include "linter/text/utf8.h"  // decode_at, decode_before

namespace personfirst {

// Alphabetic, decimal digit, combining mark or '_'.
[[nodiscard]] bool is_word_char(char32_t c);
[[nodiscard]] bool is_letter(char32_t c);
[[nodiscard]] bool is_upper(char32_t c);
[[nodiscard]] char32_t to_upper(char32_t c);  // one character to one: 'ß' stays
// Ill-formed bytes stay as they are. May change the length.
[[nodiscard]] std::string to_lower(std::string_view text);
// Of well-formed text: the same for what differs in case alone ("Maß", "MASS").
[[nodiscard]] std::string fold_case(std::string_view text);

// May words begin (end) at `offset`? Not where a word character stands on both sides, even with
// invisible characters such as a soft hyphen between them, and not before a combining mark.
[[nodiscard]] bool is_word_boundary_start(std::string_view text, std::uint32_t offset);
[[nodiscard]] bool is_word_boundary_end(std::string_view text, std::uint32_t offset);

// Sentences of one paragraph whose line breaks are spaces already. A sentence has no white space at
// its ends. It does not end after "Dr.", "e.g.", "U.S." and the like.
[[nodiscard]] std::vector<Span> sentences(std::string_view text);

// Finds the sentence round a hit. Costly to make (lazily, on first use), cheap to use: keep one for
// a whole lint() call, in one thread. Keeps nothing of a text between calls.
class SentenceBreaker {
 public:
  SentenceBreaker();
  ~SentenceBreaker();
  SentenceBreaker(SentenceBreaker&&) noexcept;
  SentenceBreaker& operator=(SentenceBreaker&&) noexcept;

  // The sentence that holds `hit`, or all those that it touches. To bound the time, looks at most
  // kReach bytes to either side of the hit; a longer sentence is cut there, at a space where there
  // is one.
  [[nodiscard]] Span around(std::string_view text, Span hit);

  static constexpr std::uint32_t kReach = 1024;

 private:
  struct State;
  friend std::vector<Span> sentences(std::string_view text);
  std::unique_ptr<State> state_;
};

// The same for a single question.
[[nodiscard]] Span sentence_around(std::string_view text, Span hit);

// Columns in a terminal: wide characters and emoji count 2, combining marks and controls 0. A tab
// counts 0: only the caller knows where it stands.
[[nodiscard]] std::uint32_t display_width(std::string_view text);

}  // namespace personfirst
