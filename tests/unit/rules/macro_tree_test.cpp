// Which texts of macros can be walked, and what is known of them. That a walk comes to the same as
// RE2 is a matter of regex_test.cpp.
#include "linter/rules/macro_tree.h"

#include <gtest/gtest.h>

#include <string>

namespace personfirst {
namespace {

TEST(MacroTree, ReadsWhatMacrosAreWrittenIn) {
  for (const char* text :
       {"", "a", "a|b", "(?:a|the|one of)", "[a-z0-9'-]+", "[(\\[]", "[)\\]]", "[- ]?", "f1[0-9]",
        "(?:f1[0-9](?:\\.[0-9]{1,2})?|z7)", "(?:(?: [a-z]+,?){0,6})", "[a-z]+[^e]ed"})
    EXPECT_NE(read_macro(text), nullptr) << text;
}

TEST(MacroTree, LeavesTheRestToRE2) {
  for (const char* text :
       {"a*",     "a.",          "^a",    "a$",   "(a)",  "(?i:a)",         "\\d",
        "\\bcat", "[[:alpha:]]", "[\\w]", "a+?",  "a{2}", "a{2,}",          "a{3,2}",
        "a)",     "(?:a",        "[a",    "[]a]", "a\\",  "x{9999999999,1}"})
    EXPECT_EQ(read_macro(text), nullptr) << text;
  std::string deep(200, '(');
  for (std::size_t at = 1; at <= deep.size(); at += 3) deep.insert(at, "?:");
  EXPECT_EQ(read_macro(deep), nullptr);
}

TEST(MacroTree, KnowsWhereADigitMustStand) {
  const auto digit = [](const char* text) { return always_holds_digit(*read_macro(text)); };
  EXPECT_TRUE(digit("f1[0-9]"));
  EXPECT_TRUE(digit("(?:f1|z[7-9])x?"));
  EXPECT_TRUE(digit("[0-9]{1,3}"));
  EXPECT_FALSE(digit("(?:f1|fox)"));
  EXPECT_FALSE(digit("f[0-9]?"));
  EXPECT_FALSE(digit("[0-9]{0,3}"));
  EXPECT_FALSE(digit("[0-9-]"));
  EXPECT_FALSE(digit(""));
}

}  // namespace
}  // namespace personfirst
