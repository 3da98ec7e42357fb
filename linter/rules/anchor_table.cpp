#include "linter/rules/anchor_table.h"

#include <algorithm>
#include <bit>

#include "linter/rules/scan_words.h"

namespace personfirst {
namespace {

bool are_ends(const std::vector<std::uint32_t>& ends, std::size_t size) {
  return std::ranges::is_sorted(ends) && (ends.empty() ? 0 : ends.back()) == size;
}

}  // namespace

AnchorTable::AnchorTable(const AnchorUses& uses) {
  data_.slots.assign(std::bit_ceil(2 * uses.size() + 1), 0);
  for (const auto& [word, of_word] : uses) {
    std::uint32_t& slot = data_.slots[slot_of(word)];
    data_.letters += word;
    data_.letters_end.push_back(static_cast<std::uint32_t>(data_.letters.size()));
    for (const AnchorUse& use : of_word) {
      data_.places.insert(data_.places.end(), {use.pattern, use.min_before, use.max_before});
      data_.masks.insert(data_.masks.end(), {use.previous, use.next});
    }
    data_.uses_end.push_back(static_cast<std::uint32_t>(data_.masks.size() / 2));
    slot = static_cast<std::uint32_t>(data_.uses_end.size());
  }
}

bool AnchorTable::is_whole(const Data& data) {
  const std::size_t words = data.letters_end.size(), uses = data.masks.size() / 2;
  return std::has_single_bit(data.slots.size()) && 2 * words <= data.slots.size() &&
         std::ranges::count(data.slots, 0U) * 2 >= std::ssize(data.slots) &&
         std::ranges::max(data.slots) <= words && data.uses_end.size() == words &&
         data.masks.size() == 2 * uses && data.places.size() == 3 * uses &&
         are_ends(data.letters_end, data.letters.size()) && are_ends(data.uses_end, uses);
}

std::string_view AnchorTable::word(std::size_t number) const {
  const std::uint32_t begin = number == 0 ? 0 : data_.letters_end[number - 1];
  return std::string_view(data_.letters).substr(begin, data_.letters_end[number] - begin);
}

std::size_t AnchorTable::slot_of(std::string_view lower) const {
  const std::size_t last = data_.slots.size() - 1;
  std::size_t at = (word_hash(lower) >> 32U) & last;
  while (data_.slots[at] != 0 && word(data_.slots[at] - 1) != lower) at = (at + 1) & last;
  return at;
}

AnchorTable::Range AnchorTable::find(std::string_view word) const {
  const std::uint32_t slot = data_.slots[slot_of(word)];
  if (slot == 0) return {};
  return {slot == 1 ? 0 : data_.uses_end[slot - 2], data_.uses_end[slot - 1]};
}

std::vector<std::string_view> AnchorTable::words() const {
  std::vector<std::string_view> all;
  for (std::size_t i = 0; i < data_.letters_end.size(); ++i) all.push_back(word(i));
  return all;
}

}  // namespace personfirst
