#include "linter/rules/scan_words.h"

#include <bit>

namespace personfirst {

bool ScanWords::is_whole(const Data& data) {
  return std::has_single_bit(data.slots.size()) &&
         2 * std::size_t{data.size} <= data.slots.size() &&
         std::ranges::count(data.slots, 0U) * 2 >= std::ssize(data.slots) &&
         data.pair_prints.size() == (data.pairs.empty() ? 0 : kPairPrints / 64);
}

void ScanWords::add(std::string_view lower, Wanted wanted) {
  if (wanted == Wanted::No) return;
  const WordHash hash = word_hash(lower);
  std::uint32_t& slot = data_.slots[slot_of(tag_of(hash))];
  const bool is_new = slot == 0;
  slot |= tag_of(hash) | static_cast<std::uint32_t>(wanted == Wanted::Anywhere);
  if (!is_new) return;
  const std::uint64_t print = print_of(first_bytes(lower), lower.size());
  data_.prints[print / 64] |= std::uint64_t{1} << (print % 64);
  if (2 * std::size_t{++data_.size} > data_.slots.size()) grow();
}

void ScanWords::set_pairs(std::vector<std::uint32_t> hashes) {
  data_.pairs = std::move(hashes);
  if (!std::ranges::is_sorted(data_.pairs)) std::ranges::sort(data_.pairs);
  data_.pair_prints.assign(data_.pairs.empty() ? 0 : kPairPrints / 64, 0);
  for (const std::uint32_t hash : data_.pairs) {
    const std::size_t print = hash % kPairPrints;
    data_.pair_prints[print / 64] |= std::uint64_t{1} << (print % 64);
  }
}

void ScanWords::grow() {
  const std::vector<std::uint32_t> small = std::move(data_.slots);
  data_.slots.assign(2 * small.size(), 0);
  for (const std::uint32_t slot : small) {
    if (slot != 0) data_.slots[slot_of(slot & ~1U)] = slot;
  }
}

}  // namespace personfirst
