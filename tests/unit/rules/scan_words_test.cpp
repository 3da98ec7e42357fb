// The words of a scan: each one is found, pairs in their order, and few others.
#include "linter/rules/scan_words.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace personfirst {
namespace {

using Wanted = ScanWords::Wanted;

std::string word_number(std::size_t i) { return "w" + std::to_string(i * 7919); }

TEST(ScanWords, FindsEachWordOfMany) {
  ScanWords words;
  constexpr std::size_t kMany = 5000;
  for (std::size_t i = 0; i < kMany; ++i)
    words.add(word_number(i), i % 2 == 0 ? Wanted::Anywhere : Wanted::InPair);
  std::size_t others = 0;
  for (std::size_t i = 0; i < kMany; ++i) {
    const WordHash hash = word_hash(word_number(i));
    EXPECT_TRUE(words.may_find(word_number(i)));
    EXPECT_NE(words.find(hash), Wanted::No) << i;
    EXPECT_EQ(words.find(hash) == Wanted::Anywhere, i % 2 == 0) << i;
    others += words.find(word_hash("x" + word_number(i))) == Wanted::No ? 0 : 1;
  }
  EXPECT_LT(others, kMany / 100);
}

TEST(ScanWords, AWordIsWantedAnywhereIfOneWantsItSo) {
  ScanWords words;
  words.add("hat", Wanted::Anywhere);
  words.add("hat", Wanted::InPair);
  words.add("cap", Wanted::InPair);
  words.add("shoe", Wanted::No);
  EXPECT_EQ(words.find(word_hash("hat")), Wanted::Anywhere);
  EXPECT_EQ(words.find(word_hash("cap")), Wanted::InPair);
  EXPECT_EQ(words.find(word_hash("shoe")), Wanted::No);
}

TEST(ScanWords, PairsHaveAnOrder) {
  ScanWords words;
  const WordHash bowler = word_hash("bowler"), hat = word_hash("hat");
  EXPECT_FALSE(words.is_pair(bowler, hat));
  words.set_pairs({0xFFFFFFFF, pair_hash(bowler, hat), 3});
  EXPECT_TRUE(words.is_pair(bowler, hat));
  EXPECT_FALSE(words.is_pair(hat, bowler));
}

TEST(ScanWords, AHashTellsLengthsApart) {
  EXPECT_NE(word_hash("alcohol"), word_hash("alcoholi"));
  EXPECT_NE(word_hash("alcoholic"), word_hash("alcoholics"));
  EXPECT_NE(word_hash("committee"), word_hash("committed"));
  EXPECT_NE(word_hash("dependently"), word_hash("independent"));
}

}  // namespace
}  // namespace personfirst
