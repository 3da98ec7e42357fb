// Is a text looked through for comments that speak to the linter?
#include "linter/directives.h"

#include <gtest/gtest.h>

#include <string>

namespace personfirst {
namespace {

TEST(Directives, AreLookedForWhereverTheirWordStandsInAnyCase) {
  for (const char* word : {"personfirst", "PERSONFIRST", "PersonFirst"}) {
    for (std::size_t before = 0; before < 25; ++before) {
      const std::string text = std::string(before, 'r') + word;
      EXPECT_TRUE(may_hold_directives(text)) << text;
      EXPECT_TRUE(may_hold_directives("s" + text + "-enable -->")) << text;
    }
  }
}

TEST(Directives, AreNotLookedForWhereOnlyPartOfTheirWordStands) {
  for (const char* text : {"", "t", "personfirs", "ersonfirst", "person-first", "people first",
                           "personfirspersonfirs", "a person, first of all"})
    EXPECT_FALSE(may_hold_directives(text)) << text;
}

}  // namespace
}  // namespace personfirst
