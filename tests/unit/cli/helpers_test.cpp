// Small helpers of the explain command: wrapped paragraphs and near names; and globs.
#include <gtest/gtest.h>

#include "linter/cli/wrap.h"
#include "linter/text/globs.h"
#include "linter/text/near.h"

namespace personfirst {
namespace {

TEST(Wrap, BreaksAtSpaces) {
  EXPECT_EQ(wrap("one two three", 7), "one two\nthree\n");
  EXPECT_EQ(wrap("one two three", 6), "one\ntwo\nthree\n");
  EXPECT_EQ(wrap("one  two ", 80), "one two\n");
  EXPECT_EQ(wrap("", 80), "\n");
}

TEST(Wrap, IndentsTheFirstLineAndTheRest) {
  EXPECT_EQ(wrap("one two three", 9, "- ", "  "), "- one two\n  three\n");
}

TEST(Wrap, KeepsALongWordWhole) {
  EXPECT_EQ(wrap("a incomprehensibilities b", 5), "a\nincomprehensibilities\nb\n");
}

TEST(Wrap, CountsColumnsAndNotBytes) {
  EXPECT_EQ(wrap("ééé ééé", 7), "ééé ééé\n");
  EXPECT_EQ(wrap("日本 日本", 8), "日本\n日本\n");
}

using Names = std::vector<std::string>;
const Names kNames = {"fruit/apple", "fruit/apples-and-pears", "fruit/pear", "tree/apple",
                      "tree/oak"};

TEST(NearNames, FindsMisspelledNames) {
  EXPECT_EQ(near_names("fruit/appel", kNames), Names({"fruit/apple"}));
  EXPECT_EQ(near_names("tree/aok", kNames), Names({"tree/oak"}));
}

TEST(NearNames, FindsNamesWithoutOrWithAnotherTopic) {
  EXPECT_EQ(near_names("oak", kNames), Names({"tree/oak"}));
  EXPECT_EQ(near_names("bush/oak", kNames), Names({"tree/oak"}));
  EXPECT_EQ(near_names("pear", kNames), Names({"fruit/apples-and-pears", "fruit/pear"}));
}

TEST(NearNames, FindsNothingFarAway) { EXPECT_TRUE(near_names("xyzzy/plugh", kNames).empty()); }

// A file as it is shown, and below the named folder.
bool wants(const std::vector<std::string>& globs, std::string_view shown, std::string_view below) {
  return Globs(globs).wants_file({shown, below});
}

TEST(Globs, WantEverythingWhenThereAreNone) { EXPECT_TRUE(wants({}, "a/b.md", "b.md")); }

TEST(Globs, LetTheLastOneDecide) {
  EXPECT_TRUE(wants({"!*.md", "b.md"}, "a/b.md", "a/b.md"));
  EXPECT_FALSE(wants({"b.md", "!*.md"}, "a/b.md", "a/b.md"));
}

TEST(Globs, KeepStarsWithinAFolder) {
  EXPECT_TRUE(wants({"a/*.md"}, "a/b.md", "a/b.md"));
  EXPECT_FALSE(wants({"a/*.md"}, "a/c/b.md", "a/c/b.md"));
  EXPECT_TRUE(wants({"a/**/b.md"}, "a/b.md", "a/b.md"));
  EXPECT_TRUE(wants({"a/**/b.md"}, "a/c/d/b.md", "a/c/d/b.md"));
  EXPECT_TRUE(wants({"**/b.md"}, "b.md", "b.md"));
  EXPECT_TRUE(wants({"a/**"}, "a/c/b.md", "a/c/b.md"));
  EXPECT_FALSE(wants({"a/**"}, "b/a/c.md", "b/a/c.md"));
}

TEST(Globs, AreAboutThePathBelowTheNamedFolderToo) {
  EXPECT_TRUE(wants({"docs/*"}, "/home/docs/a.md", "docs/a.md"));
  EXPECT_FALSE(wants({"!docs/*"}, "docs/a.md", "a.md"));
}

TEST(Globs, ForgetEmptyParts) { EXPECT_TRUE(wants({"./a//b.md"}, "a/b.md", "a/b.md")); }

TEST(Globs, PruneFolders) {
  const auto enters = [](const std::vector<std::string>& globs) {
    return Globs(globs).wants_folder({"a/b", "a/b"});
  };
  EXPECT_TRUE(enters({}));
  EXPECT_TRUE(enters({"*.md"}));
  EXPECT_FALSE(enters({"!b"}));
  EXPECT_FALSE(enters({"!b/"}));
  EXPECT_FALSE(enters({"!a/*"}));
  EXPECT_TRUE(enters({"!a/*.md"}));
}

}  // namespace
}  // namespace personfirst
