// The runs that may be words are the same, whatever the machine has.
#include "linter/engine/gather_runs.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "linter/engine/text_runs.h"

namespace personfirst {
namespace {

ScanWords some_words() {
  ScanWords words;
  for (const std::string_view word : {"b", "river", "riverside", "abab", "longerthaneight"})
    words.add(word, ScanWords::Wanted::Anywhere);
  return words;
}

// Over the whole text, stretch by stretch.
std::vector<std::uint32_t> gathered(GatherRuns gather, MaskBytes mask_bytes,
                                    std::string_view text) {
  const ScanWords words = some_words();
  std::vector<std::uint32_t> all;
  bool in_run = false;
  for (std::uint32_t at = 0; at < text.size();) {
    const Stretch stretch(byte_classes(Format::PlainText), mask_bytes, text.substr(at));
    FoundRuns found;
    const std::uint32_t size = gather(words, stretch, in_run, found);
    for (std::size_t i = 0; i < found.size; ++i) all.push_back(at + found.at[i]);
    if (stretch.is_last()) break;
    at += size;
  }
  return all;
}

// One byte at a time.
std::vector<std::uint32_t> expected(std::string_view text) {
  const ScanWords words = some_words();
  std::vector<std::uint32_t> all;
  for (std::uint32_t at = 0; at < text.size();) {
    const std::string_view run = run_at(text, at);
    std::string lower(run);
    for (char& c : lower) c = static_cast<char>(c | 0x20);
    // Long ones are looked at whatever they begin with.
    if (!run.empty() && (run.size() >= kMaskBytes || is_high(run) || words.may_find(lower)))
      all.push_back(at);
    at += static_cast<std::uint32_t>(std::max<std::size_t>(run.size(), 1));
  }
  return all;
}

std::string made_text(std::mt19937& random) {
  constexpr std::string_view kPieces[] = {"river",       "Riverside", "a", "b", "LongerThanEight",
                                          "caf\xC3\xA9", "ABAB",      " ", ".", "\n"};
  std::string text;
  const std::size_t pieces = random() % 2000;
  for (std::size_t i = 0; i < pieces; ++i) {
    text += kPieces[random() % std::size(kPieces)];
    if (random() % 3 != 0) text += ' ';
    if (random() % 200 == 0) text.append(random() % 300, 'x');
    if (random() % 200 == 0) text.append(random() % 300, ' ');
    if (random() % 500 == 0) text.append(random() % 5000, random() % 2 == 0 ? 'x' : '\xC3');
  }
  return text;
}

TEST(GatherRuns, FindsTheSameEachWay) {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    const std::string text = made_text(random);
    const std::vector<std::uint32_t> wanted = expected(text);
    ASSERT_EQ(gathered(fastest_gather_runs(), fastest_mask_bytes(), text), wanted) << text;
    ASSERT_EQ(gathered(gather_runs_plainly, mask_bytes_plainly, text), wanted) << text;
  }
}

}  // namespace
}  // namespace personfirst
