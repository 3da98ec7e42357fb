// What a Regex finds does not depend on how little RE2 is asked: patterns that rule a text out, and
// ends that are found without groups, change nothing.
#include "linter/rules/regex.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "linter/rules/edge_words.h"
#include "linter/rules/macro_tree.h"
#include "linter/rules/pattern.h"
#include "tests/support/demo_rules.h"

namespace personfirst {
namespace {

const Lexicon& lexicon() {
  static const Lexicon kLexicon = [] {
    Lexicon made = testing::demo_lexicon();
    WordList::Words animals;
    for (const char* name :
         {"ant", "ape", "bat", "bear", "cat", "cow", "crab", "deer", "dog", "eel", "elk", "emu",
          "fox", "frog", "goat", "sea cow", "sea-lion", "yak"})
      animals[name] = {};
    made.sets["animal"] = {"animal", animals};
    made.macros["tail"] = {"tail", "(?:(?: [a-z0-9'-]+|, ?(?:in|on)){0,3})", 3};
    made.macros["code"] = {"code", "(?:f1[0-9](?:\\.[0-9])?|z7[12]|k7[0-9]{1,2})", 2};
    made.macros["shape"] = {"shape", "(?:[a-z]+[^e]at|(?:and|or) (?:a|an)|['](?:s)?)", 2};
    made.macros["times"] = {"times", "(?:cat[- ]?){2,3}|[0-9]{1,2}", 4};
    made.macros["open"] = {"open", "[(\\[]", 1};
    made.macros["some"] = {"some", "(?:a|an|one of|the)", 2};
    return made;
  }();
  return kLexicon;
}

const MacroTrees& macros() {
  static const MacroTrees kMacros(lexicon());
  return kMacros;
}

using Alternatives = std::vector<std::string>;
enum class Hints { None, Patterns, PatternsAndEdges };

Regex made(Regex::Place place, const Alternatives& patterns, Hints hints) {
  const auto write = [&patterns]() -> Result<std::string> {
    std::string all;
    for (const std::string& one : patterns) {
      const auto pattern = Pattern::parse(one, PatternUse::Beside, lexicon());
      EXPECT_TRUE(pattern.has_value()) << one;
      all += (all.empty() ? "" : "|") + pattern->to_re2_without_groups();
    }
    return all;
  };
  const auto read = [&patterns] {
    std::vector<Pattern> all;
    for (const std::string& one : patterns)
      all.push_back(*Pattern::parse(one, PatternUse::Beside, lexicon(), &macros()));
    return std::optional(std::move(all));
  };
  if (hints == Hints::None) return {place, write};
  if (hints == Hints::Patterns) return {place, write, read};
  return {place, write, read, Regex(place, write, read).edge_mask()};
}

const std::vector<Alternatives>& all_patterns() {
  static const std::vector<Alternatives> kAll = {
      {"cat"},
      {"cats?", "the dog"},
      {"(?:old |big )?{animal}", "{animal}s"},
      {"{animal} and {animal}"},
      {"sea[- ]cow", "sea lion"},
      {"cat{|s}", "calf{|ves}", "{verb:take} a {~animal}"},
      {"{word} cat", "cat {word}"},
      {"a{word}", "{word}s"},
      {"{some} cat", "cat {some}"},
      {"{tail},? ?{open}?{code}", "{tail} {open}fox"},
      {"cat {code}", "{code}: cat"},
      {"{open}cat", "cat's"},
      {"{shape} cat", "the {shape}", "cat{shape}"},
      {"{times}", "{times} the", "f{times}"},
      {"^the cat", "cat$", "^"},
      {"cat, ?dog", "dog\\.", "[:,]"},
      {"f1[0123]", "the(?: {word})?(?: {word})? cow"},
      {"my name is {word}", "i'm(?: a)?", "(?:i|we),? (?:am|are)(?: the)?(?: {word})?"},
      {"caf[e\u00E9]", "\u00E9lan"},
  };
  return kAll;
}

std::string random_text(std::mt19937& random) {
  static const std::vector<std::string> kParts = {
      "cat",   "cats",        "the",       "dog",       "sea",    "cow",
      "lion",  "sea lion",    "old",       "big",       "ant",    "yak",
      "a",     "and",         "took",      "f11",       "z71",    "k701",
      "f11.2", "cat-cat cat", "and an",    "goat",      "calves", "fox",
      "'s",    "i'm",         "i",         "we",        "are",    "my name is bat",
      "of",    "one of",      "caf\u00E9", "\u00E9lan", "x_cat",  "in",
      "bear",  "deers"};
  static const std::vector<std::string> kBetween = {" ",  " ",  " ",   " ",   "-", ", ", ". ", " (",
                                                    ") ", ": ", "\" ", " \"", "_", "",   "'"};
  std::string text;
  const std::size_t parts = random() % 7;
  for (std::size_t i = 0; i < parts; ++i)
    text += kParts[random() % kParts.size()] + kBetween[random() % kBetween.size()];
  return text;
}

// `check` gets a Regex whose RE2 was never made, one whose was, and one without patterns to ask.
template <typename Check>
void check_all(Regex::Place place, const Check& check) {
  constexpr int kTexts = 150;
  std::mt19937 random(5);  // NOLINT(cert-msc51-cpp): the same texts each time
  for (const Alternatives& patterns : all_patterns()) {
    const Regex plain = made(place, patterns, Hints::None);
    const Regex kept = made(place, patterns, Hints::Patterns);
    ASSERT_EQ(kept.compile_error(), std::nullopt) << patterns[0];
    for (int i = 0; i < kTexts; ++i) {
      const std::string text = random_text(random);
      const Regex fresh = made(place, patterns, Hints::Patterns);
      const Regex masked = made(place, patterns, Hints::PatternsAndEdges);
      check(plain, kept, text, patterns[0]);
      check(plain, fresh, text, patterns[0]);
      check(plain, masked, text, patterns[0]);
    }
  }
}

void check_find(const Regex& plain, const Regex& hinted, const std::string& text,
                const std::string& pattern) {
  EXPECT_EQ(hinted.matches(AskedText(text)), plain.matches(AskedText(text)))
      << pattern << " in " << text;
  const auto wanted = plain.find(AskedText(text));
  const auto found = hinted.find(AskedText(text));
  ASSERT_EQ(found.has_value(), wanted.has_value()) << pattern << " in " << text;
  if (wanted) {
    EXPECT_EQ(*found, *wanted) << pattern << " in " << text;
  }
}

TEST(Regex, FindsTheSameAtTheEnd) { check_all(Regex::Place::End, check_find); }
TEST(Regex, FindsTheSameAtTheStart) { check_all(Regex::Place::Start, check_find); }
TEST(Regex, FindsTheSameAnywhere) { check_all(Regex::Place::Anywhere, check_find); }

TEST(Regex, MatchesTheSameWords) {
  check_all(Regex::Place::Here, [](const Regex& plain, const Regex& hinted, const std::string& text,
                                   const std::string& pattern) {
    for (std::uint32_t at = 0; at < text.size(); ++at) {
      const auto wanted = plain.match_at(text, at, true);
      for (const bool with_groups : {false, true}) {
        const auto found = hinted.match_at(text, at, with_groups);
        ASSERT_EQ(found.has_value(), wanted.has_value()) << pattern << " in " << text << " " << at;
        if (wanted) {
          ASSERT_EQ(found->span, wanted->span) << pattern << " in " << text << " " << at;
        }
      }
    }
  });
}

// In one go over all that follows.
TEST(Regex, MatchesWhatRe2FindsWithAllGroupsAtOnce) {
  constexpr int kTexts = 400;
  const std::string words = "(?P<first>cat|sea[ -]cow)(?:(?:, | )(?P<second>dog|cats?|f11\\.?))?";
  re2::RE2::Options options;
  options.set_encoding(re2::RE2::Options::EncodingLatin1);
  options.set_longest_match(true);
  const re2::RE2 whole("(" + words + ")(?:[^0-9A-Za-z_\\x80-\\xff]|$)", options);
  const Regex regex(Regex::Place::Here, [&]() -> Result<std::string> { return words; });
  std::mt19937 random(9);  // NOLINT(cert-msc51-cpp): the same texts each time
  for (int i = 0; i < kTexts; ++i) {
    const std::string text = "cat " + random_text(random);
    for (std::uint32_t at = 0; at < text.size(); ++at) {
      std::array<re2::StringPiece, 4> groups;
      const bool matches = whole.Match(text, at, text.size(), re2::RE2::ANCHOR_START, groups.data(),
                                       static_cast<int>(groups.size()));
      const auto found = regex.match_at(text, at, true);
      ASSERT_EQ(found.has_value(), matches) << text << " " << at;
      if (!matches) continue;
      EXPECT_EQ(slice(text, found->span), std::string_view(groups[1].data(), groups[1].size()));
      const std::size_t second = groups[3].data() == nullptr ? 0 : 1;
      ASSERT_EQ(found->groups.size(), 1 + second) << text << " " << at;
      for (const RegexGroup& group : found->groups) {
        const re2::StringPiece& wanted = groups[group.name == "first" ? 2 : 3];
        EXPECT_EQ(slice(text, group.span), std::string_view(wanted.data(), wanted.size()));
      }
    }
  }
}

// Groups are told by walking where there is one way to match, and by RE2 where there are more.
TEST(Regex, RemembersTheSameGroups) {
  constexpr int kTexts = 300;
  const std::vector<std::string> patterns = {
      "cat{|s}",
      "{animal}(?: and {~animal})?",
      "(?:{verb:take} |took )?(?:a |the )?{animal}{|s}",
      "{some}? ?cat{|s}(?: {word})?",
      "{verb:take}(?: {verb:take})?(?: my name is {animal})?",
      "(?:cat|{animal})(?: cow{|s})?",
      "sea{ cow| cows}|{animal} cow",
      "dee{r|rs} ?{code}?",
  };
  std::mt19937 random(11);  // NOLINT(cert-msc51-cpp): the same texts each time
  std::size_t groups = 0;
  for (const std::string& pattern : patterns) {
    const auto parsed = [&] {
      return *Pattern::parse(pattern, PatternUse::Match, lexicon(), &macros());
    };
    const RegexWriter write = [&]() -> Result<std::string> { return parsed().to_re2(); };
    const PatternReader read = [&] {
      std::vector<Pattern> all;
      all.push_back(parsed());
      return std::optional(std::move(all));
    };
    const Regex plain(Regex::Place::Here, write);
    for (int i = 0; i < kTexts; ++i) {
      const std::string text = random_text(random) + " took a " + random_text(random);
      const Regex walked(Regex::Place::Here, write, read);
      for (std::uint32_t at = 0; at < text.size(); ++at) {
        const auto wanted = plain.match_at(text, at, true);
        const auto found = walked.match_at(text, at, true);
        ASSERT_EQ(found.has_value(), wanted.has_value()) << pattern << " in " << text << " " << at;
        if (!wanted) continue;
        ASSERT_EQ(found->span, wanted->span) << pattern << " in " << text << " " << at;
        ASSERT_EQ(found->groups.size(), wanted->groups.size()) << pattern << " in " << text;
        for (std::size_t g = 0; g < wanted->groups.size(); ++g, ++groups) {
          EXPECT_EQ(found->groups[g].name, wanted->groups[g].name) << pattern << " in " << text;
          EXPECT_EQ(found->groups[g].span, wanted->groups[g].span) << pattern << " in " << text;
        }
      }
    }
  }
  EXPECT_GT(groups, 1000U);
}

// "any", or the words: "at: cat, dog; in: the; digit".
std::string edge_words(std::string_view pattern, Edge edge) {
  const EdgeWords words =
      Pattern::parse(pattern, PatternUse::Beside, lexicon(), &macros())->edge_words(edge);
  if (words.any) return "any";
  std::string at, inside;
  for (const std::string_view word : {"a", "am", "ant", "are", "cat", "cow", "dog", "fox", "i",
                                      "lion", "sea", "the", "took", "yak"}) {
    if (words.at_edge.holds(word)) at += " " + std::string(word);
    if (words.inside.holds(word)) inside += " " + std::string(word);
  }
  return "at:" + at + "; in:" + inside + (words.digit ? "; digit" : "");
}

TEST(EdgeWords, AreTheFirstOrTheLastOfAllThatAPatternStandsFor) {
  EXPECT_EQ(edge_words("(?:the )?cat dog", Edge::First), "at: cat the; in:");
  EXPECT_EQ(edge_words("(?:the )?cat dog", Edge::Last), "at: dog; in:");
  EXPECT_EQ(edge_words("sea-lion|\\(fox\\)", Edge::Last), "at: fox lion; in:");
  EXPECT_EQ(edge_words("{animal}", Edge::First), "at: ant cat cow dog fox sea yak; in:");
  EXPECT_EQ(edge_words("{animal}", Edge::Last), "at: ant cat cow dog fox lion yak; in:");
  EXPECT_EQ(edge_words("{animal}s", Edge::First), "any");
  EXPECT_EQ(edge_words("{some} cat", Edge::First), "at: a the; in:");
}

TEST(EdgeWords, AreLookedForInsideWhereAnyMayStandAtTheEdge) {
  EXPECT_EQ(edge_words("{word} cat", Edge::First), "at:; in: cat");
  EXPECT_EQ(edge_words("i am(?: {word})?", Edge::Last), "at: am; in: am");
  EXPECT_EQ(edge_words("{word}", Edge::First), "any");
  EXPECT_EQ(edge_words("[:,]", Edge::First), "any");
  EXPECT_EQ(edge_words("{tail} {code}", Edge::First), "at:; in:; digit");
  EXPECT_EQ(edge_words("{tail} {open}fox", Edge::First), "at:; in: fox");
}

}  // namespace
}  // namespace personfirst
