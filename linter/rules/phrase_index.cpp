#include "linter/rules/phrase_index.h"

#include <algorithm>

#include "linter/rules/pattern.h"

namespace personfirst {
namespace {

constexpr std::uint32_t kMaxGap = 3;  // "A, B", "A & B"

bool close_together(std::string_view text, const Token& left, const Token& right) {
  const std::uint32_t gap = right.span.begin - left.span.end;
  if (gap == 0 || gap > kMaxGap) return false;
  return text.substr(left.span.end, gap).find_first_of(".!?;") == std::string_view::npos ||
         gap == 1;
}

}  // namespace

void PhraseIndex::add(std::string_view phrase) {
  std::vector<std::string> words = phrase_words(phrase);
  if (words.empty()) return;
  longest_ = std::max(longest_, words.size());
  const std::size_t print = print_of(words.front());
  first_prints_[print / 64] |= std::uint64_t{1} << (print % 64);
  auto& tails = by_first_word_[words.front()];
  words.erase(words.begin());
  const auto longer = [](const auto& a, const auto& b) { return a.size() > b.size(); };
  tails.insert(std::upper_bound(tails.begin(), tails.end(), words, longer), std::move(words));
}

std::vector<std::string_view> PhraseIndex::first_words() const {
  std::vector<std::string_view> words;
  for (const auto& [word, tails] : by_first_word_) words.push_back(word);
  return words;
}

std::uint32_t PhraseIndex::longest_match(std::string_view text, const std::vector<Token>& tokens,
                                         std::size_t at) const {
  const auto found = by_first_word_.find(slice(text, tokens[at].span));
  if (found == by_first_word_.end()) return 0;
  for (const auto& tail : found->second) {
    std::size_t i = 0;
    while (i < tail.size() && at + i + 1 < tokens.size() &&
           slice(text, tokens[at + i + 1].span) == tail[i] &&
           close_together(text, tokens[at + i], tokens[at + i + 1])) {
      ++i;
    }
    if (i == tail.size()) return static_cast<std::uint32_t>(tail.size()) + 1;
  }
  return 0;
}

}  // namespace personfirst
