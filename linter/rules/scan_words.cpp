#include "linter/rules/scan_words.h"

#include <utility>

namespace personfirst {

void ScanWords::add(std::string_view lower, Wanted wanted) {
  if (wanted == Wanted::No) return;
  const WordHash hash = word_hash(lower);
  std::uint32_t& slot = slots_[slot_of(tag_of(hash))];
  const bool is_new = slot == 0;
  slot |= tag_of(hash) | static_cast<std::uint32_t>(wanted == Wanted::Anywhere);
  if (!is_new) return;
  const std::uint64_t print = print_of(first_bytes(lower), lower.size());
  prints_[print / 64] |= std::uint64_t{1} << (print % 64);
  if (2 * ++size_ > slots_.size()) grow();
}

void ScanWords::set_pairs(std::vector<std::uint32_t> hashes) {
  pairs_ = std::move(hashes);
  if (!std::ranges::is_sorted(pairs_)) std::ranges::sort(pairs_);
  may_be_pair_.assign(kPairPrints, false);
  for (const std::uint32_t hash : pairs_) may_be_pair_[hash % kPairPrints] = true;
}

void ScanWords::grow() {
  const std::vector<std::uint32_t> small = std::move(slots_);
  slots_.assign(2 * small.size(), 0);
  for (const std::uint32_t slot : small) {
    if (slot != 0) slots_[slot_of(slot & ~1U)] = slot;
  }
}

}  // namespace personfirst
