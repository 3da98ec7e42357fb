// The prefilter says no only where nothing can be found. (tests/properties holds it against whole
// texts.)
#include "linter/engine/prefilter.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/support/demo_rules.h"

namespace personfirst {
namespace {

void check(bool expected, Format format, std::string_view text) {
  const CompiledLanguage& language = testing::demo_rules().languages.at("en");
  EXPECT_EQ(may_hold_candidates(language.scan, text, format), expected)
      << to_string(format) << ": " << text;
}

void check_all_formats(bool expected, std::string_view text) {
  for (const Format format : {Format::PlainText, Format::Markdown, Format::Html})
    check(expected, format, text);
}

TEST(Prefilter, SaysYesToWordsThatRulesLookFor) {
  check_all_formats(true, "A junkie came.");
  check_all_formats(true, "JUNKIES");
  check_all_formats(true, "(junkie)");
  check_all_formats(true, "news\u2014junkie");
}

TEST(Prefilter, SaysNoToOrdinaryTexts) {
  check_all_formats(false, "");
  check_all_formats(false, "Nobody came; the well-known doctor left (at noon), said Ann.");
  check_all_formats(false, "A junkiest heroin caf\u00E9 on the na\u00EFve side of M\u00FCnchen.");
  check_all_formats(false, "# Title\n\n- one\n- two\n\nA line - and another -- and a third.\n");
  check(false, Format::Html,
        "<p>Nobody &amp; nothing</p>\n<p>came.<br>\nYes &mdash; no.</p>\n<!-- a note -->\n");
  check(false, Format::Markdown,
        "| a | b |\n| --- | --- |\n| one | two |\n\nSee [the list](x.html) and `code`.\n");
}

TEST(Prefilter, SeesThroughInvisibleAndOddLetters) {
  check_all_formats(true, "jun\u00ADkie");
  check_all_formats(true, "jun\u200Bkie");
  check_all_formats(true, "\uFF4Aunkie");
  check_all_formats(true, "jun\u212Aie");
}

TEST(Prefilter, SaysYesToDividedWords) {
  check_all_formats(true, "two jun-\nkies");
  check_all_formats(true, "two jun-\r\nkies");
}

TEST(Prefilter, GivesThePlacesInOrder) {
  const CompiledLanguage& language = testing::demo_rules().languages.at("en");
  std::string text(70, ' ');  // over the borders of blocks, and inside long runs
  std::vector<std::uint32_t> expected;
  for (std::size_t i = 0; i < 300; ++i) {
    text.append(i, i % 3 == 0 ? '.' : ' ');
    expected.push_back(static_cast<std::uint32_t>(text.size()));
    text += i % 2 == 0 ? "Junkie" : "jun**kie**";
    if (i % 2 != 0) expected.back() += 3;
    text += ' ' + std::string(i, 'x') + ' ';
  }
  std::vector<std::uint32_t> places, some;
  PlaceScanner scanner(language.scan, text, Format::Markdown);
  while (scanner.next(some)) places.insert(places.end(), some.begin(), some.end());
  EXPECT_EQ(places, expected);
}

// "old" matters beside "friend" alone.
bool holds_pair(std::string_view text, Format format = Format::Markdown) {
  ScanWords words;
  words.add("old", ScanWords::Wanted::InPair);
  words.set_pairs({pair_hash(word_hash("old"), word_hash("friend")),
                   pair_hash(word_hash("friend"), word_hash("old"))});
  return may_hold_candidates(words, text, format);
}

TEST(Prefilter, LooksAtBothNeighboursOfACommonWord) {
  for (const Format format : {Format::PlainText, Format::Markdown, Format::Html}) {
    EXPECT_TRUE(holds_pair("an old, friend", format));
    EXPECT_TRUE(holds_pair("a friend (old", format));
    EXPECT_FALSE(holds_pair("an old new friend", format));
    EXPECT_FALSE(holds_pair("a friend so old", format));
    EXPECT_FALSE(holds_pair("old", format));
    EXPECT_TRUE(holds_pair("old {{ x }}", format));
    EXPECT_TRUE(holds_pair("old <x", format));
    EXPECT_TRUE(holds_pair("old \u0441", format));
  }
}

// "old" matters in "old of friend" and in "friend the old".
bool holds_triple(std::string_view text, Format format) {
  const WordHash old_ = word_hash("old"), of = word_hash("of"), the = word_hash("the"),
                 friend_ = word_hash("friend");
  ScanWords words;
  words.add("old", ScanWords::Wanted::InPair);
  words.set_pairs({open_pair_hash(old_, of), triple_hash(old_, of, friend_),
                   open_pair_hash(the, old_), triple_hash(friend_, the, old_)});
  return may_hold_candidates(words, text, format);
}

TEST(Prefilter, LooksBeyondANeighbourThatIsCommon) {
  for (const Format format : {Format::PlainText, Format::Markdown, Format::Html}) {
    EXPECT_TRUE(holds_triple("an old, of\nFriend", format));
    EXPECT_TRUE(holds_triple("a friend (the old", format));
    EXPECT_FALSE(holds_triple("old of a friend", format));
    EXPECT_FALSE(holds_triple("friend of the old", format));
    EXPECT_FALSE(holds_triple("friend old of", format));
    EXPECT_FALSE(holds_triple("the old friend", format));
    EXPECT_FALSE(holds_triple("old of", format));
    EXPECT_FALSE(holds_triple("the old", format));
    EXPECT_TRUE(holds_triple("old of {{ x }}", format));
    EXPECT_TRUE(holds_triple("x> the old", format));
    EXPECT_TRUE(holds_triple("\u0441 the old", format));
  }
  EXPECT_TRUE(holds_triple("friend &nbsp the old", Format::Html));
}

TEST(Prefilter, KnowsWhichMarksDivideWords) {
  for (const std::string_view text : {"old; house", "house; old", "old! house", "old_ house"})
    EXPECT_FALSE(holds_pair(text)) << text;
  for (const std::string_view text :
       {"&x; old", "&#1; old", "&x1; old", "&x old", "old &x;", "old ![x](y)", "old![x](y)",
        "[x](y) old", "[x][y] old", "[old](y)", "old \\x", "x\\ old"})
    EXPECT_TRUE(holds_pair(text)) << text;
  for (const std::string_view text : {"(x) old", "[x] old", "old [x]", "old ![x]", "x\\ old"})
    EXPECT_FALSE(holds_pair(text, Format::Html)) << text;
}

TEST(Prefilter, LooksOverTheMarksOfAQuotationInMarkdown) {
  EXPECT_FALSE(holds_pair("> an old\n> house\n"));
  EXPECT_FALSE(holds_pair("> a house\n> old.\n"));
  EXPECT_TRUE(holds_pair("> an old\n> friend\n"));
  EXPECT_TRUE(holds_pair("> a friend\n> old.\n"));
  EXPECT_FALSE(holds_pair("> \"a house\n> old.\n"));
  EXPECT_FALSE(holds_pair("a house:\n> old\n"));
  EXPECT_TRUE(holds_pair("a friend:\n> old\n"));
  EXPECT_TRUE(holds_pair("<br>\n> \"a house\n> old.\n"));
  EXPECT_TRUE(holds_pair("> an old\n> house\n", Format::Html));
  EXPECT_TRUE(holds_pair("> a house\n> old.\n", Format::Html));
}

// There `>` may end a tag, so that the word before it is not what a reader sees.
TEST(Prefilter, DoesNotTakeTheEndOfATagForAQuotation) {
  for (const std::string_view text :
       {"<p>friend<b\n> old", "<p>friend<b\nx\n> old", "> friend <b x\n> old",
        "<p>friend<b x='\n> y' z\n> old", "<p>friend<b x=\"\n> y\" z\n> old", "x\n > old",
        "> x\n    > old", "x > old"}) {
    EXPECT_TRUE(holds_pair(text)) << text;
  }
}

TEST(Prefilter, SaysYesWhereMarkupMayJoinWords) {
  for (const std::string_view text :
       {"jun**kie**", "**jun**kie", "_jun_*kie*", "jun[kie](x)", "[jun](x)kie", "[jun][x]kie",
        "jun![](x)kie", "jun&shy;kie", "&#106;unkie", "jun<b>kie</b>", "jun<!-- > -->kie",
        "jun\\\u00ADkie", "**jun-**\nkies", "---\ntitle: \"\\u006aunkie\"\n---\n"}) {
    check(true, Format::Markdown, text);
  }
  for (const std::string_view text :
       {"jun<b>kie</b>", "<b>jun</b>kie", "<b>jun</b><i>kie</i>", "jun&shy;kie", "jun&shykie",
        "&#106;unkie", "&ampjunkie", "&ampjunkie;", "jun<script> x </script>kie",
        "jun<b title=\"> x\">kie</b>", "jun{# x #}kie", "jun{% x %}kie", "jun<?php x ?>kie",
        "jun</b {% > %}>kie", "jun-<!-- x -->\nkies", "&filig;end"}) {
    check(true, Format::Html, text);
  }
}

}  // namespace
}  // namespace personfirst
