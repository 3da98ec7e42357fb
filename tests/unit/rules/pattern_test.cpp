// The pattern language: what each construct matches, which words are searched for, and what is
// refused in which words.
#include "linter/rules/pattern.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "linter/rules/load.h"
#include "linter/rules/regex.h"
#include "linter/rules/rule_set.h"
#include "tests/support/demo_rules.h"

namespace personfirst {
namespace {

const Lexicon& lexicon() { return testing::demo_lexicon(); }

// A rule set whose only pattern is this one.
std::unique_ptr<RuleSet> compiled(std::string_view pattern) {
  const RuleFile files[] = {
      {"lexicon.json", std::string(testing::kDemoLexicon)},
      {"sources.json", std::string(testing::kDemoSources)},
      {"rule.json", R"json({"language": "en", "pack": "core", "topic": "test", "rules": [{
    "id": "test/rule", "severity": "error", "pos": "thing", "message": "m", "note": "n", "sources": ["guide"],
    "patterns": ["junk"], "advice": "a", "flag": [{"in": "[[x]]"}], "pass": ["y"]}]})json"}};
  Result<RuleData> data = load_rule_data(files, LoadExamples::No);
  if (!data) ADD_FAILURE() << to_string(data.error());
  data->rules[0].patterns = {std::string(pattern)};
  auto set = compile_rules(*std::move(data));
  if (!set) ADD_FAILURE() << to_string(set.error());
  return set ? std::move(*set) : nullptr;
}

// All whole-word matches in a folded text, as "[[...]]".
void check(std::string_view pattern, std::string_view marked) {
  const auto set = compiled(pattern);
  ASSERT_NE(set, nullptr) << pattern;
  const Regex& regex = set->regex_of(0);
  ASSERT_EQ(regex.compile_error(), std::nullopt) << pattern;
  std::string text(marked);
  for (const std::string_view mark : {"[[", "]]"}) {
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark))
      text.erase(at, 2);
  }
  const auto is_word = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c & 0x80);
  };
  std::string found;
  for (std::uint32_t i = 0; i < text.size();) {
    const bool starts = is_word(text[i]) && (i == 0 || !is_word(text[i - 1]));
    const auto match = starts ? regex.match_at(text, i, false) : std::nullopt;
    if (match) {
      found += "[[" + std::string(slice(text, match->span)) + "]]";
      i = match->span.end;
    } else {
      found += text[i++];
    }
  }
  EXPECT_EQ(found, marked) << pattern;
}

TEST(Pattern, MatchesWholeWords) {
  check("junk", "[[junk]], junkie, [[junk]]-food, xjunk, [[junk]]'s, na\u00EFvejunk");
}

TEST(Pattern, ReadsASpaceAsASpaceOrAHyphen) {
  check("drug user", "[[drug user]], [[drug-user]], druguser");
  check("drug[ ]user", "[[drug user]], drug-user");
  check("drug-user", "drug user, [[drug-user]]");
}

TEST(Pattern, HasAlternativesAndOptions) {
  check("(?:ex|former) user", "[[ex user]], [[former-user]], user");
  check("(?:old )?user", "[[old user]], [[user]]");
  check("behaviou?r", "[[behavior]], [[behaviour]]");
  check("junk|trash", "[[junk]] and [[trash]]");
}

TEST(Pattern, HasCharacterClasses) {
  check("practi[cs]e", "[[practice]], [[practise]], practixe");
  check("caf[e\u00E9]", "[[cafe]], [[caf\u00E9]]");
}

TEST(Pattern, TakesTheLongestMatch) {
  check("user|user of drugs", "[[user of drugs]], [[user]] of tea");
}

TEST(Pattern, HasWordSetsAndMacros) {
  check("{substance} user",
        "[[heroin user]], [[crystal meth user]], [[crystal-meth user]], tea user");
  check("{~substance} user", "[[heroin user]]");
  check("clean {number} days", "[[clean 12 days]], [[clean two days]], clean some days");
}

TEST(Pattern, HasPluralsAndVerbForms) {
  check("addict{|s}", "[[addict]], [[addicts]], addicted");
  check("junk{ie|ies}", "[[junkie]], [[junkies]], junk");
  check("{verb:take} heroin",
        "[[take heroin]], [[takes heroin]], [[took heroin]], [[taken heroin]], [[taking heroin]]");
}

TEST(Pattern, EscapesPunctuation) {
  check("i\\.v\\.", "[[i.v.]] and ivx");
  check("h/o", "[[h/o]] and hxo");
}

// What a match remembers: "plural1=s substance=heroin".
void check_groups(std::string_view pattern, std::string_view text, std::string_view expected) {
  const auto set = compiled(pattern);
  ASSERT_NE(set, nullptr) << pattern;
  const auto match = set->regex_of(0).match_at(text, 0, true);
  ASSERT_TRUE(match.has_value()) << pattern;
  std::vector<std::string> groups;
  for (const RegexGroup& group : match->groups)
    groups.push_back(group.name + "=" + std::string(slice(text, group.span)));
  std::sort(groups.begin(), groups.end());
  std::string all;
  for (const std::string& group : groups) all += (all.empty() ? "" : " ") + group;
  EXPECT_EQ(all, expected) << pattern;
}

TEST(Pattern, RemembersSetsNumbersAndVerbForms) {
  check_groups("{substance} junk{ie|ies}", "heroin junkies", "plural1=ies substance=heroin");
  check_groups("{substance} junk{ie|ies}", "heroin junkie", "substance=heroin");
  check_groups("{~substance} junk{ie|ies}", "heroin junkie", "");
  check_groups("{verb:take} heroin", "took heroin", "past2=took");
  check_groups("{verb:take} heroin", "taking heroin", "gerund4=taking");
  check_groups("{number} days", "12 days", "number=12");
}

TEST(Pattern, NamesWhatItRemembers) {
  const auto parsed =
      Pattern::parse("{substance} {~person} {number} junkie", PatternUse::Match, lexicon());
  ASSERT_TRUE(parsed.has_value());
  EXPECT_EQ(parsed->remembered(), (std::vector<std::string>{"substance", "number"}));
}

TEST(Pattern, LeavesGroupsOutWhereAsked) {
  const auto parsed = Pattern::parse("{substance} junk{ie|ies}", PatternUse::Match, lexicon());
  ASSERT_TRUE(parsed.has_value());
  EXPECT_NE(parsed->to_re2().find("(?P<substance>"), std::string::npos);
  EXPECT_EQ(parsed->to_re2_without_groups().find("(?P<"), std::string::npos);
}

// "word at most-least words before"
void check_anchors(std::string_view pattern, std::string_view expected) {
  const auto parsed = Pattern::parse(pattern, PatternUse::Match, lexicon());
  ASSERT_TRUE(parsed.has_value()) << parsed.error().what;
  const auto anchors = parsed->anchors();
  std::string all;
  if (!anchors) {
    all = "! " + anchors.error().what;
  } else {
    for (const Anchor& anchor : *anchors) {
      if (!all.empty()) all += ", ";
      all += anchor.word + " " + std::to_string(anchor.min_before);
      if (anchor.max_before != anchor.min_before) all += "-" + std::to_string(anchor.max_before);
    }
  }
  EXPECT_EQ(all, expected) << pattern;
}

TEST(Anchors, AreTheLongestWordsThatAreNotCommon) {
  check_anchors("junkie", "junkie 0");
  check_anchors("the junkie of the house", "junkie 1");
  check_anchors("drug user", "drug 0");
  check_anchors("Injection Drug", "injection 0");
}

void check_beside(std::string_view pattern, std::string_view word, WordMask previous,
                  WordMask next) {
  const auto parsed = Pattern::parse(pattern, PatternUse::Match, lexicon());
  ASSERT_TRUE(parsed.has_value()) << parsed.error().what;
  const auto anchors = parsed->anchors();
  ASSERT_TRUE(anchors.has_value()) << anchors.error().what;
  for (const Anchor& anchor : *anchors) {
    if (anchor.word != word) continue;
    EXPECT_EQ(anchor.previous, previous) << pattern;
    EXPECT_EQ(anchor.next, next) << pattern;
    return;
  }
  ADD_FAILURE() << pattern << " has no anchor " << word;
}

TEST(Anchors, KnowTheWordsBesideThem) {
  check_beside("junkie", "junkie", kAnyWord, kAnyWord);
  check_beside("the junkie of the house", "junkie", mask_of("the"), mask_of("of"));
  check_beside("(?:ex|old)-junkie", "junkie", mask_of("ex") | mask_of("old"), kAnyWord);
  check_beside("(?:the )?junkie (?:in|of) it", "junkie", kAnyWord, mask_of("in") | mask_of("of"));
  check_beside("{verb:use} heroin", "heroin",
               mask_of("use") | mask_of("uses") | mask_of("used") | mask_of("using"), kAnyWord);
  check_beside("{number} junkies", "junkies", kAnyWord, kAnyWord);
}

TEST(Anchors, StandBesideRareWordsRatherThanCommonOnes) {
  check_anchors("bowler hat of the policeman", "bowler 0");
  check_anchors("the hat of the policeman", "policeman 4");
}

void check_pairs(std::string_view pattern, const std::vector<std::uint32_t>& pairs) {
  const auto parsed = Pattern::parse(pattern, PatternUse::Match, lexicon());
  ASSERT_TRUE(parsed.has_value()) << parsed.error().what;
  const auto anchors = parsed->anchors();
  ASSERT_TRUE(anchors.has_value()) << anchors.error().what;
  ASSERT_EQ(anchors->size(), 1U) << pattern;
  EXPECT_EQ(anchors->front().pairs, pairs) << pattern;
  EXPECT_EQ(anchors->front().beside_any, pairs.empty()) << pattern;
}

TEST(Anchors, NameAThirdWordWhereTheSecondIsCommon) {
  const WordHash hat = word_hash("hat"), bowler = word_hash("bowler"), of = word_hash("of"),
                 the = word_hash("the");
  check_pairs("hat", {});
  check_pairs("bowler hat", {pair_hash(bowler, hat)});
  check_pairs("the hat", {pair_hash(the, hat)});
  check_pairs("hat of", {pair_hash(hat, of)});
  check_pairs("of the hat", {open_pair_hash(the, hat), triple_hash(of, the, hat)});
  check_pairs("hat of the", {open_pair_hash(hat, of), triple_hash(hat, of, the)});
  check_pairs("{number} the hat", {pair_hash(the, hat)});
}

TEST(Anchors, AreOneForEachPhrase) {
  check_anchors("junk{ie|ies}", "junkie 0, junkies 0");
  check_anchors("(?:ex|former) user", "former 0, user 1");
  check_anchors("{verb:use} heroin", "heroin 1");
  check_anchors("{verb:take} heroin", "heroin 1, taking 0");
  check_anchors("(?:old )?junkie", "junkie 0-1");
}

TEST(Anchors, CountTheWordsOfSetsAndMacros) {
  check_anchors("{substance} junkie", "junkie 1-2");
  check_anchors("{number} junkies", "junkies 1");
}

TEST(Anchors, AreTheWordsOfASetWhereNoOtherIsLeft) {
  check_anchors("{substance}", "crystal 0, heroin 0, opioids 0");
  check_anchors("the {substance}", "crystal 1, heroin 1, opioids 1");
}

TEST(Anchors, AreRefusedWhereNothingIsLeft) {
  check_anchors("the of",
                "! a phrase of it has no word to search for (a word that is not in common_words)");
  check_anchors("the {number}",
                "! a phrase of it has no word to search for (a word that is not in common_words)");
  check_anchors("(?:junkie)?",
                "! a phrase of it has no word to search for (a word that is not in common_words)");
}

TEST(Anchors, AreRefusedForTooManyPhrases) {
  std::string pattern = "junkie";
  for (int i = 0; i < 13; ++i) pattern += "(?:x|y)";
  check_anchors(pattern, "! it stands for more than 4096 phrases; split it");
}

void check_refused(std::string_view pattern, std::string_view message,
                   PatternUse use = PatternUse::Match) {
  const auto parsed = Pattern::parse(pattern, use, lexicon());
  EXPECT_EQ(parsed ? "accepted" : parsed.error().what, message) << pattern;
}

TEST(Pattern, MustBeFinite) {
  check_refused("junk*", "“*” is not allowed: a pattern must be finite");
  check_refused("junk+", "“+” is not allowed: a pattern must be finite");
  check_refused("junk.", "“.” is not allowed; write “\\\\.” for a full stop");
}

TEST(Pattern, RefusesGroupsThatRemember) {
  check_refused("(junk)", "only groups of the form (?:...) are allowed");
  check_refused("(?P<a>junk)", "only groups of the form (?:...) are allowed");
  check_refused("(?=junk)", "only groups of the form (?:...) are allowed");
}

TEST(Pattern, RefusesWhatIsNotClosed) {
  check_refused("(?:junk", "a group has no end");
  check_refused("junk)", "unexpected “)” at 5");
  check_refused("jun[k", "a character class has no end");
  check_refused("junk]", "“]” has no beginning");
  check_refused("{substance", "a “{” has no “}”");
  check_refused("junk}", "“}” has no beginning");
  check_refused("junk\\", "a backslash at the end");
}

TEST(Pattern, RefusesWhatItCannotMean) {
  check_refused("", "an empty pattern");
  check_refused("?junk", "“?” has nothing before it");
  check_refused("junk??", "“?” has nothing before it");
  check_refused("\\bjunk", "“\\b” is not allowed; use a macro such as {number} or {word}");
  check_refused("\\1", "“\\1” is not allowed; use a macro such as {number} or {word}");
  check_refused("jun[]k", "an empty character class");
  check_refused("jun[^k]", "a character class may only list characters");
  check_refused("jun[a-k]", "a character class may only list characters");
  check_refused("^junk", "“^” is only for `before` and `after`");
  check_refused("junk$", "“$” is only for `before` and `after`");
}

TEST(Pattern, RefusesTheCharacterThatItUsesItself) {
  constexpr std::string_view kMessage = "the control character U+0001 is not allowed";
  check_refused("junk\x01", kMessage);
  check_refused("jun[k\x01]", kMessage);
  check_refused("{junk|\x01}", kMessage);
}

TEST(Pattern, RefusesWhatTheLexiconDoesNotHave) {
  check_refused("{weather} junkie", "no word set or macro “weather” in the lexicon");
  check_refused("{verb:drink} tea", "no verb “drink” in the lexicon");
  check_refused("a{b|c|d}", "{singular|plural} takes two forms");
  check_refused("{substance} and {substance}",
                "{substance} is remembered twice; write the second as {~substance}");
}

TEST(Pattern, RefusesDeepNesting) {
  std::string pattern;
  for (int i = 0; i < 40; ++i) pattern += "(?:";
  check_refused(pattern, "groups are nested too deep");
}

TEST(Pattern, BesideAMatchMayHaveEdges) {
  check_refused("^", "accepted", PatternUse::Beside);
  check_refused("(?:the|a) $", "accepted", PatternUse::Beside);
  check_refused("{substance} {substance}", "accepted", PatternUse::Beside);
}

void check_phrases(std::string_view pattern, std::size_t limit, std::vector<std::string> expected) {
  const auto parsed = Pattern::parse(pattern, PatternUse::Beside, lexicon());
  ASSERT_TRUE(parsed.has_value());
  auto phrases = parsed->phrases(limit);
  std::vector<std::string> got =
      phrases ? *phrases : std::vector<std::string>{"! " + phrases.error().what};
  std::sort(got.begin(), got.end());
  std::sort(expected.begin(), expected.end());
  EXPECT_EQ(got, expected) << pattern;
}

TEST(Pattern, SpellsItsPhrasesOut) {
  check_phrases("blood tests?", 10, {"blood test", "blood tests"});
  check_phrases("{substance} use", 10, {"heroin use", "crystal meth use", "opioids use"});
  check_phrases("{substance} use", 2, {"! it stands for too many phrases"});
  check_phrases("{word} use", 10, {"! the macro “word” cannot stand here"});
}

TEST(Phrases, HaveWords) {
  EXPECT_EQ(phrase_words("h/o drug-use"), (std::vector<std::string>{"h", "o", "drug", "use"}));
  EXPECT_EQ(phrase_words("caf\u00E9"), (std::vector<std::string>{"caf\u00E9"}));
  EXPECT_EQ(phrase_words(" - "), (std::vector<std::string>{}));
}

}  // namespace
}  // namespace personfirst
