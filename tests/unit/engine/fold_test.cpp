// Folding makes equal what readers hold to be equal, and finds the way back.
#include "linter/engine/fold.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "linter/text/utf8.h"
#include "tests/support/marked.h"

namespace personfirst {
namespace {

bool knows_word(std::string_view word) { return word == "junkies" || word == "addicts"; }

// Line breaks are marked: "jun-[[ ]]kies".
Folded fold_marked(std::string_view marked, std::string& prose) {
  const testing::Marked unmarked = testing::unmark(marked);
  prose = unmarked.text;
  return fold(prose, unmarked.spans, knows_word);
}

// What must hold whatever the text.
void check_maps(const Folded& folded, std::string_view prose) {
  const auto size = static_cast<std::uint32_t>(folded.exact.size());
  ASSERT_EQ(folded.lower.size(), size);
  std::uint32_t begin = 0;
  for (std::uint32_t i = 0; i < size; ++i) {
    const Span in_prose = folded.to_prose({i, i + 1});
    EXPECT_LE(begin, in_prose.begin);
    EXPECT_LT(in_prose.begin, in_prose.end);
    begin = in_prose.begin;
  }
  EXPECT_LE(begin, prose.size());
  for (const Token& token : folded.tokens) {
    EXPECT_EQ(folded.from_prose(folded.to_prose(token.span)), token.span)
        << slice(folded.exact, token.span);
  }
}

void check(std::string_view marked, std::string_view exact) {
  std::string prose;
  const Folded folded = fold_marked(marked, prose);
  EXPECT_EQ(folded.exact, exact) << marked;
  check_maps(folded, prose);
}

TEST(Fold, LeavesPlainTextAlone) {
  check("He met Ann's friends (both), today; \"yes\" - no.",
        "He met Ann's friends (both), today; \"yes\" - no.");
  check("", "");
}

TEST(Fold, MakesApostrophesStraight) {
  for (const std::string apostrophe :
       {"\u2019", "\u2018", "\u201B", "\u02BC", "\u02B9", "\u00B4", "\u2032", "`"}) {
    check("addict" + apostrophe + "s", "addict's");
  }
}

TEST(Fold, MakesQuotationMarksStraight) {
  check("\u201Cone\u201D \u201Etwo\u201F \u00ABthree\u00BB", "\"one\" \"two\" \"three\"");
}

TEST(Fold, MakesHyphensPlain) {
  for (const std::string hyphen :
       {"\u2010", "\u2011", "\u2012", "\u2013", "\u2212", "\uFE63", "\uFF0D"}) {
    check("drug" + hyphen + "free", "drug-free");
  }
}

TEST(Fold, ReadsLongDashesAsCommas) {
  check("he\u2014she", "he,she");
  check("he \u2015 she", "he , she");
}

TEST(Fold, MakesSpacesPlainAndSingle) {
  check("drug\u00A0user", "drug user");
  check("drug\u202F\u2009user", "drug user");
  check("drug \t\n user", "drug user");
  check("drug\u3000 user", "drug user");
}

TEST(Fold, DropsWhatNobodySees) {
  check("sub\u00ADstance", "substance");
  check("sub\u200Bstance", "substance");
  check("sub\u200C\u200D\u2060\uFEFFstance", "substance");
}

TEST(Fold, MakesCompatibilityLettersPlain) {
  check("\uFF21\uFF44\uFF44\uFF49\uFF43\uFF54", "Addict");
  check("drug \uFB01end", "drug fiend");
  check("\u017Fubstance", "substance");
  check("\U0001D41A\U0001D41D\U0001D41D\U0001D422\U0001D41C\U0001D42D", "addict");
}

TEST(Fold, MendsMojibake) {
  check("an individual\u0E42s story", "an individual's story");
  check("it\u00E2\u20AC\u2122s", "it's");
  check("\u00E2\u20AC\u0153no\u00E2\u20AC\u009D", "\"no\"");
  check("10\u00E2\u20AC\u201C20", "10-20");
  check("drug\u00C2\u00A0user", "drug user");
}

TEST(Fold, KeepsTheThaiLetterInThaiText) {
  check("\u0E42\u0E23\u0E04 \u0E42", "\u0E42\u0E23\u0E04 \u0E42");
}

TEST(Fold, KeepsLettersWithMarks) {
  check("na\u00EFve caf\u00E9 e\u0301", "na\u00EFve caf\u00E9 e\u0301");
}

TEST(Fold, ReadsOtherPunctuationAsABreak) {
  check("one \u2022 two \u00A7 three", "one ; two ; three");
}

TEST(Fold, SpellsArrows) { check("one \u2192 two", "one -> two"); }

TEST(Fold, ReadsIllFormedBytesAsQuestions) {
  check("add\xFFict", "add?ict");
  check("\xE2\x80", "??");
}

TEST(Fold, JoinsDividedWordsThatRulesKnow) {
  check("two jun-[[ ]]kies", "two junkies");
  check("two JUN-[[ ]]KIES", "two JUNKIES");
}

TEST(Fold, KeepsTheHyphenOfOtherDividedWords) {
  check("a drug-[[ ]]abusing man", "a drug-abusing man");
  check("a well-[[ ]]known man", "a well-known man");
}

TEST(Fold, JoinsOnlyAtSoftBreaksBetweenLetters) {
  check("two jun- kies", "two jun- kies");
  check("two jun -[[ ]]kies", "two jun - kies");
  check("1990-[[ ]]1995", "1990- 1995");
}

TEST(Fold, LowersWithoutMovingOffsets) {
  for (const std::string text :
       {"ADDICT", "\u00C9COLE", "\u0130stanbul", "STRA\u1E9EE", "\u2126"}) {
    const Folded folded = fold(text, {}, knows_word);
    EXPECT_EQ(folded.lower.size(), folded.exact.size()) << text;
  }
  EXPECT_EQ(fold_lower("ADDICT"), "addict");
  EXPECT_EQ(fold_lower("\u00C9COLE"), "\u00E9cole");
}

// The marked bytes are those that the word came from.
void check_back(std::string_view marked, std::string_view word) {
  const testing::Marked unmarked = testing::unmark(marked);
  const Folded folded = fold(unmarked.text, {}, knows_word);
  const std::size_t at = folded.lower.find(word);
  ASSERT_NE(at, std::string::npos) << folded.lower;
  const auto begin = static_cast<std::uint32_t>(at);
  const Span in_prose = folded.to_prose({begin, begin + static_cast<std::uint32_t>(word.size())});
  EXPECT_EQ(testing::mark(unmarked.text, {in_prose}), marked);
}

TEST(Fold, FindsTheWayBack) {
  check_back("a [[sub\u00ADstance]] here", "substance");
  check_back("a [[drug\u00A0 user]] here", "drug user");
  check_back("the [[addict\u2019s]] brain", "addict's");
  check_back("the [[addict\u00E2\u20AC\u2122s]] brain", "addict's");
  check_back("a [[\uFF41\uFF44\uFF44\uFF49\uFF43\uFF54]] b", "addict");
  check_back("drug [[\uFB01end]]s", "fiend");
  check_back("\u200B[[addict]]\u200B", "addict");
}

TEST(Fold, FindsTheWayForthFromPartsOfACharacter) {
  const Folded folded = fold("drug \uFB01end", {}, knows_word);
  EXPECT_EQ(slice(folded.lower, folded.from_prose({5, 8})), "fi");
  EXPECT_EQ(slice(folded.lower, folded.from_prose({6, 7})), "fi");
}

void check_tokens(std::string_view text, const std::vector<std::string>& words) {
  const Folded folded = fold(text, {}, knows_word);
  std::vector<std::string> found;
  for (const Token& token : folded.tokens) found.emplace_back(slice(folded.lower, token.span));
  EXPECT_EQ(found, words) << text;
}

TEST(Fold, SplitsTokensAtEverythingThatIsNoLetterOrDigit) {
  check_tokens("Drug-user_id isn't h/o F10.20",
               {"drug", "user", "id", "isn", "t", "h", "o", "f10", "20"});
  check_tokens("na\u00EFve\u2014caf\u00E9", {"na\u00EFve", "caf\u00E9"});
}

TEST(Fold, FindsTheTokenAtOrAfterAnOffset) {
  const Folded folded = fold("one two", {}, knows_word);
  EXPECT_EQ(token_at(folded.tokens, 0), 0U);
  EXPECT_EQ(token_at(folded.tokens, 1), 1U);
  EXPECT_EQ(token_at(folded.tokens, 4), 1U);
  EXPECT_EQ(token_at(folded.tokens, 5), 2U);
}

// What folding does to ASCII, a byte at a time.
struct SlowFolded {
  std::string exact;
  std::vector<Span> in_prose;  // of each byte
};

SlowFolded fold_slowly(std::string_view ascii) {
  SlowFolded slow;
  for (std::uint32_t i = 0; i < ascii.size(); ++i) {
    const bool space = std::string_view(" \t\n\r\f\v").find(ascii[i]) != std::string_view::npos;
    if (space && !slow.exact.empty() && slow.exact.back() == ' ') {
      slow.in_prose.back().end = i + 1;
      continue;
    }
    slow.exact += space ? ' ' : ascii[i] == '`' ? '\'' : ascii[i];
    slow.in_prose.push_back({i, i + 1});
  }
  return slow;
}

TEST(Fold, CopiesRunsAsItWouldBytes) {
  constexpr int kTexts = 3000;
  const std::string characters = "aBc9   ..\t\n`-'_\x01\x7F";
  std::mt19937 random(11);  // NOLINT(cert-msc51-cpp): the same texts each time
  for (int n = 0; n < kTexts; ++n) {
    std::string text;
    const std::size_t size = random() % 80;
    while (text.size() < size)
      text += random() % 3 == 0 ? characters[random() % characters.size()] : 'x';
    const SlowFolded slow = fold_slowly(text);
    const Folded folded = fold(text, {}, knows_word);
    ASSERT_EQ(folded.exact, slow.exact) << text;
    check_maps(folded, text);
    for (std::uint32_t i = 0; i < slow.in_prose.size(); ++i)
      ASSERT_EQ(folded.to_prose({i, i + 1}), slow.in_prose[i]) << text << " at " << i;
    for (std::uint32_t i = 0; i < text.size(); ++i) {
      // The first byte that ends behind, and the first that begins at the end or behind.
      std::uint32_t begin = 0, end = 0;
      while (begin < slow.in_prose.size() && slow.in_prose[begin].end <= i) ++begin;
      while (end < slow.in_prose.size() && slow.in_prose[end].begin < i + 1) ++end;
      ASSERT_EQ(folded.from_prose({i, i + 1}), (Span{begin, std::max(begin, end)}))
          << text << " at " << i;
    }
  }
}

}  // namespace
}  // namespace personfirst
