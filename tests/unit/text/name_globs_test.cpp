// Globs over names such as rule ids.
#include "linter/text/name_globs.h"

#include <gtest/gtest.h>

namespace personfirst {
namespace {

void check(const std::string& glob, const std::string& name, bool fits) {
  EXPECT_EQ(name_fits(glob, name), fits) << glob << " " << name;
}

TEST(NameGlobs, AWholeNameFitsItself) {
  check("fruit/apple", "fruit/apple", true);
  check("fruit/apple", "fruit/apples", false);
  check("fruit/apple", "fruit", false);
  check("", "", true);
  check("", "a", false);
  check("a", "", false);
}

TEST(NameGlobs, AStarTakesAnythingSlashesToo) {
  check("*", "fruit/apple", true);
  check("*", "", true);
  check("fruit/*", "fruit/apple", true);
  check("fruit/*", "fruits/apple", false);
  check("*apple", "fruit/apple", true);
  check("*/apple", "fruit/pear", false);
  check("f*e", "fruit/apple", true);
}

TEST(NameGlobs, QuestionMarksAndClassesTakeOneCharacter) {
  check("fruit/?pple", "fruit/apple", true);
  check("?ruit/*", "fruit/apple", true);
  check("[fg]ruit/*", "fruit/apple", true);
  check("[!f]ruit/*", "fruit/apple", false);
  check("fruit/[", "fruit/[", true);
}

TEST(NameGlobs, WhatIsAGlobIsToldByItsCharacters) {
  EXPECT_TRUE(is_name_glob("people/*"));
  EXPECT_TRUE(is_name_glob("[ab]"));
  EXPECT_TRUE(is_name_glob("a?"));
  EXPECT_FALSE(is_name_glob("people/addict-behavior"));
}

}  // namespace
}  // namespace personfirst
