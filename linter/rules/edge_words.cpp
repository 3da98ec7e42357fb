#include "linter/rules/edge_words.h"

#include <algorithm>
#include <utility>

#include "linter/rules/asked_text.h"

namespace personfirst {
namespace {

std::size_t skip_others(std::string_view text, std::size_t at) {
  while (at < text.size() && !is_edge_word_byte(text[at])) ++at;
  return at;
}

std::size_t skip_word(std::string_view text, std::size_t at) {
  while (at < text.size() && is_edge_word_byte(text[at])) ++at;
  return at;
}

// "No" is sure. A long text is left to RE2, which reads it faster.
bool any_word(const AskedText& text, const WordChoice& choice) {
  constexpr std::size_t kLong = 512;
  if (text.text().size() > kLong) return true;
  return std::any_of(text.words().begin(), text.words().end(), [&](const AskedText::Word& word) {
    return choice.holds(word.text, word.print);
  });
}

bool begins_one(const WordSet& set, std::string_view word) {
  for (auto at = set.words.lower_bound(word); at != set.words.end(); ++at) {
    const std::string_view phrase = at->first;
    if (!phrase.starts_with(word)) return false;
    if (phrase.size() == word.size() || !is_edge_word_byte(phrase[word.size()])) return true;
  }
  return false;
}

template <typename T>
void sort_unique(std::vector<T>& items) {
  std::sort(items.begin(), items.end());
  items.erase(std::unique(items.begin(), items.end()), items.end());
}

}  // namespace

std::uint32_t word_print(std::string_view word) {
  std::uint32_t hash = 2166136261U;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash | 1U;  // the high bits are the ones that are used
}

std::string_view first_word(std::string_view text) {
  const std::size_t begin = skip_others(text, 0);
  return text.substr(begin, skip_word(text, begin) - begin);
}

std::string_view last_word(std::string_view text) {
  std::size_t end = text.size();
  while (end > 0 && !is_edge_word_byte(text[end - 1])) --end;
  std::size_t begin = end;
  while (begin > 0 && is_edge_word_byte(text[begin - 1])) --begin;
  return text.substr(begin, end - begin);
}

// A large set is asked itself, which knows its phrases by their first bytes.
void WordChoice::add(const WordSet& set, Edge edge) {
  constexpr std::size_t kFew = 16;
  const auto begins_with_word = [](const auto& entry) {
    return !entry.first.empty() && is_edge_word_byte(entry.first.front());
  };
  if (edge == Edge::First && set.words.size() > kFew &&
      std::all_of(set.words.begin(), set.words.end(), begins_with_word)) {
    sets_.push_back(&set);
    return;
  }
  for (const auto& entry : set.words)
    add(std::string(edge == Edge::First ? first_word(entry.first) : last_word(entry.first)));
}

void WordChoice::add(const WordChoice& other) {
  if (!other.empty()) others_.push_back(&other);
}

void WordChoice::close() {
  sort_unique(words_);
  sort_unique(sets_);
  const auto print = [&](std::string_view word) {
    const std::uint32_t one = word_print(word);
    prints_[one >> 28U] |= std::uint64_t{1} << ((one >> 22U) & 63U);
  };
  for (const std::string& word : words_) print(word);
  for (const WordSet* set : sets_) {
    for (const auto& entry : set->words) print(first_word(entry.first));
  }
  for (const WordChoice* other : others_) {
    for (std::size_t i = 0; i < prints_.size(); ++i) prints_[i] |= other->prints_[i];
  }
}

// The ten high bits of a print choose its place in prints_, six of them its bit here.
EdgeMask WordChoice::mask() const {
  constexpr std::uint64_t kBits = 0xFFFF;
  EdgeMask mask = 0;
  for (std::uint32_t i = 0; i < 64; ++i) {
    if ((prints_[i / 4] & kBits << (i % 4 * 16)) != 0) mask |= EdgeMask{1} << i;
  }
  return mask;
}

bool WordChoice::is_listed(std::string_view word, std::uint32_t print) const {
  return std::binary_search(words_.begin(), words_.end(), word) ||
         std::any_of(sets_.begin(), sets_.end(),
                     [&](const WordSet* set) { return begins_one(*set, word); }) ||
         std::any_of(others_.begin(), others_.end(),
                     [&](const WordChoice* other) { return other->holds(word, print); });
}

void EdgeWords::add(const EdgeWords& other) {
  any |= other.any;
  digit |= other.digit;
  at_edge.add(other.at_edge);
  inside.add(other.inside);
}

void EdgeWords::close() {
  at_edge.close();
  inside.close();
}

bool EdgeWords::may_be_inside(const AskedText& text) const {
  return (digit && text.has_digit()) || (!inside.empty() && any_word(text, inside));
}

bool EdgeWords::may_begin(const AskedText& text) const {
  const AskedText::Word& word = text.word_at(Edge::First);
  return any || at_edge.holds(word.text, word.print) || may_be_inside(text);
}

bool EdgeWords::may_end(const AskedText& text) const {
  const AskedText::Word& word = text.word_at(Edge::Last);
  return any || at_edge.holds(word.text, word.print) || may_be_inside(text);
}

bool EdgeWords::may_stand_in(const AskedText& text) const {
  return any || any_word(text, at_edge) || may_be_inside(text);
}

}  // namespace personfirst
