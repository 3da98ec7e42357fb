#include "linter/rules/edge_words.h"

#include <algorithm>
#include <utility>

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

// Empty when there is none.
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

bool any_word(std::string_view text, const WordChoice& choice) {
  for (std::size_t begin = skip_others(text, 0); begin < text.size();) {
    const std::size_t end = skip_word(text, begin);
    if (choice.holds(text.substr(begin, end - begin))) return true;
    begin = skip_others(text, end);
  }
  return false;
}

bool begins_one(const WordSet& set, std::string_view word) {
  for (auto at = set.words.lower_bound(std::string(word)); at != set.words.end(); ++at) {
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

std::uint32_t print_of_first_word(std::string_view text) { return word_print(first_word(text)); }
std::uint32_t print_of_last_word(std::string_view text) { return word_print(last_word(text)); }

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

bool WordChoice::holds(std::string_view word, std::uint32_t print) const {
  if (!may_hold(print)) return false;
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

bool EdgeWords::may_be_inside(std::string_view text) const {
  return (digit && text.find_first_of("0123456789") != std::string_view::npos) ||
         (!inside.empty() && any_word(text, inside));
}

bool EdgeWords::may_begin(std::string_view text) const {
  return any || at_edge.holds(first_word(text)) || may_be_inside(text);
}

bool EdgeWords::may_end(std::string_view text) const {
  return any || at_edge.holds(last_word(text)) || may_be_inside(text);
}

bool EdgeWords::may_stand_in(std::string_view text) const {
  return any || any_word(text, at_edge) || may_be_inside(text);
}

}  // namespace personfirst
