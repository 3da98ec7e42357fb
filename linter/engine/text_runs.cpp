#include "linter/engine/text_runs.h"

#include "linter/engine/fold.h"

namespace personfirst {
namespace {

// Eight bytes can be read from `at`, whatever the size.
WordHash hash_of_bytes(const char* at, std::uint32_t size) {
  const std::uint64_t first = first_of_bytes(at, std::min(size, kReadBytes));
  const std::uint64_t last = read_lower(at + std::max(size, kReadBytes) - kReadBytes);
  return word_hash(first, size > kReadBytes ? last : 0, size);
}

}  // namespace

WordHash hash_of_run(std::string_view run) {
  if (run.size() >= kReadBytes)
    return hash_of_bytes(run.data(), static_cast<std::uint32_t>(run.size()));
  std::array<char, kReadBytes> bytes{};
  std::copy(run.begin(), run.end(), bytes.begin());
  return hash_of_bytes(bytes.data(), static_cast<std::uint32_t>(run.size()));
}

bool holds_word(const ScanWords& words, std::string_view run) {
  if (!is_high(run)) return words.find(hash_of_run(run)) != ScanWords::Wanted::No;
  const Folded folded = fold(run, {}, [](std::string_view) { return false; });
  return std::ranges::any_of(folded.tokens, [&](const Token& token) {
    return words.find(word_hash(slice(folded.lower, token.span))) != ScanWords::Wanted::No;
  });
}

}  // namespace personfirst
