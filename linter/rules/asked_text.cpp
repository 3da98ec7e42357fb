#include "linter/rules/asked_text.h"

#include <algorithm>

namespace personfirst {

const AskedText::Word& AskedText::word_at(Edge edge) const {
  std::optional<Word>& word = edge == Edge::First ? first_ : last_;
  if (!word) {
    const std::string_view text = edge == Edge::First ? first_word(text_) : last_word(text_);
    word = Word{text, word_print(text)};
  }
  return *word;
}

const std::vector<AskedText::Word>& AskedText::words() const {
  if (words_) return *words_;
  constexpr std::size_t kBytesAWord = 6;
  words_.emplace().reserve(text_.size() / kBytesAWord + 1);
  for (std::string_view rest = text_;;) {
    const std::string_view word = first_word(rest);
    if (word.empty()) return *words_;
    words_->push_back({word, word_print(word)});
    rest = text_.substr(static_cast<std::size_t>(word.data() - text_.data()) + word.size());
  }
}

bool AskedText::has_digit() const {
  if (!has_digit_) has_digit_ = std::any_of(text_.begin(), text_.end(), is_digit);
  return *has_digit_;
}

}  // namespace personfirst
