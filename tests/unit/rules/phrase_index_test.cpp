// Phrases are found by their first word, longest first.
#include "linter/rules/phrase_index.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace personfirst {
namespace {

// ASCII words only.
std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  const auto is_word = [&](std::size_t i) {
    return i < text.size() &&
           ((text[i] >= 'a' && text[i] <= 'z') || (text[i] >= '0' && text[i] <= '9'));
  };
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    if (!is_word(i)) continue;
    const std::uint32_t begin = i;
    while (is_word(i)) ++i;
    tokens.push_back({{begin, i}});
  }
  return tokens;
}

// The words found, from left to right: "night shift; clinic".
void check(const std::vector<std::string>& phrases, std::string_view text,
           std::string_view expected) {
  PhraseIndex index;
  for (const std::string& phrase : phrases) index.add(phrase);
  const std::vector<Token> tokens = tokens_of(text);
  std::string found;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::uint32_t count = index.match(text, tokens, i);
    if (count == 0) continue;
    if (!found.empty()) found += "; ";
    found += slice(text, {tokens[i].span.begin, tokens[i + count - 1].span.end});
  }
  EXPECT_EQ(found, expected) << text;
}

TEST(PhraseIndex, FindsWordsAndPhrases) {
  check({"clinic", "night shift"}, "a clinic on the night shift", "clinic; night shift");
  check({"clinic", "night shift"}, "a night on the shift", "");
}

TEST(PhraseIndex, TakesTheLongestPhrase) {
  check({"opioid", "opioid use", "opioid use disorder"}, "opioid use disorder and opioid use",
        "opioid use disorder; opioid use");
  check({"opioid use disorder", "opioid"}, "opioid use", "opioid");
}

TEST(PhraseIndex, MindsOnlyTheWords) {
  check({"night shift"}, "night-shift, night, shift, night & shift",
        "night-shift; night, shift; night & shift");
  check({"h/o", "u.s.c"}, "h/o and u.s.c.", "h/o; u.s.c");
}

TEST(PhraseIndex, DoesNotReachAcrossSentences) {
  check({"night shift"}, "night. shift", "");
  check({"night shift"}, "night; shift", "");
  check({"night shift"}, "night    shift", "");
}

TEST(PhraseIndex, IsEmptyWithoutWords) {
  PhraseIndex index;
  EXPECT_TRUE(index.empty());
  index.add("");
  index.add("...");
  EXPECT_TRUE(index.empty());
  index.add("word");
  EXPECT_FALSE(index.empty());
}

}  // namespace
}  // namespace personfirst
