#include "linter/rules/macro_edges.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace personfirst {
namespace {

// The words with spaces between them; "any" for nothing.
void check(std::string_view macro, std::string_view first, std::string_view last) {
  const auto tree = read_macro(macro);
  ASSERT_NE(tree, nullptr) << macro;
  for (const Edge edge : {Edge::First, Edge::Last}) {
    const auto words = edge_words_of(*tree, edge);
    std::string all;
    if (!words) all = "any";
    for (const std::string& word : words.value_or(std::set<std::string>()))
      all += all.empty() ? word : " " + word;
    EXPECT_EQ(all, edge == Edge::First ? first : last) << macro;
  }
}

TEST(MacroEdges, AreTheFirstAndLastWords) {
  check("(?:red|old) hats?", "old red", "hat hats");
  check("(?:old )?hat(?: shop)?", "hat old", "hat shop");
  check("(?:old[ -]?)?hat", "hat old oldhat", "hat oldhat");
  check("(?:a|b){2,2} x", "aa ab ba bb", "x");
  check("(?:hats?, ?){1,2}(?:and|or) \\(caps\\)", "hat hats", "caps");
  check("[0-9] days", "0 1 2 3 4 5 6 7 8 9", "days");
}

TEST(MacroEdges, AreNotToldWhereThereMayBeNoneOrTooMany) {
  check("(?:old hat)?", "any", "any");
  check("[a-z0-9]+", "any", "any");
  check("hat [0-9][0-9]", "hat", "any");
  check("(?: hat){0,3}", "any", "any");
  check(" ?/ ?", "any", "any");
}

}  // namespace
}  // namespace personfirst
