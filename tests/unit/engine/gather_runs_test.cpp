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

// Where they begin in the whole text, stretch by stretch.
std::vector<std::uint32_t> gathered(FindEdges find_edges, std::string_view text) {
  const ScanWords words = some_words();
  std::vector<std::uint32_t> all;
  bool in_run = false;
  for (std::uint32_t at = 0; at < text.size();) {
    const Stretch stretch(byte_classes(Format::PlainText), mask_bytes_plainly, text.substr(at));
    FoundRuns found;
    const std::uint32_t size = gather_runs(words, stretch, find_edges, in_run, found);
    for (std::size_t i = 0; i < found.size; ++i) {
      const Run run = found.at[i];
      const std::string_view whole = run_at(text, at + run.begin);
      EXPECT_EQ(std::min<std::size_t>(whole.size(), Stretch::kMostBytes), run.end - run.begin);
      all.push_back(at + run.begin);
    }
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
    // Whatever they begin with, those are taken behind which a stretch cannot look.
    const bool is_long =
        run.size() >= Stretch::kMostBytes && at + Stretch::kMostBytes < text.size();
    if (!run.empty() && (is_long || is_high(run) || words.may_find(lower))) all.push_back(at);
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
  EXPECT_EQ(fastest_find_edges(), all_find_edges().front());
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    const std::string text = made_text(random);
    const std::vector<std::uint32_t> wanted = expected(text);
    for (const FindEdges find_edges : all_find_edges())
      ASSERT_EQ(gathered(find_edges, text), wanted) << text;
  }
}

}  // namespace
}  // namespace personfirst
